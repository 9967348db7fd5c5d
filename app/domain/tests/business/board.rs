//! The urgent x important board.

use crate::sample::*;
use domain::measure::Money;
use domain::records::{OutletClass, Placed, Quadrant, Task};
use domain::rules::board::{Because, IMPORTANT_FROM, URGENT_DAYS, propose, quadrant};
use jiff::Span;
use jiff::civil::Date;
use proptest::prelude::*;

/// Due so many days after today.
fn due_in(days: i32) -> Task {
    Task { due: DAY + Span::new().days(days), ..a_follow_up() }
}

fn at_risk(fen: i64, task: Task) -> Task {
    Task { at_risk: Some(Money(fen)), ..task }
}

#[test]
fn what_is_late_or_due_soon_is_urgent_and_says_by_how_many_days() {
    let said = |days| propose(&due_in(days), None, DAY);
    assert_eq!(said(-3), (Quadrant::Urgent, vec![Because::Late(3)]));
    assert_eq!(said(0), (Quadrant::Urgent, vec![Because::DueIn(0)]));
    assert_eq!(said(URGENT_DAYS), (Quadrant::Urgent, vec![Because::DueIn(2)]));
    assert_eq!(said(URGENT_DAYS + 1), (Quadrant::Neither, vec![]));
}

#[test]
fn a_photo_that_was_sent_back_is_important() {
    let task = Task { due: due_in(9).due, ..a_redo_task() };
    assert_eq!(propose(&task, Some(OutletClass::D), DAY), (Quadrant::Important, vec![Because::SentBack]));
}

#[test]
fn a_key_or_a_large_shop_is_important_and_an_ordinary_one_is_not() {
    let said = |class| propose(&due_in(9), Some(class), DAY);
    for class in [OutletClass::A, OutletClass::B] {
        assert_eq!(said(class), (Quadrant::Important, vec![Because::KeyShop(class)]));
    }
    for class in [OutletClass::C, OutletClass::D] {
        assert_eq!(said(class), (Quadrant::Neither, vec![]));
    }
}

#[test]
fn much_money_at_risk_is_important_by_itself() {
    let said = |fen| propose(&at_risk(fen, due_in(9)), None, DAY);
    assert_eq!(said(IMPORTANT_FROM.0), (Quadrant::Important, vec![Because::AtRisk(IMPORTANT_FROM)]));
    assert_eq!(said(IMPORTANT_FROM.0 - 1), (Quadrant::Neither, vec![]));
}

#[test]
fn all_that_speaks_for_a_place_is_said_the_time_first() {
    let task = at_risk(200_000, Task { due: due_in(-1).due, ..a_redo_task() });
    let because =
        vec![Because::Late(1), Because::SentBack, Because::AtRisk(Money(200_000)), Because::KeyShop(OutletClass::A)];
    assert_eq!(propose(&task, Some(OutletClass::A), DAY), (Quadrant::UrgentImportant, because));
}

#[test]
fn where_its_owner_has_put_a_task_counts_before_the_proposal() {
    let placed = Placed { quadrant: Quadrant::Neither, because: "店主出门".into(), at: morning() };
    let task = Task { placed: Some(placed), ..due_in(-1) };
    assert_eq!(quadrant(&task, Some(OutletClass::A), DAY), Quadrant::Neither);
    assert_eq!(propose(&task, Some(OutletClass::A), DAY).0, Quadrant::UrgentImportant, "the proposal stays");
    assert_eq!(quadrant(&due_in(-1), Some(OutletClass::A), DAY), Quadrant::UrgentImportant);
}

#[test]
fn a_day_at_the_end_of_all_calendars_is_no_panic() {
    for (due, today, wanted) in [(Date::MIN, Date::MAX, Quadrant::Urgent), (Date::MAX, Date::MIN, Quadrant::Neither)] {
        assert_eq!(quadrant(&Task { due, ..a_follow_up() }, None, today), wanted);
    }
}

proptest! {
    #[test]
    fn a_place_always_has_its_reasons_and_reasons_their_place(
        days in -40_i32..40,
        redo: bool,
        fen in prop::option::of(0_i64..300_000),
        class in prop::option::of(prop::sample::select(vec![OutletClass::A, OutletClass::B, OutletClass::C, OutletClass::D])),
    ) {
        let kind = if redo { a_redo_task().kind } else { a_follow_up().kind };
        let task = Task { kind, at_risk: fen.map(Money), ..due_in(days) };
        let (place, because) = propose(&task, class, DAY);
        let in_time = |reason: &&Because| matches!(reason, Because::Late(_) | Because::DueIn(_));
        let (urgent, important) = match place {
            Quadrant::UrgentImportant => (true, true),
            Quadrant::Important => (false, true),
            Quadrant::Urgent => (true, false),
            Quadrant::Neither => (false, false),
        };
        prop_assert_eq!(because.iter().filter(in_time).count(), usize::from(urgent));
        prop_assert_eq!(because.iter().any(|reason| !in_time(&reason)), important);
        prop_assert_eq!(quadrant(&task, class, DAY), place);
        // A day later nothing has become less urgent or less important.
        let later = quadrant(&task, class, DAY.tomorrow().unwrap());
        prop_assert!(later <= place || (place, later) == (Quadrant::Important, Quadrant::UrgentImportant) || (place, later) == (Quadrant::Neither, Quadrant::Urgent));
    }
}
