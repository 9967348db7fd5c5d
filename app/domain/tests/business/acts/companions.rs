//! Who came along on a visit, and as what.

use crate::sample::*;
use domain::commands::NoteCompanion;
use domain::limits::{COMPANIONS, SHORT_TEXT_CHARS, TEXT_CHARS};
use domain::records::{Companion, JointRole, Visit};
use domain::{Refusal, Scope};

fn note(name: &str) -> NoteCompanion {
    NoteCompanion {
        visit: visit_id(),
        name: name.into(),
        role: JointRole::Trainer,
        feedback: " 先看价签 ".into(),
        next: " 周三前换价签 ".into(),
    }
}

fn stage() -> Stage {
    Stage::rep().having(a_visit())
}

fn companions(stage: &Stage) -> Vec<(u128, String)> {
    let companions = &stage.get::<Visit>(visit_id()).companions;
    companions.iter().map(|companion| (companion.by.0.as_u128(), companion.name.clone())).collect()
}

fn by(number: u128) -> Companion {
    Companion {
        by: id(number),
        name: "周岚".into(),
        role: JointRole::Evaluator,
        feedback: String::new(),
        next: String::new(),
        at: morning(),
    }
}

#[test]
fn the_rep_writes_down_who_came_along_as_what_they_said_and_what_comes_next() {
    let stage = stage().after(note(" 赵强 "));
    let wanted = Companion {
        by: rep(),
        name: "赵强".into(),
        role: JointRole::Trainer,
        feedback: "先看价签".into(),
        next: "周三前换价签".into(),
        at: morning(),
    };
    assert_eq!(stage.get::<Visit>(visit_id()).companions, [wanted]);
}

#[test]
fn writing_again_takes_the_place_of_ones_own_entry_and_no_name_takes_it_back() {
    let stage = stage().after(note("赵强")).after(note("周岚"));
    assert_eq!(companions(&stage), [(20, "周岚".into())]);
    let back = stage.after(note(" ")).after(note(""));
    assert_eq!(companions(&back), []);
}

#[test]
fn the_companion_writes_beside_the_rep_also_after_the_visit() {
    let visit = ended(stage().after(note("赵强")).get::<Visit>(visit_id()).clone());
    let stage = Stage::manager().having(visit).after(note("赵强"));
    assert_eq!(companions(&stage), [(20, "赵强".into()), (22, "赵强".into())]);
    let stage = stage.after(note(""));
    assert_eq!(companions(&stage), [(20, "赵强".into())], "what others wrote stays");
    assert!(!stage.get::<Visit>(visit_id()).is_open());
}

#[test]
fn a_rep_writes_in_their_own_open_visit_only() {
    assert_eq!(Stage::rep().refusal(note("赵强")), Refusal::VisitUnknown { visit: visit_id() });
    assert_eq!(Stage::manager().refusal(note("赵强")), Refusal::VisitUnknown { visit: visit_id() });
    assert_eq!(Stage::rep().having(ended(a_visit())).refusal(note("赵强")), Refusal::VisitEnded);
    let refusal = stage().acting_as(other_rep()).refusal(note("赵强"));
    assert_eq!(refusal, Refusal::NotYourVisit { rep_name: "李娜".into() });
}

#[test]
fn more_people_than_fit_are_refused_but_ones_own_entry_can_still_be_changed() {
    let full = |from: u128| Visit { companions: (from..).take(COMPANIONS).map(by).collect(), ..a_visit() };
    let refusal = Stage::rep().having(full(200)).refusal(note("赵强"));
    assert_eq!(refusal, Refusal::TooManyCompanions { limit: COMPANIONS as u32 });
    let mine = Stage::rep().having(full(20)).after(note("赵强"));
    assert_eq!(companions(&mine).len(), COMPANIONS);
    assert!(Stage::rep().having(full(200)).decide(note("")).is_ok(), "taking back is always possible");
}

#[test]
fn texts_that_are_too_long_are_refused_with_the_limit() {
    let name = note(&"长".repeat(SHORT_TEXT_CHARS + 1));
    assert_eq!(stage().refusal(name), Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 });
    let feedback = NoteCompanion { feedback: "长".repeat(TEXT_CHARS + 1), ..note("赵强") };
    assert_eq!(stage().refusal(feedback), Refusal::TooLong { limit: TEXT_CHARS as u32 });
}

#[test]
fn nobody_writes_into_a_visit_outside_their_areas() {
    let refusal = Refusal::OutsideYourArea { name: String::new() };
    let elsewhere = vec![Scope::Company, Scope::Territory(other_territory())];
    assert_eq!(stage().holding(elsewhere.clone()).refusal(note("赵强")), refusal);
    assert_eq!(Stage::manager().having(a_visit()).holding(elsewhere).refusal(note("赵强")), refusal);
}
