//! Leaving tasks and closing them.

use crate::sample::*;
use domain::Refusal;
use domain::commands::{CloseTask, LeaveTask};
use domain::limits::TEXT_CHARS;
use domain::records::{Outlet, Task, TaskClosing, TaskKind};

fn leave() -> LeaveTask {
    LeaveTask { what: " 补价签 ".into(), ..leave_task() }
}

fn close() -> CloseTask {
    close_task()
}

#[test]
fn a_task_that_is_left_is_owed_at_the_shop() {
    let stage = Stage::rep().after(leave());
    let task = stage.get::<Task>(task_id());
    assert_eq!((task.owner, task.outlet, task.territory), (rep(), outlet(), territory()));
    assert_eq!(task.kind, TaskKind::FollowUp { what: "补价签".into() });
    assert_eq!((task.asked_by, task.asked_by_name.as_str(), task.is_open()), (rep(), "李娜", true));
}

#[test]
fn a_manager_leaves_tasks_to_others_and_a_rep_only_to_themselves() {
    assert!(Stage::manager().decide(leave()).is_ok());
    let to_other = LeaveTask { owner: other_rep(), ..leave() };
    assert_eq!(Stage::rep().refusal(to_other), Refusal::NotYourRole);
}

#[test]
fn a_task_at_a_shop_that_is_not_known_is_refused() {
    let stage = Stage::rep().without::<Outlet>(outlet());
    assert_eq!(stage.refusal(leave()), Refusal::OutletUnknown { outlet: outlet() });
}

#[test]
fn a_task_id_that_is_taken_is_refused() {
    assert_eq!(Stage::rep().after(leave()).refusal(leave()), Refusal::TaskClosed);
}

#[test]
fn a_task_has_to_say_what_is_to_be_done_and_not_more_than_fits() {
    assert_eq!(Stage::rep().refusal(LeaveTask { what: " ".into(), ..leave() }), Refusal::ReasonNeeded);
    let long = LeaveTask { what: "长".repeat(TEXT_CHARS + 1), ..leave() };
    assert_eq!(Stage::rep().refusal(long), Refusal::TooLong { limit: TEXT_CHARS as u32 });
}

#[test]
fn a_follow_up_is_closed_by_its_owner_or_a_manager() {
    let shown = CloseTask { photo: Some(photo_id()), ..close() };
    let stage = Stage::rep().having(a_photo()).having(a_follow_up()).after(shown);
    assert_eq!(stage.get::<Task>(task_id()).closed, Some(closing(Some(photo_id()), false)));
    let stage = Stage::manager().having(a_follow_up()).after(close());
    let by_manager = TaskClosing { by: manager(), ..closing(None, false) };
    assert_eq!(stage.get::<Task>(task_id()).closed, Some(by_manager));
    assert_eq!(Stage::rep().having(a_follow_up()).acting_as(other_rep()).refusal(close()), Refusal::NotYourRole);
}

#[test]
fn a_task_that_is_not_known_is_not_closed() {
    assert_eq!(Stage::rep().refusal(close()), Refusal::TaskUnknown { task: task_id() });
}

#[test]
fn a_task_is_closed_once() {
    assert_eq!(Stage::rep().having(a_follow_up()).after(close()).refusal(close()), Refusal::TaskClosed);
}

#[test]
fn a_redo_is_closed_by_its_photo_only() {
    assert_eq!(Stage::rep().having(a_redo_task()).refusal(close()), Refusal::TaskForOther);
}
