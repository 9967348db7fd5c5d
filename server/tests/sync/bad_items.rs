//! A bad item never blocks a good one (law 5), and what cannot be read is kept byte for byte.

use crate::ground::{OTHER_REP, REP, east_shop};
use crate::phone::{Phone, outcomes};
use crate::served::Served;
use domain::records::AnyRecord;
use reqwest::StatusCode;
use serde_json::json;
use sqlx::{ConnectOptions, Row};
use store::Records;
use sync::limits::{COMMAND_BYTES, PUSH_BYTES, PUSH_COMMANDS};
use sync::wire::{Outcome, Problem, ProblemCode, QuarantineReason};
use sync::{Body, ContentHash};

fn is_quarantined(outcome: &Outcome, reason: &QuarantineReason) -> bool {
    matches!(outcome, Outcome::Quarantined { why } if why == reason)
}

#[tokio::test]
async fn three_bad_ones_among_five_hundred_stop_none_of_the_others() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    let mut refused = Vec::new();
    for n in 0..500 {
        match n {
            100 => refused.push(phone.leave_task(east_shop(n), "")),
            200 => phone.freeze_raw(r#"{"what":"is this"}"#),
            300 => phone.freeze_raw("\"damaged on the disk\""),
            400 => {
                let like = Body::thaw(&phone.rows[0].raw).unwrap().command;
                phone.make_after(like, refused.clone());
            }
            n => drop(phone.leave_task(east_shop(n), "补货")),
        }
    }
    let answer = phone.push().await;
    let outcomes = outcomes(&answer);
    assert_eq!((outcomes.len(), answer.expected), (500, 501));
    let applied = outcomes.iter().filter(|(_, outcome)| matches!(outcome, Outcome::Applied { .. })).count();
    assert_eq!(applied, 496);
    assert!(matches!(outcomes[100].1, Outcome::Refused { .. }));
    assert!(is_quarantined(outcomes[200].1, &QuarantineReason::NotUnderstood));
    assert!(is_quarantined(outcomes[300].1, &QuarantineReason::NotUnderstood));
    assert_eq!(outcomes[400].1, &Outcome::Blocked { by: refused[0] });
    phone.leave_task(east_shop(1), "接着干");
    let next = phone.push().await;
    assert!(matches!(next.answers[0].outcome, Outcome::Applied { .. }));
}

#[tokio::test]
async fn a_command_of_a_later_version_is_kept_byte_for_byte() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    let id: domain::id::CommandId = phone.new_id();
    let raw = format!(
        r#"{{"id":"{id}","actor":"{REP}","captured_at":5,"mono":0,  "command":{{"do":"fly","to":"月亮 \ud83c\udf19"}}}}"#
    );
    phone.freeze_raw(&raw);
    let answer = phone.push().await;
    assert!(is_quarantined(&answer.answers[0].outcome, &QuarantineReason::NotUnderstood));
    assert_eq!(answer.answers[0].id, Some(id), "what can be read of it is read");

    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(served.database());
    let mut other = options.read_only(true).connect().await.unwrap();
    let row = sqlx::query("SELECT body, content FROM command_log").fetch_one(&mut other).await.unwrap();
    assert_eq!(row.get::<String, _>(0), raw);
    assert_eq!(row.get::<String, _>(1), ContentHash::of(raw.as_bytes()).0);
}

#[tokio::test]
async fn a_command_larger_than_one_may_be_is_quarantined_and_in_nobodys_way() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    phone.leave_task(east_shop(1), &"长".repeat(COMMAND_BYTES / 3));
    phone.leave_task(east_shop(1), "补货");
    let answer = phone.push().await;
    assert!(is_quarantined(&answer.answers[0].outcome, &QuarantineReason::NotUnderstood));
    assert!(matches!(answer.answers[1].outcome, Outcome::Applied { .. }));
}

#[tokio::test]
async fn a_command_of_somebody_else_is_quarantined() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    let mut other = Phone::new(&served, OTHER_REP, 2).await;
    other.leave_task(east_shop(1), "补货");
    phone.freeze(&Body::thaw(&other.rows[0].raw).unwrap());
    let answer = phone.push().await;
    assert!(is_quarantined(&answer.answers[0].outcome, &QuarantineReason::NotTheSender));
}

#[tokio::test]
async fn what_a_disabled_account_still_sends_is_kept_for_a_manager() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    phone.leave_task(east_shop(1), "补货");
    let user =
        domain::records::User { active: false, ..crate::ground::user(REP, "周建国", domain::records::Role::Rep) };
    served.plant(vec![user.into()]).await;
    let answer = phone.push().await;
    assert!(is_quarantined(&answer.answers[0].outcome, &QuarantineReason::AccountDisabled));
    let pull = phone.post("sync/pull", &json!({"device": phone.device, "cursor": {}})).await;
    assert_eq!(pull.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn requests_that_are_too_large_or_cannot_be_read_change_nothing_and_say_so() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    phone.leave_task(east_shop(1), "补货");
    let mut many = phone.request();
    let one = many.commands[0].clone();
    many.commands = (1..=PUSH_COMMANDS as u64 + 1).map(|seq| sync::wire::Sent { seq, ..one.clone() }).collect();
    let mut zero = phone.request();
    zero.commands[0].seq = 0;
    let body = |request| serde_json::to_vec(&request).unwrap();
    let (large, malformed) = (ProblemCode::TooLarge, ProblemCode::Malformed);
    for (bytes, status, code) in [
        (body(many), 413, large),
        (vec![b' '; PUSH_BYTES + 1], 413, large),
        (body(zero), 400, malformed),
        (b"{\"device\":".to_vec(), 400, malformed),
        (b"[]".to_vec(), 400, malformed),
        (b"{\"device\":{},\"commands\":[]}".to_vec(), 400, malformed),
        (vec![0xff, 0xfe], 400, malformed),
        (vec![b'['; 200_000], 400, malformed),
    ] {
        let response = phone.post_bytes("sync/push", bytes).await;
        assert_eq!(response.status().as_u16(), status);
        assert!(response.headers().contains_key("x-lianying"));
        assert_eq!(response.json::<Problem>().await.unwrap().code, code);
    }
    for bytes in [b"{}".to_vec(), b"{\"device\":1,\"cursor\":{}}".to_vec()] {
        assert_eq!(phone.post_bytes("sync/pull", bytes).await.status(), StatusCode::BAD_REQUEST);
    }
    let stranger = Phone { cookie: "lianying=unknown".to_owned(), ..phone.clone() };
    assert_eq!(stranger.post("sync/push", &phone.request()).await.status(), StatusCode::UNAUTHORIZED);
    assert!(served.store.devices(&[phone.device]).await.unwrap().is_empty(), "nothing was written");
    assert_eq!(phone.push().await.expected, 2);
}

#[tokio::test]
async fn a_record_that_the_server_cannot_read_quarantines_what_needs_it_and_nothing_else() {
    let served = Served::new().await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(served.database());
    let mut other = options.connect().await.unwrap();
    let damaged = AnyRecord::parse(domain::Kind::Outlet, "{}").unwrap_err().to_string();
    assert!(!damaged.is_empty());
    sqlx::query("UPDATE record SET body = '{}' WHERE kind = 'outlet' AND id = ?1")
        .bind(east_shop(1).to_string())
        .execute(&mut other)
        .await
        .unwrap();
    let mut phone = Phone::new(&served, REP, 1).await;
    phone.leave_task(east_shop(1), "补货");
    phone.leave_task(east_shop(2), "补货");
    let answer = phone.push().await;
    assert!(is_quarantined(&answer.answers[0].outcome, &QuarantineReason::NotUnderstood));
    assert!(matches!(answer.answers[1].outcome, Outcome::Applied { .. }));
}
