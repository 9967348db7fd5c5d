//! A photo that goes, and what it was evidence of: nothing names a photo that is not there.

use crate::sample::*;
use domain::commands::{CloseTask, NoteSighting, ReopenTask, TakePhoto};
use domain::records::{Evidence, Photo, Sighting, Task, TaskClosing};
use domain::rules::evidence::{sighting_without, task_without};
use domain::{AnyRecord, Command, Scope};
use proptest::prelude::*;

fn owing(evidence: Evidence) -> Stage {
    Stage::rep().having(a_visit()).having(Task { evidence, ..a_follow_up() }).after(take(61, "front"))
}

fn close(photo: u128, words: &str) -> CloseTask {
    CloseTask { photo: Some(id(photo)), words: words.into(), ..close_task() }
}

fn note(photo: Option<u128>) -> NoteSighting {
    NoteSighting {
        sighting: sighting_id(),
        visit: visit_id(),
        brand: "红牛".into(),
        product: "250ml".into(),
        price: None,
        promotion: "买二送一".into(),
        spend: None,
        photo: photo.map(id),
    }
}

fn closing_of(stage: &Stage) -> Option<TaskClosing> {
    stage.get::<Task>(task_id()).closed.clone()
}

#[test]
fn a_task_that_asked_for_a_photo_is_owed_again_when_the_photo_is_thrown_away() {
    let stage = owing(Evidence::Photo).after(close(61, "换好了")).after(drop_it(61));
    assert_eq!(stage.get::<Task>(task_id()), &Task { evidence: Evidence::Photo, ..a_follow_up() });
}

#[test]
fn a_task_that_asked_for_less_stays_done_and_says_what_was_said() {
    for (evidence, words) in [(Evidence::Word, ""), (Evidence::Word, "换好了"), (Evidence::Sentence, "换好了")] {
        let stage = owing(evidence).after(close(61, words)).after(drop_it(61));
        assert_eq!(closing_of(&stage), Some(TaskClosing { words: words.into(), ..closing(None, false) }));
    }
}

#[test]
fn a_retake_takes_over_what_the_first_photo_was_evidence_of() {
    let stage = owing(Evidence::Photo).after(close(61, "")).after(note(Some(61))).after(take(62, "front"));
    assert_eq!(closing_of(&stage), Some(closing(Some(id(62)), false)));
    assert_eq!(stage.get::<Sighting>(sighting_id()).photo, Some(id(62)));
    let photo = stage.get::<Photo>(id(62));
    assert_eq!((&photo.proves, &photo.shows), (&vec![task_id()], &vec![sighting_id()]));
    let stage = stage.after(drop_it(62));
    assert_eq!((closing_of(&stage), stage.get::<Sighting>(sighting_id()).photo), (None, None));
}

#[test]
fn a_sighting_loses_its_photo_and_nothing_else() {
    let stage = owing(Evidence::Word).after(note(Some(61)));
    let before = stage.get::<Sighting>(sighting_id()).clone();
    let stage = stage.after(drop_it(61));
    assert_eq!(stage.get::<Sighting>(sighting_id()), &Sighting { photo: None, ..before });
}

#[test]
fn what_no_longer_names_the_photo_is_left_alone() {
    let stage = owing(Evidence::Photo).after(take(62, "side"));
    // Closed with the one, reopened, closed with the other; noted with the one, then with the other.
    let stage =
        stage.after(close(61, "")).after(ReopenTask { task: task_id(), because: String::new() }).after(close(62, ""));
    let stage = stage.after(note(Some(61))).after(note(Some(62))).after(drop_it(61));
    assert_eq!(closing_of(&stage), Some(closing(Some(id(62)), false)));
    assert_eq!(stage.get::<Sighting>(sighting_id()).photo, Some(id(62)));
}

#[test]
fn evidence_that_is_named_twice_is_kept_once() {
    let stage = owing(Evidence::Word).after(note(Some(61))).after(note(Some(61)));
    let stage =
        stage.after(close(61, "")).after(ReopenTask { task: task_id(), because: String::new() }).after(close(61, ""));
    let photo = stage.get::<Photo>(id(61));
    assert_eq!((&photo.proves, &photo.shows), (&vec![task_id()], &vec![sighting_id()]));
}

#[test]
fn what_a_manager_closed_with_the_photo_is_owed_again_too() {
    let by_manager = TaskClosing { by: manager(), ..closing(Some(id(61)), false) };
    let task = Task { evidence: Evidence::Photo, closed: Some(by_manager), ..a_follow_up() };
    let stage = owing(Evidence::Photo).having(task);
    let named = Photo { proves: vec![task_id()], ..stage.get::<Photo>(id(61)).clone() };
    let stage = stage.having(named).after(drop_it(61));
    assert!(stage.get::<Task>(task_id()).is_open());
}

#[test]
fn a_shop_that_was_given_away_meanwhile_does_not_keep_the_photo_from_being_thrown_away() {
    let elsewhere = Task { territory: other_territory(), closed: Some(closing(Some(id(61)), false)), ..a_follow_up() };
    let stage = owing(Evidence::Photo).having(elsewhere.clone());
    let named = Photo { proves: vec![task_id()], ..stage.get::<Photo>(id(61)).clone() };
    let stage = stage.having(named).after(drop_it(61));
    assert!(!stage.context.scopes.contains(&Scope::Territory(other_territory())));
    assert_eq!(stage.get::<Task>(task_id()), &elsewhere);
}

#[test]
fn only_what_names_the_photo_that_goes_is_changed() {
    let task = Task { closed: Some(closing(Some(id(62)), false)), ..a_follow_up() };
    assert_eq!(task_without(&task, id(61), None), None);
    assert_eq!(task_without(&a_follow_up(), id(61), None), None);
    assert_eq!(sighting_without(&Sighting { photo: Some(id(62)), ..a_sighting() }, id(61), None), None);
    let redo = Task { closed: Some(closing(Some(id(61)), false)), ..a_redo_task() };
    assert_eq!(task_without(&redo, id(61), None), Some(a_redo_task()), "a redo is done by its photo alone");
}

fn photo_named_by(record: &AnyRecord) -> Option<domain::id::PhotoId> {
    match record {
        AnyRecord::Task(task) => task.closed.as_ref()?.photo,
        AnyRecord::Sighting(sighting) => sighting.photo,
        _ => None,
    }
}

proptest! {
    /// Whatever is taken, retaken, thrown away, noted, closed and reopened: every photo that is named is there.
    #[test]
    fn no_photo_is_named_that_is_not_there(acts in prop::collection::vec((0_u8..8, 0_u128..5, any::<bool>()), 1..30)) {
        let mut stage = Stage::rep().having(a_visit()).having(a_redo_task());
        for (number, evidence) in [(81, Evidence::Word), (82, Evidence::Sentence), (83, Evidence::Photo)] {
            stage = stage.having(Task { id: id(number), evidence, ..a_follow_up() });
        }
        for (act, photo, either) in acts {
            let slot = if either { "front" } else { "side" };
            let command: Command = match act {
                0 => take(60 + photo, slot).into(),
                1 => TakePhoto { redo: Some(task_id()), ..take(60 + photo, "front") }.into(),
                2 | 3 => drop_it(60 + photo).into(),
                4 => NoteSighting { sighting: id(130 + u128::from(either)), ..note(Some(60 + photo)) }.into(),
                5 => ReopenTask { task: id(81 + photo % 3), because: String::new() }.into(),
                _ => CloseTask { task: id(81 + photo % 3), ..close(60 + photo, if either { "换好了" } else { "" }) }.into(),
            };
            // A refusal is fine: the world is then as it was.
            command.carry_out(&mut stage.world, &stage.context).ok();
            let tasks = stage.world.all::<Task>().cloned().map(AnyRecord::from);
            let named = tasks.chain(stage.world.all::<Sighting>().cloned().map(AnyRecord::from));
            for photo in named.filter_map(|record| photo_named_by(&record)) {
                prop_assert!(stage.world.get::<Photo>(photo).is_some(), "{photo:?} is named and gone");
            }
            let photo_task = stage.get::<Task>(id(83));
            prop_assert!(photo_task.closed.as_ref().is_none_or(|closed| closed.photo.is_some()));
        }
    }
}
