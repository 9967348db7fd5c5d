//! What the figures are held against: the shops there are now, what things are called, and who has not been heard of.

use super::Question;
use crate::account::Signed;
use crate::api::{ApiError, AppState};
use domain::id::{RegionId, TerritoryId, UserId};
use domain::records::{AnyRecord, DisplayStandard, OutletClass, Region, Territory};
use domain::rules::trends::By;
use domain::time::Moment;
use domain::{Kind, Words};
use std::collections::{BTreeMap, BTreeSet};
use store::StoreError;
use sync::wire::{Behind, Within};

/// See the module.
pub(super) struct Book {
    shops: Vec<(TerritoryId, OutletClass, i64)>,
    /// Who is posted where today.
    posted: Vec<(UserId, String, TerritoryId)>,
    regions: BTreeMap<String, Words>,
    territories: BTreeMap<String, Words>,
    /// The newest version of each, by what they have in common.
    standards: BTreeMap<String, DisplayStandard>,
    /// Everybody's name, where it is asked for: a substitute from elsewhere may have been here.
    people: BTreeMap<String, String>,
}

impl Book {
    pub async fn read(state: &AppState, question: &Question) -> Result<Self, ApiError> {
        let grounds: BTreeSet<TerritoryId> = question.wanted.territories.iter().copied().collect();
        let (posted, people) = {
            let directory = state.writer.directory().await;
            let here = directory.posted(question.today).filter(|(_, territory)| grounds.contains(territory));
            let posted = here.map(|(user, territory)| (user.id, user.name.clone(), territory)).collect();
            (
                posted,
                if question.by == By::Rep || question.wanted.rep.is_some() {
                    directory.names()
                } else {
                    BTreeMap::new()
                },
            )
        };
        let mut book = Self {
            shops: state.store.trend_shops(&question.wanted.territories).await?,
            posted,
            regions: BTreeMap::new(),
            territories: BTreeMap::new(),
            standards: BTreeMap::new(),
            people,
        };
        for kind in [Kind::Region, Kind::Territory, Kind::DisplayStandard] {
            for record in state.store.all_of(kind).await? {
                // What another region calls its standards is not said here.
                if !matches!(&record, AnyRecord::DisplayStandard(standard) if !question.sees(standard.scope)) {
                    book.take_in(record);
                }
            }
        }
        Ok(book)
    }

    fn take_in(&mut self, record: AnyRecord) {
        match record {
            AnyRecord::Region(Region { id, name }) => {
                self.regions.insert(id.to_string(), name);
            }
            AnyRecord::Territory(Territory { id, name, .. }) => {
                self.territories.insert(id.to_string(), name);
            }
            AnyRecord::DisplayStandard(standard) => {
                let known = self.standards.get(&standard.lineage);
                if known.is_none_or(|known| known.version < standard.version) {
                    self.standards.insert(standard.lineage.clone(), standard);
                }
            }
            _ => {}
        }
    }

    /// How many shops there are under the filters: in all, and under each key. A rep's are those of the territories where
    /// they are posted.
    pub fn shops(&self, question: &Question) -> (i64, BTreeMap<String, i64>) {
        let regions: BTreeMap<TerritoryId, RegionId> = question.grounds.iter().copied().collect();
        let mut reps: BTreeMap<TerritoryId, BTreeSet<UserId>> = BTreeMap::new();
        for (user, _, territory) in &self.posted {
            reps.entry(*territory).or_default().insert(*user);
        }
        let wanted = &question.wanted;
        let (mut all, mut by_key) = (0, BTreeMap::new());
        for (territory, class, shops) in &self.shops {
            let reps = reps.get(territory);
            let here = wanted.class.is_none_or(|only| only == *class)
                && wanted.standard.as_deref().is_none_or(|standard| self.is_for(standard, *class))
                && wanted.rep.is_none_or(|rep| reps.is_some_and(|reps| reps.contains(&rep)));
            if !here {
                continue;
            }
            all += shops;
            let keys: Vec<String> = match question.by {
                By::Region => regions.get(territory).map(ToString::to_string).into_iter().collect(),
                By::Territory => vec![territory.to_string()],
                By::Rep => reps.into_iter().flatten().map(ToString::to_string).collect(),
                By::Class => vec![class.letter().to_owned()],
                By::Standard => self.standards.keys().filter(|name| self.is_for(name, *class)).cloned().collect(),
            };
            for key in keys {
                *by_key.entry(key).or_default() += shops;
            }
        }
        (all, by_key)
    }

    fn is_for(&self, standard: &str, class: OutletClass) -> bool {
        // One that names no class is for all of them.
        let fits = |standard: &DisplayStandard| standard.classes.is_empty() || standard.classes.contains(&class);
        self.standards.get(standard).is_some_and(fits)
    }

    /// Every key with its name: those under which something was counted, and those where something should have been.
    pub fn names<'a>(&self, question: &Question, counted: impl Iterator<Item = &'a String>) -> Vec<(String, Words)> {
        let mut keys: BTreeSet<String> = counted.cloned().collect();
        let wanted = &question.wanted;
        match question.by {
            By::Region => keys.extend(question.grounds.iter().map(|(_, region)| region.to_string())),
            By::Territory => keys.extend(question.grounds.iter().map(|(territory, _)| territory.to_string())),
            By::Rep => keys.extend(self.posted.iter().map(|(user, _, _)| user.to_string())),
            By::Class => keys.extend(self.shops.iter().map(|(_, class, _)| class.letter().to_owned())),
            By::Standard => keys.extend(self.standards.keys().cloned()),
        }
        keys.retain(|key| match question.by {
            By::Rep => wanted.rep.is_none_or(|rep| rep.to_string() == *key),
            By::Class => wanted.class.is_none_or(|class| class.letter() == key),
            By::Standard => wanted.standard.as_ref().is_none_or(|standard| standard == key),
            By::Region | By::Territory => true,
        });
        keys.into_iter().map(|key| (key.clone(), self.name(question.by, &key))).collect()
    }

    fn name(&self, by: By, key: &str) -> Words {
        let name = match by {
            By::Region => self.regions.get(key).cloned(),
            By::Territory => self.territories.get(key).cloned(),
            By::Rep => self.people.get(key).map(|name| Words::new(name, "")),
            By::Class => None,
            By::Standard => self.standards.get(key).map(|standard| standard.name.clone()),
        };
        name.unwrap_or_else(|| Words::new(key, ""))
    }

    /// What the question is narrowed down to. A rep has a name here if anything of theirs was counted, or if they are
    /// posted here: that somebody is called so elsewhere is not said.
    pub fn within(&self, question: &Question, any_counted: bool) -> Vec<Within> {
        let wanted = &question.wanted;
        let rep = wanted.rep.map(|rep| {
            let here = any_counted || self.posted.iter().any(|(user, _, _)| *user == rep);
            let key = rep.to_string();
            let name = if here { self.name(By::Rep, &key) } else { Words::new(key, "") };
            Within { by: By::Rep, name }
        });
        let named = |by, key: Option<String>| key.map(|key| Within { by, name: self.name(by, &key) });
        [
            named(By::Region, question.region.map(|region| region.to_string())),
            named(By::Territory, question.territory.map(|territory| territory.to_string())),
            rep,
            named(By::Class, wanted.class.map(|class| class.letter().to_owned())),
            named(By::Standard, wanted.standard.clone()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// How many reps the figures are of, and those of them who were not heard of today or whose work is not all here, the
    /// longest silent first.
    pub async fn behind(
        &self,
        state: &AppState,
        signed: &Signed,
        question: &Question,
    ) -> Result<(u32, Vec<Behind>), StoreError> {
        let mut reps: BTreeMap<UserId, Behind> = BTreeMap::new();
        for (user, name, _) in &self.posted {
            if question.wanted.rep.is_none_or(|rep| rep == *user) {
                reps.insert(*user, Behind { name: name.clone(), last_seen: None, records: 0, photos: 0 });
            }
        }
        let count = u32::try_from(reps.len()).unwrap_or(u32::MAX);
        let users: Vec<UserId> = reps.keys().copied().collect();
        for device in state.store.devices_of(&users, signed.now).await? {
            let Some(rep) = reps.get_mut(&device.user) else { continue };
            rep.last_seen = rep.last_seen.max(Some(device.last_seen));
            rep.records += device.next_seq.saturating_sub(1).saturating_sub(device.last_seq);
            rep.photos = rep.photos.saturating_add(device.photos_waiting);
        }
        let start = Moment::start_of(question.today, state.offset);
        let mut behind: Vec<Behind> = reps.into_values().collect();
        behind.retain(|rep| rep.records > 0 || rep.photos > 0 || rep.last_seen.is_none_or(|seen| seen < start));
        behind.sort_by_key(|rep| rep.last_seen);
        Ok((count, behind))
    }
}
