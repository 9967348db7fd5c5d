//! Who may look at a photo, and what they see of it.

use crate::support::ground::{EAST, MANAGER, OTHER_REP, REP, START, WEST};
use crate::support::picture::{Picture, picture, record};
use crate::support::wire::Reply;
use crate::support::{Fixture, Phone};
use domain::Words;
use domain::id::StandardId;
use domain::records::{DisplayStandard, PhotoRef};
use reqwest::Method;
use server::sync::Planting;
use std::time::Duration;
use store::Thumbnail;
use sync::wire::ProblemCode;
use uuid::Uuid;

#[tokio::test]
async fn a_photo_is_shown_to_those_who_hold_its_territory_and_is_not_there_for_others() {
    let fixture = Fixture::start().await;
    let (rep, other, manager) =
        (fixture.log_in(REP).await, fixture.log_in(OTHER_REP).await, fixture.log_in(MANAGER).await);
    let photo = picture();
    fixture.plant(vec![record(&photo, EAST).into()]).await;
    assert_eq!(rep.original(&photo).await.status(), 404, "its bytes are still on the phone");
    assert_eq!(rep.upload(&photo).await.status(), 204);

    for phone in [&rep, &manager] {
        let answer = phone.original(&photo).await;
        assert_eq!((answer.status(), answer.header("content-type")), (200, "image/jpeg"));
        assert_eq!(answer.header("cache-control"), "private, max-age=31536000, immutable");
        assert_eq!(answer.header("content-encoding"), "", "a JPEG does not get smaller");
        assert_eq!(answer.body, photo.bytes);
    }
    for answer in [other.original(&photo).await, other.thumbnail(&photo).await, other.original(&picture()).await] {
        assert_eq!((answer.status(), answer.code()), (404, ProblemCode::NotFound));
    }
    let nobody = Phone::new(&fixture.url);
    assert_eq!(nobody.original(&photo).await.code(), ProblemCode::LoggedOut);

    let known = manager.request(Method::GET, &format!("/api/v1/photos/{}/original", photo.hash));
    let answer = Reply::of(known.header("if-none-match", format!("\"{}\"", photo.hash))).await;
    assert_eq!((answer.status(), answer.body.len()), (304, 0));
}

#[tokio::test]
async fn a_photo_that_nobody_has_recorded_yet_is_shown_to_nobody() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let photo = picture();
    phone.upload(&photo).await;
    assert_eq!(phone.original(&photo).await.status(), 404);
    fixture.plant(vec![record(&photo, WEST).into()]).await;
    assert_eq!(phone.original(&photo).await.status(), 404, "sending bytes gives no right to another's record");
}

#[tokio::test]
async fn the_reference_picture_of_a_standard_is_everybodys() {
    let fixture = Fixture::start().await;
    let photo = picture();
    let reference = PhotoRef { hash: photo.hash.clone(), bytes: photo.bytes.len() as u64, width: 640, height: 480 };
    let standard = DisplayStandard {
        id: StandardId(Uuid::from_u128(7)),
        lineage: "shelf".to_owned(),
        version: 1,
        name: Words::new("主货架", ""),
        classes: Vec::new(),
        reference: Some(reference),
        points: Vec::new(),
        from: START,
        scope: domain::Scope::Company,
    };
    fixture.plant(vec![standard.into()]).await;
    fixture.log_in(MANAGER).await.upload(&photo).await;
    for user in [REP, OTHER_REP] {
        assert_eq!(fixture.log_in(user).await.original(&photo).await.body, photo.bytes);
    }
}

#[tokio::test]
async fn the_small_picture_of_the_command_is_shown_until_the_server_has_made_its_own() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let (photo, stand_in) = (picture(), picture());
    let thumbnails = vec![Thumbnail { hash: photo.hash.clone(), jpeg: stand_in.bytes.clone() }];
    let records = vec![record(&photo, EAST).into()];
    let planting = Planting { records, thumbnails, ..Planting::default() };
    fixture.running.state.writer.plant(planting).await.unwrap();
    let early = phone.thumbnail(&photo).await;
    assert_eq!((early.status(), early.header("cache-control")), (200, "private, max-age=300"));
    assert_eq!(early.body, stand_in.bytes);

    phone.upload(&photo).await;
    let small = eventually(&phone, &photo, &stand_in.bytes).await;
    let small = image::load_from_memory(&small).unwrap();
    assert_eq!((small.width(), small.height()), (320, 240));
    assert!(phone.thumbnail(&photo).await.header("cache-control").contains("immutable"));
}

/// The server makes its small pictures after it has answered.
async fn eventually(phone: &Phone, photo: &Picture, not: &[u8]) -> Vec<u8> {
    for _ in 0..100 {
        let answer = phone.thumbnail(photo).await;
        if answer.body != not {
            return answer.body;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("no small picture was made");
}

#[tokio::test]
async fn a_name_that_is_no_hash_is_not_there() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    for hash in ["x", "..", "..%2f..%2ftest.db", &"A".repeat(64), &"0".repeat(63), "%00"] {
        for sort in ["original", "thumbnail"] {
            assert_eq!(phone.get(&format!("/api/v1/photos/{hash}/{sort}")).await.status(), 404, "{hash}");
        }
    }
}

#[tokio::test]
async fn the_record_says_that_its_photo_is_here() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let photo = picture();
    fixture.plant(vec![record(&photo, EAST).into()]).await;
    assert!(!phone.pull().await.text().contains("received_at"));
    phone.upload(&photo).await;
    assert!(phone.pull().await.text().contains("received_at"));
}
