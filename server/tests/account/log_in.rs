//! Phone number and password.

use crate::support::ground::{OTHER_REP, REP, east, west};
use crate::support::{Fixture, PASSWORD, Phone, ground, number_of};
use domain::records::User;
use futures::future::join_all;
use server::account::SecureCookies;
use sync::wire::{LoggedIn, ProblemCode, Session};

#[tokio::test]
async fn a_login_gives_what_the_phone_needs_to_work_without_a_network() {
    let fixture = Fixture::start().await;
    let phone = Phone::new(&fixture.url);
    let session: Session = phone.log_in(number_of(REP), PASSWORD).await.json();
    assert_eq!((session.user.id, session.device), (REP, phone.device));
    assert!(session.scopes.contains(&east()) && !session.scopes.contains(&west()));
    assert_eq!(session.expires_at.since(session.server_time), 30 * domain::time::DAY);
    assert_eq!(phone.get("/api/v1/session").await.json::<Session>(), session);
}

#[tokio::test]
async fn a_login_brings_the_users_recovery_secret_and_nothing_else_does() {
    let fixture = Fixture::start().await;
    let secret = async |phone: &Phone, user| {
        let answer: LoggedIn = phone.log_in(number_of(user), PASSWORD).await.json();
        answer.recovery.expect("this server gives one")
    };
    let phone = Phone::new(&fixture.url);
    let first = secret(&phone, REP).await;
    assert_eq!(secret(&Phone::new(&fixture.url), REP).await, first, "another phone, another session: the same person");
    assert_ne!(secret(&Phone::new(&fixture.url), OTHER_REP).await, first);
    for answer in [phone.log_in(number_of(REP), "wrong").await, phone.get("/api/v1/session").await] {
        assert!(!answer.text().contains(&first), "a cookie alone is not enough");
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_number_get_the_same_answer() {
    let fixture = Fixture::start().await;
    let phone = Phone::new(&fixture.url);
    let wrong = phone.log_in(number_of(REP), "wrong").await;
    let unknown = phone.log_in("13900000000", PASSWORD).await;
    let unreadable = phone.log_in("'; drop table credential; --", PASSWORD).await;
    for answer in [&wrong, &unknown, &unreadable] {
        assert_eq!((answer.status(), answer.code()), (401, ProblemCode::WrongCredentials));
        assert_eq!(answer.body, wrong.body);
        assert!(answer.headers.get("set-cookie").is_none());
    }
    assert_eq!(phone.get("/api/v1/session").await.code(), ProblemCode::LoggedOut);
}

#[tokio::test]
async fn whoever_guesses_has_to_wait_longer_and_longer_and_everybody_else_does_not() {
    let fixture = Fixture::start().await;
    let phone = Phone::new(&fixture.url);
    for _ in 0..5 {
        assert_eq!(phone.log_in(number_of(REP), "guess").await.status(), 401);
    }
    let throttled = phone.log_in(number_of(REP), PASSWORD).await;
    assert_eq!((throttled.status(), throttled.code()), (429, ProblemCode::Throttled));
    assert_eq!(throttled.header("retry-after"), "15");
    assert_eq!(phone.log_in(number_of(OTHER_REP), PASSWORD).await.status(), 200);

    fixture.clock.advance(15_000);
    assert_eq!(phone.log_in(number_of(REP), "guess").await.status(), 401);
    assert_eq!(phone.log_in(number_of(REP), "guess").await.header("retry-after"), "30");
    fixture.clock.advance(30_000);
    assert_eq!(phone.log_in(number_of(REP), PASSWORD).await.status(), 200);
    assert_eq!(
        phone.log_in(number_of(REP), "guess").await.status(),
        401,
        "the owner came: nothing is held against them"
    );
}

#[tokio::test]
async fn of_many_guesses_at_once_only_a_few_are_looked_at() {
    let fixture = Fixture::start().await;
    let guesses = (0..40).map(|_| async { Phone::new(&fixture.url).log_in(number_of(REP), "guess").await.status() });
    let looked_at = join_all(guesses).await.into_iter().filter(|status| *status == 401).count();
    assert!(looked_at <= 10, "{looked_at} were looked at");
}

#[tokio::test]
async fn one_address_cannot_try_every_account() {
    let fixture = Fixture::start_with(|serve| serve.behind_proxy = true).await;
    let from = |address: &'static str, number: String| {
        let phone = Phone::new(&fixture.url);
        let login = serde_json::json!({ "phone": number, "password": "guess", "device": phone.device });
        let request = phone.request(reqwest::Method::POST, "/api/v1/session").json(&login);
        async move { request.header("x-forwarded-for", address).send().await.unwrap().status().as_u16() }
    };
    let mut statuses = Vec::new();
    for n in 0..62 {
        // Whatever the client writes there itself stands before what the proxy writes.
        statuses.push(from("203.0.113.9, 198.51.100.7", format!("139{n:08}")).await);
    }
    assert_eq!(statuses.iter().filter(|status| **status == 401).count(), 60);
    assert_eq!(statuses.last(), Some(&429));
    assert_eq!(from("203.0.113.9", "13912345678".to_owned()).await, 401, "another address is another matter");
}

#[tokio::test]
async fn a_disabled_account_is_told_so_only_with_its_password() {
    let fixture = Fixture::start().await;
    let user = ground::user(REP, "周建国", domain::records::Role::Rep);
    fixture.plant(vec![User { active: false, ..user }.into()]).await;
    let phone = Phone::new(&fixture.url);
    assert_eq!(phone.log_in(number_of(REP), PASSWORD).await.code(), ProblemCode::Forbidden);
    assert_eq!(phone.log_in(number_of(REP), "wrong").await.code(), ProblemCode::WrongCredentials);
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let fixture = Fixture::start().await;
    let phone = Phone::new(&fixture.url);
    let answer = phone.log_in(number_of(REP), PASSWORD).await;
    let cookie = answer.header("set-cookie");
    for flag in ["lianying=", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
        assert!(cookie.contains(flag), "{flag} is missing in {cookie}");
    }
    assert!(!cookie.contains("Domain") && !cookie.contains("Secure"));
    let token = cookie.strip_prefix("lianying=").unwrap().split(';').next().unwrap();
    assert_eq!(token.len(), 43, "256 bits");

    let fixture = Fixture::start_with(|serve| serve.secure_cookies = SecureCookies::Always).await;
    let answer = Phone::new(&fixture.url).log_in(number_of(REP), PASSWORD).await;
    assert!(answer.header("set-cookie").contains("; Secure"));
}

#[tokio::test]
async fn the_database_holds_neither_passwords_nor_tokens() {
    let fixture = Fixture::start().await;
    let phone = Phone::new(&fixture.url);
    let answer = phone.log_in(number_of(REP), PASSWORD).await;
    let cookie = answer.header("set-cookie").to_owned();
    let token = cookie.strip_prefix("lianying=").unwrap().split(';').next().unwrap();
    let mut bytes = Vec::new();
    for name in ["test.db", "test.db-wal"] {
        bytes.extend(std::fs::read(fixture.folder.path().join(name)).unwrap_or_default());
    }
    assert!(bytes.len() > 4096);
    for secret in [token, PASSWORD] {
        assert!(!bytes.windows(secret.len()).any(|found| found == secret.as_bytes()));
    }
}
