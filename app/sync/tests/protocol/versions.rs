//! The counters of the scopes.

use crate::scene::*;
use domain::id::OutletId;
use domain::records::{AnyRecord, Outlet, RecordKey};
use domain::{Changes, Scope, World};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use sync::server::{RecordChange, Versions};

fn scope(n: u128) -> Scope {
    Scope::Territory(id(n))
}

fn key(n: u128) -> RecordKey {
    RecordKey::of::<Outlet>(id::<OutletId>(n))
}

fn put(n: u128, territory: u128) -> Changes {
    Changes::put(outlet(id(n), id(territory)))
}

fn remove(n: u128) -> Changes {
    Changes::default().without(key(n))
}

fn gone(n: u128, territory: u128, version: u64) -> RecordChange {
    RecordChange::Gone { key: key(n), scope: scope(territory), version }
}

fn written(n: u128, territory: u128, version: u64) -> RecordChange {
    RecordChange::Put { record: Box::new(outlet(id(n), id(territory)).into()), version }
}

/// Applies changes in one transaction over records that are there.
fn run(there: &[(u128, u128)], changes: &[Changes]) -> Vec<RecordChange> {
    let (mut versions, mut world) = (Versions::default(), World::new());
    for territory in 10..13 {
        versions.load(scope(territory), 100);
    }
    for (n, territory) in there {
        world.put(outlet(id(*n), id(*territory)));
    }
    for change in changes {
        versions.apply(change, &mut world);
    }
    versions.take().0
}

#[test]
fn a_record_that_changes_scope_leaves_a_tombstone() {
    assert_eq!(run(&[(30, 10)], &[put(30, 11)]), [written(30, 11, 101), gone(30, 10, 101)]);
}

#[test]
fn a_record_that_comes_back_takes_its_tombstone_with_it() {
    let back = run(&[(30, 10)], &[put(30, 11), put(30, 10)]);
    assert_eq!(back, [written(30, 10, 102), gone(30, 11, 102)]);
}

#[test]
fn a_record_that_is_removed_leaves_a_tombstone_and_one_that_never_was_leaves_none() {
    assert_eq!(run(&[(30, 10)], &[remove(30)]), [gone(30, 10, 101)]);
    assert_eq!(run(&[], &[remove(30)]), []);
}

#[test]
fn a_record_that_is_removed_and_made_anew_is_there() {
    assert_eq!(run(&[(30, 10)], &[remove(30), put(30, 10)]), [written(30, 10, 102)]);
}

#[test]
fn a_record_that_moves_and_then_goes_leaves_both_scopes() {
    let mut changes = run(&[(30, 10)], &[put(30, 11), remove(30)]);
    changes.sort_by_key(|change| matches!(change, RecordChange::Gone { scope: at, .. } if *at == scope(11)));
    assert_eq!(changes, [gone(30, 10, 101), gone(30, 11, 102)]);
}

#[test]
fn a_record_that_is_written_twice_is_written_once_at_its_last_version() {
    assert_eq!(run(&[], &[put(30, 10), put(30, 10), put(30, 10)]), [written(30, 10, 103)]);
}

#[test]
fn a_counter_is_loaded_once_and_says_so() {
    let mut versions = Versions::default();
    assert!(!versions.is_loaded(scope(10)));
    versions.load(scope(10), 7);
    versions.load(scope(10), 7);
    assert!(versions.is_loaded(scope(10)));
    let touched = versions.apply(&put(30, 10), &mut World::new());
    assert_eq!(touched, BTreeMap::from([(scope(10), 8)]));
}

/// Puts (to one of three scopes) and removals, in groups.
fn groups() -> impl Strategy<Value = Vec<Vec<(u128, Option<u128>)>>> {
    vec(vec((30_u128..36, prop::option::weighted(0.75, 10_u128..13)), 0..6), 0..10)
}

proptest! {
    /// Every write raises its scope's counter by one; what is said of a change is where the counter stood;
    /// no two rows of a scope share a version; and the last row of a scope stands at its counter.
    #[test]
    fn counters_are_dense_and_every_row_has_its_own(groups in groups()) {
        let (mut versions, mut world) = (Versions::default(), World::new());
        let mut counters: BTreeMap<Scope, u64> = BTreeMap::new();
        let mut rows: BTreeMap<(RecordKey, Scope), u64> = BTreeMap::new();
        for group in groups {
            for (n, to) in group {
                let before = world.any(key(n)).map(AnyRecord::scope);
                let mut wanted = BTreeMap::new();
                let to_scope = to.map(scope);
                for scope in before.filter(|before| Some(*before) != to_scope).into_iter().chain(to_scope) {
                    let counter = counters.entry(scope).or_default();
                    *counter += 1;
                    wanted.insert(scope, *counter);
                }
                let touched = versions.apply(&to.map_or_else(|| remove(n), |to| put(n, to)), &mut world);
                prop_assert_eq!(touched, wanted);
            }
            let (changes, standing) = versions.take();
            for (scope, counter) in &counters {
                prop_assert_eq!(standing.get(scope), Some(counter));
            }
            for change in changes {
                match change {
                    RecordChange::Put { record, version } => rows.insert((record.key(), record.scope()), version),
                    RecordChange::Gone { key, scope, version } => rows.insert((key, scope), version),
                };
            }
            for (scope, counter) in &counters {
                let mine: Vec<u64> = rows.iter().filter(|((_, at), _)| at == scope).map(|(_, version)| *version).collect();
                let distinct: BTreeSet<u64> = mine.iter().copied().collect();
                prop_assert_eq!(distinct.len(), mine.len());
                prop_assert_eq!(distinct.last(), Some(counter));
            }
        }
        prop_assert!(versions.take().0.is_empty(), "what was taken is not taken again");
    }
}
