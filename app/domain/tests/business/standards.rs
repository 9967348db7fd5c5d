//! Versions of display standards, and the forms that follow them.

use crate::sample::*;
use domain::Scope;
use domain::commands::form_fits;
use domain::id::{RegionId, StandardId, TerritoryId};
use domain::records::{Checklist, DisplayStandard, ItemKind, OutletClass, StandardPoint};
use domain::rules::standard::{following, held_against, newest};
use domain::rules::versions;
use domain::time::Moment;

fn version(lineage: &str, number: u32) -> DisplayStandard {
    DisplayStandard {
        id: id(500 + u128::from(number)),
        lineage: lineage.into(),
        version: number,
        name: words(lineage),
        classes: vec![OutletClass::A],
        reference: None,
        points: vec![StandardPoint { words: words("满陈列"), at: (500, 500) }],
        from: Moment(0),
        scope: Scope::Company,
    }
}

/// Where no territory is known.
fn nowhere(_: TerritoryId) -> Option<RegionId> {
    None
}

fn a_form(lineage: &str, number: u32, standard: Option<StandardId>) -> Checklist {
    let photo = ItemKind::Photo { standard, slots: vec![slot("front")] };
    let list = checklist(vec![item("photo", photo)]);
    Checklist { id: id(400 + u128::from(number)), lineage: lineage.into(), version: number, ..list }
}

#[test]
fn of_each_standard_the_newest_version_is_listed() {
    let all = [version("shelf", 1), version("fridge", 1), version("shelf", 3), version("shelf", 2)];
    let listed: Vec<(String, u32)> = newest(&all).into_iter().map(|one| (one.lineage, one.version)).collect();
    assert_eq!(listed, [("fridge".to_owned(), 1), ("shelf".to_owned(), 3)]);
}

#[test]
fn the_newest_version_of_a_form_is_asked_whether_it_names_the_standard() {
    let old: StandardId = id(501);
    let forms =
        [a_form("a", 1, Some(old)), a_form("a", 2, None), a_form("b", 1, Some(old)), a_form("c", 1, Some(id(7)))];
    let held: Vec<String> =
        held_against(&forms, &[old], Scope::Company, &nowhere).into_iter().map(|form| form.lineage).collect();
    assert_eq!(held, ["b"]);
}

#[test]
fn a_form_that_follows_is_a_version_of_its_own_and_changes_nothing_else() {
    let (old, new): (StandardId, StandardId) = (id(501), id(502));
    let form = a_form("a", 2, Some(old));
    let next = following(&form, &[old], new, Moment(50), id(410));
    assert_eq!(next, Checklist { id: id(410), from: Moment(50).max(form.from), ..a_form("a", 3, Some(new)) });
    assert_eq!(form_fits(&next), Ok(()));
    let later = Checklist { from: Moment(i64::MAX), ..form };
    assert_eq!(following(&later, &[old], new, Moment(50), id(410)).from, later.from);
}

#[test]
fn each_region_lists_its_own_version_until_a_later_one_is_for_all() {
    let (near, far) = (Scope::Region(id(1)), Scope::Region(id(2)));
    let at = |number: u32, scope: Scope, from: i64| DisplayStandard {
        scope,
        from: Moment(from),
        ..version("shelf", number)
    };
    let listed = |all: &[DisplayStandard]| -> Vec<u32> {
        let mut numbers: Vec<u32> = versions::newest(all, &nowhere).into_iter().map(|one| one.version).collect();
        numbers.sort_unstable();
        numbers
    };
    let mut all = vec![at(1, Scope::Company, 0), at(2, near, 10), at(3, far, 20), at(4, near, 30)];
    assert_eq!(listed(&all), [1, 3, 4]);
    all.push(at(5, Scope::Company, 25));
    assert_eq!(listed(&all), [4, 5], "what is newer in a region stays");
}

#[test]
fn a_version_for_a_region_is_followed_by_forms_for_that_region_and_those_of_its_territories_stay_theirs() {
    let old: StandardId = id(501);
    let (here, one) = (Scope::Region(id(1)), Scope::Territory(id(10)));
    let region_of = |territory: TerritoryId| (territory == id(10)).then(|| id(1));
    let form = |lineage: &str, number: u32, scope, from| Checklist {
        scope,
        from: Moment(from),
        ..a_form(lineage, number, Some(old))
    };
    let forms = [
        form("a", 1, Scope::Company, 0),
        form("a", 2, one, 10),
        form("a", 3, Scope::Region(id(2)), 10),
        form("b", 1, one, 10),
        form("b", 2, here, 20),
    ];
    let follow = held_against(&forms, &[old], here, &region_of);
    let follow: Vec<(&str, u32, Scope)> =
        follow.iter().map(|form| (form.lineage.as_str(), form.version, form.scope)).collect();
    assert_eq!(follow, [("a", 1, here), ("a", 2, one), ("b", 2, here)], "the other region's is not touched");
}
