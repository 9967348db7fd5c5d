//! What a task asks for to be closed, where it came from and what it is worth.

use crate::sample::*;
use domain::Refusal;
use domain::commands::{CloseTask, LeaveTask};
use domain::limits::{MONEY_MOST, TEXT_CHARS};
use domain::measure::Money;
use domain::records::{Evidence, Origin, Photo, Responsible, Task, TaskClosing, Visit};

fn asking(evidence: Evidence) -> Stage {
    Stage::rep().having(Task { evidence, ..a_follow_up() }).having(a_photo())
}

fn shown(photo: u128) -> CloseTask {
    CloseTask { photo: Some(id(photo)), ..close_task() }
}

fn said(words: &str) -> CloseTask {
    CloseTask { words: words.into(), ..close_task() }
}

fn closing_of(stage: &Stage) -> Option<TaskClosing> {
    stage.get::<Task>(task_id()).closed.clone()
}

fn from(visit: u128) -> LeaveTask {
    LeaveTask { origin: Some(Origin { visit: id(visit), item: "number".into() }), ..leave_task() }
}

#[test]
fn a_task_keeps_its_origin_its_partner_its_evidence_and_what_is_at_risk() {
    let leave = LeaveTask {
        evidence: Evidence::Photo,
        with: Some(Responsible::Dealer(id(35))),
        at_risk: Some(Money(MONEY_MOST)),
        ..from(50)
    };
    let stage = Stage::rep().having(ended(a_visit())).after(leave.clone());
    let task = stage.get::<Task>(task_id());
    assert_eq!((&task.origin, task.evidence), (&leave.origin, Evidence::Photo));
    assert_eq!((task.with, task.at_risk, &task.placed), (leave.with, leave.at_risk, &None));
}

#[test]
fn a_task_comes_from_a_visit_to_the_same_shop_or_from_none() {
    let refusal = Refusal::VisitUnknown { visit: visit_id() };
    assert_eq!(Stage::rep().refusal(from(50)), refusal);
    let elsewhere = Visit { outlet: id(31), ..a_visit() };
    assert_eq!(Stage::rep().having(elsewhere).refusal(from(50)), refusal);
    assert!(Stage::rep().decide(leave_task()).is_ok());
}

#[test]
fn an_amount_at_risk_below_nothing_or_beyond_all_measure_is_refused() {
    for fen in [-1, MONEY_MOST + 1] {
        let leave = LeaveTask { at_risk: Some(Money(fen)), ..leave_task() };
        assert_eq!(Stage::rep().refusal(leave), Refusal::AmountUnfit { most: Money(MONEY_MOST) });
    }
}

#[test]
fn a_word_is_enough_where_nothing_more_was_asked_for() {
    for command in [close_task(), said("换好了"), shown(60)] {
        assert!(asking(Evidence::Word).decide(command).is_ok());
    }
}

#[test]
fn a_sentence_that_was_asked_for_has_to_be_there() {
    let needed = Refusal::EvidenceNeeded { evidence: Evidence::Sentence };
    for command in [close_task(), said("  "), shown(60)] {
        assert_eq!(asking(Evidence::Sentence).refusal(command), needed);
    }
    let stage = asking(Evidence::Sentence).after(said(" 换好了 "));
    assert_eq!(closing_of(&stage), Some(TaskClosing { words: "换好了".into(), ..closing(None, false) }));
}

#[test]
fn a_photo_that_was_asked_for_has_to_be_there_words_are_no_photo() {
    let needed = Refusal::EvidenceNeeded { evidence: Evidence::Photo };
    for command in [close_task(), said("换好了")] {
        assert_eq!(asking(Evidence::Photo).refusal(command), needed);
    }
    let stage = asking(Evidence::Photo).after(shown(60));
    assert_eq!(closing_of(&stage), Some(closing(Some(photo_id()), false)));
}

#[test]
fn the_manager_too_shows_what_they_asked_for() {
    let stage = Stage::manager().having(Task { evidence: Evidence::Photo, ..a_follow_up() });
    assert_eq!(stage.refusal(close_task()), Refusal::EvidenceNeeded { evidence: Evidence::Photo });
}

#[test]
fn a_photo_older_than_the_task_or_of_another_shop_is_no_evidence() {
    for evidence in [Evidence::Word, Evidence::Sentence, Evidence::Photo] {
        let older = Photo { taken_at: morning().plus(-1), ..a_photo() };
        assert_eq!(asking(evidence).having(older).refusal(shown(60)), Refusal::EvidenceOlder);
        let elsewhere = Photo { outlet: id(31), ..a_photo() };
        assert_eq!(asking(evidence).having(elsewhere).refusal(shown(60)), Refusal::EvidenceOlder);
    }
    let same_moment = asking(Evidence::Photo).having(Photo { taken_at: morning(), ..a_photo() });
    assert!(same_moment.decide(shown(60)).is_ok());
}

#[test]
fn a_photo_that_is_not_known_is_no_evidence() {
    assert_eq!(asking(Evidence::Photo).refusal(shown(61)), Refusal::PhotoUnknown { photo: id(61) });
}

#[test]
fn words_that_are_too_long_are_refused_with_the_limit() {
    let long = said(&"长".repeat(TEXT_CHARS + 1));
    assert_eq!(asking(Evidence::Word).refusal(long), Refusal::TooLong { limit: TEXT_CHARS as u32 });
}
