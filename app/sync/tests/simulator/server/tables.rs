//! What the server's disk holds: all of it changes in one commit, or none of it does.

use crate::build::Build;
use crate::storage::BaseRow;
use domain::id::{CommandId, DeviceId, TerritoryId, UserId};
use domain::records::{AnyRecord, Assignment, Record, RecordKey, Territory, User};
use domain::time::Moment;
use domain::{Need, Scope};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use sync::digest::Digest;
use sync::server::{Author, DeviceChain, Logged, RecordChange};
use sync::wire::Gone;

/// A line of the log, with what it was decided by: the model decides it again.
#[derive(Clone)]
pub struct Line {
    pub logged: Logged,
    pub author: Rc<Author>,
    pub clock: Moment,
    /// The build of the server that decided it.
    pub build: Build,
    /// Who carried it here, if not the device that made it.
    pub bearer: Option<UserId>,
}

/// What changed records, in the order in which it was committed.
#[derive(Clone)]
pub enum Event {
    /// A line of the log, by its place.
    Command(usize),
    /// Records that came from no command.
    Planted(Box<AnyRecord>),
    /// A photo arrived in full.
    Received(String, Moment),
}

#[derive(Clone, Default)]
pub struct Tables {
    pub records: BTreeMap<RecordKey, BaseRow>,
    pub gone: BTreeMap<(Scope, RecordKey), u64>,
    pub counters: BTreeMap<Scope, u64>,
    /// The rows of each scope, folded.
    pub digests: BTreeMap<Scope, Digest>,
    pub owners: BTreeMap<DeviceId, UserId>,
    /// Server time minus the clock of each device, as it last said.
    pub heard: BTreeMap<DeviceId, i64>,
    pub chains: BTreeMap<DeviceId, DeviceChain>,
    pub log: Vec<Line>,
    pub by_seq: BTreeMap<(DeviceId, u64), usize>,
    pub by_id: BTreeMap<CommandId, usize>,
    pub claims: BTreeSet<(String, DeviceId)>,
    pub receipts: BTreeMap<DeviceId, Vec<String>>,
    /// Photos that are here in full.
    pub blobs: BTreeSet<String>,
    pub events: Vec<Event>,
    pub epoch: u64,
}

impl Tables {
    pub fn get<R: Record>(&self, id: R::Id) -> Option<&R> {
        self.records.get(&RecordKey::of::<R>(id)).and_then(|row| R::from_any(&row.record))
    }

    pub fn all<'a, R: Record + 'a>(&'a self) -> impl Iterator<Item = &'a R> {
        self.records.values().filter_map(|row| R::from_any(&row.record))
    }

    /// The records that answer a need.
    pub fn load(&self, need: Need) -> Vec<AnyRecord> {
        match need {
            Need::Record(key) => self.records.get(&key).map(|row| row.record.clone()).into_iter().collect(),
            Need::Index(index) => {
                let (kind, field, text) = index.parts();
                let fits = |record: &AnyRecord| {
                    let body: Option<Value> = serde_json::from_str(&record.body()).ok();
                    body.is_some_and(|body| body[field] == text.as_str())
                };
                let rows = self.records.iter().filter(|(key, _)| key.kind == kind);
                rows.map(|(_, row)| &row.record).filter(|record| fits(record)).cloned().collect()
            }
        }
    }

    pub fn author(&self, user: UserId) -> Option<Author> {
        Some(Author {
            user: self.get::<User>(user)?.clone(),
            assignments: self.all::<Assignment>().filter(|posting| posting.user == user).cloned().collect(),
            territories: self.territories(),
            revoked: false,
        })
    }

    pub fn territories(&self) -> Vec<(TerritoryId, domain::id::RegionId)> {
        self.all::<Territory>().map(|territory| (territory.id, territory.region)).collect()
    }

    pub fn write(&mut self, change: RecordChange) {
        match change {
            RecordChange::Put { record, version } => {
                let (key, scope) = (record.key(), record.scope());
                self.gone.remove(&(scope, key));
                self.raise(scope, version);
                self.fold(scope, key, version);
                let before = self.records.insert(key, BaseRow { scope, version, record: *record });
                if let Some(before) = before {
                    self.fold(before.scope, key, before.version);
                }
            }
            RecordChange::Gone { key, scope, version } => {
                // A record that only moved has its new scope by now, and stays.
                if let Some(row) = self.records.get(&key).filter(|row| row.scope == scope) {
                    self.fold(scope, key, row.version);
                    self.records.remove(&key);
                }
                self.raise(scope, version);
                self.gone.insert((scope, key), version);
            }
        }
    }

    fn fold(&mut self, scope: Scope, key: RecordKey, version: u64) {
        self.digests.entry(scope).or_default().fold(key.kind.name(), &key.id.to_string(), version);
    }

    fn raise(&mut self, scope: Scope, version: u64) {
        let counter = self.counters.entry(scope).or_default();
        *counter = version.max(*counter);
    }

    /// Adds a line to the log, under its number and its id.
    pub fn append(&mut self, line: Line) {
        let at = self.log.len();
        self.by_seq.insert((line.logged.device, line.logged.seq), at);
        if let Some(id) = line.logged.id {
            self.by_id.entry(id).or_insert(at);
        }
        self.events.push(Event::Command(at));
        self.log.push(line);
    }

    /// Gives a receipt to every device that claims a photo which is here in full.
    pub fn give_receipts(&mut self) {
        for (hash, device) in &self.claims {
            let receipts = self.receipts.entry(*device).or_default();
            if self.blobs.contains(hash) && !receipts.contains(hash) {
                receipts.push(hash.clone());
            }
        }
    }

    /// The rows of a scope after a version, in the order of their versions.
    pub fn rows_after(&self, scope: Scope, after: u64) -> Vec<(u64, Change<'_>)> {
        let records = self.records.values().filter(|row| row.scope == scope && row.version > after);
        let gone = self.gone.iter().filter(|((at, _), version)| *at == scope && **version > after);
        let mut rows: Vec<(u64, Change<'_>)> = records.map(|row| (row.version, Change::Record(row))).collect();
        rows.extend(gone.map(|((scope, key), version)| {
            let gone = Gone { kind: key.kind.name().to_owned(), id: key.id, scope: *scope, version: *version };
            (*version, Change::Gone(gone))
        }));
        rows.sort_by_key(|(version, _)| *version);
        rows
    }
}

/// A row of a page.
pub enum Change<'a> {
    Record(&'a BaseRow),
    Gone(Gone),
}
