//! Versions: each scope counts its own, one up for every row written, in commit order, never from a clock.
//! One number per row lets a page end anywhere and go on there.

use domain::records::{AnyRecord, RecordKey};
use domain::{Changes, Scope, World};
use std::collections::{BTreeMap, BTreeSet};

/// What is to be written to the records, one per record at the end of a transaction.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordChange {
    /// The record as it now is, at a version of its scope.
    Put {
        /// The record, boxed because the other variant is small.
        record: Box<AnyRecord>,
        /// The version.
        version: u64,
    },
    /// The record is gone from a scope.
    Gone {
        /// Which.
        key: RecordKey,
        /// The scope it left.
        scope: Scope,
        /// The version at which it left.
        version: u64,
    },
}

/// The counters of the scopes, and the changes that are due.
#[derive(Clone, Debug, Default)]
pub struct Versions {
    counters: BTreeMap<Scope, u64>,
    loaded: BTreeSet<Scope>,
    puts: BTreeMap<RecordKey, (AnyRecord, u64)>,
    gone: BTreeMap<(RecordKey, Scope), u64>,
}

impl Versions {
    /// Says where a scope's counter stands in the store.
    pub fn load(&mut self, scope: Scope, version: u64) {
        if self.loaded.insert(scope) {
            *self.counters.entry(scope).or_default() += version;
        }
    }

    /// Whether the counter of a scope has been loaded.
    #[must_use]
    pub fn is_loaded(&self, scope: Scope) -> bool {
        self.loaded.contains(&scope)
    }

    /// Gives versions to changes and carries them out on the world. Returns the version of each scope touched.
    /// Every scope must have been loaded.
    pub fn apply(&mut self, changes: &Changes, world: &mut World) -> BTreeMap<Scope, u64> {
        let mut touched = BTreeMap::new();
        for key in &changes.remove {
            if let Some(scope) = world.any(*key).map(AnyRecord::scope) {
                touched.insert(scope, self.leave(*key, scope));
                self.puts.remove(key);
            }
        }
        for record in &changes.put {
            let (key, scope) = (record.key(), record.scope());
            if let Some(before) = world.any(key).map(AnyRecord::scope).filter(|before| *before != scope) {
                touched.insert(before, self.leave(key, before));
            }
            self.gone.remove(&(key, scope));
            let version = self.next(scope);
            self.puts.insert(key, (record.clone(), version));
            touched.insert(scope, version);
        }
        changes.apply(world);
        touched
    }

    fn leave(&mut self, key: RecordKey, scope: Scope) -> u64 {
        let version = self.next(scope);
        self.gone.insert((key, scope), version);
        version
    }

    fn next(&mut self, scope: Scope) -> u64 {
        let counter = self.counters.entry(scope).or_default();
        *counter += 1;
        *counter
    }

    /// The changes that are due, in no particular order, and where the counters of the scopes now stand.
    /// Starts anew from there.
    pub fn take(&mut self) -> (Vec<RecordChange>, BTreeMap<Scope, u64>) {
        let puts = std::mem::take(&mut self.puts).into_values();
        let gone = std::mem::take(&mut self.gone);
        let changes = puts
            .map(|(record, version)| RecordChange::Put { record: Box::new(record), version })
            .chain(gone.into_iter().map(|((key, scope), version)| RecordChange::Gone { key, scope, version }))
            .collect();
        (changes, self.counters.clone())
    }
}
