//! What is turned away at the door.

use crate::support::ground::REP;
use crate::support::wire::{Reply, raw};
use crate::support::{Fixture, PASSWORD, Phone, number_of};
use reqwest::Method;
use serde_json::json;
use sync::wire::ProblemCode;

#[tokio::test]
async fn another_site_cannot_make_the_browser_change_anything() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
    ] {
        for (method, path) in [
            (Method::DELETE, "/api/v1/session"),
            (Method::POST, "/api/v1/session"),
            (Method::POST, "/api/v1/sync/push"),
            (Method::POST, "/api/v1/photos"),
        ] {
            let answer = Reply::of(phone.request(method, path).header(name, value)).await;
            assert_eq!((answer.status(), answer.code()), (403, ProblemCode::Forbidden), "{path} {name}: {value}");
        }
    }
    assert_eq!(phone.get("/api/v1/session").await.status(), 200, "nothing was changed");
    let own = phone.request(Method::POST, "/api/v1/sync/pull").header("origin", fixture.url.clone());
    let pull = json!({ "device": phone.device, "cursor": {} });
    assert_eq!(Reply::of(own.json(&pull)).await.status(), 200);
}

#[tokio::test]
async fn an_old_client_is_told_to_update_and_may_still_send_what_it_holds() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let old = |path: &str, body| phone.request(Method::POST, path).header("x-lianying-protocol", "0").json(&body);
    let answer = Reply::of(old("/api/v1/sync/pull", json!({ "device": phone.device, "cursor": {} }))).await;
    assert_eq!((answer.status(), answer.code()), (426, ProblemCode::Outdated));
    let report = json!({ "id": phone.device, "next_seq": 1, "clock": 0 });
    assert_eq!(Reply::of(old("/api/v1/sync/push", json!({ "device": report }))).await.status(), 200);
}

#[tokio::test]
async fn every_answer_of_the_api_is_marked_as_ours_and_every_error_has_a_code() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let answers = [
        phone.get("/api/v1/session").await,
        Phone::new(&fixture.url).get("/api/v1/session").await,
        phone.get("/api/v1/nothing/here").await,
        phone.get("/api/v2").await,
        phone.get("/api/v1/sync/push").await,
        phone.post("/api/v1/session", &json!({ "phone": 1 })).await,
        Reply::of(phone.request(Method::POST, "/api/v1/session").body("phone=1")).await,
        Reply::of(phone.request(Method::POST, "/api/v1/sync/pull").header("content-encoding", "zstd").body("x")).await,
        phone.get("/api/v1/photos/%ff%fe/original").await,
    ];
    for answer in answers {
        assert_eq!(answer.header("x-lianying"), "1");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert!(!answer.header("x-request-id").is_empty());
        assert!(answer.status() < 500, "{answer:?}");
        if answer.status() >= 400 {
            answer.code();
        }
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_or_no_json_is_refused_in_words() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let body = format!(r#"{{"phone":"{}"}}"#, "1".repeat(8 * 1024));
    let send = |body: String| {
        phone.request(Method::POST, "/api/v1/session").header("content-type", "application/json").body(body)
    };
    let answer = Reply::of(send(body)).await;
    assert_eq!((answer.status(), answer.code()), (413, ProblemCode::TooLarge));
    for body in ["", "{", "[]", "{\"phone\":null}", "\u{0}", "{\"phone\":\"1\",\"password\":\"x\",\"device\":\"1\"}"] {
        let answer = Reply::of(send(body.to_owned())).await;
        assert_eq!((answer.status(), answer.code()), (400, ProblemCode::Malformed), "{body:?}");
    }
}

#[tokio::test]
async fn bytes_that_are_no_request_are_survived() {
    let fixture = Fixture::start().await;
    for bytes in [
        &b"GET / HTTP/9.9\r\n\r\n"[..],
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST /api/v1/session HTTP/1.1\r\nHost: a\r\nCookie: lianying=\xff\xfe\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        b"GET /api/v1/session HTTP/1.1\r\nHost: a\r\nCookie: lianying; =; lianying=%00\r\nConnection: close\r\n\r\n",
        b"GET //////..%2f..%2fetc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    ] {
        let answer = raw(&fixture.url, bytes).await;
        assert!(!answer.starts_with("HTTP/1.1 5") && !answer.starts_with("HTTP/1.1 2"), "{answer}");
    }
    let phone = Phone::new(&fixture.url);
    assert_eq!(phone.log_in(number_of(REP), PASSWORD).await.status(), 200);
}

#[tokio::test]
async fn counters_are_shown_to_this_machine_only() {
    let fixture = Fixture::start().await;
    let phone = Phone::new(&fixture.url);
    assert_eq!(phone.get("/healthz").await.status(), 200);
    let counters = phone.get("/metrics").await.text();
    assert!(
        counters.contains(r#"lianying_requests_total{method="GET",route="/healthz",status="200"} 1"#),
        "{counters}"
    );
    let through_a_proxy = phone.request(Method::GET, "/metrics").header("x-forwarded-for", "198.51.100.7");
    assert_eq!(Reply::of(through_a_proxy).await.status(), 404);
}
