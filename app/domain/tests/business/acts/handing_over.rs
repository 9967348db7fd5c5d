//! Naming who steps in while a rep is away.

use crate::sample::*;
use domain::commands::HandOver;
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
