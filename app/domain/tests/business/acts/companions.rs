//! Who came along on a visit, and as what.

use crate::sample::*;
use domain::commands::{NoteCompanion, ReadNote};
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
        read: None,
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
        read: None,
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

fn told(by: domain::id::UserId) -> Visit {
    let said = Companion { by, feedback: "先看价签".into(), at: morning(), ..by_nobody() };
    Visit { companions: vec![said], ..ended(a_visit()) }
}

fn by_nobody() -> Companion {
    by(99)
}

fn read(written: domain::time::Moment) -> ReadNote {
    ReadNote { visit: visit_id(), by: manager(), written }
}

#[test]
fn a_rep_says_that_a_note_was_read_and_the_first_time_stays() {
    let mut stage = Stage::rep().having(told(manager()));
    stage.context.captured_at = morning().plus(1_000);
    let stage = stage.after(read(morning()));
    let first = stage.get::<Visit>(visit_id()).companions[0].read;
    assert_eq!(first, Some(morning().plus(1_000)));
    let mut stage = stage;
    stage.context.captured_at = morning().plus(9_000);
    assert_eq!(stage.after(read(morning())).get::<Visit>(visit_id()).companions[0].read, first);
}

#[test]
fn words_that_were_written_anew_meanwhile_are_not_read_yet() {
    let stage = Stage::rep().having(told(manager())).after(read(morning().plus(-5)));
    assert_eq!(stage.get::<Visit>(visit_id()).companions[0].read, None);
    let own = Stage::rep().having(told(rep())).after(ReadNote { by: rep(), ..read(morning()) });
    assert_eq!(own.get::<Visit>(visit_id()).companions[0].read, None, "one's own words are nothing to read");
}

#[test]
fn only_the_rep_of_the_visit_reads_what_was_said_to_them() {
    let other = Stage::rep().having(told(manager())).acting_as(other_rep());
    assert!(matches!(other.refusal(read(morning())), Refusal::NotYourVisit { .. }));
    assert_eq!(Stage::rep().refusal(read(morning())), Refusal::VisitUnknown { visit: visit_id() });
}
