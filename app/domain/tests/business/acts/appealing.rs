//! Speaking against a verdict, once for a photo.

use crate::sample::*;
use domain::Refusal;
use domain::commands::{AppealVerdict, JudgePhoto};
use domain::limits::TEXT_CHARS;
use domain::records::*;

fn appeal(because: &str) -> AppealVerdict {
    AppealVerdict { photo: photo_id(), verdict: verdict_id(), because: because.into() }
}

fn sent_back() -> Photo {
    Photo { verdict: Some(verdict_id()), ruling: Some(Ruling::Redo), ..a_photo() }
}

fn set_up(stage: Stage) -> Stage {
    let visit = Visit { check_out: Some(a_visit().check_in), ..a_visit_with_photo() };
    stage.having(visit).having(sent_back()).having(a_redo_verdict()).having(a_redo_task())
}

fn stage() -> Stage {
    set_up(Stage::rep())
}

fn answer(ruling: Ruling) -> JudgePhoto {
    JudgePhoto {
        verdict: id(72),
        photo: photo_id(),
        ruling,
        reasons: if ruling == Ruling::Redo { vec![RedoReason::Unclear] } else { vec![] },
        points: vec![],
        note: String::new(),
        seen: Some(verdict_id()),
        task: id(82),
        due: DAY,
    }
}

#[test]
fn the_rep_says_why_and_the_photo_is_still_owed() {
    let stage = stage().after(appeal(" 当天断货，单子在 "));
    let said = stage.get::<Photo>(photo_id()).open_appeal().cloned().expect("it waits for an answer");
    assert_eq!((said.against, said.because.as_str(), said.at), (verdict_id(), "当天断货，单子在", morning()));
    assert!(stage.get::<Task>(task_id()).is_open(), "a word changes nothing by itself");
    assert_eq!(stage.get::<Photo>(photo_id()).ruling, Some(Ruling::Redo));
}

#[test]
fn nobody_speaks_twice_against_the_verdicts_on_one_photo() {
    let stage = stage().after(appeal("看清楚"));
    assert_eq!(stage.refusal(appeal("再看")), Refusal::AppealedBefore);
    let mut world = set_up(Stage::manager());
    world.world.put(stage.get::<Photo>(photo_id()).clone());
    let upheld = world.after(answer(Ruling::Redo));
    assert!(upheld.get::<Photo>(photo_id()).open_appeal().is_none(), "it has been answered");
    let mut later = Stage::rep();
    later.world = upheld.world;
    let again = AppealVerdict { verdict: id(72), ..appeal("还是不对") };
    assert_eq!(later.refusal(again), Refusal::AppealedBefore);
}

#[test]
fn an_appeal_that_is_granted_takes_the_task_away() {
    let mut world = set_up(Stage::manager());
    world.world.put(stage().after(appeal("看清楚")).get::<Photo>(photo_id()).clone());
    let granted = world.after(answer(Ruling::Pass));
    let photo = granted.get::<Photo>(photo_id());
    assert_eq!(photo.appeal.as_ref().and_then(|appeal| appeal.answered), Some(id(72)));
    assert_eq!(photo.ruling, Some(Ruling::Pass));
    assert!(granted.get::<Task>(task_id()).closed.as_ref().is_some_and(|closed| closed.withdrawn));
}

#[test]
fn only_who_took_the_photo_and_only_against_the_verdict_that_stands() {
    let other = stage().acting_as(id(29)).refusal(appeal("看清楚"));
    assert_eq!(other, Refusal::NotYourVisit { rep_name: a_photo().rep_name });
    let passed = Verdict { ruling: Ruling::Pass, task: None, ..a_redo_verdict() };
    let judge_name = a_redo_verdict().judge_name;
    assert_eq!(
        stage().having(passed).refusal(appeal("看清楚")),
        Refusal::JudgedByOther { judge_name: judge_name.clone() }
    );
    let judged_anew = Photo { verdict: Some(id(72)), ..sent_back() };
    assert_eq!(stage().having(judged_anew).refusal(appeal("看清楚")), Refusal::JudgedByOther { judge_name });
    let unknown = Refusal::PhotoUnknown { photo: photo_id() };
    assert_eq!(stage().without::<Photo>(photo_id()).refusal(appeal("看清楚")), unknown);
    assert_eq!(stage().without::<Verdict>(verdict_id()).refusal(appeal("看清楚")), unknown);
}

#[test]
fn what_has_been_taken_again_is_not_argued_about() {
    let done = Task { closed: Some(closing(Some(id(62)), false)), ..a_redo_task() };
    assert_eq!(stage().having(done).refusal(appeal("看清楚")), Refusal::TaskClosed);
}

#[test]
fn it_needs_words_and_not_more_than_fit() {
    assert_eq!(stage().refusal(appeal("  ")), Refusal::WordsNeeded);
    let limit = Refusal::TooLong { limit: TEXT_CHARS as u32 };
    assert_eq!(stage().refusal(appeal(&"长".repeat(TEXT_CHARS + 1))), limit);
}
