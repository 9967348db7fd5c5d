//! Parcels: packed on one phone, carried by another, and heard of on the first, each thing once (F101). Two people on one
//! browser have a store each, and are two phones to the server.

use crate::photos::{shot, take};
use crate::support::browser::js;
use crate::support::line::Line;
use crate::support::server::Server;
use crate::support::shop::{TERRITORY, answer, author, check_in, posting};
use crate::support::{phone, pulled, record, sent, settled, start};
use device::{Device, LoadError, Packed, Parcel, PhotoState, StorageError};
use domain::Record;
use domain::id::{UserId, VisitId};
use domain::records::{PhotoRef, RecordKey, Visit};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use sync::client::RowState;
use sync::parcel::{HEAD_BYTES, ParcelError, Stuck};
use sync::proof::command_text;
use sync::wire::Became;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;

/// What somebody without a network has packed: a visit with an answer and a photo.
async fn packed() -> (Device, Server, Packed, VisitId, PhotoRef) {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    record(&device, answer(visit, true)).await;
    let (_, picture) = take(&device, visit, &shot(9, 300_000)).await;
    let packed = device.pack().await.expect("it is packed");
    (device, server, packed, visit, picture)
}

/// Somebody else is logged in from now on.
async fn become_bearer(device: &Device, server: &Server) {
    device.log_out().await.expect("it is stored");
    server.set_line(Line::Up);
    server.get().author.user.id = UserId(uuid::Uuid::from_u128(2));
    server.get().author.user.name = "赵敏".to_owned();
    device.log_in("13800000002", "secret").await.expect("the server takes any password");
    settled(device, "everything is pulled", |state| state.complete_at.is_some()).await;
}

/// The one who packed is logged in again.
async fn become_author(device: &Device, server: &Server) {
    device.log_out().await.expect("it is stored");
    server.get().author = author();
    device.log_in("13800000001", "secret").await.expect("the server takes any password");
}

/// Waits until a parcel stands as it should.
async fn carried(device: &Device, what: &str, wanted: impl Fn(&Parcel) -> bool) -> Parcel {
    for _ in 0..200 {
        let parcels = device.parcels().await.expect("it can be read");
        if let Some(parcel) = parcels.into_iter().find(&wanted) {
            return parcel;
        }
        TimeoutFuture::new(50).await;
    }
    panic!("never happened: {what}");
}

fn done(parcel: &Parcel) -> bool {
    parcel.progress.is_done(&parcel.cover)
}

async fn bytes_of(file: &Blob) -> Vec<u8> {
    let bytes: ArrayBuffer = JsFuture::from(file.array_buffer()).await.expect("it can be read").unchecked_into();
    Uint8Array::new(&bytes).to_vec()
}

fn file_of(bytes: &[u8]) -> Blob {
    Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes))).expect("a file")
}

/// How many parts of parcels lie in this browser.
async fn parts() -> u32 {
    let code = "
        let parts = 0;
        for (const { name } of await indexedDB.databases()) {
            if (!name.startsWith('lianying parcels')) continue;
            const open = indexedDB.open(name);
            await new Promise((done) => (open.onsuccess = done));
            const request = open.result.transaction(['parts'], 'readonly').objectStore('parts').count();
            await new Promise((done) => (request.onsuccess = done));
            parts += request.result;
            open.result.close();
        }
        return parts;
    ";
    js(code).await.as_f64().expect("a count") as u32
}

#[wasm_bindgen_test]
async fn what_one_phone_packs_another_delivers_and_the_first_hears_of_each_once() {
    let (device, server, packed, visit, picture) = packed().await;
    assert_eq!((packed.cover.commands, packed.cover.photos.len()), (3, 1));
    assert_eq!(device.sync_state().waiting, 3, "all of it stays where it is");

    become_bearer(&device, &server).await;
    let parcel = device.load_parcel(&packed.file, &packed.code.to_string()).await.expect("it is loaded");
    assert_eq!(parcel.cover.author_name, "王芳");
    let parcel = carried(&device, "all of it is there", done).await;
    assert_eq!((parcel.progress.commands(), parcel.progress.photos(&parcel.cover)), (3, 1));
    assert!(parcel.progress.taken.values().all(|taken| taken.became == Became::Applied));
    assert_eq!(server.commands(), 3);
    assert_eq!(server.get().photos.get(&picture.hash).map(Vec::len), Some(300_000));
    let tally = device.tally().await.expect("it can be read");
    assert_eq!((tally.received, tally.waiting), (0, 0), "it was never the bearer's own");
    let there = server.get().record(RecordKey::of::<Visit>(visit)).expect("it is there");
    let Some(there) = Visit::from_any(&there).cloned() else { panic!("a visit") };
    assert_eq!(there.rep, packed.cover.author, "and counts as its author's");

    become_author(&device, &server).await;
    sent(&device).await;
    assert_eq!(server.commands(), 3, "nothing is there twice");
    let outbox = device.outbox(10).await.expect("it can be read");
    assert!(outbox.iter().all(|item| matches!(item.row.state, RowState::Applied { .. })));
    let progress = device.photo_progress(&picture.hash).await.expect("it can be read").expect("it is its own");
    assert_eq!(progress.state, PhotoState::Received);
}

#[wasm_bindgen_test]
async fn a_parcel_whose_contents_have_gone_by_themselves_is_delivered_all_the_same_and_changes_nothing() {
    let (device, server, packed, ..) = packed().await;
    server.set_line(Line::Up);
    sent(&device).await;
    become_bearer(&device, &server).await;
    device.load_parcel(&packed.file, &packed.code.to_string()).await.expect("it is loaded");
    let parcel = carried(&device, "all of it is there", done).await;
    assert_eq!((parcel.progress.commands(), server.commands()), (3, 3));
    device.remove_parcel(parcel.cover.id).await.expect("it is put away");
    assert_eq!((device.parcels().await, parts().await), (Ok(Vec::new()), 0));
}

#[wasm_bindgen_test]
async fn every_command_in_a_parcel_is_signed_by_the_phone_that_made_it() {
    let (device, server, packed, ..) = packed().await;
    server.set_line(Line::Up);
    sent(&device).await;
    let key = server.get().pushes.iter().find_map(|push| push.device.key.clone()).expect("it has named its key");
    become_bearer(&device, &server).await;
    device.load_parcel(&packed.file, &packed.code.to_string()).await.expect("it is loaded");
    carried(&device, "all of it is there", done).await;
    let delivery = server.get().deliveries.last().cloned().expect("it was handed in");
    assert_eq!(delivery.device, packed.cover.device);
    for sent in &delivery.commands {
        let link = sent.prev.next(sent.seq, &sync::ContentHash::of(sent.body.get().as_bytes()));
        let signature = sent.signature.as_deref().expect("it is signed");
        assert!(device::is_signed_by(&key, signature, &command_text(delivery.device, &link)).await);
    }
}

#[wasm_bindgen_test]
async fn a_wrong_code_and_a_damaged_file_change_nothing() {
    let (device, server, packed, ..) = packed().await;
    become_bearer(&device, &server).await;
    let good = packed.code.to_string();
    let other = if good.starts_with('0') { good.replacen('0', "1", 1) } else { ["0", &good[1..]].concat() };
    let load = async |bytes: &[u8], code: &str| device.load_parcel(&file_of(bytes), code).await.expect_err("it is not");
    let whole = bytes_of(&packed.file).await;
    assert_eq!(load(&whole, &other).await, LoadError::Parcel(ParcelError::WrongCode));
    assert_eq!(load(&whole, "7K3M").await, LoadError::NoCode);
    assert_eq!(load(b"%PDF-1.7", &good).await, LoadError::Parcel(ParcelError::NotAParcel));
    for cut in [HEAD_BYTES - 1, HEAD_BYTES + 2, whole.len() / 2, whole.len() - 1] {
        assert_eq!(load(&whole[..cut], &good).await, LoadError::Parcel(ParcelError::Damaged), "cut at {cut}");
    }
    // The salt, the cover, the photo, the last byte of the last seal.
    for place in [20, HEAD_BYTES + 40, whole.len() - 100_000, whole.len() - 1] {
        let mut changed = whole.clone();
        changed[place] ^= 1;
        let error = load(&changed, &good).await;
        let wrong = [ParcelError::WrongCode, ParcelError::Damaged].map(LoadError::Parcel);
        assert!(wrong.contains(&error), "changed at {place}: {error:?}");
    }
    assert_eq!((device.parcels().await, parts().await), (Ok(Vec::new()), 0), "nothing is left of any of them");
    assert_eq!(server.commands(), 0);
    device.load_parcel(&packed.file, &good.to_lowercase()).await.expect("and the good one is taken");
    carried(&device, "all of it is there", done).await;
}

#[wasm_bindgen_test]
async fn what_is_carried_survives_a_restart_and_goes_on_where_the_line_broke() {
    let (device, server, packed, ..) = packed().await;
    become_bearer(&device, &server).await;
    server.get().photo_budget = 150_000;
    device.load_parcel(&packed.file, &packed.code.to_string()).await.expect("it is loaded");
    carried(&device, "the commands are there", |parcel| parcel.progress.commands() == 3).await;
    settled(&device, "the line broke", |state| state.reach == device::Reach::Offline).await;
    device.stop();
    server.get().photo_budget = usize::MAX;
    let again = start().await.expect("a tab");
    again.sync_now();
    let parcel = carried(&again, "all of it is there", done).await;
    assert_eq!(parcel.progress.photos(&parcel.cover), 1);
    assert_eq!(server.commands(), 3);
    // Loaded once more, it is the same one.
    let same = again.load_parcel(&packed.file, &packed.code.to_string()).await.expect("it is known");
    assert_eq!(same, parcel);
    assert_eq!(again.parcels().await.map(|parcels| parcels.len()), Ok(1));
}

#[wasm_bindgen_test]
async fn what_a_tab_left_that_died_while_it_loaded_goes_with_the_next_file() {
    let (device, server, packed, ..) = packed().await;
    become_bearer(&device, &server).await;
    server.set_line(Line::Cut);
    let code = packed.code.to_string();
    device.load_parcel(&packed.file, &code).await.expect("it is loaded");
    let whole = parts().await;
    js("
        const { name } = (await indexedDB.databases()).find(({ name }) => name.startsWith('lianying parcels'));
        const open = indexedDB.open(name);
        await new Promise((done) => (open.onsuccess = done));
        const transaction = open.result.transaction(['parcels', 'parts'], 'readwrite');
        transaction.objectStore('parcels').clear();
        transaction.objectStore('parts').put(new ArrayBuffer(8), ['another', 3]);
        await new Promise((done) => (transaction.oncomplete = done));
        open.result.close();
    ")
    .await;
    assert_eq!(device.parcels().await, Ok(Vec::new()), "without its row it is no parcel");
    device.load_parcel(&file_of(&bytes_of(&packed.file).await), &code).await.expect("it is loaded again");
    assert_eq!((device.parcels().await.map(|parcels| parcels.len()), parts().await), (Ok(1), whole));
    server.set_line(Line::Up);
    device.sync_now();
    carried(&device, "all of it is there", done).await;
}

#[wasm_bindgen_test]
async fn a_parcel_that_is_stuck_says_why_and_stops_nothing_of_the_bearers_own() {
    let (device, server, packed, ..) = packed().await;
    become_bearer(&device, &server).await;
    server.get().knows_nobody = true;
    device.load_parcel(&packed.file, &packed.code.to_string()).await.expect("it is loaded");
    let parcel = carried(&device, "it is stuck", |parcel| parcel.progress.stuck.is_some()).await;
    assert_eq!(parcel.progress.stuck, Some(Stuck::Unknown));
    assert!(parcel.progress.may_go(&parcel.cover));
    assert!(server.get().photos.is_empty());
    let bearer = server.get().author.user.id;
    server.get().author.assignments.push(posting(bearer, 51, TERRITORY));
    pulled(&device, &server).await;
    record(&device, check_in(&device, device.new_id())).await;
    sent(&device).await;
    server.get().knows_nobody = false;
    device.sync_now();
    carried(&device, "it goes on by itself", done).await;
}

#[wasm_bindgen_test]
async fn what_this_phone_has_spoilt_of_a_parcel_is_not_sent_and_is_no_trouble_of_its_own() {
    let (device, server, packed, ..) = packed().await;
    become_bearer(&device, &server).await;
    server.set_line(Line::Cut);
    device.load_parcel(&packed.file, &packed.code.to_string()).await.expect("it is loaded");
    js("
        const { name } = (await indexedDB.databases()).find(({ name }) => name.startsWith('lianying parcels'));
        const open = indexedDB.open(name);
        await new Promise((done) => (open.onsuccess = done));
        const transaction = open.result.transaction(['parts'], 'readwrite');
        const store = transaction.objectStore('parts');
        const keys = store.getAllKeys();
        const parts = store.getAll();
        await new Promise((done) => (parts.onsuccess = done));
        const photo = parts.result.at(-1);
        new Uint8Array(photo)[7] ^= 1;
        store.put(photo, keys.result.at(-1));
        await new Promise((done) => (transaction.oncomplete = done));
        open.result.close();
    ")
    .await;
    server.set_line(Line::Up);
    device.sync_now();
    let parcel = carried(&device, "it is said", |parcel| parcel.progress.stuck == Some(Stuck::Damaged)).await;
    assert_eq!(parcel.progress.commands(), 3, "what was right has gone");
    assert!(parcel.progress.may_go(&parcel.cover));
    assert!(server.get().photos.is_empty());
    settled(&device, "the exchange ends well", |state| state.reach == device::Reach::Online).await;
}

#[wasm_bindgen_test]
async fn a_browser_without_cryptography_packs_nothing_and_says_so() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    record(&device, check_in(&device, device.new_id())).await;
    js("Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });").await;
    let error = device.pack().await.expect_err("nothing can be sealed");
    js("delete crypto.subtle;").await;
    assert!(matches!(error, StorageError::Unavailable(_)));
    assert_eq!(device.sync_state().waiting, 1);
}
