//! A phone's store, as browsers give it: transactions are whole or not at all, a strict one is on the disk when it
//! is said to be complete, a relaxed one some time later, and what is not on the disk is gone when the phone dies.

use crate::chance::Chance;
use crate::phone::carry::Carried;
use domain::Scope;
use domain::id::DeviceId;
use domain::records::{AnyRecord, RecordKey};
use domain::time::Moment;
use std::collections::BTreeMap;
use std::rc::Rc;
use sync::Body;
use sync::client::{Check, OutboxRow};
use sync::wire::Cursor;

/// A record of the base.
#[derive(Clone, Debug, PartialEq)]
pub struct BaseRow {
    pub scope: Scope,
    pub version: u64,
    pub record: AnyRecord,
}

/// How far a photo is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoState {
    /// Its command has not arrived.
    Waiting,
    /// To be sent.
    Due,
    /// The server has it.
    Received,
    /// Its command came back.
    Withheld,
    /// A restored server has lost it, and its bytes were freed before.
    Gone,
}

#[derive(Clone, Copy, Debug)]
pub struct KeptPhoto {
    pub state: PhotoState,
    /// Whether its bytes are still there.
    pub bytes: bool,
}

/// A row of the outbox, and the records that its command brought into being.
#[derive(Clone, Debug)]
pub struct Row {
    pub sealed: OutboxRow,
    /// What the bytes say, if they can be read; kept so that runs need not read them over and over.
    pub body: Option<Rc<Body>>,
    pub made: Vec<RecordKey>,
    pub photo: Option<String>,
    /// When the server said what became of it, by the server's clock.
    pub heard: Option<Moment>,
}

/// All that is stored.
#[derive(Clone)]
pub struct Shelf {
    pub device: DeviceId,
    pub rows: Vec<Row>,
    /// The last row that was numbered, kept apart: the row itself may be lost.
    pub tip: Option<OutboxRow>,
    pub base: BTreeMap<RecordKey, BaseRow>,
    pub cursor: Cursor,
    /// The server epoch that the base came from.
    pub epoch: String,
    pub photos: BTreeMap<String, KeptPhoto>,
    /// Parcels of others that this phone carries.
    pub carried: Vec<Carried>,
    /// Server time minus phone time, as last measured.
    pub skew: i64,
    /// What is known of comparisons with the server's digests.
    pub check: Check,
    /// Whether the disk has spoilt records since they were last found to be right. The phone cannot know.
    pub rotten: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    Strict,
    Relaxed,
}

/// The disk is full: nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRoom;

type Transaction = Rc<dyn Fn(&mut Shelf)>;

pub struct Storage {
    disk: Shelf,
    seen: Shelf,
    /// Complete as far as the page knows, and not on the disk.
    unflushed: Vec<Transaction>,
    /// Whether the disk takes nothing more.
    pub full: bool,
}

impl Storage {
    pub fn new(device: DeviceId) -> Self {
        let shelf = Shelf {
            device,
            rows: Vec::new(),
            tip: None,
            base: BTreeMap::new(),
            cursor: Cursor::default(),
            epoch: String::new(),
            photos: BTreeMap::new(),
            carried: Vec::new(),
            skew: 0,
            check: Check::default(),
            rotten: false,
        };
        Self::holding(shelf)
    }

    /// A store with something in it: a copy of another phone's, or a backup.
    pub fn holding(shelf: Shelf) -> Self {
        Self { disk: shelf.clone(), seen: shelf, unflushed: Vec::new(), full: false }
    }

    /// What the page reads.
    pub const fn read(&self) -> &Shelf {
        &self.seen
    }

    /// What would be there after a crash at the worst moment.
    pub const fn disk(&self) -> &Shelf {
        &self.disk
    }

    pub fn write(&mut self, durability: Durability, transaction: impl Fn(&mut Shelf) + 'static) -> Result<(), NoRoom> {
        if self.full {
            return Err(NoRoom);
        }
        self.change(durability, transaction);
        Ok(())
    }

    /// Writes what takes no room: a full disk lets things go.
    pub fn change(&mut self, durability: Durability, transaction: impl Fn(&mut Shelf) + 'static) {
        transaction(&mut self.seen);
        self.unflushed.push(Rc::new(transaction));
        if durability == Durability::Strict {
            self.flush(self.unflushed.len());
        }
    }

    fn flush(&mut self, count: usize) {
        for transaction in self.unflushed.drain(..count) {
            transaction(&mut self.disk);
        }
    }

    /// The phone dies: of what was not on the disk some made it, in order, and the rest is gone.
    pub fn crash(&mut self, chance: &mut Chance) {
        let made_it = chance.place(self.unflushed.len() + 1);
        self.flush(made_it);
        self.unflushed.clear();
        self.seen = self.disk.clone();
    }
}
