//! Putting a task where it belongs on the board.

use crate::sample::*;
use domain::commands::PlaceTask;
use domain::limits::SHORT_TEXT_CHARS;
use domain::records::{Placed, Quadrant, Task};
use domain::{Refusal, Scope};

fn place(quadrant: Option<Quadrant>, because: &str) -> PlaceTask {
    PlaceTask { task: task_id(), quadrant, because: because.into() }
}

fn first() -> PlaceTask {
    place(Some(Quadrant::UrgentImportant), " 客户催 ")
}

fn stage() -> Stage {
    Stage::rep().having(a_follow_up())
}

fn placed(stage: &Stage) -> Option<Placed> {
    stage.get::<Task>(task_id()).placed.clone()
}

#[test]
fn its_owner_puts_a_task_elsewhere_and_says_why() {
    let stage = stage().after(first());
    let wanted = Placed { quadrant: Quadrant::UrgentImportant, because: "客户催".into(), at: morning() };
    assert_eq!(placed(&stage), Some(wanted));
    let without = Task { placed: None, ..stage.get::<Task>(task_id()).clone() };
    assert_eq!(without, a_follow_up(), "nothing else changes");
}

#[test]
fn putting_it_twice_is_once_and_no_place_gives_it_back_to_the_proposal() {
    let stage = stage().after(first());
    let again = stage.decide(first()).unwrap();
    assert_eq!(again.put, [stage.get::<Task>(task_id()).clone().into()]);
    for because in ["", "还是算了"] {
        assert_eq!(placed(&Stage::rep().having(a_follow_up()).after(first()).after(place(None, because))), None);
    }
    assert_eq!(placed(&stage.after(place(None, "")).after(place(None, ""))), None);
}

#[test]
fn a_redo_has_its_place_on_the_board_too() {
    assert!(Stage::rep().having(a_redo_task()).decide(first()).is_ok());
}

#[test]
fn against_the_proposal_a_reason_is_needed_and_not_more_than_fits() {
    assert_eq!(stage().refusal(place(Some(Quadrant::Neither), " ")), Refusal::WordsNeeded);
    let limit = Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 };
    for quadrant in [None, Some(Quadrant::Urgent)] {
        assert_eq!(stage().refusal(place(quadrant, &"长".repeat(SHORT_TEXT_CHARS + 1))), limit);
    }
}

#[test]
fn a_manager_may_put_it_elsewhere_and_another_rep_may_not() {
    let by_manager = Stage::manager().having(a_follow_up()).after(first());
    assert!(placed(&by_manager).is_some());
    assert_eq!(stage().acting_as(other_rep()).refusal(first()), Refusal::NotYourRole);
}

#[test]
fn a_task_that_is_not_known_or_over_has_no_place() {
    assert_eq!(Stage::rep().refusal(first()), Refusal::TaskUnknown { task: task_id() });
    let over = Task { closed: Some(closing(None, false)), ..a_follow_up() };
    assert_eq!(Stage::rep().having(over).refusal(first()), Refusal::TaskClosed);
}

#[test]
fn a_task_outside_ones_areas_stays_where_it_is() {
    let elsewhere = stage().holding(vec![Scope::Territory(other_territory())]);
    assert_eq!(elsewhere.refusal(first()), Refusal::OutsideYourArea { name: String::new() });
}
