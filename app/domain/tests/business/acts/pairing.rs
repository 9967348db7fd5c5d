//! F33: a shelf before and after it was put right, in one visit, at one question.

use crate::sample::*;
use domain::Refusal;
use domain::commands::TakePhoto;
use domain::records::*;

fn stage() -> Stage {
    let after = Slot { after: Some("front".into()), ..slot("side") };
    let pair = item("photo", ItemKind::Photo { standard: None, slots: vec![slot("front"), after] });
    Stage::rep().having(a_visit()).having(checklist(vec![pair]))
}

#[test]
fn the_photo_after_names_the_one_before() {
    let stage = stage().after(take(61, "front")).after(take(62, "side"));
    assert_eq!(stage.get::<Photo>(id(62)).before, Some(id(61)));
    assert_eq!(stage.get::<Photo>(id(61)).before, None);
    let stage = stage.after(take(63, "side"));
    assert_eq!(stage.get::<Photo>(id(63)).before, Some(id(61)), "also when it is taken again");
}

#[test]
fn nothing_is_after_without_a_before() {
    assert_eq!(stage().refusal(take(61, "side")), Refusal::BeforeFirst);
    let stage = stage().after(take(61, "front")).after(drop_it(61));
    assert_eq!(stage.refusal(take(62, "side")), Refusal::BeforeFirst);
}

#[test]
fn once_the_shelf_has_been_put_right_the_photo_before_stays() {
    let stage = stage().after(take(61, "front")).after(take(62, "side"));
    assert_eq!(stage.refusal(take(63, "front")), Refusal::AfterTaken);
    assert_eq!(stage.refusal(drop_it(61)), Refusal::AfterTaken);
    assert!(stage.after(drop_it(62)).decide(drop_it(61)).is_ok(), "without the one after it may go");
}

#[test]
fn a_photo_after_that_was_sent_back_is_taken_again_alone() {
    let kind = TaskKind::Redo {
        photo: photo_id(),
        verdict: verdict_id(),
        item: "photo".into(),
        slot: "side".into(),
        reasons: vec![RedoReason::Unclear],
        missed: Vec::new(),
    };
    let stage = stage().having(Task { kind, ..a_follow_up() });
    let stage = stage.after(TakePhoto { redo: Some(task_id()), ..take(61, "side") });
    assert_eq!(stage.get::<Photo>(id(61)).before, None);
}
