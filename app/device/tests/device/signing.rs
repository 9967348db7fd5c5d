//! Signing: with a key that stays in this browser, before anything is sent, and never in the way of recording.

use crate::support::browser::{in_store, js};
use crate::support::line::Line;
use crate::support::server::Server;
use crate::support::shop::{answer, check_in};
use crate::support::{phone, record, sent};
use device::is_signed_by;
use domain::id::VisitId;
use gloo_timers::future::TimeoutFuture;
use sync::proof::{command_text, nonce_time};
use sync::wire::PushRequest;
use sync::{Body, ContentHash};
use wasm_bindgen_test::wasm_bindgen_test;

/// The pushes that carried commands.
fn pushes(server: &Server) -> Vec<PushRequest> {
    server.get().pushes.iter().filter(|push| !push.commands.is_empty()).cloned().collect()
}

/// Whether every command of a push is signed with the key that the push names.
async fn is_signed(push: &PushRequest) -> bool {
    let Some(key) = &push.device.key else { return false };
    for sent in &push.commands {
        let link = sent.prev.next(sent.seq, &ContentHash::of(sent.body.get().as_bytes()));
        let text = command_text(push.device.id, &link);
        let Some(signature) = &sent.signature else { return false };
        if !is_signed_by(key, signature, &text).await {
            return false;
        }
    }
    true
}

/// How many rows of the outbox are signed.
async fn signed_rows() -> u32 {
    let code = "return (await ask(store.getAll())).filter((row) => row.signature).length;";
    in_store("standing", "readonly", code).await.as_f64().expect("a count") as u32
}

/// Waits until so many rows are signed.
async fn rows_are_signed(count: u32) {
    for _ in 0..200 {
        if signed_rows().await == count {
            return;
        }
        TimeoutFuture::new(25).await;
    }
    panic!("never happened: {count} rows are signed");
}

#[wasm_bindgen_test]
async fn a_command_is_signed_right_after_it_was_recorded_and_arrives_so() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    record(&device, answer(visit, true)).await;
    rows_are_signed(2).await;
    server.set_line(Line::Up);
    sent(&device).await;
    let pushes = pushes(&server);
    let last = pushes.last().expect("it was sent");
    assert_eq!(last.commands.len(), 2);
    assert!(is_signed(last).await);
    for sent in &last.commands {
        let nonce = Body::thaw(sent.body.get()).expect("our own bytes").nonce.expect("the server has given one");
        assert!(nonce_time(&nonce).is_some());
    }
}

#[wasm_bindgen_test]
async fn a_command_whose_tab_died_before_it_was_signed_is_signed_before_it_is_sent() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    record(&device, check_in(&device, device.new_id())).await;
    rows_are_signed(1).await;
    // As a tab leaves the row that dies between the two.
    let code = "for (const row of await ask(store.getAll())) { delete row.signature; store.put(row); }";
    in_store("standing", "readwrite", code).await;
    assert_eq!(signed_rows().await, 0);
    server.set_line(Line::Up);
    sent(&device).await;
    let pushes = pushes(&server);
    assert!(is_signed(pushes.last().expect("it was sent")).await);
    assert_eq!(signed_rows().await, 1, "and the signature is kept, for a server that loses it");
}

#[wasm_bindgen_test]
async fn without_the_browsers_cryptography_recording_and_sending_go_on_unsigned() {
    crate::support::browser::forget_everything().await;
    js("Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });").await;
    let (device, server) = phone().await;
    js("Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });").await;
    record(&device, check_in(&device, device.new_id())).await;
    sent(&device).await;
    let pushes = pushes(&server);
    let last = pushes.last().expect("it was sent");
    js("delete crypto.subtle;").await;
    assert_eq!((last.commands.len(), last.commands[0].signature.clone()), (1, None));
    assert_eq!(server.commands(), 1);
}

#[wasm_bindgen_test]
async fn the_private_half_of_the_key_cannot_be_taken_out() {
    let (device, _server) = phone().await;
    record(&device, check_in(&device, device.new_id())).await;
    sent(&device).await;
    let code = "
        const name = (await ask(store.getAllKeys())).find((name) => String(name).startsWith('key '));
        const key = await ask(store.get(name));
        const taken = ['pkcs8', 'jwk'].map((form) => crypto.subtle.exportKey(form, key.private).then(() => 'out', () => 'kept'));
        return [key.private.extractable, key.private.type, ...(await Promise.all(taken))].join(' ');
    ";
    let found = in_store("status", "readonly", code).await.as_string();
    assert_eq!(found.as_deref(), Some("false private kept kept"));
}

#[wasm_bindgen_test]
async fn a_new_device_id_has_a_new_key_and_signs_its_new_chain() {
    let (device, server) = phone().await;
    record(&device, check_in(&device, device.new_id())).await;
    sent(&device).await;
    server.set_line(Line::Cut);
    record(&device, check_in(&device, device.new_id())).await;
    rows_are_signed(2).await;
    server.get().says_fork = true;
    server.set_line(Line::Up);
    sent(&device).await;
    let pushes = pushes(&server);
    let (first, last) = (&pushes[0], pushes.last().expect("it was sent"));
    assert_ne!(first.device.id, last.device.id);
    assert_ne!(first.device.key, last.device.key);
    assert!(is_signed(first).await && is_signed(last).await);
}
