//! Who may see what, in memory: the accounts, their postings and the territories, as they were last committed.

use ::sync::server::Author;
use domain::id::{DeviceId, RegionId, TerritoryId, UserId};
use domain::records::{AnyRecord, Assignment, Role, Territory, User};
use domain::rules::reach::{self, Strictness};
use domain::time::{Moment, Offset};
use domain::{Kind, Scope};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use store::{Store, StoreError};

/// The parts of the records that decide about scopes.
#[derive(Clone, Debug)]
pub struct Directory {
    users: BTreeMap<UserId, User>,
    postings: BTreeMap<UserId, Vec<Assignment>>,
    territories: Vec<(TerritoryId, RegionId)>,
    /// Devices that were taken out of use, with their users.
    revoked: BTreeSet<(UserId, DeviceId)>,
    offset: Offset,
}

impl Directory {
    /// The kinds that it is made of.
    pub const KINDS: [Kind; 3] = [Kind::User, Kind::Assignment, Kind::Territory];

    /// Reads it from the store.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn load(store: &dyn Store, offset: Offset) -> Result<Self, StoreError> {
        let revoked = store.revoked_devices().await?.into_iter().collect();
        let mut directory =
            Self { users: BTreeMap::new(), postings: BTreeMap::new(), territories: Vec::new(), revoked, offset };
        for kind in Self::KINDS {
            for record in store.all_of(kind).await? {
                directory.take_in(&record);
            }
        }
        Ok(directory)
    }

    /// Takes in a record that is new or has changed; records of other kinds do not matter here.
    pub fn take_in(&mut self, record: &AnyRecord) {
        match record {
            AnyRecord::User(user) => {
                self.users.insert(user.id, user.clone());
            }
            AnyRecord::Assignment(posting) => {
                let postings = self.postings.entry(posting.user).or_default();
                postings.retain(|known| known.id != posting.id);
                postings.push(posting.clone());
            }
            AnyRecord::Territory(Territory { id, region, .. }) => {
                self.territories.retain(|(known, _)| known != id);
                self.territories.push((*id, *region));
            }
            _ => {}
        }
    }

    /// Takes a user's device out of use.
    pub fn revoke(&mut self, user: UserId, device: DeviceId) {
        self.revoked.insert((user, device));
    }

    /// Whether a user's device was taken out of use.
    #[must_use]
    pub fn is_revoked(&self, user: UserId, device: DeviceId) -> bool {
        self.revoked.contains(&(user, device))
    }

    /// The accounts of the regions whose offices are among these scopes.
    #[must_use]
    pub fn people_of(&self, scopes: &[Scope]) -> Vec<&User> {
        self.users.values().filter(|user| scopes.contains(&Scope::Office(user.region))).collect()
    }

    /// What everybody is called.
    #[must_use]
    pub fn names(&self) -> BTreeMap<String, String> {
        self.users.values().map(|user| (user.id.to_string(), user.name.clone())).collect()
    }

    /// All territories with their regions.
    #[must_use]
    pub fn territories(&self) -> &[(TerritoryId, RegionId)] {
        &self.territories
    }

    /// Who is posted where on a day: the active reps.
    pub fn posted(&self, day: Date) -> impl Iterator<Item = (&User, TerritoryId)> {
        let postings = self.postings.values().flatten().filter(move |posting| posting.window.contains(day));
        let posted = postings.filter_map(|posting| Some((self.users.get(&posting.user)?, posting.territory)));
        posted.filter(|(user, _)| user.active && user.role == Role::Rep)
    }

    /// An account.
    #[must_use]
    pub fn user(&self, id: UserId) -> Option<&User> {
        self.users.get(&id)
    }

    /// An account with all its postings, to decide its commands.
    #[must_use]
    pub fn author(&self, id: UserId) -> Option<Author> {
        Some(Author {
            user: self.users.get(&id)?.clone(),
            assignments: self.postings.get(&id).cloned().unwrap_or_default(),
            territories: self.territories.clone(),
            revoked: false,
        })
    }

    /// The scopes that somebody holds at a moment, in order; none if there is no such account.
    #[must_use]
    pub fn scopes(&self, id: UserId, at: Moment) -> Vec<Scope> {
        let Some(user) = self.users.get(&id) else { return Vec::new() };
        let directory = reach::Directory {
            territories: &self.territories,
            assignments: self.postings.get(&id).map_or(&[], Vec::as_slice),
            offset: self.offset,
        };
        reach::scopes_of(user, &directory, at, Strictness::Exact)
    }
}
