//! What becomes of a session.

use crate::support::ground::{MANAGER, OTHER_REP, REP};
use crate::support::{Fixture, PASSWORD, Phone, ground, number_of};
use domain::records::{Role, User};
use domain::time::DAY;
use sync::wire::{DeviceEntry, ProblemCode, Session};

#[tokio::test]
async fn a_session_ends_when_it_has_not_been_used_for_its_days_and_not_before() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    for _ in 0..3 {
        fixture.clock.advance(29 * DAY);
        assert_eq!(phone.pull().await.status(), 200, "every use moves the end");
    }
    fixture.clock.advance(31 * DAY);
    for answer in [phone.pull().await, phone.heartbeat().await, phone.get("/api/v1/session").await] {
        assert_eq!((answer.status(), answer.code()), (401, ProblemCode::LoggedOut));
    }
    assert_eq!(phone.log_in(number_of(REP), PASSWORD).await.status(), 200);
    assert_eq!(phone.pull().await.status(), 200);
}

#[tokio::test]
async fn a_device_has_one_session_and_a_user_may_have_many_devices() {
    let fixture = Fixture::start().await;
    let first = fixture.log_in(REP).await;
    let again = Phone { device: first.device, ..Phone::new(&fixture.url) };
    again.log_in(number_of(REP), PASSWORD).await;
    assert_eq!(first.pull().await.status(), 401, "the new login took the place of the old one");
    let other = fixture.log_in(REP).await;
    assert_eq!((again.pull().await.status(), other.pull().await.status()), (200, 200));
}

#[tokio::test]
async fn a_lost_phone_is_shut_out_from_another() {
    let fixture = Fixture::start().await;
    let (lost, other) = (fixture.log_in(REP).await, fixture.log_in(REP).await);
    let devices: Vec<DeviceEntry> = other.get("/api/v1/devices").await.json();
    assert_eq!(devices.len(), 2);
    let entry = |device| devices.iter().find(|entry| entry.device == device).unwrap();
    assert!(entry(other.device).current && !entry(lost.device).current);
    assert_eq!(entry(lost.device).name, "Redmi 13C");

    let revoke = format!("/api/v1/devices/{}", lost.device);
    assert_eq!(fixture.log_in(OTHER_REP).await.delete(&revoke).await.status(), 404, "nobody revokes another's device");
    assert_eq!(other.delete(&revoke).await.status(), 204);
    let answer = lost.pull().await;
    assert_eq!((answer.status(), answer.code()), (403, ProblemCode::DeviceRevoked));
    assert_eq!(other.delete(&revoke).await.status(), 404);
    assert_eq!(other.delete("/api/v1/devices/not-an-id").await.status(), 404);
    assert_eq!(other.get("/api/v1/devices").await.json::<Vec<DeviceEntry>>().len(), 1);
}

#[tokio::test]
async fn logging_out_ends_the_session_and_takes_the_cookie_back() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let cookie = phone.client.clone();
    let answer = phone.delete("/api/v1/session").await;
    assert_eq!(answer.status(), 204);
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(cookie.get(format!("{}/api/v1/session", fixture.url)).send().await.unwrap().status(), 401);
    assert_eq!(phone.delete("/api/v1/session").await.status(), 204, "there need not be a session");
}

#[tokio::test]
async fn a_session_outlives_a_restart() {
    let mut fixture = Fixture::start().await;
    let phone = fixture.log_in(MANAGER).await;
    fixture.restart().await;
    let phone = Phone { url: fixture.url.clone(), ..phone };
    assert_eq!(phone.get("/api/v1/session").await.json::<Session>().user.id, MANAGER);
}

#[tokio::test]
async fn a_disabled_account_sees_nothing_more_but_what_it_still_sends_is_taken() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let user = ground::user(REP, "周建国", Role::Rep);
    fixture.plant(vec![User { active: false, ..user }.into()]).await;
    for answer in [phone.pull().await, phone.get("/api/v1/session").await, phone.get("/api/v1/devices").await] {
        assert_eq!((answer.status(), answer.code()), (401, ProblemCode::LoggedOut));
    }
    assert_eq!(phone.heartbeat().await.status(), 200);
}
