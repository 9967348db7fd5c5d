//! Taking back that a task has been left.

use crate::sample::*;
use domain::commands::DropTask;
use domain::records::{Placed, Quadrant, Task};
use domain::time::{DAY as A_DAY, Moment};
use domain::{Refusal, Scope};

fn drop_task() -> DropTask {
    DropTask { task: task_id() }
}

/// Left by the rep themselves.
fn left() -> Task {
    Task { asked_by: rep(), asked_by_name: "李娜".into(), ..a_follow_up() }
}

#[test]
fn what_was_left_today_is_gone_as_if_it_had_never_been() {
    let stage = Stage::rep().after(leave_task()).after(drop_task());
    assert_eq!(stage.world.get::<Task>(task_id()), None);
    assert_eq!(stage.refusal(drop_task()), Refusal::TaskUnknown { task: task_id() });
    assert!(stage.decide(leave_task()).is_ok(), "and can be left again");
}

#[test]
fn a_task_is_taken_back_by_whoever_left_it_and_by_nobody_else() {
    assert!(Stage::rep().having(left()).decide(drop_task()).is_ok());
    assert_eq!(Stage::rep().having(left()).acting_as(other_rep()).refusal(drop_task()), Refusal::NotYourRole);
    assert_eq!(Stage::manager().having(left()).refusal(drop_task()), Refusal::NotYourRole);
    let asked_by_manager = a_follow_up();
    assert_eq!(
        Stage::rep().having(asked_by_manager.clone()).refusal(drop_task()),
        Refusal::NotYourRole,
        "owed is not left"
    );
    assert!(Stage::manager().having(asked_by_manager).decide(drop_task()).is_ok());
}

#[test]
fn what_has_been_done_is_not_taken_back() {
    let done = Task { closed: Some(closing(None, false)), ..left() };
    assert_eq!(Stage::rep().having(done).refusal(drop_task()), Refusal::TaskClosed);
}

#[test]
fn what_was_moved_on_the_board_meanwhile_is_taken_back_all_the_same() {
    let placed = Some(Placed { quadrant: Quadrant::Urgent, because: "客户催".into(), at: morning() });
    assert!(Stage::rep().having(Task { placed, ..left() }).decide(drop_task()).is_ok());
}

#[test]
fn what_was_left_on_another_day_stays() {
    for days in [-1, 1] {
        let task = Task { asked_at: morning().plus(days * A_DAY), ..left() };
        assert_eq!(Stage::rep().having(task).refusal(drop_task()), Refusal::TaskStays);
    }
    let mut stage = Stage::rep().having(left());
    let midnight = Moment::start_of(DAY, stage.context.offset).plus(A_DAY);
    stage.context.captured_at = midnight.plus(-1);
    assert!(stage.decide(drop_task()).is_ok());
    stage.context.captured_at = midnight;
    assert_eq!(stage.refusal(drop_task()), Refusal::TaskStays);
}

#[test]
fn what_a_verdict_asked_for_goes_with_the_verdict_only() {
    assert_eq!(Stage::manager().having(a_redo_task()).refusal(drop_task()), Refusal::TaskStays);
}

#[test]
fn a_task_outside_ones_areas_is_not_taken_back() {
    let stage = Stage::rep().having(left()).holding(vec![Scope::Territory(other_territory())]);
    assert_eq!(stage.refusal(drop_task()), Refusal::OutsideYourArea { name: String::new() });
}
