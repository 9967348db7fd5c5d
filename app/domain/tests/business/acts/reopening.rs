//! Taking back that a task has been done.

use crate::sample::*;
use domain::Refusal;
use domain::commands::ReopenTask;
use domain::limits::{REOPEN_DAYS, REOPENINGS};
use domain::records::{Task, TaskClosing};
use domain::time::DAY;

fn reopen() -> ReopenTask {
    ReopenTask { task: task_id(), because: String::new() }
}

fn closed() -> Task {
    Task { closed: Some(closing(None, false)), ..a_follow_up() }
}

#[test]
fn what_was_closed_today_is_owed_again_as_it_was() {
    let stage = Stage::rep().having(a_follow_up()).after(close_task()).after(reopen());
    assert_eq!(stage.get::<Task>(task_id()), &a_follow_up());
}

#[test]
fn a_task_is_opened_again_by_its_owner_or_a_manager() {
    assert!(Stage::rep().having(closed()).decide(reopen()).is_ok());
    assert!(Stage::manager().having(closed()).decide(reopen()).is_ok());
    assert_eq!(Stage::rep().having(closed()).acting_as(other_rep()).refusal(reopen()), Refusal::NotYourRole);
}

#[test]
fn what_did_not_hold_is_opened_again_by_the_manager_for_two_weeks_and_is_remembered() {
    let because = "堆头还是空的".to_owned();
    let command = ReopenTask { because: because.clone(), ..reopen() };
    let then = |days: i32| morning().plus(-i64::from(days) * DAY);
    let task = |days| Task { closed: Some(TaskClosing { at: then(days), ..closing(None, false) }), ..closed() };
    let stage = Stage::manager().having(task(REOPEN_DAYS)).after(command.clone());
    let reopened = stage.get::<Task>(task_id());
    let [again] = reopened.reopened.as_slice() else { panic!("{:?}", reopened.reopened) };
    assert!(reopened.is_open());
    assert_eq!((again.by, again.by_name.as_str(), &again.because), (manager(), "赵强", &because));
    let late = Stage::manager().having(task(REOPEN_DAYS + 1));
    assert_eq!(late.refusal(command.clone()), Refusal::TaskStaysClosed);
    let often = Task { reopened: vec![again.clone(); REOPENINGS], ..task(1) };
    assert_eq!(Stage::manager().having(often).refusal(command), Refusal::TooMany { limit: REOPENINGS as u32 });
}

#[test]
fn what_was_closed_on_another_day_stays_closed() {
    for days in [-1, 1] {
        let task =
            Task { closed: Some(TaskClosing { at: morning().plus(days * DAY), ..closing(None, false) }), ..closed() };
        assert_eq!(Stage::rep().having(task).refusal(reopen()), Refusal::TaskStaysClosed);
    }
}

#[test]
fn a_day_ends_at_midnight_where_the_company_is() {
    let mut stage = Stage::rep().having(closed());
    let midnight = domain::time::Moment::start_of(morning().date(stage.context.offset), stage.context.offset).plus(DAY);
    stage.context.captured_at = midnight.plus(-1);
    assert!(stage.decide(reopen()).is_ok());
    stage.context.captured_at = midnight;
    assert_eq!(stage.refusal(reopen()), Refusal::TaskStaysClosed);
}

#[test]
fn what_a_photo_or_a_verdict_closed_is_not_opened_by_hand() {
    let redone = Task { closed: Some(closing(Some(photo_id()), false)), ..a_redo_task() };
    let called_off = Task { closed: Some(closing(None, true)), ..a_follow_up() };
    for task in [redone, called_off] {
        assert_eq!(Stage::rep().having(task).refusal(reopen()), Refusal::TaskStaysClosed);
    }
}

#[test]
fn a_task_that_is_open_or_not_known_is_not_opened_again() {
    assert_eq!(Stage::rep().having(a_follow_up()).refusal(reopen()), Refusal::TaskOpen);
    assert_eq!(Stage::rep().refusal(reopen()), Refusal::TaskUnknown { task: task_id() });
}
