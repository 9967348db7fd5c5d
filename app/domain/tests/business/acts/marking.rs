//! Drawing on a photo, and keeping one that looks like another.

use crate::sample::*;
use domain::Refusal;
use domain::commands::{AnnotatePhoto, KeepPhoto};
use domain::id::{UserId, VisitId};
use domain::limits::{MARK_CHARS, MARKS_PER_PHOTO};
use domain::records::*;

fn frame() -> Mark {
    Mark::Frame(Spot { x: 100, y: 100 }, Spot { x: 400, y: 300 })
}

fn draw(marks: Vec<Mark>) -> AnnotatePhoto {
    AnnotatePhoto { photo: photo_id(), visit: visit_id(), marks }
}

fn keep(because: &str) -> KeepPhoto {
    KeepPhoto { photo: photo_id(), visit: visit_id(), because: because.into() }
}

fn stage() -> Stage {
    Stage::rep().having(a_visit_with_photo()).having(a_photo())
}

fn drawn(stage: &Stage) -> Vec<(UserId, Vec<Mark>)> {
    let photo = stage.get::<Photo>(photo_id());
    photo.annotations.iter().map(|annotation| (annotation.by, annotation.marks.clone())).collect()
}

#[test]
fn what_is_drawn_stays_beside_the_bytes() {
    let stage = stage().after(draw(vec![frame()]));
    assert_eq!(drawn(&stage), [(rep(), vec![frame()])]);
    assert_eq!(stage.get::<Photo>(photo_id()).picture, a_photo().picture, "the evidence is untouched");
}

#[test]
fn drawing_again_replaces_ones_own_and_an_empty_hand_wipes_it() {
    let word = Mark::Words(Spot { x: 0, y: 1_000 }, "缺货".into());
    let stage = stage().after(draw(vec![frame()])).after(draw(vec![frame(), word.clone()]));
    assert_eq!(drawn(&stage), [(rep(), vec![frame(), word])]);
    assert_eq!(drawn(&stage.after(draw(vec![]))), []);
}

#[test]
fn a_manager_draws_beside_the_rep_also_after_the_visit() {
    let theirs = Annotation { by: rep(), by_name: "李娜".into(), marks: vec![frame()] };
    let photo = Photo { annotations: vec![theirs], ..a_photo() };
    let stage = Stage::manager().having(ended(a_visit_with_photo())).having(photo).after(draw(vec![frame()]));
    assert_eq!(drawn(&stage), [(rep(), vec![frame()]), (manager(), vec![frame()])]);
    assert_eq!(drawn(&stage.after(draw(vec![]))), [(rep(), vec![frame()])]);
}

#[test]
fn a_rep_draws_on_photos_of_their_own_open_visit_only() {
    let over = Stage::rep().having(ended(a_visit_with_photo())).having(a_photo());
    assert_eq!(over.refusal(draw(vec![frame()])), Refusal::VisitEnded);
    assert_eq!(
        stage().acting_as(other_rep()).refusal(draw(vec![frame()])),
        Refusal::NotYourVisit { rep_name: "李娜".into() }
    );
    assert_eq!(Stage::rep().having(a_visit()).refusal(draw(vec![])), Refusal::PhotoUnknown { photo: photo_id() });
}

#[test]
fn a_mark_lies_on_the_photo_and_is_something() {
    let (inside, outside) = (Spot { x: 1_000, y: 0 }, Spot { x: 1_001, y: 0 });
    for mark in [
        Mark::Frame(inside, outside),
        Mark::Arrow(outside, inside),
        Mark::Arrow(inside, inside),
        Mark::Words(outside, "字".into()),
        Mark::Words(inside, " ".into()),
    ] {
        assert_eq!(stage().refusal(draw(vec![mark.clone()])), Refusal::MarkUnfit, "{mark:?}");
    }
    let long = Mark::Words(inside, "长".repeat(MARK_CHARS + 1));
    assert_eq!(stage().refusal(draw(vec![long])), Refusal::TooLong { limit: MARK_CHARS as u32 });
    let many = vec![frame(); MARKS_PER_PHOTO + 1];
    assert_eq!(stage().refusal(draw(many)), Refusal::TooManyMarks { limit: MARKS_PER_PHOTO as u32 });
    assert!(stage().decide(draw(vec![frame(); MARKS_PER_PHOTO])).is_ok());
}

#[test]
fn the_reason_for_keeping_a_photo_is_written_on_it_and_can_be_taken_back() {
    let stage = stage().after(keep(" 货架没变 "));
    assert_eq!(stage.get::<Photo>(photo_id()).kept_because, "货架没变");
    assert_eq!(stage.after(keep("")).get::<Photo>(photo_id()).kept_because, "");
}

#[test]
fn only_the_photos_of_the_visit_are_kept_and_only_while_it_is_open() {
    assert_eq!(Stage::rep().having(ended(a_visit())).refusal(keep("")), Refusal::VisitEnded);
    let unknown = Refusal::PhotoUnknown { photo: photo_id() };
    assert_eq!(Stage::rep().having(a_visit()).refusal(keep("")), unknown);
    let elsewhere = Photo { visit: VisitId(id::<VisitId>(51).0), ..a_photo() };
    assert_eq!(Stage::rep().having(a_visit()).having(elsewhere).refusal(keep("")), unknown);
    assert_eq!(stage().refusal(keep(&"长".repeat(121))), Refusal::TooLong { limit: 120 });
}
