//! A new build on an old phone (P18). `tests/saved/` holds what the browser of each released build had of a phone with
//! fifty commands and twenty photos that nobody had received; this build opens it, and all of it arrives.
//!
//! `-- --include-ignored --nocapture the_databases` makes the phone anew and says what to keep,
//! after the word SAVED. What has been released is never written again: a new layout gets a new file.

use crate::support::line::Line;
use crate::support::saved::{lay_down, make_keys_that_can_be_kept, write_down};
use crate::support::server::Server;
use crate::support::shop::{author, check_in, check_out, open};
use crate::support::{browser, phone, record, sent, shop, start};
use device::{Device, Shot, is_signed_by};
use domain::commands::TakePhoto;
use domain::id::VisitId;
use domain::records::{Capture, Look};
use js_sys::{Reflect, Uint8Array};
use sync::ContentHash;
use sync::proof::command_text;
use sync::wire::Outcome;
use wasm_bindgen_test::wasm_bindgen_test;

/// By released layout.
const SAVED: [&str; 2] = [include_str!("../saved/v1.json"), include_str!("../saved/v2.json")];
const VISITS: u32 = 10;
const COMMANDS: usize = 50;
const PHOTOS: usize = 20;

/// A server that knows the shop and nothing of what was done there.
fn server() -> Server {
    let server = Server::start(author());
    open(&server);
    server
}

#[wasm_bindgen_test]
async fn what_every_released_build_had_not_sent_arrives_from_this_one() {
    for saved in SAVED {
        lay_down(saved, "").await;
        let server = server();
        let device = start().await.expect("it opens");
        let tally = device.tally().await.expect("it can be read");
        assert_eq!((tally.waiting as usize, tally.received), (COMMANDS, 0));
        let before = device.outbox(0).await.expect("it can be read");
        sent(&device).await;

        assert_eq!(server.commands(), COMMANDS);
        let log: Vec<_> = server.get().log.values().flat_map(|log| log.values().cloned()).collect();
        let turned_away: Vec<_> = log
            .iter()
            .map(|line| &line.outcome)
            .filter(|outcome| !matches!(outcome, Outcome::Applied { .. }))
            .collect();
        assert!(turned_away.is_empty(), "{turned_away:?}");
        let photos: Vec<usize> = server.get().photos.values().map(Vec::len).collect();
        assert_eq!((photos.len(), photos.iter().all(|bytes| *bytes > 0)), (PHOTOS, true));
        for push in &server.get().pushes {
            for sent in &push.commands {
                let kept = before.iter().find(|item| item.row.seq == sent.seq).expect("it was in the outbox");
                assert_eq!(sent.body.get(), kept.row.raw, "byte for byte");
            }
        }
        record(&device, check_in(&device, device.new_id())).await;
        crate::support::sent(&device).await;
        assert_eq!(server.commands(), COMMANDS + 1, "and the chain goes on");
    }
}

#[wasm_bindgen_test]
async fn what_an_old_build_has_signed_still_holds_for_its_key() {
    for saved in SAVED {
        lay_down(saved, "").await;
        let server = server();
        let device = start().await.expect("it opens");
        sent(&device).await;
        let pushes: Vec<_> = server.get().pushes.iter().filter(|push| !push.commands.is_empty()).cloned().collect();
        for push in pushes {
            let key = push.device.key.clone().expect("the phone has a key");
            for sent in &push.commands {
                let link = sent.prev.next(sent.seq, &ContentHash::of(sent.body.get().as_bytes()));
                let signature = sent.signature.clone().expect("it is signed");
                assert!(is_signed_by(&key, &signature, &command_text(push.device.id, &link)).await);
            }
        }
    }
}

/// From here on this build's layout is a later one than that of any database, and the browser does not take it.
async fn break_the_layout() {
    browser::js(
        "
        IDBFactory.prototype.open = function (name, version) {
            return version ? self.kept.open.call(this, name, version + 1) : self.kept.open.call(this, name);
        };
        self.create ??= IDBDatabase.prototype.createObjectStore;
        IDBDatabase.prototype.createObjectStore = () => { throw new DOMException('not today', 'ConstraintError'); };
    ",
    )
    .await;
}

async fn mend_the_layout() {
    browser::js("IDBDatabase.prototype.createObjectStore = self.create;").await;
}

#[wasm_bindgen_test]
async fn a_new_layout_that_fails_leaves_the_outbox_to_be_read_and_sent_and_is_tried_again() {
    for saved in SAVED {
        lay_down(saved, "drafts").await;
        let server = server();
        server.set_line(Line::Cut);
        break_the_layout().await;
        let device = start().await.expect("it opens as it was");
        let items = device.outbox(0).await.expect("it can be read");
        let readable = items.iter().filter(|item| item.body.is_some() && !item.row.raw.is_empty()).count();
        assert_eq!(readable, COMMANDS, "each with its bytes");
        assert!(device.keep_draft("note", Some("货架")).await.is_err(), "what is missing is said");
        device.stop();

        mend_the_layout().await;
        let device = start().await.expect("it opens");
        assert_eq!(device.keep_draft("note", Some("货架")).await, Ok(()));
        server.set_line(Line::Up);
        sent(&device).await;
        assert_eq!(server.commands(), COMMANDS);
        browser::forget_everything().await;
    }
}

#[wasm_bindgen_test]
async fn a_layout_that_fails_on_a_phone_without_any_makes_no_empty_one() {
    browser::forget_everything().await;
    break_the_layout().await;
    assert!(start().await.is_err());
    mend_the_layout().await;
    let left = browser::js("return (await indexedDB.databases()).length;").await;
    assert_eq!(left.as_f64(), Some(0.0));
    browser::forget_everything().await;
}

#[wasm_bindgen_test]
async fn an_open_tab_lets_a_newer_build_change_the_layout_and_goes_on_recording_in_it() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    let opened = browser::js(
        "
        const { name, version } = (await indexedDB.databases()).find(({ name }) => name.startsWith('lianying-'));
        const opening = self.kept.open.call(indexedDB, name, version + 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('later');
        const how = await new Promise((done) => {
            opening.onblocked = () => done('blocked');
            opening.onsuccess = () => done('open');
        });
        opening.result.close();
        return how;
    ",
    )
    .await;
    assert_eq!(opened.as_string().as_deref(), Some("open"));
    record(&device, check_out(visit)).await;
    server.set_line(Line::Up);
    sent(&device).await;
    assert_eq!(server.commands(), 2);
}

#[wasm_bindgen_test]
#[ignore = "prints the databases of this build, to be kept when it is released"]
async fn the_databases_of_this_build_are_written_down() {
    make_keys_that_can_be_kept().await;
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    for visit in 0..VISITS {
        let id: VisitId = device.new_id();
        record(&device, check_in(&device, id)).await;
        record(&device, shop::answer(id, visit % 2 == 0)).await;
        for (n, slot) in ["front", "left"].into_iter().enumerate() {
            take(&device, id, slot, visit * 2 + n as u32).await;
        }
        record(&device, check_out(id)).await;
    }
    signed(&device).await;
    let saved = write_down().await;
    Reflect::set(&js_sys::global(), &"saved".into(), &saved.into()).expect("it can be handed over");
    browser::js("console.log('SAVED ' + self.saved);").await;
}

async fn take(device: &Device, visit: VisitId, slot: &str, seed: u32) {
    let bytes: Vec<u8> = (0..1_500_u32).map(|n| (n * (2 * seed + 1) + n * n) as u8).collect();
    let jpeg = Uint8Array::from(bytes.as_slice()).buffer();
    let thumbnail_base64 = "AAAA".to_owned();
    let shot =
        Shot { jpeg, width: 1200, height: 900, thumbnail_base64: thumbnail_base64.clone(), look: Look::default() };
    let picture = device.keep_photo(&shot).await.expect("it is kept");
    let command = TakePhoto {
        photo: device.new_id(),
        visit,
        item: "shelf".into(),
        slot: slot.to_owned(),
        picture,
        thumbnail: thumbnail_base64,
        fix: None,
        capture: Capture::Camera,
        look: Look::default(),
        redo: None,
    };
    record(device, command).await;
}

/// Waits until every command has its signature.
async fn signed(device: &Device) {
    for _ in 0..200 {
        let rows = device.outbox(0).await.expect("it can be read");
        if rows.len() == COMMANDS && rows.iter().all(|item| item.row.signature.is_some()) {
            return;
        }
        gloo_timers::future::TimeoutFuture::new(25).await;
    }
    panic!("never happened: everything is signed");
}
