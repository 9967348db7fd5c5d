//! A phone that is short of room (P8), and what goes from it by itself because the server has it (F98).

use crate::support::browser::{in_store, js, rows_in};
use crate::support::line::Line;
use crate::support::server::Server;
use crate::support::shop::{answer, check_in};
use crate::support::{phone, pulled, record, sent, start};
use device::{Device, PhotoError, RecordError, Shot, StorageError, camera};
use domain::commands::TakePhoto;
use domain::id::VisitId;
use domain::limits::{COMMAND_RESERVE_BYTES, PHOTO_LEAN_BYTES, PHOTO_LEAN_EDGE};
use domain::records::{Capture, Look, PhotoRef, Visit};
use gloo_timers::future::TimeoutFuture;
use js_sys::Array;
use std::cell::Cell;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

thread_local! {
    static SHOTS: Cell<u32> = const { Cell::new(0) };
}

/// A picture full of detail, and not like the one before.
async fn heavy_shot() -> Shot {
    let number = SHOTS.replace(SHOTS.get() + 1);
    let code = "
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [1600, 1200];
        const paper = canvas.getContext('2d');
        const pixels = paper.createImageData(1600, 1200);
        for (let n = 0, state = 7 + NUMBER; n < pixels.data.length; n++) {
            state = (state * 1664525 + 1013904223) >>> 0;
            pixels.data[n] = n % 4 === 3 ? 255 : state >>> 25;
        }
        paper.putImageData(pixels, 0, 0);
        return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
    ";
    let blob = js(&code.replace("NUMBER", &number.to_string())).await;
    let file = File::new_with_blob_sequence(&Array::of1(&blob), "IMG_0003.jpg").expect("a file");
    camera::from_file(&file, &[]).await.expect("it is a picture")
}

/// From here on the browser says that it has so much room, or what it says by itself.
async fn says(free: Option<u64>) {
    let code = match free {
        Some(free) => {
            format!("navigator.storage.estimate = async () => ({{ usage: 1000, quota: {} }});", free + 1_000)
        }
        None => "delete navigator.storage.estimate;".to_owned(),
    };
    js(&code).await;
}

async fn photo_that_the_server_has(device: &Device, shot: &Shot) -> PhotoRef {
    let picture = device.keep_photo(shot).await.expect("it is kept");
    let visit: VisitId = device.new_id();
    record(device, check_in(device, visit)).await;
    let command = TakePhoto {
        photo: device.new_id(),
        visit,
        item: "shelf".into(),
        slot: "front".to_owned(),
        picture: picture.clone(),
        thumbnail: "AAAA".to_owned(),
        fix: None,
        capture: Capture::Camera,
        look: Look::default(),
        redo: None,
    };
    record(device, command).await;
    sent(device).await;
    picture
}

#[wasm_bindgen_test]
async fn before_a_photo_what_the_server_has_goes_and_only_then_it_is_made_lighter() {
    let (device, _server) = phone().await;
    js("await caches.open('lianying-thumbnails').then((seen) => seen.put('/seen', new Response('x')));").await;
    let first = photo_that_the_server_has(&device, &heavy_shot().await).await;
    assert!(first.bytes > u64::from(PHOTO_LEAN_BYTES), "{first:?}");
    assert!(rows_in("blobs").await > 0);

    says(Some(first.bytes)).await;
    let shot = heavy_shot().await;
    let second = device.keep_photo(&shot).await.expect("it is kept");
    assert!(!js("return caches.has('lianying-thumbnails');").await.is_truthy(), "what was only looked at went first");
    let freed = "return (await ask(store.getAll())).filter((photo) => photo.freed).map((photo) => photo.hash).join();";
    assert_eq!(in_store("photos", "readonly", freed).await.as_string(), Some(first.hash));
    assert!(second.bytes <= u64::from(shot.jpeg.byte_length()) / 2, "{second:?}");
    assert_eq!((second.width, second.height), (PHOTO_LEAN_EDGE, PHOTO_LEAN_EDGE * 3 / 4));

    says(Some(u64::from(shot.jpeg.byte_length()) * 10)).await;
    let third = device.keep_photo(&heavy_shot().await).await.expect("it is kept");
    assert!(third.bytes > u64::from(PHOTO_LEAN_BYTES), "with room enough a photo is as good as it was");
    says(None).await;
}

/// From here on nothing is written to an object store but what goes, as long as a condition holds.
async fn full_while(store: &str, condition: &str) {
    let code = "
        const { put, remove } = { put: self.kept.put, remove: self.kept.remove };
        self.spent = false;
        IDBObjectStore.prototype.delete = function (key) {
            if (key === 'reserve') self.spent = true;
            return remove.apply(this, arguments);
        };
        IDBObjectStore.prototype.put = function () {
            if (this.name === 'STORE' && (CONDITION)) throw new DOMException('full', 'QuotaExceededError');
            return put.apply(this, arguments);
        };
    ";
    js(&code.replace("STORE", store).replace("CONDITION", condition)).await;
}

/// Exchanges until the reserve is there: none is laid right after a start.
async fn reserved(device: &Device, server: &Server) {
    let bytes = "return (await ask(store.get('reserve')))?.byteLength ?? 0;";
    for _ in 0..300 {
        pulled(device, server).await;
        if in_store("blobs", "readonly", bytes).await.as_f64() == Some(COMMAND_RESERVE_BYTES as f64) {
            return;
        }
        TimeoutFuture::new(200).await;
    }
    panic!("no reserve was ever laid");
}

#[wasm_bindgen_test]
async fn on_a_full_phone_a_command_takes_the_room_that_was_kept_for_it() {
    let (device, server) = phone().await;
    reserved(&device, &server).await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    full_while("standing", "!self.spent").await;
    record(&device, check_in(&device, visit)).await;
    record(&device, answer(visit, true)).await;
    let kept: Visit = device.get(visit).await.expect("it can be read").expect("it is there");
    assert_eq!((kept.answers.len(), rows_in("outbox").await, rows_in("blobs").await), (1, 2, 0));

    // Without a reserve it is said that nothing was saved, and a photo says the same.
    full_while("standing", "true").await;
    let refused = device.record(answer(visit, false)).await;
    assert_eq!(refused, Err(RecordError::NotSaved(StorageError::Full)));
    full_while("photos", "true").await;
    let refused = device.keep_photo(&heavy_shot().await).await;
    assert_eq!(refused, Err(PhotoError::NotSaved(StorageError::Full)));
    full_while("none", "true").await;
    server.set_line(Line::Up);
    sent(&device).await;
    reserved(&device, &server).await;
}

#[wasm_bindgen_test]
async fn what_is_confirmed_goes_after_as_many_days_as_the_server_says_by_its_own_clock() {
    let (device, server) = phone().await;
    server.get().keep_days = Some(7);
    for _ in 0..4 {
        record(&device, check_in(&device, device.new_id())).await;
    }
    sent(&device).await;
    pulled(&device, &server).await;
    device.stop();
    // One was confirmed ten days ago, and one five; one was made when the clock was ten years behind.
    in_store(
        "standing",
        "readwrite",
        "const day = 24 * 60 * 60 * 1000;
         const rows = await ask(store.getAll());
         await ask(store.put({ ...rows[0], heard_at: rows[0].heard_at - 10 * day }));
         await ask(store.put({ ...rows[1], heard_at: rows[1].heard_at - 5 * day }));
         await ask(store.put({ ...rows[2], made_at: rows[2].made_at - 3650 * day }));",
    )
    .await;
    let device = start().await.expect("the store is there");
    for _ in 0..300 {
        if rows_in("standing").await < 4 {
            break;
        }
        TimeoutFuture::new(100).await;
    }
    let left = "return (await ask(store.getAll())).map((row) => row.seq).join();";
    assert_eq!(in_store("standing", "readonly", left).await.as_string().as_deref(), Some("2,3,4"));
    assert_eq!((rows_in("outbox").await, rows_in("ledger").await), (3, 3));
    device.stop();
}
