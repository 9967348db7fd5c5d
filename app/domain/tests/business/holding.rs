//! What a phone will hold after a change of postings.

use crate::sample::*;
use domain::records::{Assignment, Kind, Outlet, Role};
use domain::rules::holding::{Holding, Posting, before_and_after};
use domain::rules::reach::Directory;
use domain::time::{DateWindow, Offset};
use domain::{AnyRecord, Scope};
use jiff::civil::{Date, date};

fn posted(number: u128, territory: domain::id::TerritoryId, from: Date, until: Option<Date>) -> Assignment {
    Assignment { id: id(number), territory, window: DateWindow { from, until }, ..a_posting() }
}

/// The territories that the rep holds before a change and after it.
fn territories(known: &[Assignment], change: &Posting) -> [Vec<Scope>; 2] {
    let places = [(territory(), region()), (other_territory(), region())];
    let directory = Directory { territories: &places, assignments: known, offset: Offset::CHINA };
    before_and_after(&user(rep(), Role::Rep), &directory, change)
        .map(|scopes| scopes.into_iter().filter(|scope| matches!(scope, Scope::Territory(_))).collect())
}

#[test]
fn a_posting_adds_its_territory_from_its_first_day_on() {
    let known = [posted(90, territory(), date(2026, 3, 1), None)];
    let change = Posting::New(posted(91, other_territory(), date(2026, 4, 1), None));
    assert_eq!(change.first_day(), date(2026, 4, 1));
    let [before, after] = territories(&known, &change);
    assert_eq!(before, [Scope::Territory(territory())]);
    assert_eq!(after, [Scope::Territory(territory()), Scope::Territory(other_territory())]);
}

#[test]
fn a_posting_that_ends_takes_its_territory_away_the_day_after() {
    let known = [posted(90, territory(), date(2026, 3, 1), None)];
    let change = Posting::Ends(known[0].clone(), date(2026, 3, 31));
    assert_eq!(change.first_day(), date(2026, 4, 1));
    assert_eq!(territories(&known, &change), [vec![Scope::Territory(territory())], vec![]]);
}

#[test]
fn a_territory_that_another_posting_holds_too_stays() {
    let known = [posted(90, territory(), date(2026, 3, 1), None), posted(92, territory(), date(2026, 3, 20), None)];
    let change = Posting::Ends(known[0].clone(), date(2026, 3, 31));
    let [before, after] = territories(&known, &change);
    assert_eq!(before, after);
}

#[test]
fn a_phone_holds_what_lies_in_its_scopes_and_weighs_what_that_weighs() {
    let elsewhere = Outlet { id: id(31), territory: other_territory(), ..an_outlet() };
    let mut held = Holding::default();
    held.take(&[an_outlet(), elsewhere], &[Scope::Company, Scope::Territory(territory())]);
    held.take(&[ended(a_visit())], &[Scope::Territory(territory())]);
    assert_eq!((held.of(Kind::Outlet), held.of(Kind::Visit), held.of(Kind::Photo)), (1, 1, 0));
    assert_eq!((held.beside(&[Kind::Outlet]), held.beside(&[])), (1, 2));
    let weight = [AnyRecord::from(an_outlet()), ended(a_visit()).into()].map(|record| record.body().len() as u64);
    assert_eq!(held.bytes, weight.iter().sum::<u64>());
}
