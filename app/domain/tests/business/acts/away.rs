//! Saying that one will be away, and taking that back.

use crate::sample::*;
use domain::commands::{AskLeave, WithdrawLeave};
use domain::limits::{LEAVE_DAYS, TEXT_CHARS};
use domain::records::Leave;
use domain::time::DateWindow;
use domain::{Refusal, Scope};
use jiff::Span;

fn ask() -> AskLeave {
    let Leave { id: leave, territory, window, brief, .. } = a_leave();
    AskLeave { leave, territory, window, brief: format!(" {brief} ") }
}

fn withdraw() -> WithdrawLeave {
    WithdrawLeave { leave: leave_id() }
}

fn stage() -> Stage {
    Stage::rep().having(a_territory(territory(), region()))
}

/// From [`DAY`] on for so many days.
fn lasting(days: i64) -> AskLeave {
    AskLeave { window: DateWindow { from: DAY, until: Some(DAY + Span::new().days(days - 1)) }, ..ask() }
}

#[test]
fn a_leave_is_asked_for_with_its_days_and_its_brief_and_nobody_steps_in_yet() {
    assert_eq!(stage().after(ask()).get::<Leave>(leave_id()), &a_leave());
}

#[test]
fn asking_twice_is_once_and_asking_otherwise_changes_it_until_somebody_steps_in() {
    let stage = stage().after(ask()).after(ask());
    assert_eq!(stage.get::<Leave>(leave_id()), &a_leave());
    assert_eq!(stage.after(lasting(9)).get::<Leave>(leave_id()).window, lasting(9).window);
    let settled = Stage::rep().having(a_territory(territory(), region())).having(a_settled_leave());
    assert_eq!(settled.refusal(ask()), Refusal::LeaveSettled);
}

#[test]
fn a_leave_lasts_from_one_day_to_three_months_and_has_an_end() {
    for days in [1, i64::from(LEAVE_DAYS)] {
        assert!(stage().decide(lasting(days)).is_ok(), "{days}");
    }
    for days in [0, -5, i64::from(LEAVE_DAYS) + 1] {
        assert_eq!(stage().refusal(lasting(days)), Refusal::LeaveUnfit, "{days}");
    }
    let open = AskLeave { window: DateWindow { from: DAY, until: None }, ..ask() };
    assert_eq!(stage().refusal(open), Refusal::LeaveUnfit);
}

#[test]
fn a_leave_from_nowhere_or_under_somebody_elses_name_is_refused() {
    assert_eq!(Stage::rep().refusal(ask()), Refusal::LeaveUnfit, "the territory is not known");
    let others = Leave { rep: other_rep(), ..a_leave() };
    assert_eq!(stage().having(others).refusal(ask()), Refusal::LeaveUnfit);
    let elsewhere = Leave { territory: other_territory(), ..a_leave() };
    assert_eq!(stage().having(elsewhere).refusal(ask()), Refusal::LeaveUnfit, "a leave does not move");
}

#[test]
fn a_brief_that_is_too_long_is_refused_with_the_limit() {
    let long = AskLeave { brief: "长".repeat(TEXT_CHARS + 1), ..ask() };
    assert_eq!(stage().refusal(long), Refusal::TooLong { limit: TEXT_CHARS as u32 });
}

#[test]
fn a_leave_is_taken_back_and_stays_to_be_read() {
    let stage = stage().after(ask()).after(withdraw()).after(withdraw());
    assert_eq!(stage.get::<Leave>(leave_id()), &Leave { withdrawn: true, ..a_leave() });
    assert!(!stage.get::<Leave>(leave_id()).covers(DAY));
    assert_eq!(stage.after(ask()).get::<Leave>(leave_id()), &a_leave(), "and can be asked for again");
}

#[test]
fn a_leave_that_is_not_ones_own_not_known_or_settled_is_not_taken_back() {
    assert_eq!(stage().refusal(withdraw()), Refusal::LeaveUnfit);
    assert_eq!(stage().having(a_leave()).acting_as(other_rep()).refusal(withdraw()), Refusal::NotYourRole);
    assert_eq!(Stage::manager().having(a_leave()).refusal(withdraw()), Refusal::NotYourRole);
    let settled = stage().having(a_settled_leave());
    assert_eq!(settled.refusal(withdraw()), Refusal::LeaveSettled, "somebody else's days depend on it");
}

#[test]
fn nobody_is_away_from_a_territory_outside_their_areas() {
    let elsewhere = || stage().holding(vec![Scope::Company, Scope::Territory(other_territory())]);
    let refusal = Refusal::OutsideYourArea { name: String::new() };
    assert_eq!(elsewhere().refusal(ask()), refusal);
    assert_eq!(elsewhere().having(a_leave()).refusal(withdraw()), refusal);
}

#[test]
fn a_leave_covers_its_days_and_no_others() {
    let days = [-1, 0, 2, 3].map(|after| a_leave().covers(DAY + Span::new().days(after)));
    assert_eq!(days, [false, true, true, false]);
}
