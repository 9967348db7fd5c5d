//! Somebody's own password: changed with the old one only, the end of every other session, and due before anything else
//! where a manager gave it.

use crate::support::ground::{MANAGER, REGION, REP};
use crate::support::{Fixture, PASSWORD, Phone, number_of};
use domain::rules::accounts::AccountAct;
use serde_json::json;
use sync::wire::{FirstPassword, LoggedIn, OfficePerson, ProblemCode, Session};

const PATH: &str = "/api/v1/session/password";
const NEW: &str = "staple battery";

async fn change(phone: &Phone, old: &str, new: &str) -> crate::support::wire::Reply {
    phone.post(PATH, &json!({ "old": old, "new": new })).await
}

async fn given(manager: &Phone) -> FirstPassword {
    manager.post(&format!("/api/v1/office/people/{REP}/password"), &json!({})).await.json()
}

#[tokio::test]
async fn a_password_is_changed_with_the_old_one_and_ends_every_other_session() {
    let fixture = Fixture::start().await;
    let (here, there) = (fixture.log_in(REP).await, fixture.log_in(REP).await);
    assert_eq!(change(&here, "wrong", NEW).await.code(), ProblemCode::WrongCredentials);
    let changed = change(&here, PASSWORD, NEW).await;
    assert_eq!(changed.status(), 200);
    assert!(!changed.json::<Session>().password_due);
    assert_eq!(here.heartbeat().await.status(), 200, "the one that changed it stays");
    assert_eq!(there.heartbeat().await.code(), ProblemCode::LoggedOut);
    let again = Phone::new(&fixture.url);
    assert_eq!(again.log_in(number_of(REP), PASSWORD).await.status(), 401);
    assert_eq!(again.log_in(number_of(REP), NEW).await.status(), 200);
    let manager = fixture.log_in(MANAGER).await;
    let people: Vec<OfficePerson> = manager.get("/api/v1/office/people").await.json();
    let rep = people.iter().find(|one| one.user.id == REP).unwrap();
    assert_eq!(rep.changes[0].act, AccountAct::OwnPassword, "the manager sees that, and when");
}

#[tokio::test]
async fn a_new_password_is_neither_short_nor_the_number_nor_the_old_one_again() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    for wrong in ["short", number_of(REP), PASSWORD, "11111111"] {
        assert_eq!(change(&phone, PASSWORD, wrong).await.code(), ProblemCode::Malformed, "{wrong}");
    }
    assert_eq!(Phone::new(&fixture.url).log_in(number_of(REP), PASSWORD).await.status(), 200);
    assert_eq!(change(&Phone::new(&fixture.url), PASSWORD, NEW).await.code(), ProblemCode::LoggedOut);
}

#[tokio::test]
async fn whoever_finds_an_open_session_cannot_guess_the_password_with_it() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    for _ in 0..5 {
        assert_eq!(change(&phone, "guess", NEW).await.status(), 401);
    }
    let slowed = change(&phone, PASSWORD, NEW).await;
    assert_eq!((slowed.status(), slowed.code()), (429, ProblemCode::Throttled));
    fixture.clock.advance(15_000);
    assert_eq!(change(&phone, PASSWORD, NEW).await.status(), 200);
}

#[tokio::test]
async fn a_password_that_a_manager_gave_is_changed_before_anything_else_is_served() {
    let fixture = Fixture::start().await;
    let manager = fixture.log_in(MANAGER).await;
    let first = given(&manager).await;
    let phone = Phone::new(&fixture.url);
    let login = phone.log_in(&first.number, &first.password).await;
    assert!(login.json::<LoggedIn>().session.password_due);
    assert!(phone.get("/api/v1/session").await.json::<Session>().password_due);
    for refused in [phone.heartbeat().await, phone.pull().await, phone.get("/api/v1/devices").await] {
        assert_eq!((refused.status(), refused.code()), (403, ProblemCode::PasswordDue));
    }
    assert_eq!(change(&phone, &first.password, &first.password).await.code(), ProblemCode::Malformed);
    assert_eq!(change(&phone, &first.password, NEW).await.status(), 200);
    assert_eq!((phone.heartbeat().await.status(), phone.pull().await.status()), (200, 200));
    let later = Phone::new(&fixture.url);
    let login = later.log_in(&first.number, NEW).await;
    assert!(!login.json::<LoggedIn>().session.password_due, "it is asked once");
}

#[tokio::test]
async fn a_new_account_changes_its_first_password_and_another_number_does_not_spare_it() {
    let fixture = Fixture::start().await;
    let manager = fixture.log_in(MANAGER).await;
    let new = json!({ "name": "新人", "number": "13911112222", "role": "rep", "region": REGION });
    let first: FirstPassword = manager.post("/api/v1/office/people", &new).await.json();
    let path = format!("/api/v1/office/people/{}", first.user);
    let patch = manager.request(reqwest::Method::PATCH, &path).json(&json!({ "number": "13911113333" }));
    assert_eq!(crate::support::wire::Reply::of(patch).await.status(), 204);
    let phone = Phone::new(&fixture.url);
    assert_eq!(phone.log_in("13911113333", &first.password).await.status(), 200);
    assert_eq!(phone.pull().await.code(), ProblemCode::PasswordDue);
    assert_eq!(phone.delete("/api/v1/session").await.status(), 204, "and may leave");
}

#[tokio::test]
async fn what_a_phone_out_of_use_still_holds_is_taken_in_whatever_its_password() {
    let fixture = Fixture::start().await;
    let (phone, manager) = (fixture.log_in(REP).await, fixture.log_in(MANAGER).await);
    given(&manager).await;
    assert_eq!(phone.heartbeat().await.code(), ProblemCode::LoggedOut);
    assert_eq!(manager.delete(&format!("/api/v1/devices/{}", phone.device)).await.status(), 204);
    assert_eq!(phone.heartbeat().await.status(), 200);
}
