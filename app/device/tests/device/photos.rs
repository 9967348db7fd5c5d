//! Photos: bytes in rows, proved before the tick, sent after their commands, freed by receipts only.

use crate::support::browser::in_store;
use crate::support::line::Line;
use crate::support::shop::check_in;
use crate::support::{phone, record, sent, settled};
use device::{Device, PhotoSize, PhotoState, Shot};
use domain::commands::{DropPhoto, TakePhoto};
use domain::id::{PhotoId, VisitId};
use domain::records::{Capture, Look, Photo, PhotoRef, RecordKey, Visit};
use js_sys::Uint8Array;
use wasm_bindgen_test::wasm_bindgen_test;

/// Bytes that are no picture; nothing here looks at them.
pub fn shot(seed: u32, bytes: u32) -> Shot {
    let mut state = seed;
    let noise: Vec<u8> = (0..bytes)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .collect();
    let jpeg = Uint8Array::from(noise.as_slice()).buffer();
    Shot { jpeg, width: 1200, height: 900, thumbnail_base64: "AAAA".to_owned(), look: Look::default() }
}

pub async fn take(device: &Device, visit: VisitId, shot: &Shot) -> (PhotoId, PhotoRef) {
    take_for(device, visit, "front", shot).await
}

/// A second photo for a place takes that of the first.
async fn take_for(device: &Device, visit: VisitId, slot: &str, shot: &Shot) -> (PhotoId, PhotoRef) {
    let picture = device.keep_photo(shot).await.expect("it is kept");
    let photo: PhotoId = device.new_id();
    let command = TakePhoto {
        photo,
        visit,
        item: "shelf".into(),
        slot: slot.to_owned(),
        picture: picture.clone(),
        thumbnail: shot.thumbnail_base64.clone(),
        fix: None,
        capture: Capture::Camera,
        look: Look::default(),
        redo: None,
    };
    record(device, command).await;
    (photo, picture)
}

async fn state_of(device: &Device, picture: &PhotoRef) -> Option<PhotoState> {
    device.photo_progress(&picture.hash).await.expect("it can be read").map(|progress| progress.state)
}

#[wasm_bindgen_test]
async fn a_photo_lies_in_rows_of_sealed_bytes_and_is_shown_from_there() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let picture = device.keep_photo(&shot(1, 700_000)).await.expect("it is kept");
    assert_eq!((picture.bytes, picture.hash.len()), (700_000, 64));
    let kinds = in_store(
        "blobs",
        "readonly",
        // Keys that are lists come after the one of the reserve.
        "const rows = await ask(store.getAll(IDBKeyRange.lowerBound([])));
         return rows.map((row) => `${row.constructor.name} ${row.byteLength}`).join();",
    )
    .await;
    assert_eq!(kinds.as_string().as_deref(), Some("Uint8Array 262185,Uint8Array 262185,Uint8Array 175753"));
    let url = device.photo_url(&picture.hash, PhotoSize::Original).await;
    assert!(url.is_local() && url.starts_with("blob:"));
    let elsewhere = device.photo_url(&"0".repeat(64), PhotoSize::Thumbnail).await;
    assert!(!elsewhere.is_local() && elsewhere.ends_with("/thumbnail"));
}

#[wasm_bindgen_test]
async fn a_photo_follows_its_command_and_goes_on_where_the_line_broke() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    let (_, picture) = take(&device, visit, &shot(2, 700_000)).await;
    assert_eq!(state_of(&device, &picture).await, Some(PhotoState::Waiting));
    assert_eq!(device.sync_state().photos_waiting.max(1), 1);

    server.get().photo_budget = 300_000;
    server.set_line(Line::Up);
    device.sync_now();
    settled(&device, "the command is there and some of the photo", |state| {
        state.waiting == 0 && server.get().photo_budget == 0
    })
    .await;
    assert_eq!(state_of(&device, &picture).await, Some(PhotoState::Due));
    server.get().photo_budget = usize::MAX;
    sent(&device).await;
    assert_eq!(state_of(&device, &picture).await, Some(PhotoState::Received));
    assert_eq!(server.get().photos.get(&picture.hash).map(Vec::len), Some(700_000));
    assert!(device.photo_url(&picture.hash, PhotoSize::Original).await.is_local(), "it is still here to be looked at");
}

#[wasm_bindgen_test]
async fn a_photo_that_the_phone_has_spoilt_is_never_sent_as_good() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    let (_, picture) = take(&device, visit, &shot(3, 300_000)).await;
    in_store(
        "blobs",
        "readwrite",
        "const [key] = await ask(store.getAllKeys(IDBKeyRange.lowerBound([])));
         const row = await ask(store.get(key));
         row[1000] ^= 1;
         await ask(store.put(row, key));",
    )
    .await;
    server.set_line(Line::Up);
    device.sync_now();
    let state = settled(&device, "it is said", |state| state.photos_damaged == 1).await;
    assert_eq!((state.waiting, state.photos_waiting), (0, 0));
    assert_eq!(state_of(&device, &picture).await, Some(PhotoState::Damaged));
    assert!(server.get().photos.is_empty());
}

#[wasm_bindgen_test]
async fn a_photo_that_was_thrown_away_is_not_sent() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    let (photo, picture) = take(&device, visit, &shot(4, 50_000)).await;
    record(&device, DropPhoto { photo, visit }).await;
    let (_, second) = take(&device, visit, &shot(5, 50_000)).await;
    server.set_line(Line::Up);
    sent(&device).await;
    assert_eq!(state_of(&device, &picture).await, Some(PhotoState::Dropped));
    assert_eq!(state_of(&device, &second).await, Some(PhotoState::Received));
    assert_eq!(server.get().photos.keys().collect::<Vec<_>>(), [&second.hash]);
}

#[wasm_bindgen_test]
async fn a_photo_that_the_server_will_not_have_holds_up_no_other() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let mut pictures = Vec::new();
    for seed in 6..9 {
        let visit: VisitId = device.new_id();
        record(&device, check_in(&device, visit)).await;
        pictures.push(take(&device, visit, &shot(seed, 40_000)).await.1);
    }
    server.get().unwanted = vec![pictures[0].hash.clone()];
    server.set_line(Line::Up);
    sent(&device).await;
    let mut states = Vec::new();
    for picture in &pictures {
        states.push(state_of(&device, picture).await);
    }
    assert_eq!(states, [Some(PhotoState::Damaged), Some(PhotoState::Received), Some(PhotoState::Received)]);
}

#[wasm_bindgen_test]
async fn a_photo_whose_cut_piece_still_arrived_is_asked_about_again_at_once() {
    let (device, server) = phone().await;
    server.get().disputes = 2;
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    let (_, picture) = take(&device, visit, &shot(9, 300_000)).await;
    sent(&device).await;
    assert_eq!(state_of(&device, &picture).await, Some(PhotoState::Received));
}

#[wasm_bindgen_test]
async fn a_line_that_breaks_within_every_piece_but_brings_some_of_it_over_is_tried_again_soon() {
    const PIECE: usize = 10_000;
    let (device, server) = phone().await;
    server.get().photo_budget = PIECE;
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    let (_, picture) = take(&device, visit, &shot(10, 300_000)).await;
    let mut tries = Vec::new();
    for pieces in 1..=4 {
        let state = settled(&device, "some of it is there, and it is tried again later", |state| {
            let here = server.get().photos.get(&picture.hash).map_or(0, Vec::len);
            here == pieces * PIECE && state.retry_at.is_some() && !tries.contains(&state.retry_at)
        })
        .await;
        tries.push(state.retry_at);
        server.get().photo_budget = PIECE;
    }
    // Three failures in a row without any hope would wait twice as long each.
    for pair in tries.windows(2) {
        let pause = pair[1].expect("it is planned").0 - pair[0].expect("it is planned").0;
        assert!(pause < 5_000, "{pause} ms after the last try");
    }
}

/// The bytes of all photos go, as they do when the phone is short of room.
async fn free_all() {
    in_store(
        "photos",
        "readwrite",
        "for (const row of await ask(store.getAll())) await ask(store.put({ ...row, freed: true }));",
    )
    .await;
    in_store("blobs", "readwrite", "await ask(store.clear());").await;
}

#[wasm_bindgen_test]
async fn a_freed_photo_that_a_restored_server_has_lost_is_said_to_be_gone_and_holds_up_nothing() {
    let (device, server) = phone().await;
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    let (first, lost) = take(&device, visit, &shot(10, 40_000)).await;
    let (second, there) = take_for(&device, visit, "left", &shot(11, 40_000)).await;
    sent(&device).await;
    free_all().await;
    {
        let mut data = server.get();
        data.lose(RecordKey::of::<Visit>(visit));
        data.lose(RecordKey::of::<Photo>(first));
        data.lose(RecordKey::of::<Photo>(second));
        data.photos.remove(&lost.hash);
        data.receipts.clear();
        data.restore(0);
    }
    let (_, third) = take_for(&device, visit, "right", &shot(12, 40_000)).await;
    device.sync_now();
    let state = settled(&device, "it is said", |state| state.photos_gone == 1 && state.photos_waiting == 0).await;
    assert_eq!((state.waiting, state.photos_damaged), (0, 0));
    assert_eq!(state_of(&device, &lost).await, Some(PhotoState::Gone));
    assert_eq!(state_of(&device, &there).await, Some(PhotoState::Received), "the server was asked, and still has it");
    assert_eq!(state_of(&device, &third).await, Some(PhotoState::Received), "what came later went on its way");

    // Somebody has carried it in after all, and the server, which was asked for it, says so.
    server.get().receipts.push(lost.hash.clone());
    device.sync_now();
    settled(&device, "it is found again", |state| state.photos_gone == 0).await;
    assert_eq!(state_of(&device, &lost).await, Some(PhotoState::Received));
}

#[wasm_bindgen_test]
async fn a_restored_server_gets_again_the_photos_it_has_lost() {
    let (device, server) = phone().await;
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    let (photo, picture) = take(&device, visit, &shot(13, 40_000)).await;
    sent(&device).await;
    {
        let mut data = server.get();
        data.lose(RecordKey::of::<Visit>(visit));
        data.lose(RecordKey::of::<Photo>(photo));
        data.photos.clear();
        data.receipts.clear();
        data.restore(0);
    }
    device.sync_now();
    settled(&device, "the server has its bytes again", |state| {
        state.waiting + state.photos_waiting == 0
            && server.get().photos.get(&picture.hash).is_some_and(|bytes| bytes.len() == 40_000)
    })
    .await;
    assert_eq!(state_of(&device, &picture).await, Some(PhotoState::Received));
}
