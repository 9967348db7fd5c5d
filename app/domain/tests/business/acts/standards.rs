//! New versions of display standards (S45).

use crate::sample::*;
use domain::commands::{PictureFrom, PublishStandard};
use domain::limits::STANDARD_POINTS;
use domain::records::*;
use domain::time::Moment;
use domain::{Command, Refusal, Scope};

fn now() -> Moment {
    Stage::manager().context.captured_at
}

fn version(number: u32) -> DisplayStandard {
    DisplayStandard {
        id: id(500 + u128::from(number)),
        lineage: "shelf".into(),
        version: number,
        name: words("主货架"),
        classes: vec![OutletClass::A],
        reference: Some(picture('a')),
        points: vec![StandardPoint { words: words("价签对齐"), at: (500, 1_000) }],
        from: now(),
        scope: Scope::Region(region()),
    }
}

fn publish(standard: DisplayStandard, picture: PictureFrom) -> PublishStandard {
    PublishStandard { standard, picture: Some(picture) }
}

fn here() -> PictureFrom {
    PictureFrom::Here("/9j/".into())
}

#[test]
fn a_manager_publishes_a_version_with_a_picture_of_this_tablet_whose_bytes_travel() {
    let command = publish(version(2), here());
    let stage = Stage::manager().after(command.clone());
    assert_eq!(stage.get::<DisplayStandard>(id(502)), &version(2));
    assert_eq!(stage.refusal(command.clone()), Refusal::StandardUnfit, "what is published is never written over");
    let command = Command::from(command);
    assert_eq!(command.photo().map(|(picture, _)| picture.clone()), Some(picture('a')));
}

#[test]
fn a_picture_comes_from_another_version_or_from_a_photo_that_its_author_sees() {
    let stage = || Stage::manager().having(version(1)).having(a_photo());
    let of_version = publish(version(2), PictureFrom::Version(id(501)));
    let of_photo = publish(version(2), PictureFrom::Photo(photo_id()));
    assert_eq!(Command::from(of_photo.clone()).photo(), None, "its bytes are there");
    stage().after(of_version.clone());
    stage().after(of_photo.clone());
    let elsewhere = stage().holding(vec![Scope::Company, Scope::Region(region())]);
    assert_eq!(elsewhere.refusal(of_photo), Refusal::PhotoUnfit, "nobody shows others what they may not see");
    let other = DisplayStandard { reference: Some(picture('b')), ..version(1) };
    assert_eq!(stage().having(other).refusal(of_version.clone()), Refusal::PhotoUnfit);
    let far = DisplayStandard { scope: Scope::Region(id(2)), ..version(1) };
    assert_eq!(stage().having(far).refusal(of_version), Refusal::PhotoUnfit, "nor a version of elsewhere");
    let from_nowhere = PublishStandard { standard: version(2), picture: None };
    assert_eq!(stage().refusal(from_nowhere), Refusal::PhotoUnfit);
    let bare = DisplayStandard { reference: None, ..version(2) };
    stage().after(PublishStandard { standard: bare, picture: None });
}

#[test]
fn a_standard_has_a_name_a_class_and_points_on_its_picture() {
    let wrong = |change: fn(&mut DisplayStandard)| {
        let mut standard = version(2);
        change(&mut standard);
        Stage::manager().refusal(publish(standard, here()))
    };
    assert_eq!(wrong(|one| one.name.zh.clear()), Refusal::WordsNeeded);
    assert_eq!(wrong(|one| one.lineage.clear()), Refusal::WordsNeeded);
    assert_eq!(wrong(|one| one.points[0].words.zh = " ".into()), Refusal::WordsNeeded);
    assert!(matches!(wrong(|one| one.points[0].words.zh = "长".repeat(200)), Refusal::TooLong { .. }));
    assert_eq!(wrong(|one| one.classes.clear()), Refusal::StandardUnfit);
    assert_eq!(wrong(|one| one.points.clear()), Refusal::StandardUnfit);
    assert_eq!(wrong(|one| one.version = 0), Refusal::StandardUnfit);
    assert_eq!(wrong(|one| one.points[0].at = (1_001, 0)), Refusal::StandardUnfit);
    let many = |one: &mut DisplayStandard| one.points = vec![one.points[0].clone(); STANDARD_POINTS + 1];
    assert_eq!(wrong(many), Refusal::TooMany { limit: STANDARD_POINTS as u32 });
    assert_eq!(wrong(|one| one.from = Moment(0)), Refusal::DatesUnfit);
    let large = |one: &mut DisplayStandard| one.reference = Some(PhotoRef { width: 0, ..picture('a') });
    assert_eq!(wrong(large), Refusal::PhotoUnfit);
}

#[test]
fn a_rep_publishes_no_standard() {
    assert_eq!(Stage::rep().refusal(publish(version(2), here())), Refusal::NotYourRole);
}

#[test]
fn a_standard_is_for_whom_its_author_may_speak() {
    let published =
        |stage: Stage, scope| stage.decide(publish(DisplayStandard { scope, ..version(2) }, here())).map(drop);
    assert_eq!(published(Stage::manager(), Scope::Territory(territory())), Ok(()));
    assert_eq!(published(Stage::manager(), Scope::Company), Err(Refusal::NotYourRole));
    let outside = Err(Refusal::OutsideYourArea { name: String::new() });
    assert_eq!(published(Stage::manager(), Scope::Region(id(2))), outside);
    assert_eq!(published(Stage::centre(), Scope::Company), Ok(()));
}
