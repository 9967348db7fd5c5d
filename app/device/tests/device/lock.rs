//! The lock: the PIN and nothing else opens it, wrong ones cost time that no restart gives back, and a forgotten one
//! costs a login and no work.

use crate::support::browser::js;
use crate::support::line::Line;
use crate::support::server::Server;
use crate::support::shop::{SHOP, check_in};
use crate::support::{phone, record, sent, settled, start};
use device::{Device, PinError, Reach, StorageError};
use domain::limits::PIN_TRIES;
use domain::records::Outlet;
use wasm_bindgen_test::wasm_bindgen_test;

const PIN: &str = "048213";
const OTHER: &str = "731946";

/// A phone with a PIN and something that waits.
async fn phone_with_pin() -> (Device, Server) {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    record(&device, check_in(&device, device.new_id())).await;
    device.set_pin(None, PIN).await.expect("it is set");
    (device, server)
}

/// The rows of every shelf of the user and of the installation, but for the keyring and its copy, as one text.
async fn rows_but_the_keyring() -> String {
    js("
        const all = [];
        for (const { name } of await indexedDB.databases()) {
            const open = indexedDB.open(name);
            await new Promise((done) => (open.onsuccess = done));
            for (const shelf of open.result.objectStoreNames) {
                if (shelf === 'keyrings') continue;
                const store = open.result.transaction(shelf).objectStore(shelf);
                const ask = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
                const [keys, values] = await Promise.all([ask(store.getAllKeys()), ask(store.getAll())]);
                const rows = values.filter((_, at) => keys[at] !== 'keyring');
                all.push([name, shelf, JSON.stringify(rows, (_, value) =>
                    ArrayBuffer.isView(value) ? Array.from(value).join() : value)].join(' '));
            }
            open.result.close();
        }
        return all.join('\\n');
    ")
    .await
    .as_string()
    .expect("a text")
}

/// Lets the time that wrong PINs cost go by, as far as the keyring knows.
async fn an_hour_later() {
    js("
        const open = indexedDB.open('lianying');
        await new Promise((done) => (open.onsuccess = done));
        const store = open.result.transaction('keyrings', 'readwrite').objectStore('keyrings');
        const ask = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
        for (const key of await ask(store.getAllKeys())) {
            const row = await ask(store.get(key));
            row.wrong_at -= 3600000;
            await ask(store.put(row, key));
        }
        open.result.close();
    ")
    .await;
}

#[wasm_bindgen_test]
async fn a_phone_with_a_pin_starts_locked_and_opens_with_it_where_it_was() {
    let (device, _server) = phone_with_pin().await;
    device.stop();
    let device = start().await.expect("the store is there");
    assert!(device.locked().is_some() && device.session().is_none());
    assert_eq!(device.get::<Outlet>(SHOP).await, Err(StorageError::NobodyHere));
    assert_eq!(device.draft("note").await, Err(StorageError::NobodyHere));

    assert_eq!(device.unlock(OTHER).await, Err(PinError::Wrong));
    assert!(device.session().is_none());
    assert_eq!(device.locked().map(|locked| locked.wrong), Some(1));

    assert_eq!(device.unlock(PIN).await, Ok(()));
    assert_eq!(device.locked(), None);
    assert_eq!(device.session().map(|session| session.user.name), Some("王芳".to_owned()));
    let shop: Outlet = device.get(SHOP).await.expect("it can be read").expect("it is there");
    assert_eq!(shop.name, "惠民超市");
    assert_eq!(device.pin().map(|pin| pin.wrong), Some(0), "the right one forgives the wrong ones");
}

#[wasm_bindgen_test]
async fn a_pin_that_is_set_changed_and_taken_off_rewrites_the_keyring_and_not_one_other_row() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    settled(&device, "nothing is exchanged any more", |_| true).await;
    let before = rows_but_the_keyring().await;
    device.set_pin(None, PIN).await.expect("it is set");
    assert_eq!(device.set_pin(None, OTHER).await, Err(PinError::Wrong), "nobody sets another one without the first");
    device.set_pin(Some(PIN), OTHER).await.expect("it is changed");
    assert_eq!(device.take_pin(PIN).await, Err(PinError::Wrong));
    device.take_pin(OTHER).await.expect("it is off");
    assert!(rows_but_the_keyring().await == before, "another row has changed");
    device.stop();
    server.set_line(Line::Up);
    let device = start().await.expect("the store is there");
    assert!(device.locked().is_none() && device.session().is_some());
    settled(&device, "it exchanges", |state| state.reach == Reach::Online).await;
}

#[wasm_bindgen_test]
async fn five_wrong_pins_make_even_the_right_one_wait_and_a_restart_does_not_help() {
    let (device, _server) = phone_with_pin().await;
    device.lock();
    for _ in 0..PIN_TRIES {
        assert_eq!(device.unlock(OTHER).await, Err(PinError::Wrong));
    }
    assert_eq!(device.unlock(PIN).await, Err(PinError::TooSoon));
    device.stop();
    let device = start().await.expect("the store is there");
    let locked = device.locked().expect("it is locked");
    assert!(locked.wrong == PIN_TRIES && locked.wait > 0, "{locked:?}");
    assert_eq!(device.unlock(PIN).await, Err(PinError::TooSoon));
    an_hour_later().await;
    assert_eq!(device.unlock(PIN).await, Ok(()), "nothing was deleted, and the right one opens it in the end");
}

#[wasm_bindgen_test]
async fn a_locked_phone_sends_nothing_and_goes_on_sending_once_it_is_open() {
    let (device, server) = phone_with_pin().await;
    device.lock();
    server.set_line(Line::Up);
    device.sync_now();
    let pushes = server.get().pushes.len();
    let again = start().await.expect("the store is there");
    again.sync_now();
    assert!(again.locked().is_some());
    assert_eq!((server.commands(), server.get().pushes.len()), (0, pushes));
    drop(again);
    device.unlock(PIN).await.expect("it is the PIN");
    sent(&device).await;
    assert_eq!(server.commands(), 1);
}

#[wasm_bindgen_test]
async fn a_forgotten_pin_costs_a_login_and_no_work() {
    let (device, server) = phone_with_pin().await;
    device.lock();
    assert!(device.locked().expect("it is locked").recoverable);
    server.set_line(Line::Up);
    device.log_in("13800000001", "secret").await.expect("the server takes any password");
    assert_eq!(device.locked(), None);
    assert_eq!(device.pin().map(|pin| pin.set), Some(false));
    sent(&device).await;
    assert_eq!(server.commands(), 1);
}

#[wasm_bindgen_test]
async fn where_the_server_gives_no_secret_the_pin_alone_opens_it_and_a_login_loses_nothing() {
    let (device, server) = phone().await;
    server.get().gives_recovery = false;
    js("
        const open = indexedDB.open('lianying');
        await new Promise((done) => (open.onsuccess = done));
        const store = open.result.transaction('keyrings', 'readwrite').objectStore('keyrings');
        const ask = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
        for (const key of await ask(store.getAllKeys())) {
            const { recovery, ...row } = await ask(store.get(key));
            await ask(store.put(row, key));
        }
        open.result.close();
    ")
    .await;
    record(&device, check_in(&device, device.new_id())).await;
    device.set_pin(None, PIN).await.expect("it is set");
    assert_eq!(device.pin().map(|pin| pin.recoverable), Some(false));
    device.lock();
    device.log_in("13800000001", "secret").await.expect("the server takes any password");
    assert!(device.locked().is_some() && device.session().is_none(), "it still takes the PIN");
    device.unlock(PIN).await.expect("it is the PIN");
    settled(&device, "it exchanges", |state| state.reach == Reach::Online && state.waiting == 0).await;
    assert_eq!(server.commands(), 1);
}

#[wasm_bindgen_test]
async fn a_login_while_the_phone_is_open_leaves_the_pin_as_it_is() {
    let (device, server) = phone_with_pin().await;
    server.set_line(Line::Up);
    device.log_in("13800000001", "secret").await.expect("the server takes any password");
    assert_eq!(device.pin().map(|pin| pin.set), Some(true));
    device.stop();
    let device = start().await.expect("the store is there");
    assert!(device.locked().is_some());
    assert_eq!(device.unlock(PIN).await, Ok(()));
    sent(&device).await;
}

#[wasm_bindgen_test]
async fn locking_by_hand_locks_every_tab_and_opening_one_opens_one() {
    let (device, _server) = phone_with_pin().await;
    let other = start().await.expect("the store is there");
    other.unlock(PIN).await.expect("it is the PIN");
    device.lock();
    for _ in 0..200 {
        if other.locked().is_some() {
            break;
        }
        gloo_timers::future::TimeoutFuture::new(10).await;
    }
    assert!(device.locked().is_some() && other.locked().is_some());
    device.unlock(PIN).await.expect("it is the PIN");
    assert!(device.locked().is_none() && other.locked().is_some());
}
