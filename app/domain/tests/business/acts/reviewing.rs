//! Deciding about what the server keeps for a manager.

use crate::sample::*;
use domain::commands::{Decision, LeaveTask, ReviewQuarantine};
use domain::records::{Quarantine, Role, Task, User};
use domain::{Refusal, Scope};

fn review(decision: Decision) -> ReviewQuarantine {
    ReviewQuarantine { quarantine: quarantine_id(), decision }
}

fn accept() -> ReviewQuarantine {
    review(Decision::Accept)
}

fn give_back() -> ReviewQuarantine {
    review(Decision::Return { because: "店已经换人".into() })
}

/// The rep left a task for themselves.
fn kept() -> Quarantine {
    a_quarantine(LeaveTask { owner: rep(), ..leave_task() })
}

#[test]
fn what_is_accepted_is_carried_out_as_its_authors_and_at_its_own_time() {
    let stage = Stage::manager().having(kept()).after(accept());
    let task = stage.get::<Task>(task_id());
    assert_eq!((task.owner, task.asked_by, task.asked_by_name.as_str()), (rep(), rep(), "李娜"));
    assert_eq!(task.asked_at, kept().captured_at);
    let kept = stage.get::<Quarantine>(quarantine_id());
    assert!(kept.is_accepted() && !kept.waits());
    assert_eq!(kept.reviewed.as_ref().unwrap().by, manager());
}

#[test]
fn what_goes_back_changes_nothing_and_says_why() {
    let stage = Stage::manager().having(kept()).after(give_back());
    assert_eq!(stage.world.get::<Task>(task_id()), None);
    assert_eq!(stage.get::<Quarantine>(quarantine_id()).reviewed.as_ref().unwrap().decision, give_back().decision);
    let wordless = review(Decision::Return { because: " ".into() });
    assert_eq!(Stage::manager().having(kept()).refusal(wordless), Refusal::WordsNeeded);
}

#[test]
fn nobody_decides_twice_but_what_went_back_may_still_be_accepted() {
    let before = Refusal::ReviewedBefore { judge_name: "赵强".into() };
    let accepted = Stage::manager().having(kept()).after(accept());
    assert_eq!(accepted.refusal(accept()), before);
    assert_eq!(accepted.refusal(give_back()), before);
    let back = Stage::manager().having(kept()).after(give_back());
    assert_eq!(back.refusal(give_back()), before);
    assert!(back.after(accept()).get::<Quarantine>(quarantine_id()).is_accepted());
}

#[test]
fn a_task_can_be_given_to_somebody_who_is_there_now() {
    let to = User { region: region(), ..user(other_rep(), Role::Rep) };
    let rehome = || review(Decision::Rehome { to: other_rep() });
    let stage = Stage::manager().having(kept()).having(to.clone()).after(rehome());
    assert_eq!(stage.get::<Task>(task_id()).owner, other_rep());
    assert_eq!(stage.get::<Task>(task_id()).asked_by, rep());
    assert_eq!(Stage::manager().having(kept()).refusal(rehome()), Refusal::PostingUnfit, "nobody by that id");
    let away = User { active: false, ..to.clone() };
    assert_eq!(Stage::manager().having(kept()).having(away).refusal(rehome()), Refusal::PostingUnfit);
    let close = Stage::manager().having(a_follow_up()).having(to).having(a_quarantine(close_task()));
    assert_eq!(close.refusal(rehome()), Refusal::PostingUnfit, "only what leaves a task has an owner to change");
}

#[test]
fn what_does_not_hold_any_more_is_not_accepted_and_the_reason_is_its_own() {
    let taken = Stage::manager().having(a_follow_up()).having(kept());
    assert_eq!(taken.refusal(accept()), Refusal::TaskClosed);
    let unread = Quarantine { command: None, ..kept() };
    assert_eq!(Stage::manager().having(unread.clone()).refusal(accept()), Refusal::NotAcceptable);
    assert!(Stage::manager().having(unread).decide(give_back()).is_ok());
}

#[test]
fn a_review_is_never_carried_out_in_somebody_elses_name() {
    let nested = a_quarantine(accept());
    assert_eq!(Stage::manager().having(nested).refusal(accept()), Refusal::NotAcceptable);
}

#[test]
fn only_a_manager_of_that_region_decides_and_never_about_more_than_author_and_manager_hold() {
    assert_eq!(Stage::rep().having(kept()).refusal(accept()), Refusal::NotYourRole);
    assert_eq!(Stage::manager().refusal(accept()), Refusal::QuarantineUnknown);
    let outside = Refusal::OutsideYourArea { name: String::new() };
    let elsewhere = Stage::manager().having(kept()).holding(vec![Scope::Territory(territory())]);
    assert_eq!(elsewhere.refusal(accept()), outside, "another region's shelf");
    let not_there = Stage::manager().having(kept()).holding(vec![Scope::Office(region())]);
    assert_eq!(not_there.refusal(accept()), outside, "the manager does not hold the place");
    let never = Quarantine { scopes: vec![Scope::Company], ..kept() };
    let named = Refusal::OutsideYourArea { name: "惠民超市".into() };
    assert_eq!(Stage::manager().having(never).refusal(accept()), named, "the author never held the place");
}
