//! Photos and commands arrive in any order; a receipt follows as soon as both are here (P16).

use crate::ground::{CHECKLIST, MANAGER, REP, east_shop};
use crate::phone::Phone;
use crate::served::Served;
use domain::commands::{CheckIn, CloseTask, DropPhoto, LeaveTask, NoteSighting, TakePhoto};
use domain::geo::{Fix, Position};
use domain::id::{PhotoId, SightingId, TaskId, VisitId};
use domain::records::{Capture, Evidence, Look, Photo, PhotoRef, Print, Sighting, Task, Twin, VisitReason};
use store::Photos;
use sync::wire::Outcome;

/// Begins a visit and takes a photo in it.
pub fn take(phone: &mut Phone, hash: &str) -> VisitId {
    take_of(phone, 1, hash, Look::default())
}

fn take_of(phone: &mut Phone, shop: u128, hash: &str, look: Look) -> VisitId {
    let visit = phone.new_id();
    let position = Position { lat: 36_600_000, lon: 114_500_000 };
    let fix = Some(Fix { position, accuracy: 10, measured_at: phone.clock, jitter: None });
    let reason = VisitReason::Planned;
    phone.make(CheckIn { visit, outlet: east_shop(shop), checklist: CHECKLIST, reason, fix, exception: None });
    let photo = phone.new_id();
    phone.make(TakePhoto {
        photo,
        visit,
        item: "shelf".into(),
        slot: "front".to_owned(),
        picture: PhotoRef { hash: hash.to_owned(), bytes: 5, width: 2, height: 2 },
        thumbnail: "/9j/2Q==".to_owned(),
        fix,
        capture: Capture::Camera,
        look,
        redo: None,
    });
    visit
}

fn photo_of(phone: &Phone) -> Photo {
    let (_, (.., body)) = phone.base.iter().find(|((kind, _), _)| kind == "photo").unwrap();
    serde_json::from_str(body).unwrap()
}

#[tokio::test]
async fn a_photo_after_its_command_is_marked_and_receipted() {
    let served = Served::new().await;
    let hash = "cd".repeat(32);
    let mut phone = Phone::new(&served, REP, 1).await;
    let mut manager = Phone::new(&served, MANAGER, 2).await;
    take(&mut phone, &hash);
    let answer = phone.push().await;
    assert!(answer.answers.iter().all(|answer| matches!(answer.outcome, Outcome::Applied { .. })), "{answer:?}");
    assert_eq!(served.store.thumbnail(&hash).await.unwrap(), Some(vec![0xff, 0xd8, 0xff, 0xd9]));
    manager.pull().await;
    assert_eq!(photo_of(&manager).received_at, None);
    assert!(phone.pull_page().await.receipts.is_empty());

    served.running.state.writer.photo_received(&hash, 5).await.unwrap();
    manager.pull().await;
    assert_eq!(photo_of(&manager).received_at, Some(served.clock.now()));
    let page = phone.pull_page().await;
    assert_eq!((page.receipts.as_slice(), page.cursor.receipts), ([hash].as_slice(), 1));
    assert!(phone.pull_page().await.receipts.is_empty(), "a receipt is told once");
}

#[tokio::test]
async fn a_photo_before_its_command_and_from_two_phones_is_receipted_to_both() {
    let served = Served::new().await;
    let hash = "ef".repeat(32);
    served.running.state.writer.photo_received(&hash, 5).await.unwrap();
    for device in [1, 2] {
        let mut phone = Phone::new(&served, REP, device).await;
        take(&mut phone, &hash);
        phone.push().await;
        let page = phone.pull_page().await;
        assert_eq!(page.receipts, std::slice::from_ref(&hash));
        assert!(photo_of(&phone).received_at.is_some());
    }
}

#[tokio::test]
async fn even_a_refused_command_gets_the_receipt_of_its_photo_so_that_the_phone_is_not_kept_full() {
    let served = Served::new().await;
    let hash = "ab".repeat(32);
    let mut phone = Phone::new(&served, REP, 1).await;
    take(&mut phone, &hash);
    let photo = phone.rows.pop().unwrap();
    phone.rows.clear();
    phone.freeze(&sync::Body::thaw(&photo.raw).unwrap());
    let answer = phone.push().await;
    assert!(matches!(answer.answers[0].outcome, Outcome::Refused { .. }));
    assert_eq!(served.store.thumbnail(&hash).await.unwrap(), None);
    served.running.state.writer.photo_received(&hash, 5).await.unwrap();
    assert_eq!(phone.pull_page().await.receipts, [hash]);
}

#[tokio::test]
async fn a_picture_shown_again_at_another_shop_is_said_to_be_that_of_the_first_also_after_a_restart() {
    let look = |print: u64| Look { print: Some(Print(print)), doubts: Vec::new() };
    let mut served = Served::new().await;
    for (at, (print, like_the_first)) in
        [(0xff00, false), (0xff03, true), (0xffff_0000_ffff, false)].into_iter().enumerate()
    {
        let mut phone = Phone::new(&served, REP, at as u128 + 1).await;
        let hash = format!("{at:02x}").repeat(32);
        let visit = take_of(&mut phone, at as u128 + 1, &hash, look(print));
        phone.push().await;
        let photos = served.store.photos_with(&hash).await.unwrap();
        assert_eq!(photos[0].visit, visit);
        let first = served.store.photos_with(&"00".repeat(32)).await.unwrap()[0].id;
        let twins = if like_the_first { vec![Twin { photo: first, distance: 2 }] } else { Vec::new() };
        assert_eq!(photos[0].twins, twins);
        served = served.restarted().await;
    }
}

/// What the manager's device holds of the only task and the only sighting.
async fn evidence(manager: &mut Phone) -> (Option<PhotoId>, bool, Option<PhotoId>) {
    manager.pull().await;
    let body = |kind: &str| {
        let (_, (.., body)) = manager.base.iter().find(|((found, _), _)| found == kind).unwrap();
        body.clone()
    };
    let task: Task = serde_json::from_str(&body("task")).unwrap();
    let sighting: Sighting = serde_json::from_str(&body("sighting")).unwrap();
    (task.closed.as_ref().and_then(|closed| closed.photo), task.is_open(), sighting.photo)
}

#[tokio::test]
async fn a_photo_that_is_thrown_away_is_named_by_nothing_whether_it_goes_with_its_visit_or_later() {
    for at_once in [true, false] {
        let served = Served::new().await;
        let mut phone = Phone::new(&served, REP, 1).await;
        let mut manager = Phone::new(&served, MANAGER, 2).await;
        let task: TaskId = phone.new_id();
        let due = "2026-03-01".parse().unwrap();
        let left = LeaveTask::plain(task, east_shop(1), REP, "换海报".to_owned(), due);
        phone.make(LeaveTask { evidence: Evidence::Photo, ..left });
        let visit = take(&mut phone, &"cd".repeat(32));
        let photo: PhotoId = match sync::Body::thaw(&phone.rows.last().unwrap().raw).unwrap().command {
            domain::Command::TakePhoto(command) => command.photo,
            other => panic!("a photo, not {other:?}"),
        };
        phone.make(CloseTask { task, photo: Some(photo), words: String::new() });
        let sighting: SightingId = phone.new_id();
        phone.make(NoteSighting {
            sighting,
            visit,
            brand: "红牛".to_owned(),
            product: String::new(),
            price: None,
            promotion: String::new(),
            spend: None,
            photo: Some(photo),
        });
        if !at_once {
            phone.push().await;
            assert_eq!(evidence(&mut manager).await, (Some(photo), false, Some(photo)));
        }
        phone.make(DropPhoto { photo, visit });
        let answer = phone.push().await;
        assert!(answer.answers.iter().all(|answer| matches!(answer.outcome, Outcome::Applied { .. })), "{answer:?}");
        assert_eq!(evidence(&mut manager).await, (None, true, None), "at once: {at_once}");
        assert_eq!(manager.count("photo"), 0);
    }
}
