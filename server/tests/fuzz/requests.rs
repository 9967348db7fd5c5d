//! Bodies of requests.

use crate::ground::{REGION, REP, east_shop};
use crate::phone::Phone;
use crate::spoil::{noise, spoil, spoilt, tear, torn};
use crate::{answered, hold};
use domain::id::DeviceId;
use proptest::prelude::*;
use serde_json::{Value, json};
use sync::Body;
use sync::wire::{Outcome, PushResponse};
use uuid::Uuid;

/// The same phone under another device id, with nothing in its outbox.
fn another(phone: &Phone, device: u128) -> Phone {
    Phone { device: DeviceId(Uuid::from_u128(device)), rows: Vec::new(), ..phone.clone() }
}

/// A phone with a visit, a photo and a task in its outbox.
fn with_work(phone: &Phone, device: u128) -> Phone {
    let mut phone = another(phone, device);
    phone.take();
    phone.leave_task(east_shop(1), "补货");
    phone
}

fn json_of(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

#[test]
fn any_push_is_answered_with_outcomes_or_with_a_problem() {
    hold((any::<u128>(), spoilt(), torn(), any::<bool>()), async |phone, (device, places, holes, known)| {
        let phone = with_work(phone, if known { 7 } else { device });
        let body = tear(serde_json::to_vec(&spoil(&json_of(&phone.request()), &places)).unwrap(), &holes);
        answered(phone.post_bytes("sync/push", body).await).await;
    });
}

#[test]
fn noise_is_no_push_no_pull_and_no_login_whatever_it_says_to_be() {
    hold((noise(), any::<bool>()), async |phone, (bytes, packed)| {
        for path in ["sync/push", "sync/deliver", "sync/pull", "session"] {
            let request = phone.client.post(format!("{}/api/v1/{path}", phone.url)).body(bytes.clone());
            let request = request.header("cookie", &phone.cookie).header("content-type", "application/json");
            let request = if packed { request.header("content-encoding", "gzip") } else { request };
            let status = answered(request.send().await.unwrap()).await;
            assert!(status >= 400, "{path}: {status}");
        }
    });
}

#[test]
fn a_command_that_is_spoilt_in_any_place_has_its_outcome_and_the_good_one_behind_it_is_carried_out() {
    hold((any::<u128>(), 0..3_usize, spoilt()), async |phone, (device, which, places)| {
        let bodies: Vec<Value> =
            with_work(phone, device).rows.iter().map(|row| json_of(&Body::thaw(&row.raw).unwrap())).collect();
        let mut phone = another(phone, device);
        phone.made_elsewhere();
        for (at, body) in bodies.iter().enumerate() {
            let body = if at == which { spoil(body, &places) } else { body.clone() };
            phone.freeze_raw(&body.to_string());
        }
        phone.leave_task(east_shop(2), "接着干");
        let response = phone.post("sync/push", &phone.request()).await;
        assert_eq!(response.status(), 200);
        let answer: PushResponse = response.json().await.unwrap();
        assert_eq!(answer.answers.len(), 4, "{answer:?}");
        assert!(matches!(answer.answers[3].outcome, Outcome::Applied { .. }), "{answer:?}");
    });
}

#[test]
fn any_delivery_is_answered_with_what_was_taken_or_with_a_problem() {
    hold((any::<bool>(), spoilt(), torn()), async |phone, (known, places, holes)| {
        let phone = with_work(phone, if known { 7 } else { 8 });
        let delivery = json!({ "device": phone.device, "commands": json_of(&phone.request().commands) });
        let body = tear(serde_json::to_vec(&spoil(&delivery, &places)).unwrap(), &holes);
        answered(phone.post_bytes("sync/deliver", body).await).await;
    });
}

#[test]
fn any_pull_is_answered_with_a_page_or_with_a_problem() {
    let query = json!({
        "device": Uuid::from_u128(1),
        "cursor": { "scopes": { "company": 3, format!("region:{REGION}"): 1, format!("user:{REP}"): 9 }, "receipts": 2 },
    });
    hold((spoilt(), torn()), async |phone, (places, holes)| {
        let body = tear(serde_json::to_vec(&spoil(&query, &places)).unwrap(), &holes);
        answered(phone.post_bytes("sync/pull", body).await).await;
    });
}

#[test]
fn any_login_is_answered_with_a_session_or_with_a_problem() {
    let login = json!({
        "phone": "13800000001", "password": "wrong", "device": Uuid::from_u128(1), "device_name": "Redmi 13C",
    });
    hold((spoilt(), torn()), async |phone, (places, holes)| {
        let body = tear(serde_json::to_vec(&spoil(&login, &places)).unwrap(), &holes);
        let status = answered(phone.post_bytes("session", body).await).await;
        assert!(status >= 400, "nobody has that password");
    });
}
