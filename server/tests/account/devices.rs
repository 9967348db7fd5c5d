//! The phones of a region: what each announced and never sent (P3), and taking one out of use (P26).

use crate::support::ground::{self, MANAGER, OTHER_REP, REP, east, east_shop, west};
use crate::support::picture::picture;
use crate::support::{Fixture, PASSWORD, Phone, number_of};
use domain::Scope;
use domain::commands::LeaveTask;
use domain::id::{RegionId, UserId};
use domain::records::{Quarantine, QuarantineReason, Role, User};
use domain::time::DAY;
use serde_json::{Value, json};
use sync::limits::{REPAIR_APART, REPAIRS_DAYS};
use sync::wire::{OfficeDevice, Outcome, ProblemCode, PullResponse, PushResponse, Repaired};
use sync::{Body, Link};
use uuid::Uuid;

/// What a phone says of itself: so many made, and what of it does not travel with the push.
fn report(phone: &Phone, made: u64, unsent: &Value) -> Value {
    json!({
        "id": phone.device, "next_seq": made + 1, "clock": ground::START, "photos_waiting": 2,
        "persisted": false, "unsent": unsent, "refused": 3,
    })
}

/// A task for the rep's own, as a push carries it.
fn a_task(user: UserId) -> Value {
    let task = Uuid::from_u128(0x7a5c);
    let due = "2026-03-01".parse().unwrap();
    let command = LeaveTask::plain(task.into(), east_shop(1), user, "补货".to_owned(), due).into();
    let id = Uuid::from_u128(0xc0_0001).into();
    let body =
        Body { id, actor: user, captured_at: ground::START, mono: 0, skew: 0, after: vec![], nonce: None, command };
    json!({ "seq": 1, "prev": Link::default(), "body": body })
}

async fn office(manager: &Phone) -> Vec<OfficeDevice> {
    manager.get("/api/v1/office/devices").await.json()
}

fn entry<'a>(devices: &'a [OfficeDevice], phone: &Phone) -> &'a OfficeDevice {
    devices.iter().find(|entry| entry.device == phone.device).unwrap()
}

#[tokio::test]
async fn what_a_vanished_phone_announced_and_never_sent_is_listed_with_its_times() {
    let fixture = Fixture::start().await;
    let (phone, manager) = (fixture.log_in(REP).await, fixture.log_in(MANAGER).await);
    let (first, last) = (ground::START.plus(-60_000), ground::START.plus(-1_000));
    let unsent = json!({ "count": 3, "first": first, "last": last, "acts": { "answer_item": 2, "take_photo": 1 } });
    let push = json!({ "device": report(&phone, 4, &unsent), "commands": [a_task(REP)] });
    let answer: PushResponse = phone.post("/api/v1/sync/push", &push).await.json();
    assert!(matches!(answer.answers[0].outcome, Outcome::Applied { .. }));

    // The store was cleared: the same person logs in as another device, and goes on there.
    fixture.clock.advance(DAY);
    let anew = fixture.log_in(REP).await;
    assert_ne!(anew.device, phone.device);
    anew.heartbeat().await;
    let devices = office(&manager).await;
    let lost = entry(&devices, &phone);
    assert_eq!((lost.captured, lost.received, lost.never_came()), (4, 1, 3));
    let held = lost.unsent.as_ref().unwrap();
    assert_eq!((held.count, held.first, held.last, held.acts["answer_item"]), (3, first, last, 2));
    assert_eq!((lost.photos_waiting, lost.persisted, lost.user_name.as_str()), (2, Some(false), "周建国"));
    assert_eq!(lost.refused, 3, "and somebody is to be helped with it");
    assert_eq!(lost.number.as_deref(), Some(number_of(REP)), "somebody is to be asked about it");
    assert_eq!(lost.last_seen, ground::START);
    assert!(lost.replaced && !lost.current && lost.revoked_at.is_none());
    let now = entry(&devices, &anew);
    assert!(!now.replaced && now.never_came() == 0 && now.logged_in);
    assert!(entry(&devices, &manager).current);
}

#[tokio::test]
async fn a_manager_sees_the_phones_of_their_own_region_and_a_rep_only_theirs() {
    let fixture = Fixture::start().await;
    let (phone, manager) = (fixture.log_in(REP).await, fixture.log_in(MANAGER).await);
    let answer = phone.get("/api/v1/office/devices").await;
    assert_eq!((answer.status(), answer.code()), (403, ProblemCode::Forbidden));
    assert!(office(&manager).await.iter().any(|entry| entry.user == REP));
    let elsewhere = RegionId(Uuid::from_u128(9));
    let moved = User { region: elsewhere, ..ground::user(REP, "周建国", Role::Rep) };
    fixture.plant(vec![moved.into()]).await;
    assert!(office(&manager).await.iter().all(|entry| entry.user != REP));
    let revoke = format!("/api/v1/devices/{}", phone.device);
    assert_eq!(manager.delete(&revoke).await.status(), 404, "nor can they take it out of use");
    assert_eq!(phone.pull().await.status(), 200);
}

#[tokio::test]
async fn a_revoked_device_is_pulled_to_no_more_and_what_it_still_sends_is_kept_for_a_manager() {
    let fixture = Fixture::start().await;
    let (phone, manager) = (fixture.log_in(REP).await, fixture.log_in(MANAGER).await);
    assert_eq!(manager.delete(&format!("/api/v1/devices/{}", phone.device)).await.status(), 204);
    for answer in [phone.pull().await, phone.get("/api/v1/session").await] {
        assert_eq!((answer.status(), answer.code()), (403, ProblemCode::DeviceRevoked));
    }
    let push = json!({ "device": report(&phone, 1, &Value::Null), "commands": [a_task(REP)] });
    for _ in 0..2 {
        let answer: PushResponse = phone.post("/api/v1/sync/push", &push).await.json();
        let why = QuarantineReason::DeviceRevoked;
        assert_eq!(answer.answers[0].outcome, Outcome::Quarantined { why });
    }
    // Under another device id it is the same phone.
    let mut other = report(&phone, 1, &Value::Null);
    other["id"] = json!(Uuid::from_u128(0xdead));
    let mut sent = a_task(REP);
    sent["body"]["id"] = json!(Uuid::from_u128(0xc0_0002));
    let push = json!({ "device": other, "commands": [sent] });
    let answer: PushResponse = phone.post("/api/v1/sync/push", &push).await.json();
    assert!(matches!(answer.answers[0].outcome, Outcome::Quarantined { .. }));
    assert_eq!(phone.pull().await.code(), ProblemCode::DeviceRevoked);

    assert_eq!(phone.create(&picture()).await.status(), 201, "the pictures of what it sends are wanted too");
    assert_eq!(phone.get("/api/v1/photos/00/original").await.code(), ProblemCode::DeviceRevoked);

    let page: PullResponse = manager.pull().await.json();
    let kept = page.records.iter().filter(|record| record.kind == "quarantine");
    let kept: Vec<Quarantine> = kept.map(|record| serde_json::from_str(record.body.get()).unwrap()).collect();
    assert_eq!(kept.len(), 2);
    assert!(kept.iter().all(|kept| kept.why == QuarantineReason::DeviceRevoked && kept.rep == REP));
    assert!(page.records.iter().all(|record| record.kind != "task"));
    let revoked = office(&manager).await;
    assert!(entry(&revoked, &phone).revoked_at.is_some() && !entry(&revoked, &phone).logged_in);
}

#[tokio::test]
async fn a_revoked_device_stays_out_of_use_after_a_login_and_a_restart_and_its_owner_goes_on_on_another() {
    let mut fixture = Fixture::start().await;
    let (phone, other) = (fixture.log_in(REP).await, fixture.log_in(REP).await);
    let revoke = format!("/api/v1/devices/{}", phone.device);
    assert_eq!(other.delete(&revoke).await.status(), 204);
    fixture.restart().await;
    let phone = Phone { url: fixture.url.clone(), ..phone };
    assert_eq!(phone.log_in(number_of(REP), PASSWORD).await.code(), ProblemCode::DeviceRevoked);
    assert_eq!(phone.pull().await.code(), ProblemCode::DeviceRevoked);
    let anew = fixture.log_in(REP).await;
    assert_eq!(anew.pull().await.status(), 200);
}

#[tokio::test]
async fn nobody_takes_anothers_device_out_of_use_by_calling_their_own_the_same() {
    let fixture = Fixture::start().await;
    let victim = fixture.log_in(REP).await;
    let thief = Phone { device: victim.device, ..Phone::new(&fixture.url) };
    assert_eq!(thief.log_in(number_of(OTHER_REP), PASSWORD).await.status(), 200);
    assert_eq!(thief.delete(&format!("/api/v1/devices/{}", victim.device)).await.status(), 204);
    assert_eq!(victim.pull().await.status(), 200);
    assert_eq!(thief.pull().await.code(), ProblemCode::DeviceRevoked);
}

/// A pull that compares, with what the phone found differing before.
async fn compare(phone: &Phone, differing: &[Scope]) {
    let check = json!({ "scopes": differing });
    let answer =
        phone.post("/api/v1/sync/pull", &json!({ "device": phone.device, "cursor": {}, "check": check })).await;
    assert_eq!(answer.status(), 200);
}

#[tokio::test]
async fn what_a_phone_repaired_is_listed_with_how_often_and_whether_others_had_to_for_a_month() {
    let fixture = Fixture::start().await;
    let (phone, other) = (fixture.log_in(REP).await, fixture.log_in(OTHER_REP).await);
    let manager = fixture.log_in(MANAGER).await;
    compare(&phone, &[]).await;
    assert!(entry(&office(&manager).await, &phone).repairs.is_empty(), "to compare is not to repair");

    compare(&phone, &[east()]).await;
    fixture.clock.advance(1_000);
    compare(&phone, &[east(), east(), west()]).await;
    let listed = office(&manager).await;
    let once = Repaired { scope: east(), times: 1, last: ground::START, elsewhere: 0 };
    assert_eq!(
        entry(&listed, &phone).repairs,
        [once],
        "said twice it is one; of what is not its own nothing is believed"
    );
    assert!(entry(&listed, &other).repairs.is_empty());

    fixture.clock.advance(REPAIR_APART);
    compare(&phone, &[east(), Scope::Company]).await;
    compare(&other, &[Scope::Company]).await;
    let last = ground::START.plus(1_000 + REPAIR_APART);
    let listed = office(&manager).await;
    let company = Repaired { scope: Scope::Company, times: 1, last, elsewhere: 1 };
    let twice = Repaired { scope: east(), times: 2, last, elsewhere: 0 };
    assert_eq!(entry(&listed, &phone).repairs, [company.clone(), twice]);
    assert_eq!(entry(&listed, &other).repairs, [company]);

    fixture.clock.advance(REPAIRS_DAYS * DAY - REPAIR_APART);
    let listed = office(&manager).await;
    let [_, late] = entry(&listed, &phone).repairs.as_slice() else { panic!("two scopes") };
    assert_eq!(late.times, 1, "the first was more than a month ago");
}
