//! Judging photos and taking a verdict back.

use crate::sample::*;
use domain::Refusal;
use domain::commands::{JudgePhoto, TakeBackVerdict};
use domain::id::VerdictId;
use domain::limits::TEXT_CHARS;
use domain::records::*;
use domain::rules::review::is_drawn;
use jiff::civil::date;

fn pass() -> JudgePhoto {
    JudgePhoto {
        verdict: verdict_id(),
        photo: photo_id(),
        ruling: Ruling::Pass,
        reasons: vec![RedoReason::Mixed],
        points: vec![],
        note: " 很好 ".into(),
        seen: None,
        task: task_id(),
        due: date(2026, 3, 12),
    }
}

fn redo() -> JudgePhoto {
    JudgePhoto { ruling: Ruling::Redo, reasons: vec![RedoReason::Unclear], points: vec![2], ..pass() }
}

fn take_back() -> TakeBackVerdict {
    TakeBackVerdict { photo: photo_id(), verdict: verdict_id() }
}

fn stage() -> Stage {
    Stage::manager().having(ended(a_visit_with_photo())).having(a_photo())
}

/// Another judge's verdict stands, and has sent the photo back.
fn judged() -> Stage {
    stage()
        .having(Photo { verdict: Some(verdict_id()), ruling: Some(Ruling::Redo), ..a_photo() })
        .having(a_redo_verdict())
        .having(a_redo_task())
}

#[test]
fn a_passed_photo_carries_its_verdict_and_owes_nothing() {
    let stage = stage().after(pass());
    let photo = stage.get::<Photo>(photo_id());
    assert_eq!((photo.verdict, photo.ruling), (Some(verdict_id()), Some(Ruling::Pass)));
    let verdict = stage.get::<Verdict>(verdict_id());
    assert_eq!((verdict.judge, verdict.judge_name.as_str(), verdict.note.as_str()), (manager(), "赵强", "很好"));
    assert_eq!((verdict.task, verdict.replaces, &verdict.reasons), (None, None, &vec![]), "a pass has no reasons");
    assert!(stage.world.get::<Task>(task_id()).is_none());
}

#[test]
fn a_photo_that_is_sent_back_becomes_the_reps_task() {
    let stage = stage().after(JudgePhoto { points: vec![], ..redo() });
    let task = stage.get::<Task>(task_id());
    assert_eq!((task.owner, task.outlet, task.due, task.is_open()), (rep(), outlet(), date(2026, 3, 12), true));
    assert_eq!(task.kind, a_redo_task().kind);
    assert_eq!(task.asked_by_name, "赵强");
    assert_eq!(stage.get::<Verdict>(verdict_id()).task, Some(task_id()));
}

#[test]
fn a_photo_that_goes_back_says_which_points_of_its_standard_are_to_be_mended() {
    let held = Photo { standard: Some(id(5)), ..a_photo() };
    let asks = |number: usize| StandardPoint {
        words: words(["满陈列", "价签对齐", "没有别家"][number]),
        at: (500, 500),
    };
    let standard = DisplayStandard {
        id: id(5),
        lineage: "shelf".into(),
        version: 1,
        name: words("主货架"),
        classes: vec![OutletClass::B],
        reference: None,
        points: (0..3).map(asks).collect(),
        from: domain::time::Moment(0),
        scope: domain::Scope::Company,
    };
    let command = JudgePhoto { points: vec![3, 1, 3, 9, 0], ..redo() };
    let missed = |stage: Stage| match stage.after(command.clone()).get::<Task>(task_id()).kind.clone() {
        TaskKind::Redo { missed, .. } => missed,
        TaskKind::FollowUp { .. } => panic!("it is a redo"),
    };
    let point = |number, said: &str| MissedPoint { number, words: words(said) };
    assert_eq!(missed(stage().having(held.clone()).having(standard)), [point(1, "满陈列"), point(3, "没有别家")]);
    let numbers: Vec<u8> = missed(stage().having(held)).iter().map(|point| point.number).collect();
    assert_eq!(numbers, [1, 3, 9], "where the standard is not known its numbers are");
    let unheld = Photo { standard: None, ..a_photo() };
    assert_eq!(missed(stage().having(unheld)), [], "points of nothing");
}

#[test]
fn a_later_verdict_replaces_the_one_it_has_seen_and_calls_off_its_task() {
    let again = JudgePhoto { verdict: id(71), seen: Some(verdict_id()), ..pass() };
    let stage = judged().after(again);
    assert_eq!(stage.get::<Verdict>(id(71)).replaces, Some(verdict_id()));
    let closed = stage.get::<Task>(task_id()).closed.clone().unwrap();
    assert!(closed.withdrawn && closed.by == manager());
    assert_eq!(stage.get::<Verdict>(verdict_id()), &a_redo_verdict(), "history is kept");
}

#[test]
fn a_redo_that_was_done_is_not_called_off_by_a_later_verdict() {
    let done = Task { closed: Some(closing(Some(id(61)), false)), ..a_redo_task() };
    let again = JudgePhoto { verdict: id(71), seen: Some(verdict_id()), ..pass() };
    assert_eq!(judged().having(done.clone()).after(again).get::<Task>(task_id()), &done);
}

#[test]
fn a_rep_judges_nothing() {
    let rep = Stage::rep().having(ended(a_visit_with_photo())).having(a_photo());
    assert_eq!(rep.refusal(pass()), Refusal::NotYourRole);
    assert_eq!(rep.refusal(take_back()), Refusal::NotYourRole);
}

#[test]
fn a_photo_that_is_not_known_is_not_judged() {
    let refusal = Refusal::PhotoUnknown { photo: photo_id() };
    assert_eq!(Stage::manager().refusal(pass()), refusal);
    assert_eq!(Stage::manager().refusal(take_back()), refusal);
    assert_eq!(stage().refusal(take_back()), refusal, "the photo is there and the verdict is not");
    let others = Verdict { photo: id(61), ..a_redo_verdict() };
    assert_eq!(stage().having(others).refusal(take_back()), refusal);
}

#[test]
fn a_photo_of_a_visit_that_goes_on_or_is_not_here_is_not_judged() {
    assert_eq!(stage().having(a_visit_with_photo()).refusal(pass()), Refusal::VisitStillOpen);
    assert_eq!(stage().without::<Visit>(visit_id()).refusal(pass()), Refusal::VisitStillOpen);
}

#[test]
fn two_judges_who_have_not_seen_each_other_are_never_last_write_wins() {
    let refusal = judged().refusal(JudgePhoto { verdict: id(71), task: id(81), ..redo() });
    assert_eq!(refusal, Refusal::JudgedByOther { judge_name: "赵强".into() });
    let imagined = JudgePhoto { seen: Some(id(75)), ..pass() };
    assert_eq!(stage().refusal(imagined), Refusal::JudgedByOther { judge_name: String::new() });
}

#[test]
fn a_verdict_never_takes_the_place_of_another_one_or_of_a_task() {
    let elsewhere = Verdict { photo: id(61), territory: id(12), judge_name: "孙丽".into(), ..a_redo_verdict() };
    assert_eq!(stage().having(elsewhere).refusal(pass()), Refusal::JudgedByOther { judge_name: "孙丽".into() });
    let taken = stage().having(Task { territory: id(12), ..a_follow_up() });
    assert_eq!(taken.refusal(redo()), Refusal::TaskClosed);
    assert!(taken.decide(pass()).is_ok(), "a pass gives no task, so its id does not matter");
}

#[test]
fn a_redo_needs_a_reason() {
    assert_eq!(stage().refusal(JudgePhoto { reasons: vec![], ..redo() }), Refusal::RedoNeedsReason);
}

#[test]
fn a_verdicts_note_has_a_limit() {
    let long = JudgePhoto { note: "长".repeat(TEXT_CHARS + 1), ..pass() };
    assert_eq!(stage().refusal(long), Refusal::TooLong { limit: TEXT_CHARS as u32 });
}

#[test]
fn a_verdict_that_is_taken_back_leaves_the_photo_unjudged_and_its_task_called_off() {
    let stage = judged().after(take_back());
    let photo = stage.get::<Photo>(photo_id());
    assert_eq!((photo.verdict, photo.ruling), (None, None));
    assert!(stage.get::<Verdict>(verdict_id()).taken_back);
    assert!(stage.get::<Task>(task_id()).closed.as_ref().unwrap().withdrawn);
    let again = JudgePhoto { verdict: id(71), task: id(81), ..redo() };
    assert!(stage.decide(again).is_ok(), "and it can be judged anew");
}

#[test]
fn only_ones_own_standing_verdict_is_taken_back() {
    let refusal = Refusal::JudgedByOther { judge_name: "赵强".into() };
    assert_eq!(judged().acting_as(id(29)).refusal(take_back()), refusal);
    let replaced = judged().having(Photo { verdict: Some(id(71)), ..a_photo() });
    assert_eq!(replaced.refusal(take_back()), refusal);
}

#[test]
fn a_verdict_whose_redo_has_been_done_is_not_taken_back() {
    let done = Task { closed: Some(closing(Some(id(61)), false)), ..a_redo_task() };
    assert_eq!(judged().having(done).refusal(take_back()), Refusal::TaskClosed);
}

/// A verdict on which the lot falls, and one on which it does not.
fn lots() -> (VerdictId, VerdictId) {
    let first = |wanted| (1_000..).map(id::<VerdictId>).find(|verdict| is_drawn(*verdict) == wanted).unwrap();
    (first(true), first(false))
}

/// Somebody else has passed the photo.
fn passed_by(judge: u128, verdict: VerdictId) -> Stage {
    let first = Verdict {
        id: verdict,
        judge: id(judge),
        ruling: Ruling::Pass,
        reasons: vec![],
        task: None,
        ..a_redo_verdict()
    };
    stage().having(Photo { verdict: Some(verdict), ruling: Some(Ruling::Pass), ..a_photo() }).having(first)
}

fn second(verdict: VerdictId, of: VerdictId) -> JudgePhoto {
    JudgePhoto { verdict, seen: Some(of), ..pass() }
}

#[test]
fn a_second_pair_of_eyes_that_says_the_same_is_noted_beside_the_first() {
    let (drawn, _) = lots();
    let stage = passed_by(29, drawn).after(second(id(71), drawn));
    let photo = stage.get::<Photo>(photo_id());
    assert_eq!(photo.audit, Some(Audit { first: drawn, second: id(71), agrees: true }));
    assert_eq!((photo.verdict, photo.ruling), (Some(id(71)), Some(Ruling::Pass)));
    assert!(!stage.get::<Verdict>(drawn).taken_back, "history is kept");
}

#[test]
fn a_second_pair_of_eyes_that_sees_a_fault_sends_the_photo_back_and_is_noted_as_other() {
    let (drawn, _) = lots();
    let stage = passed_by(29, drawn).after(JudgePhoto { verdict: id(71), seen: Some(drawn), ..redo() });
    let photo = stage.get::<Photo>(photo_id());
    assert_eq!((photo.audit.map(|audit| audit.agrees), photo.ruling), (Some(false), Some(Ruling::Redo)));
    assert!(stage.get::<Task>(task_id()).is_open());
}

#[test]
fn nobody_is_their_own_second_pair_of_eyes_and_nobody_looks_where_the_lot_did_not_fall() {
    let (drawn, other) = lots();
    let own = Stage::manager().acting_as(id(29)).having(ended(a_visit_with_photo()));
    let first = Verdict { id: drawn, judge: id(29), ruling: Ruling::Pass, task: None, ..a_redo_verdict() };
    let own = own.having(Photo { verdict: Some(drawn), ruling: Some(Ruling::Pass), ..a_photo() }).having(first);
    assert_eq!(own.after(second(id(71), drawn)).get::<Photo>(photo_id()).audit, None);
    assert_eq!(passed_by(29, other).after(second(id(71), other)).get::<Photo>(photo_id()).audit, None);
}

#[test]
fn an_audit_happens_once_and_later_verdicts_leave_it() {
    let (drawn, _) = lots();
    let again = (2_000..).map(id::<VerdictId>).find(|verdict| is_drawn(*verdict)).unwrap();
    let stage = passed_by(29, drawn).after(second(again, drawn));
    let audit = stage.get::<Photo>(photo_id()).audit;
    let later = stage.acting_as(id(28)).after(second(id(72), again));
    assert_eq!(later.get::<Photo>(photo_id()).audit, audit);
}

#[test]
fn what_the_second_pair_of_eyes_takes_back_leaves_the_first_verdict_standing() {
    let (drawn, _) = lots();
    let seen = passed_by(29, drawn).after(JudgePhoto { verdict: id(71), seen: Some(drawn), ..redo() });
    let stage = seen.after(TakeBackVerdict { photo: photo_id(), verdict: id(71) });
    let photo = stage.get::<Photo>(photo_id());
    assert_eq!((photo.verdict, photo.ruling, photo.audit), (Some(drawn), Some(Ruling::Pass), None));
    assert!(stage.get::<Task>(task_id()).closed.as_ref().unwrap().withdrawn);
}
