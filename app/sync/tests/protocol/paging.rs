//! Pages of changes: whoever follows the cursor has, in the end, exactly what there is.

use crate::scene::*;
use domain::id::OutletId;
use domain::records::{Outlet, RecordKey};
use domain::{Changes, Scope, World};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use sync::client::leaves;
use sync::server::{RecordChange, Versions};
use sync::wire::Gone;
use uuid::Uuid;

/// A name that tells one write of a record from the next.
type Copy = String;

/// The tables of a server.
#[derive(Default)]
struct Tables {
    records: BTreeMap<RecordKey, (Scope, u64, Copy)>,
    gone: BTreeMap<(RecordKey, Scope), u64>,
    versions: Versions,
    world: World,
    writes: u32,
}

enum Row {
    Record(RecordKey, Scope, u64, Copy),
    Gone(Gone, RecordKey),
}

impl Tables {
    fn write(&mut self, acts: &[(u128, Option<u128>)]) {
        for (n, to) in acts {
            self.writes += 1;
            let changes = match to {
                Some(to) => Changes::put(Outlet { name: self.writes.to_string(), ..outlet(id(*n), id(*to)) }),
                None => Changes::default().without(RecordKey::of::<Outlet>(id::<OutletId>(*n))),
            };
            self.versions.apply(&changes, &mut self.world);
        }
        for change in self.versions.take().0 {
            match change {
                RecordChange::Put { record, version } => {
                    self.gone.remove(&(record.key(), record.scope()));
                    let name = self.world.get::<Outlet>(id(record.key().id.as_u128())).unwrap().name.clone();
                    self.records.insert(record.key(), (record.scope(), version, name));
                }
                RecordChange::Gone { key, scope, version } => {
                    if self.records.get(&key).is_some_and(|(at, ..)| *at == scope) {
                        self.records.remove(&key);
                    }
                    self.gone.insert((key, scope), version);
                }
            }
        }
    }

    /// The next rows of a scope, in the order of their versions.
    fn page(&self, scope: Scope, after: u64, limit: usize) -> Vec<Row> {
        let records = self.records.iter().filter(|(_, (at, ..))| *at == scope);
        let records =
            records.map(|(key, (_, version, copy))| (*version, Row::Record(*key, scope, *version, copy.clone())));
        let gone = self.gone.iter().filter(|((_, at), _)| *at == scope).map(|((key, _), version)| {
            let gone = Gone { kind: key.kind.name().to_owned(), id: key.id, scope, version: *version };
            (*version, Row::Gone(gone, *key))
        });
        let mut rows: Vec<(u64, Row)> = records.chain(gone).filter(|(version, _)| *version > after).collect();
        rows.sort_by_key(|(version, _)| *version);
        rows.into_iter().take(limit).map(|(_, row)| row).collect()
    }
}

/// A phone that holds some of the scopes.
struct Reader {
    cursor: BTreeMap<Scope, u64>,
    base: BTreeMap<RecordKey, (Scope, u64, Copy)>,
    seen: BTreeSet<(Scope, u64)>,
}

impl Reader {
    fn of(territories: &[u128]) -> Self {
        let cursor = territories.iter().map(|n| (Scope::Territory(id(*n)), 0)).collect();
        Self { cursor, base: BTreeMap::new(), seen: BTreeSet::new() }
    }

    /// Reads one page of one scope; whether there was anything.
    fn read(&mut self, tables: &Tables, scope: Scope, limit: usize) -> bool {
        let rows = tables.page(scope, self.cursor[&scope], limit);
        for row in &rows {
            let version = match row {
                Row::Record(key, scope, version, copy) => {
                    self.base.insert(*key, (*scope, *version, copy.clone()));
                    *version
                }
                Row::Gone(gone, key) => {
                    if self.base.get(key).is_some_and(|(at, version, _)| leaves(gone, *at, *version)) {
                        self.base.remove(key);
                    }
                    gone.version
                }
            };
            assert!(self.seen.insert((scope, version)), "a row is sent twice to a cursor that only moves on");
            self.cursor.insert(scope, version);
        }
        !rows.is_empty()
    }
}

proptest! {
    /// Records come, change, move between scopes and go, while phones read pages of any size of any scope at any time.
    #[test]
    fn whoever_follows_the_cursor_has_in_the_end_exactly_what_there_is(
        steps in vec((vec((30_u128..34, prop::option::weighted(0.8, 10_u128..13)), 0..4), 10_u128..13, 1_usize..4), 1..40),
    ) {
        let mut tables = Tables::default();
        let mut readers = [Reader::of(&[10]), Reader::of(&[10, 11]), Reader::of(&[10, 11, 12])];
        for (acts, territory, limit) in &steps {
            tables.write(acts);
            let scope = Scope::Territory(id(*territory));
            for reader in &mut readers {
                if reader.cursor.contains_key(&scope) {
                    reader.read(&tables, scope, *limit);
                }
            }
        }
        for reader in &mut readers {
            let scopes: Vec<Scope> = reader.cursor.keys().copied().collect();
            for scope in &scopes {
                while reader.read(&tables, *scope, 2) {}
            }
            let wanted: BTreeMap<RecordKey, (Scope, u64, Copy)> = tables
                .records
                .iter()
                .filter(|(_, (at, ..))| scopes.contains(at))
                .map(|(key, row)| (*key, row.clone()))
                .collect();
            prop_assert_eq!(&reader.base, &wanted);
        }
    }

    #[test]
    fn a_tombstone_takes_only_what_it_was_written_for(a in 10_u128..12, b in 10_u128..12, held in 0_u64..9, version in 0_u64..9) {
        let scope = |n| Scope::Territory(id(n));
        let gone = Gone { kind: "outlet".into(), id: Uuid::nil(), scope: scope(a), version };
        prop_assert_eq!(leaves(&gone, scope(b), held), a == b && held < version);
    }
}
