//! Accounts as a manager looks after them: made, changed, disabled, enabled, and given a new password.

use crate::support::ground::{self, MANAGER, OTHER_REP, REGION, REP, east_shop};
use crate::support::{Fixture, PASSWORD, Phone, number_of};
use domain::commands::LeaveTask;
use domain::id::{RegionId, UserId};
use domain::records::{QuarantineReason, Role, User};
use domain::rules::accounts::AccountAct;
use reqwest::Method;
use serde_json::{Value, json};
use sync::wire::{FirstPassword, OfficePerson, Outcome, ProblemCode, PushResponse, Session};
use sync::{Body, Link};
use uuid::Uuid;

const ELSEWHERE: RegionId = RegionId(Uuid::from_u128(9));
const STRANGER: UserId = UserId(Uuid::from_u128(99));

async fn people(manager: &Phone) -> Vec<OfficePerson> {
    manager.get("/api/v1/office/people").await.json()
}

async fn change(manager: &Phone, user: UserId, change: &Value) -> crate::support::wire::Reply {
    let request = manager.request(Method::PATCH, &format!("/api/v1/office/people/{user}")).json(change);
    crate::support::wire::Reply::of(request).await
}

fn new(name: &str, number: &str, role: &str, region: RegionId) -> Value {
    json!({ "name": name, "number": number, "role": role, "region": region })
}

/// Somebody of another region.
async fn plant_stranger(fixture: &Fixture) {
    let stranger = User { region: ELSEWHERE, ..ground::user(STRANGER, "别处的人", Role::Rep) };
    fixture.plant(vec![stranger.into()]).await;
}

#[tokio::test]
async fn a_new_rep_logs_in_with_the_password_that_was_said_once_and_holds_the_region() {
    let fixture = Fixture::start().await;
    let manager = fixture.log_in(MANAGER).await;
    let answer = manager.post("/api/v1/office/people", &new(" 新来的 ", "139 0000 0001", "rep", REGION)).await;
    assert_eq!(answer.status(), 200);
    let made: FirstPassword = answer.json();
    assert_eq!((made.number.as_str(), made.password.len()), ("13900000001", 10));

    let phone = Phone::new(&fixture.url);
    let session: Session = phone.log_in("13900000001", &made.password).await.json();
    assert_eq!((session.user.id, session.user.name.as_str(), session.user.role), (made.user, "新来的", Role::Rep));
    assert_eq!(session.user.region, REGION);

    let listed = people(&manager).await;
    let entry = listed.iter().find(|entry| entry.user.id == made.user).unwrap();
    assert_eq!(entry.number.as_deref(), Some("13900000001"));
    let [line] = entry.changes.as_slice() else { panic!("one line") };
    assert_eq!((line.act, line.by.as_str(), line.at), (AccountAct::Added, "韩经理", ground::START));
    assert!(!manager.get("/api/v1/office/people").await.text().contains(&made.password), "said once");
}

#[tokio::test]
async fn a_manager_gives_neither_a_role_nor_a_region_that_is_not_theirs() {
    let fixture = Fixture::start().await;
    let (manager, rep) = (fixture.log_in(MANAGER).await, fixture.log_in(REP).await);
    for (who, body) in [
        (&manager, new("某人", "13900000001", "regional_manager", REGION)),
        (&manager, new("某人", "13900000001", "admin", REGION)),
        (&manager, new("某人", "13900000001", "rep", ELSEWHERE)),
        (&rep, new("某人", "13900000001", "rep", REGION)),
    ] {
        let answer = who.post("/api/v1/office/people", &body).await;
        assert_eq!((answer.status(), answer.code()), (403, ProblemCode::Forbidden), "{body}");
    }
    assert_eq!(rep.get("/api/v1/office/people").await.status(), 403);
    for (name, number) in [("", "13900000001"), ("某人", "139"), ("某人", "phone")] {
        let answer = manager.post("/api/v1/office/people", &new(name, number, "rep", REGION)).await;
        assert_eq!((answer.status(), answer.code()), (400, ProblemCode::Malformed));
    }
}

#[tokio::test]
async fn a_manager_neither_sees_nor_changes_the_accounts_of_another_region() {
    let fixture = Fixture::start().await;
    plant_stranger(&fixture).await;
    let manager = fixture.log_in(MANAGER).await;
    let listed: Vec<UserId> = people(&manager).await.iter().map(|entry| entry.user.id).collect();
    assert!(listed.contains(&REP) && !listed.contains(&STRANGER) && !listed.contains(&MANAGER));
    let nobody = UserId(Uuid::from_u128(12_345));
    for user in [STRANGER, nobody, MANAGER] {
        let answer = change(&manager, user, &json!({ "active": false })).await;
        assert_eq!((answer.status(), answer.code()), (404, ProblemCode::NotFound), "{user}");
        let reset = manager.post(&format!("/api/v1/office/people/{user}/password"), &json!({})).await;
        assert_eq!(reset.body, answer.body, "what is not theirs is answered like what is not there");
    }
}

#[tokio::test]
async fn whose_number_it_is_cannot_be_found_out_by_trying() {
    let fixture = Fixture::start().await;
    let manager = fixture.log_in(MANAGER).await;
    let taken = new("某人", number_of(REP), "rep", REGION);
    for _ in 0..20 {
        let answer = manager.post("/api/v1/office/people", &taken).await;
        assert_eq!((answer.status(), answer.code()), (409, ProblemCode::Conflict));
    }
    assert_eq!(manager.post("/api/v1/office/people", &taken).await.status(), 429);
    assert!(people(&manager).await.iter().all(|entry| entry.user.name != "某人"), "nothing was made");
}

#[tokio::test]
async fn a_name_and_a_number_are_changed_and_both_stand_in_the_history() {
    let fixture = Fixture::start().await;
    let manager = fixture.log_in(MANAGER).await;
    let both = json!({ "name": "周建设", "number": "13900000002" });
    assert_eq!(change(&manager, REP, &both).await.status(), 204);
    assert_eq!(change(&manager, REP, &both).await.status(), 204, "a double tap is one change");
    let listed = people(&manager).await;
    let entry = listed.iter().find(|entry| entry.user.id == REP).unwrap();
    assert_eq!((entry.user.name.as_str(), entry.number.as_deref()), ("周建设", Some("13900000002")));
    let acts: Vec<AccountAct> = entry.changes.iter().map(|line| line.act).collect();
    assert_eq!(acts, [AccountAct::Number, AccountAct::Renamed]);
    assert_eq!(Phone::new(&fixture.url).log_in("13900000002", PASSWORD).await.status(), 200);
    assert_eq!(Phone::new(&fixture.url).log_in(number_of(REP), PASSWORD).await.status(), 401);
    let answer = change(&manager, REP, &json!({ "number": number_of(OTHER_REP) })).await;
    assert_eq!(answer.code(), ProblemCode::Conflict);
}

#[tokio::test]
async fn a_disabled_rep_is_out_and_what_the_phone_still_held_is_kept_for_the_manager() {
    let fixture = Fixture::start().await;
    let (manager, phone) = (fixture.log_in(MANAGER).await, fixture.log_in(REP).await);
    assert_eq!(change(&manager, REP, &json!({ "active": false })).await.status(), 204);
    assert_eq!(phone.pull().await.status(), 401, "it is given nothing any more");
    assert_eq!(Phone::new(&fixture.url).log_in(number_of(REP), PASSWORD).await.status(), 403);
    let task = Uuid::from_u128(0x7a5c);
    let due = "2026-03-01".parse().unwrap();
    let command = LeaveTask::plain(task.into(), east_shop(1), REP, "补货".to_owned(), due).into();
    let id = Uuid::from_u128(0xc0_0001).into();
    let (captured_at, after) = (ground::START, vec![]);
    let body = Body { id, actor: REP, captured_at, mono: 0, skew: 0, after, nonce: None, command };
    let device = json!({ "id": phone.device, "next_seq": 2, "clock": ground::START });
    let commands = json!([{ "seq": 1, "prev": Link::default(), "body": body }]);
    let answer = phone.post("/api/v1/sync/push", &json!({ "device": device, "commands": commands })).await;
    assert_eq!(answer.status(), 200);
    let pushed: PushResponse = answer.json();
    let why = QuarantineReason::AccountDisabled;
    assert_eq!(pushed.answers[0].outcome, Outcome::Quarantined { why });

    assert_eq!(change(&manager, REP, &json!({ "active": true })).await.status(), 204);
    assert_eq!(phone.pull().await.status(), 200, "enabled again, they go on as before");
    let listed = people(&manager).await;
    let entry = listed.iter().find(|entry| entry.user.id == REP).unwrap();
    let acts: Vec<AccountAct> = entry.changes.iter().map(|line| line.act).collect();
    assert_eq!(acts, [AccountAct::Enabled, AccountAct::Disabled]);
}

#[tokio::test]
async fn a_new_password_takes_the_place_of_the_old_one_and_ends_its_sessions() {
    let fixture = Fixture::start().await;
    let (manager, phone) = (fixture.log_in(MANAGER).await, fixture.log_in(REP).await);
    let answer = manager.post(&format!("/api/v1/office/people/{REP}/password"), &json!({})).await;
    let given: FirstPassword = answer.json();
    assert_eq!((given.user, given.number.as_str()), (REP, number_of(REP)));
    assert_eq!(phone.pull().await.status(), 401);
    assert_eq!(phone.log_in(number_of(REP), PASSWORD).await.status(), 401);
    assert_eq!(phone.log_in(number_of(REP), &given.password).await.status(), 200);
}
