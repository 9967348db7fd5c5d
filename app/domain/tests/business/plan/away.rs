//! Days on which routes are not walked by whoever walks them otherwise.

use super::*;
use domain::id::UserId;
use domain::records::{Calendar, FreeDay, Leave};

/// A Monday and the days after it, of which the route takes Monday and Thursday.
const MONDAY: Date = DAY;
const THURSDAY: Date = date(2026, 3, 12);

fn a_free(day: Date) -> Calendar {
    Calendar { id: id(160), year: day.year(), free: vec![FreeDay { day, name: words("春节") }] }
}

fn until(day: Date, leave: Leave) -> Leave {
    Leave { window: DateWindow { until: Some(day), ..leave.window }, ..leave }
}

fn walker(leaves: &[Leave], day: Date) -> Option<UserId> {
    Away { leaves, ..Away::default() }.walker(&plan(), day)
}

#[test]
fn a_route_is_walked_by_its_rep_when_nobody_is_away() {
    assert_eq!(walker(&[], MONDAY), Some(rep()));
    assert_eq!(walker(&[], MONDAY.tomorrow().unwrap()), None, "not on that weekday");
}

#[test]
fn nobody_walks_on_a_free_day_not_even_who_steps_in() {
    let calendars = [a_free(date(2026, 1, 1)), a_free(MONDAY)];
    let leaves = [a_settled_leave()];
    for leaves in [&leaves[..0], &leaves[..]] {
        let away = Away { calendars: &calendars, leaves };
        assert_eq!(away.walker(&plan(), MONDAY), None);
    }
    let away = Away { calendars: &calendars, leaves: &[] };
    assert_eq!(away.walker(&plan(), THURSDAY), Some(rep()));
    assert_eq!(away.free_day(MONDAY).map(|free| &free.name), Some(&words("春节")));
    assert_eq!(away.free_day(THURSDAY), None);
}

#[test]
fn while_nobody_steps_in_nobody_walks() {
    assert_eq!(walker(&[a_leave()], MONDAY), None);
    assert_eq!(walker(&[a_leave()], THURSDAY), Some(rep()), "back again");
}

#[test]
fn who_steps_in_walks_from_the_first_day_to_the_last() {
    let leaves = [until(THURSDAY, a_settled_leave())];
    assert_eq!((walker(&leaves, MONDAY), walker(&leaves, THURSDAY)), (Some(other_rep()), Some(other_rep())));
    assert_eq!(walker(&leaves, date(2026, 3, 16)), Some(rep()));
}

#[test]
fn a_leave_that_was_taken_back_keeps_nobody_away() {
    assert_eq!(walker(&[Leave { withdrawn: true, ..a_settled_leave() }], MONDAY), Some(rep()));
}

#[test]
fn being_away_is_about_one_person_and_one_territory() {
    let others = [Leave { rep: manager(), ..a_leave() }, Leave { territory: other_territory(), ..a_leave() }];
    assert_eq!(walker(&others, MONDAY), Some(rep()));
}

#[test]
fn where_two_leaves_meet_whoever_steps_in_for_one_walks() {
    let open = until(THURSDAY, Leave { id: id(121), ..a_leave() });
    for leaves in [[open.clone(), a_settled_leave()], [a_settled_leave(), open]] {
        assert_eq!(walker(&leaves, MONDAY), Some(other_rep()));
        assert_eq!(walker(&leaves, THURSDAY), None);
    }
}

#[test]
fn the_stops_of_who_steps_in_come_with_their_own() {
    let theirs = JourneyPlan { rep: other_rep(), stops: vec![id(31), id(39)], ..plan() };
    let plans = [plan(), theirs];
    let leaves = [a_settled_leave()];
    let away = Away { leaves: &leaves, ..Away::default() };
    assert_eq!(stops_on(other_rep(), &plans, away, MONDAY), [id::<OutletId>(30), id(31), id(39)]);
    assert_eq!(stops_on(rep(), &plans, away, MONDAY), []);
    assert_eq!(stops_on(rep(), &plans, away, THURSDAY), [id::<OutletId>(30), id(31)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_route_is_walked_by_one_person_or_by_nobody(
        plan in any_plan(),
        first in 0_i64..60,
        length in 0_i64..30,
        settled: bool,
        withdrawn: bool,
    ) {
        let from = plan.window.from + Span::new().days(first);
        let window = DateWindow { from, until: Some(from + Span::new().days(length)) };
        let leave = if settled { a_settled_leave() } else { a_leave() };
        let leaves = [Leave { window, withdrawn, ..leave }];
        let away = Away { leaves: &leaves, ..Away::default() };
        for day in days(plan.window.from, 90) {
            let gone = window.contains(day) && !withdrawn;
            let who = if !gone { Some(rep()) } else if settled { Some(other_rep()) } else { None };
            prop_assert_eq!(away.walker(&plan, day), who.filter(|_| is_walked_on(&plan, day)), "{}", day);
        }
    }
}
