//! Comparing a phone's rows with the server's: a fold that minds no order, and repairs that end.

use crate::scene::*;
use domain::Scope;
use domain::time::Moment;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use std::collections::BTreeMap;
use sync::client::{Check, Repair};
use sync::digest::Digest;
use sync::wire::{Cursor, Differing};

/// The rows of a scope: the version of each by its number.
type Rows = BTreeMap<u128, u64>;

fn fold<'a>(rows: impl IntoIterator<Item = (&'a u128, &'a u64)>) -> Digest {
    let mut digest = Digest::default();
    for (n, version) in rows {
        digest.fold("outlet", &id::<domain::id::OutletId>(*n).to_string(), *version);
    }
    digest
}

fn rows() -> impl Strategy<Value = Rows> {
    btree_map(0..40_u128, 1..200_u64, 0..40)
}

proptest! {
    #[test]
    fn a_digest_minds_no_order_and_forgets_what_is_taken_out(rows in rows(), more in rows()) {
        prop_assert_eq!(fold(rows.iter()), fold(rows.iter().rev()));
        let mut digest = fold(rows.iter());
        // What a server does that knows the rows which are written, and none of the others.
        for (n, version) in &more {
            if let Some(before) = rows.get(n) {
                digest.fold("outlet", &id::<domain::id::OutletId>(*n).to_string(), *before);
            }
            digest.fold("outlet", &id::<domain::id::OutletId>(*n).to_string(), *version);
        }
        let after: Rows = rows.into_iter().chain(more).collect();
        prop_assert_eq!(digest, fold(after.iter()));
    }

    #[test]
    fn sets_of_rows_that_differ_have_digests_that_differ(mine in rows(), theirs in rows()) {
        prop_assert_eq!(mine == theirs, fold(mine.iter()) == fold(theirs.iter()));
    }

    /// Whatever a server says, right or wrong, one scope is fetched twice a week at the most while nothing agrees.
    #[test]
    fn a_server_that_is_always_wrong_costs_two_repairs_a_week(
        says in vec((any::<u64>(), 0..30_i64), 1..60),
    ) {
        let (mut check, mut now) = (Check::default(), NOON);
        let mut repairs: Vec<Moment> = Vec::new();
        for (wrong, hours) in says {
            now = now.plus(hours * DAY / 24);
            let theirs = BTreeMap::from([(Scope::Company, Digest(wrong | 1))]);
            repairs.extend(check.compare(&held(), &BTreeMap::new(), &theirs, "e1", now).values().map(|_| now));
        }
        for (at, repair) in repairs.iter().enumerate() {
            let within = repairs[at..].iter().filter(|later| later.since(*repair) < 7 * DAY).count();
            prop_assert!(within <= 2, "{:?}", repairs);
        }
    }
}

fn held() -> Cursor {
    Cursor { scopes: BTreeMap::from([(Scope::Company, 9)]), receipts: 0 }
}

fn company(digest: u64) -> BTreeMap<Scope, Digest> {
    BTreeMap::from([(Scope::Company, Digest(digest))])
}

#[test]
fn a_scope_that_differs_is_fetched_over_what_is_there_and_then_from_nothing() {
    let mut check = Check::default();
    assert!(check.is_due(NOON), "nothing has been compared yet");
    let first = check.compare(&held(), &company(1), &company(2), "e1", NOON);
    assert_eq!(first, BTreeMap::from([(Scope::Company, Repair::Over)]));
    assert!(check.is_due(NOON), "whether it helped is looked at once it is here");
    assert_eq!(check.request(), Differing { scopes: vec![Scope::Company] });

    let second = check.compare(&held(), &company(1), &company(3), "e1", NOON);
    assert_eq!(second, BTreeMap::from([(Scope::Company, Repair::Anew)]));
    assert!(check.compare(&held(), &company(1), &company(4), "e1", NOON).is_empty(), "more would not help");
    assert!(!check.is_due(NOON.plus(DAY - 1)) && check.is_due(NOON.plus(DAY)) && check.is_due(NOON.plus(-DAY)));
    assert_eq!(check.request(), Differing::default());

    let other = check.clone().compare(&held(), &company(1), &company(4), "e2", NOON);
    assert_eq!(other, BTreeMap::from([(Scope::Company, Repair::Over)]), "a restored server is another one");
    let later = check.clone().compare(&held(), &company(1), &company(4), "e1", NOON.plus(7 * DAY));
    assert_eq!(later, BTreeMap::from([(Scope::Company, Repair::Over)]));
    assert!(check.compare(&held(), &company(4), &company(4), "e1", NOON).is_empty());
    let anew = check.compare(&held(), &company(1), &company(4), "e1", NOON);
    assert_eq!(anew, BTreeMap::from([(Scope::Company, Repair::Over)]), "once they agreed, all is forgiven");
}

#[test]
fn rows_of_a_scope_that_is_not_held_are_dropped_and_what_the_server_does_not_name_is_left_alone() {
    let mut check = Check::default();
    let stray = Scope::Territory(territory());
    let mine = BTreeMap::from([(Scope::Company, Digest(1)), (stray, Digest(2))]);
    let repairs = check.compare(&held(), &mine, &BTreeMap::new(), "e1", NOON);
    assert_eq!(repairs, BTreeMap::from([(stray, Repair::Drop)]));
    assert!(!check.is_due(NOON.plus(1)));
}

#[test]
fn what_is_kept_of_the_comparisons_is_read_as_it_was_written() {
    let mut check = Check::default();
    check.compare(&held(), &company(1), &company(2), "e1", NOON);
    let text = serde_json::to_string(&check).unwrap();
    assert_eq!(serde_json::from_str::<Check>(&text).unwrap(), check);
    assert_eq!(serde_json::from_str::<Check>("{}").unwrap(), Check::default());
}
