//! The conversations, letter by letter: phones of older versions speak them for a year.

use crate::scene::*;
use domain::records::{Role, User};
use domain::{Refusal, Scope};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fmt::Debug;
use sync::client::RowState;
use sync::wire::*;
use sync::{ContentHash, Link};
use uuid::Uuid;

/// Both ways: written so, and read from that to what is written so.
fn is_written<T: Serialize + for<'de> Deserialize<'de> + Debug>(value: &T, text: &str) {
    assert_eq!(serde_json::to_string(value).unwrap(), text);
    let read: T = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
}

const N: &str = "00000000-0000-0000-0000-0000000000";

fn report() -> DeviceReport {
    DeviceReport {
        id: id(16),
        epoch: "e1".into(),
        next_seq: 3,
        photos_waiting: 2,
        persisted: Some(true),
        clock: NOON,
        key: None,
        unsent: None,
        refused: 0,
    }
}

#[test]
fn a_push_is_written_as_it_always_was() {
    let body = RawValue::from_string("{\"b\":1}".into()).unwrap();
    let request = PushRequest {
        device: report(),
        commands: vec![Sent { seq: 2, prev: Link("ab".into()), signature: None, body }],
        lost: vec![Lost { seq: 1 }],
    };
    is_written(
        &request,
        &format!(
            r#"{{"device":{{"id":"{N}10","epoch":"e1","next_seq":3,"photos_waiting":2,"persisted":true,"clock":1773115200000}},"commands":[{{"seq":2,"prev":"ab","body":{{"b":1}}}}],"lost":[{{"seq":1}}]}}"#
        ),
    );
}

#[test]
fn a_push_of_the_first_phones_is_still_read() {
    let text = format!(r#"{{"device":{{"id":"{N}10","next_seq":1,"clock":5}},"of_a_later_version":[]}}"#);
    let request: PushRequest = serde_json::from_str(&text).unwrap();
    assert_eq!((request.commands.len(), request.lost.len(), request.device.persisted), (0, 0, None));
    let sent: Sent = serde_json::from_str(r#"{"seq":1,"body":{}}"#).unwrap();
    assert_eq!(sent.prev, Link::default());
}

#[test]
fn the_bytes_of_a_command_are_carried_as_they_are() {
    let odd = r#"{ "b" : 1.0 , "a":"\u0041" }"#;
    let text = format!(r#"{{"seq":1,"body":{odd}}}"#);
    let sent: Sent = serde_json::from_str(&text).unwrap();
    assert_eq!(sent.body.get(), odd, "or the hash of what arrives is not the hash of what was frozen");
}

#[test]
fn answers_are_written_as_they_always_were() {
    let outcomes = [
        (
            Outcome::Applied { versions: BTreeMap::from([(Scope::Company, 4)]) },
            r#"{"outcome":"applied","versions":{"company":4}}"#.to_owned(),
        ),
        (
            Outcome::Refused { reason: Refusal::VisitEnded },
            r#"{"outcome":"refused","reason":{"why":"visit_ended"}}"#.to_owned(),
        ),
        (Outcome::Blocked { by: id(7) }, format!(r#"{{"outcome":"blocked","by":"{N}07"}}"#)),
        (
            Outcome::Quarantined { why: QuarantineReason::NotUnderstood },
            r#"{"outcome":"quarantined","why":"not_understood"}"#.to_owned(),
        ),
        (
            Outcome::Quarantined { why: QuarantineReason::NoLongerTheirs },
            r#"{"outcome":"quarantined","why":"no_longer_theirs"}"#.to_owned(),
        ),
        (
            Outcome::Quarantined { why: QuarantineReason::AccountDisabled },
            r#"{"outcome":"quarantined","why":"account_disabled"}"#.to_owned(),
        ),
        (
            Outcome::Quarantined { why: QuarantineReason::NotTheSender },
            r#"{"outcome":"quarantined","why":"not_the_sender"}"#.to_owned(),
        ),
        (Outcome::Conflict { first: ContentHash("ff".into()) }, r#"{"outcome":"conflict","first":"ff"}"#.to_owned()),
        (Outcome::Lost, r#"{"outcome":"lost"}"#.to_owned()),
    ];
    for (outcome, text) in outcomes {
        is_written(&outcome, &text);
    }
    let answer = Answer { seq: 4, id: Some(id(7)), outcome: Outcome::Lost, duplicate: true };
    is_written(&answer, &format!(r#"{{"seq":4,"id":"{N}07","outcome":{{"outcome":"lost"}},"duplicate":true}}"#));
    is_written(
        &response(vec![], 5),
        r#"{"answers":[],"expected":5,"fork":false,"server_time":1773115200000,"epoch":"e1"}"#,
    );
}

#[test]
fn a_pull_is_written_as_it_always_was() {
    let cursor = Cursor { scopes: BTreeMap::from([(Scope::Company, 4)]), receipts: 2 };
    is_written(
        &PullRequest { device: id(16), cursor: cursor.clone(), check: None },
        &format!(r#"{{"device":"{N}10","cursor":{{"scopes":{{"company":4}},"receipts":2}}}}"#),
    );
    let record = WireRecord {
        kind: "of_a_later_version".into(),
        id: Uuid::from_u128(7),
        scope: Scope::Company,
        version: 4,
        body: RawValue::from_string("{\"x\":1}".into()).unwrap(),
    };
    assert_eq!(record.known_kind(), None);
    assert_eq!(WireRecord { kind: "visit".into(), ..record.clone() }.known_kind(), Some(domain::Kind::Visit));
    let page = PullResponse {
        records: vec![record],
        removed: vec![Gone { kind: "visit".into(), id: Uuid::from_u128(8), scope: Scope::Company, version: 3 }],
        enter: vec![Scope::Company],
        leave: vec![],
        receipts: vec!["ff".into()],
        cursor,
        more: true,
        remaining: 7,
        acknowledged: 3,
        server_time: NOON,
        epoch: "e1".into(),
        min_protocol: 1,
        build: "b".into(),
        nonce: String::new(),
        digests: None,
    };
    is_written(
        &page,
        &format!(
            r#"{{"records":[{{"kind":"of_a_later_version","id":"{N}07","scope":"company","version":4,"body":{{"x":1}}}}],"removed":[{{"kind":"visit","id":"{N}08","scope":"company","version":3}}],"enter":["company"],"leave":[],"receipts":["ff"],"cursor":{{"scopes":{{"company":4}},"receipts":2}},"more":true,"remaining":7,"acknowledged":3,"server_time":1773115200000,"epoch":"e1","min_protocol":1,"build":"b"}}"#
        ),
    );
    let digests = Some(BTreeMap::from([(Scope::Company, sync::digest::Digest(0xabc))]));
    let last = serde_json::to_string(&PullResponse { digests: digests.clone(), ..page.clone() }).unwrap();
    assert_eq!(serde_json::from_str::<PullResponse>(&last).unwrap().digests, digests);
    is_written(&digests, r#"{"company":"0000000000000abc"}"#);
    let check = Some(Differing { scopes: vec![Scope::Company] });
    is_written(
        &PullRequest { device: id(16), cursor: Cursor::default(), check },
        &format!(r#"{{"device":"{N}10","cursor":{{"scopes":{{}},"receipts":0}},"check":{{"scopes":["company"]}}}}"#),
    );
    let empty: PullRequest = serde_json::from_str(&format!(r#"{{"device":"{N}10","cursor":{{}}}}"#)).unwrap();
    assert_eq!(empty.cursor, Cursor::default());
}

#[test]
fn sessions_and_problems_are_written_as_they_always_were() {
    let user = User { id: id(20), region: id(1), name: "李娜".into(), role: Role::Rep, active: true };
    let session = Session {
        user,
        device: id(16),
        scopes: vec![Scope::Company],
        offset: domain::time::Offset::CHINA,
        expires_at: NOON,
        server_time: NOON,
        keep_days: None,
        password_due: false,
    };
    is_written(
        &session,
        &format!(
            r#"{{"user":{{"id":"{N}14","region":"{N}01","name":"李娜","role":"rep","active":true}},"device":"{N}10","scopes":["company"],"offset":480,"expires_at":1773115200000,"server_time":1773115200000}}"#
        ),
    );
    let login = Login { phone: "139".into(), password: "x".into(), device: id(16), device_name: "甲".into() };
    is_written(&login, &format!(r#"{{"phone":"139","password":"x","device":"{N}10","device_name":"甲"}}"#));
    is_written(
        &Problem { code: ProblemCode::Busy, detail: String::new(), retry_after: Some(2) },
        r#"{"code":"busy","retry_after":2}"#,
    );
    let codes = [
        (ProblemCode::WrongCredentials, "wrong_credentials"),
        (ProblemCode::LoggedOut, "logged_out"),
        (ProblemCode::Forbidden, "forbidden"),
        (ProblemCode::PasswordDue, "password_due"),
        (ProblemCode::Throttled, "throttled"),
        (ProblemCode::TooLarge, "too_large"),
        (ProblemCode::Malformed, "malformed"),
        (ProblemCode::NotFound, "not_found"),
        (ProblemCode::Conflict, "conflict"),
        (ProblemCode::Outdated, "outdated"),
        (ProblemCode::Busy, "busy"),
        (ProblemCode::Internal, "internal"),
    ];
    for (code, text) in codes {
        is_written(&code, &format!("\"{text}\""));
    }
}

/// Rows lie on phones through every update of the app.
#[test]
fn states_of_rows_are_written_as_they_always_were() {
    let states = [
        (RowState::Waiting, r#"{"state":"waiting"}"#.to_owned()),
        (
            RowState::Applied { versions: BTreeMap::from([(Scope::Company, 4)]) },
            r#"{"state":"applied","versions":{"company":4}}"#.to_owned(),
        ),
        (
            RowState::Refused { reason: Refusal::VisitEnded },
            r#"{"state":"refused","reason":{"why":"visit_ended"}}"#.to_owned(),
        ),
        (RowState::Blocked { by: id(7) }, format!(r#"{{"state":"blocked","by":"{N}07"}}"#)),
        (
            RowState::Quarantined { why: QuarantineReason::NotUnderstood },
            r#"{"state":"quarantined","why":"not_understood"}"#.to_owned(),
        ),
        (RowState::Conflict, r#"{"state":"conflict"}"#.to_owned()),
    ];
    for (state, text) in states {
        is_written(&state, &text);
    }
}
