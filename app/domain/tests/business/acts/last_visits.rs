//! Whatever ends a visit says that it was the last one at its shop, unless a later one is known.

use crate::sample::*;
use domain::commands::{CheckOut, Command, EndForgotten};
use domain::limits::FORGOTTEN_AFTER_MILLIS;
use domain::measure::Share;
use domain::records::{Checklist, Item, LastVisit, Purpose, Score, Visit};
use domain::time::DAY as A_DAY;
use proptest::prelude::*;

/// A checklist on which nothing is required, and a visit that was begun so many days after [`DAY`].
fn stage(visit: u128, days: i64) -> Stage {
    let items = items_of_every_kind().into_iter().map(|item| Item { required: false, ..item });
    let stage = Stage::rep().having(checklist(items.collect()));
    let mut stage = stage.having(begun(visit, days));
    stage.context.captured_at = morning().plus(days * A_DAY);
    stage
}

fn begun(visit: u128, days: i64) -> Visit {
    let mut begun = Visit { id: id(visit), day: DAY + jiff::Span::new().days(days), ..a_visit() };
    begun.check_in.at = morning().plus(days * A_DAY);
    begun
}

fn check_out(visit: u128) -> Command {
    CheckOut { visit: id(visit), fix: None, note: String::new() }.into()
}

fn last(stage: &Stage) -> Option<&LastVisit> {
    stage.world.get::<LastVisit>(LastVisit::of(outlet()))
}

fn last_of(stage: &Stage) -> Option<u128> {
    last(stage).map(|last| last.visit.0.as_u128())
}

#[test]
fn a_check_out_writes_that_it_was_the_last_visit_and_what_it_came_to() {
    let stage = stage(50, 0).after(check_out(50));
    let percent = stage.get::<Visit>(visit_id()).score.as_ref().map(|score| score.share.percent());
    assert!(percent.is_some());
    assert_eq!(last(&stage), Some(&LastVisit { points: percent, ..a_last_visit() }));
}

#[test]
fn a_forgotten_visit_was_a_visit_and_without_a_score_it_has_no_points() {
    let mut stage = Stage::rep().having(a_visit());
    stage.context.captured_at = morning().plus(FORGOTTEN_AFTER_MILLIS);
    let stage = stage.after(EndForgotten { visit: visit_id(), note: String::new() });
    assert_eq!(last(&stage), Some(&a_last_visit()), "the required photo is missing, so there is no score");
}

#[test]
fn a_later_visit_takes_the_place_of_an_earlier_one() {
    let stage = stage(51, 3).having(a_last_visit()).after(check_out(51));
    assert_eq!(last_of(&stage), Some(51));
}

#[test]
fn an_older_visit_that_ends_or_arrives_later_never_takes_the_place_of_a_newer() {
    let newer = LastVisit { visit: id(59), day: DAY.tomorrow().unwrap(), rep: other_rep(), ..a_last_visit() };
    let stage = stage(50, 0).having(newer.clone()).after(check_out(50));
    assert_eq!(last(&stage), Some(&newer));
    assert!(!stage.get::<Visit>(visit_id()).is_open(), "the check-out holds all the same");
}

#[test]
fn of_two_visits_of_one_day_the_one_that_began_later_is_the_last_in_whatever_order_they_end() {
    for order in [[50, 51], [51, 50]] {
        let stage = stage(50, 0).having(begun(51, 0));
        let stage = order.into_iter().fold(stage, |stage, visit| stage.after(check_out(visit)));
        assert_eq!(last_of(&stage), Some(51));
    }
}

#[test]
fn what_another_territory_knows_of_a_shop_that_moved_is_left_alone() {
    // The rep does not even hold that territory: were it written, the check-out would be refused.
    let theirs = LastVisit { territory: id(12), day: DAY.yesterday().unwrap(), ..a_last_visit() };
    let stage = stage(50, 0).having(theirs.clone()).after(check_out(50));
    assert_eq!(last(&stage), Some(&theirs));
    assert!(!stage.get::<Visit>(visit_id()).is_open());
}

#[test]
fn a_visit_that_still_goes_on_is_not_the_last_one_yet() {
    assert_eq!(LastVisit::after(&a_visit(), None), None);
    assert_eq!(last_of(&stage(50, 0)), None);
}

#[test]
fn the_points_are_whole_percent() {
    let score = |share| Score {
        share: Share(share),
        points: 0,
        out_of: 0,
        band: domain::records::Band::Fail,
        knocked_out: vec![],
        items: vec![],
    };
    let points = |share| {
        let visit = Visit { score: Some(score(share)), ..ended(a_visit()) };
        LastVisit::after(&visit, None).and_then(|last| last.points)
    };
    assert_eq!((points(7_649), points(7_650), points(10_000)), (Some(76), Some(77), Some(100)));
}

proptest! {
    /// Phones send in any order, and the server ends up with the same.
    #[test]
    fn in_whatever_order_visits_end_the_last_one_is_the_same(
        visits in prop::collection::vec(0_i64..5, 1..6),
        keys in prop::collection::vec(any::<u64>(), 6),
    ) {
        let visits: Vec<(u128, i64)> = (50..).zip(visits).collect();
        let mut stage = stage(99, 0);
        for (visit, days) in &visits {
            stage.world.put(begun(*visit, *days));
        }
        let mut order: Vec<(u64, u128)> = keys.iter().copied().zip(visits.iter().map(|(visit, _)| *visit)).collect();
        order.sort_unstable();
        for (_, visit) in order {
            stage = stage.after(check_out(visit));
        }
        let latest = visits.iter().max_by_key(|(visit, days)| (*days, *visit)).map(|(visit, _)| *visit);
        prop_assert_eq!(last_of(&stage), latest);
    }
}

#[test]
fn a_visit_to_a_partners_place_is_no_last_visit_of_a_shop() {
    let at_partners = Checklist { purpose: Purpose::Service, ..stage(50, 0).get::<Checklist>(id(4)).clone() };
    let stage = stage(50, 0).having(at_partners).after(check_out(50));
    assert_eq!(last(&stage), None);
    assert!(stage.get::<Visit>(visit_id()).score.is_some(), "and it comes to something all the same");
}
