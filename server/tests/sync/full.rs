//! A disk that is full: what cannot be written is said to be so and has no effect, what is there can still be read,
//! and with room again all goes on.

use crate::ground::{self, REP, east_shop};
use crate::phone::Phone;
use crate::process::{Process, assert_whole};
use crate::served::{data, plant, session};
use crate::upload::{Picture, offset_of};
use reqwest::{Method, Response, StatusCode};
use std::path::Path;
use sync::client::RowState;
use sync::wire::{Problem, ProblemCode};
use tempfile::TempDir;

/// Larger than any file of a fresh database, so that it meets the limit as well.
const PHOTO: usize = 3 * 1024 * 1024;

/// No file may grow by more than a little from here on.
fn fill(process: &Process, folder: &Path) -> u64 {
    let database = data(folder).database;
    let log = std::fs::metadata(database.with_extension("db-wal")).unwrap().len();
    let limit = log.max(std::fs::metadata(database).unwrap().len()) + 8 * 1024;
    assert!(limit < PHOTO as u64);
    process.limit(Some(limit));
    limit
}

async fn assert_no_room(response: Response) {
    assert_eq!(response.status(), StatusCode::INSUFFICIENT_STORAGE);
    assert!(response.headers().contains_key("retry-after") && response.headers().contains_key("x-lianying"));
    assert_eq!(response.json::<Problem>().await.unwrap().code, ProblemCode::Busy);
}

/// A server as a process of its own, on a folder of its own, and a rep's phone.
async fn begin() -> (TempDir, Phone, Process) {
    let folder = tempfile::tempdir().unwrap();
    plant(&data(folder.path()), ground::records()).await;
    let mut phone = session(&data(folder.path()), REP, 1).await;
    let process = Process::start(folder.path());
    phone.url.clone_from(&process.url);
    (folder, phone, process)
}

/// A phone that has recorded a hundred things which do not fit any more.
async fn laden(phone: &mut Phone) {
    for n in 0..100 {
        phone.leave_task(east_shop(n), &"补货".repeat(200));
    }
}

#[tokio::test]
async fn on_a_full_disk_a_push_has_no_effect_and_with_room_again_all_of_it_has() {
    let (folder, mut phone, process) = begin().await;
    phone.leave_task(east_shop(1), "补货");
    phone.push().await;
    fill(&process, folder.path());

    laden(&mut phone).await;
    for _ in 0..3 {
        assert_no_room(phone.post("sync/push", &phone.request()).await).await;
        let page = phone.pull().await.pop().unwrap();
        assert_eq!((page.acknowledged, phone.count("task")), (1, 1), "what is there can be read, and it is no more");
    }

    process.limit(None);
    let answer = phone.push().await;
    assert!(answer.answers.iter().all(|answer| !answer.duplicate), "nothing had been half taken");
    assert!(phone.rows.iter().all(|row| matches!(row.state, RowState::Applied { .. })));
    phone.pull().await;
    assert_eq!(phone.count("task"), 101);
    drop(process);
    assert_whole(folder.path());
}

#[tokio::test]
async fn on_a_full_disk_an_upload_keeps_what_fitted_and_goes_on_from_there() {
    let (folder, phone, process) = begin().await;
    let mut picture = Picture::new(1, PHOTO);
    let created = phone.create(&picture).send().await.unwrap();
    let place = created.headers()["location"].to_str().unwrap().to_owned();
    let limit = fill(&process, folder.path());

    let answer = phone.try_upload(&mut picture).await.expect("an answer");
    assert_no_room(answer.expect_err("there is no room")).await;
    let there = phone.tus(Method::HEAD, &place).send().await.unwrap();
    assert_eq!(there.status(), StatusCode::OK);
    assert!((picture.safe..=usize::try_from(limit).unwrap()).contains(&offset_of(&there)));

    process.limit(None);
    assert!(matches!(phone.try_upload(&mut picture).await, Some(Ok(()))));
    assert_eq!(std::fs::read(picture.place(&data(folder.path()).photos)).unwrap(), picture.bytes);
    drop(process);
    assert_whole(folder.path());
}

#[tokio::test]
async fn a_server_that_dies_on_a_full_disk_comes_up_with_what_it_had_acknowledged() {
    let (folder, mut phone, process) = begin().await;
    phone.leave_task(east_shop(1), "补货");
    phone.push().await;
    fill(&process, folder.path());
    laden(&mut phone).await;
    assert_no_room(phone.post("sync/push", &phone.request()).await).await;
    drop(process);

    let process = Process::start(folder.path());
    phone.url.clone_from(&process.url);
    assert_eq!(phone.pull().await.pop().unwrap().acknowledged, 1);
    phone.push().await;
    phone.pull().await;
    assert_eq!(phone.count("task"), 101);
    drop(process);
    assert_whole(folder.path());
}
