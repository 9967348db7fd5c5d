//! Taking photos and throwing them away.

use crate::sample::*;
use domain::Refusal;
use domain::commands::{AnswerItem, TakePhoto};
use domain::id::PhotoId;
use domain::limits::{PHOTO_BYTES, PHOTO_EDGE, PHOTOS_PER_VISIT, THUMBNAIL_BYTES};
use domain::records::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn redo(photo: u128) -> TakePhoto {
    TakePhoto { redo: Some(task_id()), ..take(photo, "front") }
}

fn stage() -> Stage {
    Stage::rep().having(a_visit())
}

fn slots(stage: &Stage) -> BTreeMap<String, PhotoId> {
    match stage.get::<Visit>(visit_id()).answers.get(&"photo".into()).map(|answer| &answer.value) {
        Some(AnswerValue::Photos(photos)) => photos.clone(),
        None => BTreeMap::new(),
        other => panic!("photos, not {other:?}"),
    }
}

fn evidence(stage: &Stage) -> Option<PhotoId> {
    stage.get::<Task>(task_id()).closed.as_ref().and_then(|closed| closed.photo)
}

#[test]
fn a_photo_goes_into_its_slot_and_is_counted() {
    let stage = stage().after(take(61, "front")).after(take(62, "side"));
    assert_eq!(slots(&stage), BTreeMap::from([("front".into(), id(61)), ("side".into(), id(62))]));
    assert_eq!(stage.get::<Visit>(visit_id()).photos, 2);
    let photo = stage.get::<Photo>(id(61));
    assert_eq!((photo.standard, photo.rep, photo.taken_at), (Some(id(5)), rep(), morning()));
    assert_eq!((photo.received_at, photo.ruling, &photo.picture), (None, None, &picture('b')));
}

#[test]
fn a_second_photo_in_a_slot_replaces_the_first_and_the_count_stays() {
    let stage = stage().after(take(61, "front")).after(take(62, "front"));
    assert_eq!(slots(&stage), BTreeMap::from([("front".into(), id(62))]));
    assert_eq!(stage.get::<Visit>(visit_id()).photos, 1);
    assert!(stage.world.get::<Photo>(id(61)).is_none());
}

#[test]
fn a_photo_for_a_redo_closes_its_task() {
    let stage = stage().having(a_redo_task()).after(redo(61));
    let task = stage.get::<Task>(task_id());
    assert_eq!(task.closed, Some(TaskClosing { photo: Some(id(61)), ..closing(None, false) }));
    assert_eq!(stage.get::<Photo>(id(61)).redo_of, Some(task_id()));
}

#[test]
fn a_retake_for_a_redo_is_the_new_evidence_whether_the_phone_says_so_or_not() {
    for again in [redo(62), take(62, "front")] {
        let stage = stage().having(a_redo_task()).after(redo(61)).after(again);
        assert_eq!(evidence(&stage), Some(id(62)));
        assert_eq!(stage.get::<Photo>(id(62)).redo_of, Some(task_id()));
    }
}

#[test]
fn dropping_the_evidence_opens_the_task_again() {
    for again in [redo(62), take(62, "front")] {
        let stage = stage().having(a_redo_task()).after(redo(61)).after(again).after(drop_it(62));
        assert!(stage.get::<Task>(task_id()).is_open());
    }
}

#[test]
fn a_retake_for_another_task_leaves_no_task_with_a_photo_that_is_gone() {
    let second = Task { id: id(81), ..a_redo_task() };
    let stage = stage().having(a_redo_task()).having(second).after(redo(61));
    let stage = stage.after(TakePhoto { redo: Some(id(81)), ..take(62, "front") });
    assert_eq!(evidence(&stage), Some(id(62)));
    assert_eq!(stage.get::<Task>(id(81)).closed.as_ref().unwrap().photo, Some(id(62)));
}

#[test]
fn a_retake_does_not_fail_because_its_task_was_called_off_in_between() {
    let stage = stage().having(a_redo_task()).after(redo(61));
    let stage = stage.having(Task { closed: Some(closing(None, true)), ..a_redo_task() }).after(take(62, "front"));
    assert!(stage.get::<Task>(task_id()).closed.as_ref().unwrap().withdrawn);
    assert_eq!(stage.get::<Photo>(id(62)).redo_of, None);
}

#[test]
fn a_dropped_photo_leaves_its_slot_and_its_visit_as_they_were() {
    let before = stage();
    let after = stage().after(take(61, "front")).after(drop_it(61));
    assert_eq!(after.get::<Visit>(visit_id()), before.get::<Visit>(visit_id()));
    assert!(after.world.get::<Photo>(id(61)).is_none());
    let one_left = stage().after(take(61, "front")).after(take(62, "side")).after(drop_it(61));
    assert_eq!(slots(&one_left), BTreeMap::from([("side".into(), id(62))]));
    assert_eq!(one_left.get::<Visit>(visit_id()).photos, 1);
}

#[test]
fn a_photo_is_refused_where_its_visit_cannot_be_changed() {
    let unknown = Refusal::VisitUnknown { visit: visit_id() };
    let not_yours = Refusal::NotYourVisit { rep_name: "李娜".into() };
    assert_eq!(Stage::rep().refusal(take(61, "front")), unknown);
    assert_eq!(Stage::rep().refusal(drop_it(61)), unknown);
    let others = || stage().having(a_visit_with_photo()).having(a_photo()).acting_as(other_rep());
    assert_eq!(others().refusal(take(61, "front")), not_yours);
    assert_eq!(others().refusal(drop_it(60)), not_yours);
    let over = || Stage::rep().having(ended(a_visit_with_photo())).having(a_photo());
    assert_eq!(over().refusal(take(61, "front")), Refusal::VisitEnded);
    assert_eq!(over().refusal(drop_it(60)), Refusal::VisitEnded);
}

#[test]
fn a_photo_id_that_is_taken_is_refused() {
    let refusal = stage().after(take(61, "front")).refusal(take(61, "side"));
    assert_eq!(refusal, Refusal::PhotoExists { photo: id(61) });
}

#[test]
fn a_photo_without_its_checklist_is_refused() {
    assert_eq!(stage().without::<Checklist>(id(4)).refusal(take(61, "front")), Refusal::ChecklistUnknown);
}

#[test]
fn a_photo_for_a_question_or_a_slot_that_is_not_there_is_refused() {
    let cases = [
        ("elsewhere", "front", Refusal::ItemUnknown { item: "elsewhere".into() }),
        ("text", "front", Refusal::AnswerOfOtherKind { item: "text".into() }),
        ("photo", "roof", Refusal::AnswerNotOnList { item: "photo".into() }),
    ];
    for (item, slot, refusal) in cases {
        assert_eq!(stage().refusal(TakePhoto { item: item.into(), ..take(61, slot) }), refusal);
    }
}

#[test]
fn a_picture_that_is_no_picture_or_too_large_is_refused() {
    let good = picture('b');
    let unfit = [
        PhotoRef { hash: "b".repeat(63), ..good.clone() },
        PhotoRef { hash: "B".repeat(64), ..good.clone() },
        PhotoRef { hash: "g".repeat(64), ..good.clone() },
        PhotoRef { bytes: 0, ..good.clone() },
        PhotoRef { bytes: PHOTO_BYTES + 1, ..good.clone() },
        PhotoRef { width: 0, ..good.clone() },
        PhotoRef { height: PHOTO_EDGE + 1, ..good.clone() },
    ];
    for picture in unfit {
        assert_eq!(stage().refusal(TakePhoto { picture: picture.clone(), ..take(61, "front") }), Refusal::PhotoUnfit);
    }
    let thumbnail = "A".repeat(THUMBNAIL_BYTES.div_ceil(3) * 4 + 1);
    assert_eq!(stage().refusal(TakePhoto { thumbnail, ..take(61, "front") }), Refusal::PhotoUnfit);
    let look = Look { print: None, doubts: vec![Doubt::Dark; 4] };
    assert_eq!(stage().refusal(TakePhoto { look, ..take(61, "front") }), Refusal::PhotoUnfit);
    let largest = PhotoRef { bytes: PHOTO_BYTES, width: PHOTO_EDGE, height: PHOTO_EDGE, ..good };
    let thumbnail = "A".repeat(THUMBNAIL_BYTES.div_ceil(3) * 4);
    assert!(stage().decide(TakePhoto { picture: largest, thumbnail, ..take(61, "front") }).is_ok());
}

#[test]
fn more_photos_than_a_visit_holds_are_refused_but_a_retake_is_not() {
    let full = Visit { photos: PHOTOS_PER_VISIT as u32, ..a_visit_with_photo() };
    let stage = Stage::rep().having(full).having(a_photo());
    assert_eq!(stage.refusal(take(61, "side")), Refusal::TooManyPhotos { limit: PHOTOS_PER_VISIT as u32 });
    assert!(stage.decide(take(61, "front")).is_ok());
}

#[test]
fn a_redo_of_a_task_that_is_unknown_or_over_or_for_something_else_is_refused() {
    assert_eq!(stage().refusal(redo(61)), Refusal::TaskUnknown { task: task_id() });
    let over = Task { closed: Some(closing(Some(id(99)), false)), ..a_redo_task() };
    assert_eq!(stage().having(over).refusal(redo(61)), Refusal::TaskClosed);
    let called_off = Task { closed: Some(closing(None, true)), ..a_redo_task() };
    assert_eq!(stage().having(called_off).refusal(redo(61)), Refusal::TaskClosed);
    let elsewhere = Task { outlet: id(31), ..a_redo_task() };
    assert_eq!(stage().having(elsewhere).refusal(redo(61)), Refusal::TaskForOther);
    let side = TakePhoto { slot: "side".into(), ..redo(61) };
    assert_eq!(stage().having(a_redo_task()).refusal(side), Refusal::TaskForOther);
    assert_eq!(stage().having(a_follow_up()).refusal(redo(61)), Refusal::TaskForOther);
}

#[test]
fn dropping_a_photo_that_is_not_of_this_visit_is_refused() {
    assert_eq!(stage().refusal(drop_it(61)), Refusal::PhotoUnknown { photo: id(61) });
    let elsewhere = stage().having(Photo { visit: id(51), ..a_photo() });
    assert_eq!(elsewhere.refusal(drop_it(60)), Refusal::PhotoUnknown { photo: photo_id() });
}

proptest! {
    /// Whatever is taken, retaken, dropped and answered: every slot names a photo that is there, every photo
    /// has a slot, the count is their number, and a task is closed exactly while its evidence is there.
    #[test]
    fn slots_photos_count_and_task_always_agree(acts in prop::collection::vec((0_u8..5, 0_u128..6, any::<bool>()), 1..24)) {
        let mut stage = stage().having(a_redo_task());
        for (act, photo, front) in acts {
            let slot = if front { "front" } else { "side" };
            let command: domain::Command = match act {
                0 => take(60 + photo, slot).into(),
                1 => redo(60 + photo).into(),
                2 => AnswerItem { visit: visit_id(), item: "photo".into(), value: None, confirmed: false }.into(),
                _ => drop_it(60 + photo).into(),
            };
            // A refusal is fine: the world is then as it was.
            command.carry_out(&mut stage.world, &stage.context).ok();
            let mut in_slots: Vec<PhotoId> = slots(&stage).into_values().collect();
            in_slots.sort_unstable();
            let there: Vec<PhotoId> = stage.world.all::<Photo>().map(|photo| photo.id).collect();
            prop_assert_eq!(&in_slots, &there);
            prop_assert_eq!(stage.get::<Visit>(visit_id()).photos as usize, there.len());
            let settled = stage.world.all::<Photo>().find(|photo| photo.redo_of == Some(task_id())).map(|photo| photo.id);
            prop_assert_eq!(evidence(&stage), settled);
            prop_assert_eq!(stage.get::<Task>(task_id()).is_open(), settled.is_none());
        }
    }
}
