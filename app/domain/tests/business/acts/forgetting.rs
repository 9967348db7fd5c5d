//! Visits that nobody checked out of.

use crate::sample::*;
use domain::Refusal;
use domain::commands::{AnswerItem, EndForgotten};
use domain::limits::{FORGOTTEN_AFTER_MILLIS, TEXT_CHARS};
use domain::records::{AnswerValue, Item, Visit};

fn end() -> EndForgotten {
    EndForgotten { visit: visit_id(), note: String::new() }
}

/// An answer is given ten minutes after the check-in; then so much time passes.
fn left_for(millis: i64, required: bool) -> Stage {
    let items = items_of_every_kind().into_iter().map(|item| Item { required: required && item.required, ..item });
    let mut stage = Stage::rep().having(a_visit()).having(checklist(items.collect()));
    stage.context.captured_at = morning().plus(600_000);
    let yes = Some(AnswerValue::YesNo(true));
    let mut stage = stage.after(AnswerItem { visit: visit_id(), item: "yes_no".into(), value: yes, confirmed: false });
    stage.context.captured_at = stage.context.captured_at.plus(millis);
    stage
}

#[test]
fn a_forgotten_visit_ends_when_the_rep_last_did_something_and_is_marked() {
    let stage = left_for(FORGOTTEN_AFTER_MILLIS, true).after(EndForgotten { note: " 补货 ".into(), ..end() });
    let visit = stage.get::<Visit>(visit_id());
    assert_eq!((visit.stayed(), visit.forgotten), (Some(600_000), Some(stage.context.captured_at)));
    assert_eq!(visit.answers.len(), 1, "what was answered is kept");
    assert_eq!(visit.note, "补货", "what was written is kept");
    assert_eq!(visit.score, None, "half a checklist comes to no score");
}

#[test]
fn a_forgotten_visit_that_was_fully_answered_has_its_score() {
    let stage = left_for(FORGOTTEN_AFTER_MILLIS, false).after(end());
    assert_eq!(stage.get::<Visit>(visit_id()).score.as_ref().map(|score| score.points), Some(10));
}

#[test]
fn a_visit_in_which_something_was_just_done_goes_on() {
    assert_eq!(left_for(FORGOTTEN_AFTER_MILLIS - 1, true).refusal(end()), Refusal::VisitGoesOn);
}

#[test]
fn an_ended_visit_and_somebody_elses_cannot_be_forgotten() {
    let stage = left_for(FORGOTTEN_AFTER_MILLIS, true);
    assert_eq!(left_for(FORGOTTEN_AFTER_MILLIS, true).after(end()).refusal(end()), Refusal::VisitEnded);
    let refusal = stage.acting_as(other_rep()).refusal(end());
    assert_eq!(refusal, Refusal::NotYourVisit { rep_name: "李娜".into() });
    let long = EndForgotten { note: "长".repeat(TEXT_CHARS + 1), ..end() };
    let refusal = left_for(FORGOTTEN_AFTER_MILLIS, true).refusal(long);
    assert_eq!(refusal, Refusal::TooLong { limit: TEXT_CHARS as u32 });
}
