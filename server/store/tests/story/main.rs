//! One story that every backend must live through: a company is planted, a phone sends, a photo arrives,
//! somebody pulls page by page, a shop changes hands, people log in and out.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod imports;
mod scene;
mod sqlite;
mod trends;

use domain::id::{CommandId, DeviceId};
use domain::records::{AnyRecord, Record, RecordKey};
use domain::time::Moment;
use domain::{Index, Kind, Need, Scope};
use scene::{Scene, logged, page_request};
use std::collections::BTreeMap;
use store::{
    Batch, Blob, Credential, DeviceRow, LogLine, Records, RepairRow, Repairs, SessionRow, SqliteStore, Store,
    StoreError, Thumbnail, Upload,
};
use sync::server::RecordChange;
use sync::wire::{Gone, WireRecord};

#[tokio::test]
async fn sqlite_lives_through_the_story() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("story.db");
    let store = SqliteStore::open(&path).await.unwrap();
    let scene = Scene::new();
    records_are_written_and_found(&store, &scene).await;
    a_phone_sends(&store, &scene).await;
    a_photo_arrives(&store, &scene).await;
    a_pull_sees_each_row_once(&store, &scene).await;
    a_task_moves_and_leaves(&store, &scene).await;
    a_batch_is_all_or_nothing(&store, &scene).await;
    people_log_in_and_out(&store, &scene).await;
    an_upload_begins_and_ends(&store, &scene).await;
    let epoch = store.epoch().await.unwrap();
    store.close().await;

    let again = SqliteStore::open(&path).await.unwrap();
    assert_eq!(again.epoch().await.unwrap(), epoch, "a restart is no restore");
    assert_eq!(again.devices(&[scene.device]).await.unwrap().len(), 1, "what was committed is there after a restart");
    again.renew_epoch("another").await.unwrap();
    assert_eq!(again.epoch().await.unwrap(), "another");
}

async fn records_are_written_and_found(store: &impl Store, scene: &Scene) {
    assert!(store.versions().await.unwrap().is_empty());
    let records = scene.records();
    let count = records.len() as u64;
    let changes = records.into_iter().zip(1..).map(|(record, version)| scene::put(record, version)).collect();
    store.commit(Batch { changes, ..Batch::default() }).await.unwrap();
    assert_eq!(store.versions().await.unwrap(), BTreeMap::from([(scene.ground(), count)]));

    let by_key = store.load(&[Need::record::<domain::records::Task>(scene.task.id)]).await.unwrap();
    assert_eq!(by_key.records, [AnyRecord::from(scene.task.clone())]);
    let absent = store.load(&[Need::record::<domain::records::Task>(scene::id(999).into())]).await.unwrap();
    assert!(absent.records.is_empty() && absent.unreadable.is_empty());
    for (index, key) in [
        (Index::TasksAt(scene.outlet), scene.task.clone().into()),
        (Index::TasksOf(scene.user), scene.task.clone().into()),
        (Index::PhotosOf(scene.photo.visit), AnyRecord::from(scene.photo.clone())),
    ] {
        assert_eq!(store.load(&[Need::Index(index)]).await.unwrap().records, [key], "{index:?}");
    }
    assert!(store.load(&[Need::Index(Index::TasksAt(scene::id(999).into()))]).await.unwrap().records.is_empty());
    assert_eq!(store.all_of(Kind::Task).await.unwrap().len(), 1);
    assert_eq!(store.photos_with(&scene.photo.picture.hash).await.unwrap(), std::slice::from_ref(&scene.photo));
    let scopes = store.photo_scopes(&scene.photo.picture.hash).await.unwrap();
    assert_eq!(scopes.into_iter().collect::<Vec<_>>(), [scene.ground()]);
}

async fn a_phone_sends(store: &impl Store, scene: &Scene) {
    assert!(store.devices(&[scene.device]).await.unwrap().is_empty());
    let lines: Vec<_> = (1..=300).map(|seq| logged(scene.device, seq)).collect();
    let mut row = DeviceRow::new(scene.device, scene.user);
    row.chain.last_seq = 300;
    row.chain.link.clone_from(&lines[299].link);
    row.last_seen = Moment(77);
    let log = lines.iter().cloned().map(|logged| LogLine { logged, actor: scene.user }).collect();
    store.commit(Batch { log, devices: vec![row.clone()], ..Batch::default() }).await.unwrap();

    assert_eq!(store.devices(&[scene.device]).await.unwrap(), [row]);
    let known = store.lines_by_seq(&[(scene.device, 7), (scene.device, 301)]).await.unwrap();
    let without_body = |seq: usize| sync::server::Logged { body: String::new(), ..lines[seq - 1].clone() };
    assert_eq!(known, [without_body(7)]);
    let known = store.lines_by_id(&[CommandId(scene::id(8 + 5_000)), CommandId(scene::id(1))]).await.unwrap();
    assert_eq!(known, [without_body(8)]);
}

async fn a_photo_arrives(store: &impl Store, scene: &Scene) {
    let hash = scene.photo.picture.hash.clone();
    let claim = |hash: &str| (hash.to_owned(), scene.device);
    let small = Thumbnail { hash: hash.clone(), jpeg: vec![1, 2, 3] };
    let batch = Batch { claims: vec![claim(&hash)], thumbnails: vec![small.clone()], ..Batch::default() };
    store.commit(batch).await.unwrap();
    assert!(store.blob(&hash).await.unwrap().is_none());
    assert!(store.page(&page_request(scene, 0)).await.unwrap().receipts.is_empty());

    let blob = Blob { hash: hash.clone(), bytes: 9, received_at: Moment(5) };
    store.commit(Batch { blobs: vec![blob.clone()], ..Batch::default() }).await.unwrap();
    assert_eq!(store.blob(&hash).await.unwrap(), Some(blob.clone()));
    assert_eq!(store.stored_among(&[hash.clone(), "other".to_owned()]).await.unwrap().len(), 1);
    let page = store.page(&page_request(scene, 0)).await.unwrap();
    assert_eq!((page.receipts.as_slice(), page.receipts_cursor), ([hash.clone()].as_slice(), 1));

    // Said again, it changes nothing; claimed by a second phone later, that one gets its own receipt.
    let second = DeviceRow::new(DeviceId(scene::id(31)), scene.user);
    let claims = vec![claim(&hash), (hash.clone(), second.id)];
    store.commit(Batch { blobs: vec![blob], claims, devices: vec![second.clone()], ..Batch::default() }).await.unwrap();
    assert_eq!(store.page(&page_request(scene, 0)).await.unwrap().receipts_cursor, 1);
    let other = store::PageRequest { device: second.id, ..page_request(scene, 0) };
    assert_eq!(store.page(&other).await.unwrap().receipts.len(), 1);
    let stranger = store::PageRequest { user: scene::id(66).into(), ..page_request(scene, 0) };
    let page = store.page(&stranger).await.unwrap();
    assert!(page.receipts.is_empty() && page.acknowledged == 0, "nothing is said of somebody else's device");

    assert_eq!(store.thumbnail(&hash).await.unwrap(), Some(vec![1, 2, 3]));
    store.put_thumbnail(&Thumbnail { jpeg: vec![4], ..small.clone() }).await.unwrap();
    store.commit(Batch { thumbnails: vec![small], ..Batch::default() }).await.unwrap();
    assert_eq!(store.thumbnail(&hash).await.unwrap(), Some(vec![4]), "the server's own picture is not replaced");
}

/// The upload of the story before was begun by the scene's device, and nobody ever sent its command.
async fn whoever_asked_for_a_photo_is_told_when_somebody_brings_it(store: &impl Store, scene: &Scene) {
    let known = store.page(&page_request(scene, 0)).await.unwrap().receipts_cursor;
    let blob = Blob { hash: "h".to_owned(), bytes: 9, received_at: Moment(30) };
    store.commit(Batch { blobs: vec![blob], ..Batch::default() }).await.unwrap();
    let news = store::PageRequest { receipts: known, ..page_request(scene, 0) };
    assert_eq!(store.page(&news).await.unwrap().receipts, ["h"]);
}

async fn a_pull_sees_each_row_once(store: &impl Store, scene: &Scene) {
    let height = store.versions().await.unwrap()[&scene.ground()];
    let mut request = page_request(scene, 0);
    request.bytes = 1_500;
    let mut seen: Vec<u64> = Vec::new();
    loop {
        let page = store.page(&request).await.unwrap();
        let records: Vec<WireRecord> = serde_json::from_str(&format!("[{}]", page.records)).unwrap();
        assert!(!records.is_empty() && records.iter().all(|record| record.scope == scene.ground()));
        seen.extend(records.iter().map(|record| record.version));
        assert_eq!(page.cursor[&scene.ground()], *seen.last().unwrap(), "the cursor is the last row sent");
        assert_eq!(page.remaining, height - seen.len() as u64);
        assert_eq!(page.more, page.remaining > 0);
        assert_eq!(page.acknowledged, 300);
        request.scopes.clone_from(&page.cursor);
        if !page.more {
            break;
        }
    }
    assert_eq!(seen, (1..=height).collect::<Vec<_>>());
    let idle = store.page(&request).await.unwrap();
    assert!(idle.records.is_empty() && !idle.more && idle.cursor == request.scopes);
}

async fn a_task_moves_and_leaves(store: &impl Store, scene: &Scene) {
    let (ground, other) = (scene.ground(), Scope::Territory(scene.other_territory));
    let height = store.versions().await.unwrap()[&ground];
    let moved = domain::records::Task { territory: scene.other_territory, ..scene.task.clone() };
    let key = RecordKey::of::<domain::records::Task>(moved.id());
    let left = |scope, version| RecordChange::Gone { key, scope, version };
    let changes = vec![scene::put(moved.clone(), 1), left(ground, height + 1)];
    store.commit(Batch { changes, ..Batch::default() }).await.unwrap();

    let here = store.page(&page_request(scene, height)).await.unwrap();
    let gone = Gone { kind: "task".to_owned(), id: key.id, scope: ground, version: height + 1 };
    assert_eq!((here.records.as_str(), here.removed.as_slice()), ("", [gone].as_slice()));
    let there = store::PageRequest { scopes: BTreeMap::from([(other, 0)]), ..page_request(scene, 0) };
    assert!(store.page(&there).await.unwrap().records.contains("\"version\":1"));

    // It comes back: the tombstone goes. It is removed for good: nothing is left but tombstones.
    let changes = vec![scene::put(scene.task.clone(), height + 2), left(other, 2)];
    store.commit(Batch { changes, ..Batch::default() }).await.unwrap();
    let back = store.page(&page_request(scene, height)).await.unwrap();
    assert!(back.removed.is_empty() && back.records.contains(&key.id.to_string()));
    store.commit(Batch { changes: vec![left(ground, height + 3)], ..Batch::default() }).await.unwrap();
    assert!(store.load(&[Need::Record(key)]).await.unwrap().records.is_empty());
    assert_eq!(store.page(&page_request(scene, height)).await.unwrap().cursor[&ground], height + 3);
}

async fn a_batch_is_all_or_nothing(store: &impl Store, scene: &Scene) {
    let before = store.versions().await.unwrap();
    let height = before[&scene.ground()];
    // The second half cannot be written: the number is taken.
    let log = vec![LogLine { logged: logged(scene.device, 300), actor: scene.user }];
    let batch = Batch { changes: vec![scene::put(scene.task.clone(), height + 1)], log, ..Batch::default() };
    assert!(matches!(store.commit(batch).await, Err(StoreError::Taken)));
    let backwards = Batch { changes: vec![scene::put(scene.task.clone(), height)], ..Batch::default() };
    assert!(store.commit(backwards).await.is_err(), "a counter only rises");
    assert_eq!(store.versions().await.unwrap(), before);
    assert!(store.load(&[Need::record::<domain::records::Task>(scene.task.id)]).await.unwrap().records.is_empty());
}

async fn people_log_in_and_out(store: &impl Store, scene: &Scene) {
    let credential = |user: u128, phone: &str| Credential {
        user: scene::id(user).into(),
        phone: phone.to_owned(),
        password_hash: "$argon2id$".to_owned(),
        given: user == 2,
    };
    store.put_credentials(&[credential(1, "13800000001"), credential(2, "13800000002")]).await.unwrap();
    assert_eq!(store.credential("13800000002").await.unwrap(), Some(credential(2, "13800000002")));
    assert!(store.credential("1").await.unwrap().is_none());
    let taken = store.put_credentials(&[credential(3, "13800000001")]).await;
    assert!(matches!(taken, Err(StoreError::Taken)), "a phone number has one owner");
    store.put_credentials(&[credential(1, "13800000009")]).await.unwrap();
    assert!(store.credential("13800000001").await.unwrap().is_none());

    let session = |token: &str, user: u128| SessionRow {
        token_hash: token.to_owned(),
        user: scene::id(user).into(),
        device: scene.device,
        name: "phone".to_owned(),
        created_at: Moment(10),
        expires_at: Moment(100),
        last_seen: Moment(10),
        revoked_at: None,
        password_due: user == 2,
    };
    for (token, user) in [("first", 1), ("foreign", 2), ("second", 1)] {
        store.open_session(&session(token, user)).await.unwrap();
    }
    let foreign = store.session("foreign").await.unwrap();
    assert_eq!(foreign, Some(session("foreign", 2)), "it says that the password was given");
    let is_open =
        async |token: &str, at| store.session(token).await.unwrap().is_some_and(|row| row.is_open(Moment(at)));
    assert!(!is_open("first", 11).await, "a device has one session");
    assert!(is_open("second", 11).await && is_open("foreign", 11).await && !is_open("second", 100).await);
    store.touch_session("second", Moment(50), Moment(150)).await.unwrap();
    store.move_session("second", DeviceId(scene::id(31))).await.unwrap();
    let open = store.open_sessions(scene::id(1).into(), Moment(120)).await.unwrap();
    assert_eq!((open.len(), open[0].last_seen, open[0].device), (1, Moment(50), DeviceId(scene::id(31))));
    assert!(store.end_sessions_of(scene::id(1).into(), DeviceId(scene::id(31)), Moment(60)).await.unwrap());
    assert!(!store.end_sessions_of(scene::id(1).into(), DeviceId(scene::id(31)), Moment(61)).await.unwrap());
    store.end_session("foreign", Moment(60)).await.unwrap();
    assert!(!is_open("second", 70).await && !is_open("foreign", 70).await);

    let repaired = |at, apart, since| Repairs {
        user: scene.user,
        device: scene.device,
        scopes: vec![Scope::Company],
        at: Moment(at),
        apart: Moment(apart),
        since: Moment(since),
    };
    for (at, apart, since) in [(10, 0, 0), (11, 10, 0), (20, 11, 0), (30, 21, 11)] {
        store.note_repairs(&repaired(at, apart, since)).await.unwrap();
    }
    let row = RepairRow { user: scene.user, device: scene.device, scope: Scope::Company, times: 2, last: Moment(30) };
    assert_eq!(store.repairs_of(&[scene.user], Moment(0)).await.unwrap(), [row], "the first is forgotten");
    assert!(store.repairs_of(&[scene.user], Moment(31)).await.unwrap().is_empty());
    assert!(store.repairs_of(&[], Moment(0)).await.unwrap().is_empty());

    for at in 1..=3 {
        assert_eq!(store.note_failed_login("key", Moment(at), Moment(0)).await.unwrap(), at as u32);
    }
    assert_eq!(store.note_failed_login("key", Moment(9), Moment(3)).await.unwrap(), 2, "old ones are forgotten");
    assert_eq!(store.failed_logins("key", Moment(4)).await.unwrap(), (1, Some(Moment(9))));
    store.forget_failed_logins("key").await.unwrap();
    assert_eq!(store.failed_logins("key", Moment(0)).await.unwrap(), (0, None));
}

async fn an_upload_begins_and_ends(store: &impl Store, scene: &Scene) {
    let upload = Upload {
        id: "u".to_owned(),
        hash: "h".to_owned(),
        bytes: 4_000_000_000,
        user: scene.user,
        device: scene.device,
        created_at: Moment(1),
        expires_at: Moment(10),
    };
    store.put_upload(&upload).await.unwrap();
    store.put_upload(&Upload { expires_at: Moment(20), ..upload.clone() }).await.unwrap();
    assert_eq!(store.upload("u").await.unwrap().unwrap().expires_at, Moment(20), "renewed, not doubled");
    assert!(store.expired_uploads(Moment(19)).await.unwrap().is_empty());
    assert_eq!(store.expired_uploads(Moment(20)).await.unwrap().len(), 1);
    store.drop_upload("u").await.unwrap();
    assert!(store.upload("u").await.unwrap().is_none());
    whoever_asked_for_a_photo_is_told_when_somebody_brings_it(store, scene).await;
    store.ping().await.unwrap();
}
