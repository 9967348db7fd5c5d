//! Versions of display standards, and the forms that follow them.

use crate::sample::*;
use domain::commands::form_fits;
use domain::id::StandardId;
use domain::records::{Checklist, DisplayStandard, ItemKind, OutletClass, StandardPoint};
use domain::rules::standard::{following, held_against, newest};
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
    }
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
    let held: Vec<String> = held_against(&forms, &[old]).into_iter().map(|form| form.lineage).collect();
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
