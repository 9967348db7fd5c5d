//! Checking in.

use crate::sample::*;
use domain::Refusal;
use domain::commands::CheckIn;
use domain::geo::Position;
use domain::limits::SHORT_TEXT_CHARS;
use domain::records::{AnyRecord, Checklist, Outlet, Visit, VisitReason};

fn check_in() -> CheckIn {
    CheckIn {
        visit: visit_id(),
        outlet: outlet(),
        checklist: id(4),
        reason: VisitReason::Planned,
        fix: Some(fix_at(HOME, 10)),
        exception: None,
    }
}

const FAR: Position = Position { lat: HOME.lat + 50_000, ..HOME };

#[test]
fn a_check_in_at_the_shop_begins_a_visit_of_the_captured_day() {
    let changes = Stage::rep().decide(check_in()).unwrap();
    assert!(changes.remove.is_empty());
    let [AnyRecord::Visit(visit)] = changes.put.as_slice() else { panic!("one visit, not {:?}", changes.put) };
    assert_eq!((visit.id, visit.outlet, visit.territory), (visit_id(), outlet(), territory()));
    assert_eq!((visit.rep, visit.rep_name.as_str(), visit.day), (rep(), "李娜", DAY));
    assert_eq!((visit.check_in.at, visit.check_in.distance), (morning(), Some(0)));
    assert!(visit.is_open() && visit.score.is_none() && visit.answers.is_empty() && visit.photos == 0);
}

#[test]
fn the_day_of_a_visit_is_the_civil_day_in_the_companys_offset() {
    let mut stage = Stage::rep();
    // 23:30 in China, 15:30 the same day in UTC; half an hour later it is the next day in China only.
    stage.context.captured_at = morning().plus(15 * 3_600_000 + 30 * 60_000);
    assert_eq!(stage.after(check_in()).get::<Visit>(visit_id()).day, DAY);
    let mut stage = Stage::rep();
    stage.context.captured_at = morning().plus(16 * 3_600_000);
    assert_eq!(stage.after(check_in()).get::<Visit>(visit_id()).day, DAY.tomorrow().unwrap());
}

#[test]
fn a_visit_id_that_is_taken_is_refused_so_a_double_tap_is_one_visit() {
    assert_eq!(Stage::rep().after(check_in()).refusal(check_in()), Refusal::VisitExists { visit: visit_id() });
}

#[test]
fn a_shop_that_is_not_known_is_refused() {
    let stage = Stage::rep().without::<Outlet>(outlet());
    assert_eq!(stage.refusal(check_in()), Refusal::OutletUnknown { outlet: outlet() });
}

#[test]
fn a_closed_shop_is_refused_by_its_name() {
    let stage = Stage::rep().having(Outlet { open: false, ..an_outlet() });
    assert_eq!(stage.refusal(check_in()), Refusal::OutletClosed { name: "惠民超市".into() });
}

#[test]
fn a_checklist_that_has_not_arrived_is_refused() {
    let stage = Stage::rep().without::<Checklist>(id(4));
    assert_eq!(stage.refusal(check_in()), Refusal::ChecklistUnknown);
}

#[test]
fn arriving_from_afar_or_without_a_position_needs_a_reason_and_nothing_more() {
    for fix in [None, Some(fix_at(FAR, 10))] {
        let bare = CheckIn { fix, ..check_in() };
        assert_eq!(Stage::rep().refusal(bare.clone()), Refusal::ReasonNeeded);
        let blank = CheckIn { exception: Some("  ".into()), ..bare.clone() };
        assert_eq!(Stage::rep().refusal(blank), Refusal::ReasonNeeded);
        let excused = CheckIn { exception: Some(" 定位不准 ".into()), ..bare };
        let after = Stage::rep().after(excused);
        let attendance = &after.get::<Visit>(visit_id()).check_in;
        assert_eq!(attendance.exception.as_deref(), Some("定位不准"));
        assert_eq!(attendance.distance.is_some(), fix.is_some());
    }
}

#[test]
fn a_coarse_fix_that_could_be_the_shop_needs_no_reason() {
    let unsure = CheckIn { fix: Some(fix_at(FAR, 6_000)), ..check_in() };
    assert!(Stage::rep().decide(unsure).is_ok());
}

#[test]
fn a_reason_that_is_too_long_is_refused_with_the_limit() {
    let limit = Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 };
    let long = "远".repeat(SHORT_TEXT_CHARS + 1);
    let exception = CheckIn { exception: Some(long.clone()), ..check_in() };
    assert_eq!(Stage::rep().refusal(exception), limit);
    let unplanned = CheckIn { reason: VisitReason::Unplanned(long), ..check_in() };
    assert_eq!(Stage::rep().refusal(unplanned), limit);
    let fits = CheckIn { reason: VisitReason::Unplanned("远".repeat(SHORT_TEXT_CHARS)), ..check_in() };
    assert!(Stage::rep().decide(fits).is_ok(), "the limit counts characters, not bytes");
}
