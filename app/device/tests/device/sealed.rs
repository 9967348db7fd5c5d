//! At rest: nothing that says something about people or the business can be read from the browser's store past the device,
//! and what earlier versions left there in plain is read and sent all the same.

use crate::support::browser::{in_store, js};
use crate::support::line::Line;
use crate::support::shop::{SHOP, answer, check_in, check_out};
use crate::support::{phone, record, sent, start};
use device::{Device, PhotoSize, Shot};
use domain::commands::CheckOut;
use domain::id::VisitId;
use domain::records::{Look, Outlet, Visit};
use gloo_timers::future::TimeoutFuture;
use js_sys::Uint8Array;
use wasm_bindgen_test::wasm_bindgen_test;

/// All texts in all databases but the installation's, and all bytes read as Latin letters and as UTF-8.
async fn everything() -> String {
    js("
        const found = [];
        const look = (value) => {
            if (typeof value === 'string') found.push(value);
            else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
                const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
                found.push(new TextDecoder().decode(bytes), new TextDecoder('latin1').decode(bytes));
            } else if (value && typeof value === 'object' && !(value instanceof CryptoKey)) {
                for (const part of Object.values(value)) look(part);
            }
        };
        for (const { name } of await indexedDB.databases()) {
            if (!name.startsWith('lianying-')) continue;
            const open = indexedDB.open(name);
            await new Promise((done) => (open.onsuccess = done));
            for (const shelf of open.result.objectStoreNames) {
                const store = open.result.transaction(shelf).objectStore(shelf);
                for (const request of [store.getAll(), store.getAllKeys()]) {
                    await new Promise((done) => (request.onsuccess = done));
                    look(request.result);
                }
            }
            open.result.close();
        }
        return found.join('\\n');
    ")
    .await
    .as_string()
    .expect("a text")
}

fn picture() -> Shot {
    let jpeg = Uint8Array::from("这是一张照片".repeat(50_000).as_bytes()).buffer();
    Shot { jpeg, width: 1200, height: 900, thumbnail_base64: "AAAA".to_owned(), look: Look::default() }
}

#[wasm_bindgen_test]
async fn a_raw_look_into_the_store_finds_no_record_no_command_no_draft_no_photo_no_name_and_no_reason() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    record(&device, CheckOut { visit, fix: None, note: "老板说要换冰柜".to_owned() }).await;
    device.keep_draft("note", Some("一半的话")).await.expect("it is kept");
    let kept = device.keep_photo(&picture()).await.expect("it is kept");
    let found = everything().await;
    for secret in [
        "惠民超市",
        "中华大街",
        "王芳",
        "老板说要换冰柜",
        "一半的话",
        "这是一张照片",
        "便利店",
        "captured_at",
        "store-visit",
    ] {
        assert!(!found.contains(secret), "{secret} lies there in plain");
    }
    // What is found by stays plain, or nothing could be found.
    assert!(found.contains(&SHOP.to_string()) && found.contains(&kept.hash));
}

#[wasm_bindgen_test]
async fn what_was_sealed_is_shown_sent_and_there_again_after_a_start() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    let kept = device.keep_photo(&picture()).await.expect("it is kept");
    device.keep_draft("note", Some("一半的话")).await.expect("it is kept");
    device.stop();
    let device = start().await.expect("the store is there");
    let shop: Outlet = device.get(SHOP).await.expect("it can be read").expect("it is there");
    assert_eq!(shop.name, "惠民超市");
    assert_eq!(device.draft("note").await, Ok(Some("一半的话".to_owned())));
    assert!(device.photo_url(&kept.hash, PhotoSize::Original).await.is_local());
    assert!(device.outbox(10).await.expect("it can be read").iter().all(|item| item.body.is_some()));
    record(&device, check_out(visit)).await;
    server.set_line(Line::Up);
    sent(&device).await;
    assert_eq!(server.commands(), 2);
}

/// Leaves the store as a version without sealing would have left it.
async fn as_the_version_before(device: &Device, visit: VisitId) {
    let shop: Outlet = device.get(SHOP).await.expect("it can be read").expect("it is there");
    let kept: Visit = device.get(visit).await.expect("it can be read").expect("it is there");
    let (shop, kept) = (serde_json::to_string(&shop), serde_json::to_string(&kept));
    for (shelf, body) in [("base", shop.expect("plain JSON")), ("overlay", kept.expect("plain JSON"))] {
        let id = if shelf == "base" { SHOP.to_string() } else { visit.to_string() };
        let code = "
            const row = (await ask(store.getAll())).find((row) => row.key.endsWith('ID'));
            await ask(store.put({ ...row, body: JSON.stringify(BODY) }));
        ";
        in_store(shelf, "readwrite", &code.replace("ID", &id).replace("BODY", &body)).await;
    }
    let items = device.outbox(10).await.expect("it can be read");
    for item in items {
        let code = "
            const row = (await ask(store.getAll())).find((row) => row.id === 'ID');
            await ask(store.put({ ...row, raw: RAW }));
        ";
        let raw = serde_json::to_string(&item.row.raw).expect("a text");
        in_store("outbox", "readwrite", &code.replace("ID", &item.row.id.to_string()).replace("RAW", &raw)).await;
    }
    let session = serde_json::to_string(&device.session().expect("somebody is in")).expect("plain JSON");
    let code = "await ask(store.put(JSON.stringify(SESSION), 'session'));".replace("SESSION", &session);
    in_store("status", "readwrite", &code).await;
    in_store("drafts", "readwrite", "await ask(store.put('一半的话', 'note'));").await;
}

/// The frozen commands as they lie there: which are plain.
async fn plain_commands() -> String {
    let code =
        "return (await ask(store.getAll())).map((row) => (typeof row.raw === 'string' ? 'plain' : 'sealed')).join();";
    in_store("outbox", "readonly", code).await.as_string().expect("a text")
}

#[wasm_bindgen_test]
async fn what_an_earlier_version_left_in_plain_is_read_and_sent_and_no_command_of_it_is_rewritten() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    as_the_version_before(&device, visit).await;
    device.stop();

    let device = start().await.expect("the store is there");
    assert_eq!(device.session().map(|session| session.user.name), Some("王芳".to_owned()));
    let shop: Outlet = device.get(SHOP).await.expect("it can be read").expect("it is there");
    assert_eq!(shop.name, "惠民超市");
    assert_eq!(device.draft("note").await, Ok(Some("一半的话".to_owned())));
    record(&device, answer(visit, true)).await;
    assert_eq!(plain_commands().await, "plain,sealed");
    server.set_line(Line::Up);
    sent(&device).await;
    assert_eq!(server.commands(), 2);
    assert_eq!(plain_commands().await, "plain,sealed");
}

#[wasm_bindgen_test]
async fn a_photo_that_an_earlier_version_left_in_plain_is_shown() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let shot = picture();
    let kept = device.keep_photo(&shot).await.expect("it is kept");
    let code = "
        const text = new TextEncoder().encode('这是一张照片'.repeat(50000));
        const keys = await ask(store.getAllKeys(IDBKeyRange.lowerBound([])));
        for (const [n, key] of keys.entries())
            await ask(store.put(text.slice(n * 262144, (n + 1) * 262144).buffer, key));
    ";
    in_store("blobs", "readwrite", code).await;
    assert!(device.photo_url(&kept.hash, PhotoSize::Original).await.is_local());
}

#[wasm_bindgen_test]
async fn a_record_that_is_moved_under_another_key_does_not_open_there() {
    let (device, _server) = phone().await;
    let code = "
        const rows = await ask(store.getAll());
        const shop = rows.find((row) => row.kind === 'outlet');
        await ask(store.put({ ...shop, body: rows.find((row) => row.kind === 'checklist').body }));
    ";
    in_store("base", "readwrite", code).await;
    assert_eq!(device.get::<Outlet>(SHOP).await, Ok(None));
}

/// Waits until the keyring has its second copy.
async fn copied() {
    for _ in 0..200 {
        let count = in_store("status", "readonly", "return ask(store.count('keyring'));").await;
        if count.as_f64() == Some(1.0) {
            return;
        }
        TimeoutFuture::new(25).await;
    }
    panic!("never happened: the keyring is copied");
}

/// The browser loses what belongs to the installation, and keeps the stores of its users.
async fn lose_the_installation() {
    js("
        await new Promise((done) => {
            const request = indexedDB.deleteDatabase('lianying');
            request.onsuccess = request.onerror = done;
        });
    ")
    .await;
}

#[wasm_bindgen_test]
async fn a_browser_that_loses_the_keyring_of_the_installation_opens_the_store_by_its_copy() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    record(&device, check_in(&device, device.new_id())).await;
    copied().await;
    device.stop();
    lose_the_installation().await;

    let device = start().await.expect("the store is there");
    assert!(device.session().is_none(), "who was in is lost with it");
    server.set_line(Line::Up);
    device.log_in("13800000001", "secret").await.expect("the server takes any password");
    sent(&device).await;
    assert_eq!(server.commands(), 1);
}

#[wasm_bindgen_test]
async fn a_copy_of_a_keyring_with_a_pin_opens_by_the_pin_or_by_a_login_only() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    record(&device, check_in(&device, device.new_id())).await;
    device.set_pin(None, "4711").await.expect("it is set");
    copied().await;
    device.stop();
    lose_the_installation().await;

    let device = start().await.expect("the store is there");
    server.get().gives_recovery = false;
    server.set_line(Line::Up);
    device.log_in("13800000001", "secret").await.expect("the server takes any password");
    assert!(device.locked().is_some());
    device.unlock("4711").await.expect("it is the right one");
    sent(&device).await;
    assert_eq!(server.commands(), 1);
}

#[wasm_bindgen_test]
async fn the_key_of_another_phone_opens_nothing() {
    let (device, _server) = phone().await;
    copied().await;
    device.stop();
    in_store("status", "readwrite", "await ask(store.delete('keyring'));").await;
    js("
        const open = indexedDB.open('lianying');
        await new Promise((done) => (open.onsuccess = done));
        const clear = open.result.transaction('keyrings', 'readwrite').objectStore('keyrings').clear();
        await new Promise((done) => (clear.onsuccess = done));
        open.result.close();
    ")
    .await;
    assert!(start().await.is_err(), "it is said, and nothing is written beside what cannot be read");
}

#[wasm_bindgen_test]
async fn a_browser_without_cryptography_keeps_and_reads_everything_in_plain() {
    crate::support::browser::forget_everything().await;
    js("Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });").await;
    let server = crate::support::server::Server::start(crate::support::shop::author());
    crate::support::shop::open(&server);
    let device = start().await.expect("the browser has a store");
    device.log_in("13800000001", "secret").await.expect("the server takes any password");
    crate::support::settled(&device, "everything is pulled", |state| state.complete_at.is_some()).await;
    assert_eq!(device.pin(), None);
    record(&device, check_in(&device, device.new_id())).await;
    assert_eq!(plain_commands().await, "plain");
    sent(&device).await;
    device.stop();
    crate::support::browser::forget_everything().await;
}
