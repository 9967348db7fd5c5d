//! Naming who steps in while a rep is away, and taking that back.

use crate::sample::*;
use domain::commands::{HandOver, TakeBackHandOver};
use domain::records::{AnyRecord, Assignment, Leave, Role, Territory, User};
use domain::time::DateWindow;
use domain::{Refusal, Scope};
use jiff::civil::date;

fn hand_over() -> HandOver {
    HandOver { leave: leave_id(), to: other_rep(), assignment: posting_id() }
}

fn substitute() -> User {
    User { name: "王磊".into(), ..user(other_rep(), Role::Rep) }
}

fn stage() -> Stage {
    Stage::manager().having(a_territory(territory(), region())).having(substitute()).having(a_leave())
}

#[test]
fn handing_over_names_who_steps_in_and_posts_them_from_now_until_the_rep_is_back() {
    let changes = stage().decide(hand_over()).unwrap();
    assert!(changes.remove.is_empty());
    let [AnyRecord::Assignment(posting), AnyRecord::Leave(leave)] = changes.put.as_slice() else {
        panic!("a posting and a leave, not {:?}", changes.put)
    };
    assert_eq!(leave, &a_settled_leave());
    let window = DateWindow { from: a_leave().window.from.min(DAY), ..a_leave().window };
    let wanted = Assignment { user: other_rep(), window, changed_at: morning().plus(60_000), ..a_posting() };
    assert_eq!(posting, &wanted, "by the server's clock, because it decides what phones hold");
}

#[test]
fn who_steps_in_has_the_shops_before_the_rep_is_away() {
    let later = DateWindow { from: date(2026, 3, 20), until: Some(date(2026, 3, 22)) };
    let stage = stage().having(Leave { window: later, ..a_leave() }).after(hand_over());
    assert_eq!(stage.get::<Assignment>(posting_id()).window, DateWindow { from: DAY, ..later });
    assert_eq!(stage.get::<Leave>(leave_id()).window, later, "the leave is what it was");
}

#[test]
fn only_a_manager_hands_over() {
    let rep = Stage::rep().having(a_territory(territory(), region())).having(substitute()).having(a_leave());
    assert_eq!(rep.refusal(hand_over()), Refusal::NotYourRole);
}

#[test]
fn a_leave_that_is_not_known_is_not_handed_over() {
    assert_eq!(stage().without::<Leave>(leave_id()).refusal(hand_over()), Refusal::LeaveUnfit);
}

#[test]
fn a_leave_is_handed_over_once_and_not_after_it_was_taken_back() {
    let again = HandOver { assignment: id(91), ..hand_over() };
    assert_eq!(stage().after(hand_over()).refusal(again.clone()), Refusal::LeaveSettled);
    assert_eq!(stage().having(Leave { withdrawn: true, ..a_leave() }).refusal(again), Refusal::LeaveSettled);
}

#[test]
fn who_steps_in_is_somebody_else_who_works_in_that_region() {
    let unfit = [
        ("nobody", stage().without::<User>(other_rep()), hand_over()),
        ("nowhere", stage().without::<Territory>(territory()), hand_over()),
        ("somebody disabled", stage().having(User { active: false, ..substitute() }), hand_over()),
        ("somebody of another region", stage().having(User { region: id(2), ..substitute() }), hand_over()),
        ("a territory of another region", stage().having(a_territory(territory(), id(2))), hand_over()),
        ("the rep themselves", stage().having(user(rep(), Role::Rep)), HandOver { to: rep(), ..hand_over() }),
        ("an id that is taken", stage().having(a_posting()), hand_over()),
    ];
    for (why, stage, command) in unfit {
        assert_eq!(stage.refusal(command), Refusal::PostingUnfit, "{why}");
    }
}

#[test]
fn a_manager_hands_over_in_their_own_areas_only() {
    let refusal = Refusal::OutsideYourArea { name: String::new() };
    let territory_only = stage().holding(vec![Scope::Territory(territory())]);
    assert_eq!(territory_only.refusal(hand_over()), refusal, "postings are the office's");
    let office_only = stage().holding(vec![Scope::Office(region()), Scope::Territory(other_territory())]);
    assert_eq!(office_only.refusal(hand_over()), refusal);
}

fn take_back() -> TakeBackHandOver {
    TakeBackHandOver { leave: leave_id(), assignment: posting_id() }
}

/// The posting that handing over made.
fn stand_in() -> Assignment {
    Assignment { user: other_rep(), window: a_leave().window, ..a_posting() }
}

#[test]
fn taken_back_nobody_steps_in_and_the_posting_ends_with_the_day() {
    let stage = stage().after(hand_over()).after(take_back());
    assert_eq!(stage.get::<Leave>(leave_id()), &a_leave());
    let window = DateWindow { from: DAY, until: Some(DAY) };
    assert_eq!(stage.get::<Assignment>(posting_id()).window, window, "a late command of that day is still theirs");
    assert_eq!(stage.refusal(take_back()), Refusal::HandOverGone);
    let other = HandOver { assignment: id(91), ..hand_over() };
    assert!(stage.decide(other).is_ok(), "and somebody else can be named");
}

#[test]
fn taken_back_while_somebody_steps_in_what_they_did_until_then_stays_theirs() {
    let began = DateWindow { from: date(2026, 3, 1), until: Some(date(2026, 3, 11)) };
    let stage = stage().having(Leave { window: began, ..a_settled_leave() });
    let stage = stage.having(Assignment { window: began, ..stand_in() }).after(take_back());
    assert_eq!(stage.get::<Assignment>(posting_id()).window, DateWindow { until: Some(DAY), ..began });
}

#[test]
fn a_posting_never_ends_before_it_begins_whatever_a_clock_says() {
    let later = DateWindow { from: date(2026, 3, 20), until: Some(date(2026, 3, 22)) };
    let stage = stage().having(Leave { window: later, ..a_settled_leave() });
    let stage = stage.having(Assignment { window: later, ..stand_in() }).after(take_back());
    assert_eq!(stage.get::<Assignment>(posting_id()).window, DateWindow { until: Some(later.from), ..later });
}

#[test]
fn what_is_not_that_hand_over_is_not_taken_back() {
    let settled = || stage().having(a_settled_leave());
    assert_eq!(stage().having(stand_in()).refusal(take_back()), Refusal::HandOverGone, "nobody steps in");
    assert_eq!(settled().refusal(take_back()), Refusal::PostingUnfit, "no such posting");
    for (why, posting) in [
        ("somebody else", Assignment { user: id(23), ..stand_in() }),
        ("another place", Assignment { territory: other_territory(), ..stand_in() }),
        ("a posting of their own", Assignment { window: a_posting().window, ..stand_in() }),
    ] {
        assert_eq!(settled().having(posting).refusal(take_back()), Refusal::HandOverGone, "{why}");
    }
    let stage = stage().having(stand_in());
    assert_eq!(stage.without::<Leave>(leave_id()).refusal(take_back()), Refusal::LeaveUnfit);
}

#[test]
fn a_leave_that_is_over_keeps_who_stepped_in() {
    let over = DateWindow { from: date(2026, 3, 6), until: Some(date(2026, 3, 8)) };
    let stage = stage().having(Leave { window: over, ..a_settled_leave() });
    assert_eq!(stage.having(Assignment { window: over, ..stand_in() }).refusal(take_back()), Refusal::HandOverGone);
}

#[test]
fn a_hand_over_is_taken_back_by_a_manager_in_their_own_areas_only() {
    let rep = Stage::rep().having(a_settled_leave()).having(stand_in());
    assert_eq!(rep.refusal(take_back()), Refusal::NotYourRole);
    let elsewhere = stage().having(a_settled_leave()).having(stand_in());
    let elsewhere = elsewhere.holding(vec![Scope::Territory(territory())]);
    assert_eq!(elsewhere.refusal(take_back()), Refusal::OutsideYourArea { name: String::new() });
}
