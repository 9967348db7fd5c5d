//! A phone: its store, its clock, its tabs, and what it shows.

mod absorb;
pub mod carry;
pub mod exchange;
pub mod person;

use crate::build::Build;
use crate::chance::Chance;
use crate::plant::Plant;
use crate::region::OFFSET;
use crate::storage::{Durability, KeptPhoto, NoRoom, PhotoState, Row, Shelf, Storage};
use domain::commands::{Command, Context};
use domain::id::{CommandId, UserId};
use domain::records::{AnyRecord, Role};
use domain::time::Moment;
use domain::{Refusal, World};
use exchange::Tab;
use person::Ids;
use std::rc::Rc;
use std::slice;
use sync::Body;
use sync::client::{RowState, builds_on, is_settled, may_go, replay, seal};
use sync::limits::AFTER;

/// Why a command was not saved. Whoever made it sees that it was not.
#[derive(Clone, Debug)]
pub enum NotSaved {
    Refused(#[expect(dead_code, reason = "for whoever reads the failure of a run")] Refusal),
    NoRoom,
}

pub struct Phone {
    pub user: UserId,
    pub role: Role,
    pub storage: Storage,
    /// How far its clock is ahead of the true time.
    pub clock_error: i64,
    /// What its clock shows, if that stands still.
    pub stopped: Option<Moment>,
    /// Which build of the app runs on it.
    pub build: Build,
    /// Whether its session is over: it records, and the server declines what it sends.
    pub logged_out: bool,
    /// Whether its line is up.
    pub online: bool,
    /// Tabs exchange without knowing of each other, as where there are no locks.
    pub tabs: Vec<Tab>,
    /// A copy of its store, as a backup of the phone would hold it.
    pub backup: Option<Shelf>,
    /// How many scopes it has fetched again because they differed.
    pub repairs: u32,
    /// Whether there is, or was, another one with its store: a copy, or itself before it was set back.
    pub copied: bool,
    /// Where it takes new device ids from.
    ids: Ids,
    plant: Option<Plant>,
}

impl Phone {
    pub fn new(user: UserId, role: Role, tabs: usize, mut ids: Ids, plant: Option<Plant>) -> Self {
        let tabs = (0..tabs).map(|_| Tab::default()).collect();
        let storage = Storage::new(ids.next());
        Self {
            user,
            role,
            storage,
            clock_error: 0,
            stopped: None,
            build: Build::New,
            logged_out: false,
            online: true,
            tabs,
            backup: None,
            repairs: 0,
            copied: false,
            ids,
            plant,
        }
    }

    pub fn shelf(&self) -> &Shelf {
        self.storage.read()
    }

    pub const fn clock(&self, now: Moment) -> Moment {
        match self.stopped {
            Some(at) => at,
            None => now.plus(self.clock_error),
        }
    }

    fn context(&self, captured_at: Moment, skew: i64) -> Context {
        Context {
            actor: self.user,
            actor_name: format!("{}", self.user),
            role: self.role,
            device: self.shelf().device,
            captured_at: captured_at.plus(skew),
            decided_at: captured_at.plus(skew),
            offset: OFFSET,
            scopes: self.shelf().cursor.scopes.keys().copied().collect(),
        }
    }

    /// What is on the screen: the base, and over it what the unsettled commands make of it.
    pub fn world(&self) -> World {
        let mut world = World::new();
        // Kinds of a later version lie there unread.
        for row in self.shelf().base.values().filter(|row| self.build.knows(row.record.key().kind)) {
            world.put(row.record.clone());
        }
        let unsettled = self.shelf().rows.iter().filter(|row| !is_settled(&row.sealed.state, &self.shelf().cursor));
        let read = unsettled.filter_map(|row| row.body.as_deref()).filter(|body| self.build.reads(&body.command));
        for body in read {
            replay(&mut world, slice::from_ref(body), |body| self.context(body.captured_at, body.skew));
        }
        world
    }

    /// Records a command. Only when this says so is it saved.
    pub fn record(&mut self, id: CommandId, command: Command, mut world: World, now: Moment) -> Result<(), NotSaved> {
        loop {
            let missing = world.missing(command.needs(&world));
            if missing.is_empty() {
                break;
            }
            missing.into_iter().for_each(|need| world.answer(need));
        }
        let (clock, skew) = (self.clock(now), self.shelf().skew);
        let changes = command.decide(&world, &self.context(clock, skew)).map_err(NotSaved::Refused)?;
        let made: Vec<_> = changes.put.iter().map(AnyRecord::key).filter(|key| world.any(*key).is_none()).collect();
        let photo = command.photo().map(|(picture, _)| picture.hash.clone());
        let after = self.after(&command);
        let body = Body { id, actor: self.user, captured_at: clock, mono: 0, skew, after, nonce: None, command };
        let raw = body.freeze();
        let body = Rc::new(body);
        let early = self.plant == Some(Plant::TicksTooEarly);
        let durability = if early { Durability::Relaxed } else { Durability::Strict };
        let written = self.storage.write(durability, move |shelf| {
            let sealed = seal(shelf.device, shelf.tip.as_ref(), id, &raw, clock);
            shelf.tip = Some(sealed.clone());
            let body = Some(Rc::clone(&body));
            shelf.rows.push(Row { sealed, body, made: made.clone(), photo: photo.clone(), heard: None });
            if let Some(hash) = &photo {
                shelf.photos.insert(hash.clone(), KeptPhoto { state: PhotoState::Waiting, bytes: true });
            }
        });
        match written {
            Err(NoRoom) if self.plant != Some(Plant::TicksOnAFullDisk) => Err(NotSaved::NoRoom),
            _ => Ok(()),
        }
    }

    /// The own commands that made what this one builds on, as long as the server has not carried them out.
    fn after(&self, command: &Command) -> Vec<CommandId> {
        let keys = builds_on(command);
        let makers = self.shelf().rows.iter().filter(|row| !matches!(row.sealed.state, RowState::Applied { .. }));
        let makers = makers.filter(|row| row.made.iter().any(|key| keys.contains(key)));
        makers.map(|row| row.sealed.id).take(AFTER).collect()
    }

    /// The page dies, and the phone with it: what was only in memory is gone.
    pub fn crash(&mut self, chance: &mut Chance) {
        self.storage.crash(chance);
        self.tabs.iter_mut().for_each(|tab| *tab = Tab::default());
    }

    /// The phone is set up from a backup of itself or from another phone's.
    pub fn restore(&mut self, shelf: Shelf) {
        self.copied = true;
        self.storage = Storage::holding(shelf);
        self.tabs.iter_mut().for_each(|tab| *tab = Tab::default());
    }

    /// Frees the bytes of photos that the server has.
    pub fn free_photos(&mut self) {
        self.storage.full = false;
        self.storage.change(Durability::Relaxed, |shelf| {
            for photo in shelf.photos.values_mut().filter(|photo| photo.state == PhotoState::Received) {
                photo.bytes = false;
            }
        });
    }

    /// Forgets rows that the server confirmed long ago, by the server's clock, which it has just heard; says which.
    pub fn tidy(&mut self, now: Moment) -> Vec<CommandId> {
        let own_clock = (self.plant == Some(Plant::ForgetsByItsOwnClock)).then(|| self.clock(now));
        let old = move |row: &Row, shelf: &Shelf| {
            let long_ago = match (own_clock, row.heard) {
                (Some(clock), _) => may_go(row.sealed.made_at, clock, None),
                (None, Some(heard)) => may_go(heard, now, None),
                (None, None) => false,
            };
            let state = &row.sealed.state;
            matches!(state, RowState::Applied { .. }) && is_settled(state, &shelf.cursor) && long_ago
        };
        let shelf = self.shelf();
        let forgotten = shelf.rows.iter().filter(|row| old(row, shelf)).map(|row| row.sealed.id).collect();
        self.storage.change(Durability::Relaxed, move |shelf| {
            let kept = shelf.rows.iter().filter(|row| !old(row, shelf)).cloned().collect();
            shelf.rows = kept;
        });
        forgotten
    }

    /// Whether nothing waits to be sent any more.
    pub fn has_sent(&self) -> bool {
        let waits = |photo: &KeptPhoto| matches!(photo.state, PhotoState::Waiting | PhotoState::Due);
        let rows = self.shelf().rows.iter().map(|row| &row.sealed);
        sync::client::tally(rows).waiting == 0 && !self.shelf().photos.values().any(waits)
    }

    /// Whether the screen says that everything has arrived.
    pub fn says_all_sent(&self) -> bool {
        self.has_sent() && self.shelf().photos.values().all(|photo| photo.state != PhotoState::Gone)
    }
}
