//! Other programs are told of what happens: signed, again until it got through, across a restart, and never of more than
//! who made them holds.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/mod.rs"]
mod support;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use domain::Scope;
use domain::id::{OutletId, TaskId, TerritoryId};
use domain::records::{Evidence, Task, TaskKind};
use domain::time::DAY;
use serde_json::{Value, json};
use server::webhook::{round, signature};
use std::sync::{Arc, Mutex};
use support::ground::{EAST, MANAGER, OTHER_REP, REP, START, WEST, east, east_shop, west_shop};
use support::{Fixture, Phone};
use sync::wire::{MadeWebhook, ProblemCode, WebhookEntry};
use uuid::Uuid;

/// A program that is told: what came, and what it answers next.
#[derive(Clone, Default)]
struct Listener {
    heard: Arc<Mutex<Vec<(HeaderMap, String)>>>,
    answers: Arc<Mutex<Vec<u16>>>,
}

impl Listener {
    /// Listens on a free port. Where.
    async fn start(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let router = Router::new().route("/hook", post(Self::hear)).with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        url
    }

    async fn hear(State(this): State<Self>, headers: HeaderMap, body: Bytes) -> StatusCode {
        this.heard.lock().unwrap().push((headers, String::from_utf8(body.to_vec()).unwrap()));
        let answer = this.answers.lock().unwrap().pop().unwrap_or(200);
        StatusCode::from_u16(answer).unwrap()
    }

    fn bodies(&self) -> Vec<Value> {
        self.heard.lock().unwrap().iter().map(|(_, body)| serde_json::from_str(body).unwrap()).collect()
    }
}

/// A server that may send to this machine.
async fn server() -> Fixture {
    Fixture::start_with(|serve| serve.webhooks_inside = true).await
}

async fn make(manager: &Phone, url: &str, scopes: &[Scope]) -> MadeWebhook {
    let hook = json!({ "url": url, "events": ["task_opened"], "scopes": scopes });
    let answer = manager.post("/api/v1/webhooks", &hook).await;
    assert_eq!(answer.status(), 200);
    answer.json()
}

fn task(n: u128, outlet: OutletId, territory: TerritoryId, days_ago: i64) -> Task {
    Task {
        id: TaskId(Uuid::from_u128(0x7a00 + n)),
        outlet,
        territory,
        owner: if territory == EAST { REP } else { OTHER_REP },
        kind: TaskKind::FollowUp { what: "补货".to_owned() },
        note: String::new(),
        asked_by: MANAGER,
        asked_by_name: "韩经理".to_owned(),
        asked_at: START.plus(-days_ago * DAY),
        due: "2026-03-01".parse().unwrap(),
        origin: None,
        evidence: Evidence::default(),
        with: None,
        at_risk: None,
        placed: None,
        closed: None,
        reopened: Vec::new(),
    }
}

fn in_the_east(n: u128) -> Task {
    task(n, east_shop(n), EAST, 0)
}

async fn tell(fixture: &Fixture) {
    round(&fixture.running.state).await.unwrap();
}

async fn entry(manager: &Phone) -> WebhookEntry {
    manager.get("/api/v1/webhooks").await.json::<Vec<WebhookEntry>>().remove(0)
}

#[tokio::test]
async fn what_happens_is_told_once_and_signed_with_the_secret_that_was_said_once() {
    let (fixture, listener) = (server().await, Listener::default());
    let manager = fixture.log_in(MANAGER).await;
    let made = make(&manager, &listener.start().await, &[east()]).await;
    assert!(!manager.get("/api/v1/webhooks").await.text().contains(&made.secret));
    let one = in_the_east(1);
    fixture.plant(vec![one.clone().into()]).await;
    tell(&fixture).await;
    // Written again it is the same task.
    fixture.plant(vec![Task { note: "急".to_owned(), ..one.clone() }.into()]).await;
    tell(&fixture).await;
    let heard = listener.heard.lock().unwrap().clone();
    let [(headers, body)] = heard.as_slice() else { panic!("{} messages", heard.len()) };
    let told: Value = serde_json::from_str(body).unwrap();
    assert_eq!((told["event"].as_str(), told["id"].as_str()), (Some("task_opened"), Some(&*one.id.to_string())));
    assert_eq!(told["record"]["outlet"], one.outlet.to_string());
    let header = |name: &str| headers[name].to_str().unwrap();
    assert_eq!(header("x-lianying-signature"), signature(&made.secret, START, body));
    assert_eq!((header("x-lianying-event"), header("content-type")), ("task_opened", "application/json"));
    let entry = entry(&manager).await;
    assert_eq!((entry.messages.len(), entry.messages[0].status), (1, Some(200)));
    assert_eq!(entry.messages[0].delivered_at, Some(START));
}

#[tokio::test]
async fn what_does_not_get_through_is_sent_again_after_a_minute_and_across_a_restart() {
    let (mut fixture, listener) = (server().await, Listener::default());
    let manager = fixture.log_in(MANAGER).await;
    make(&manager, &listener.start().await, &[east()]).await;
    *listener.answers.lock().unwrap() = vec![500];
    fixture.plant(vec![in_the_east(1).into()]).await;
    tell(&fixture).await;
    tell(&fixture).await;
    assert_eq!(listener.bodies().len(), 1, "not before its time");
    let waiting = entry(&manager).await;
    assert_eq!((waiting.failing_since, waiting.messages[0].status), (Some(START), Some(500)));
    assert_eq!(waiting.messages[0].next_at, Some(START.plus(60_000)));

    fixture.restart().await;
    fixture.clock.advance(60_000);
    tell(&fixture).await;
    let bodies = listener.bodies();
    assert_eq!((bodies.len(), &bodies[0]), (2, &bodies[1]));
    let manager = fixture.log_in(MANAGER).await;
    let through = entry(&manager).await;
    assert_eq!((through.failing_since, through.messages[0].tries), (None, 2));
    assert_eq!(through.messages[0].next_at, None);
}

#[tokio::test]
async fn who_is_down_for_days_is_given_up_and_gets_everything_once_enabled_again() {
    let (fixture, listener) = (server().await, Listener::default());
    let manager = fixture.log_in(MANAGER).await;
    let made = make(&manager, &listener.start().await, &[east()]).await;
    *listener.answers.lock().unwrap() = vec![500; 20];
    fixture.plant(vec![in_the_east(1).into()]).await;
    for _ in 0..20 {
        tell(&fixture).await;
        fixture.clock.advance(DAY / 2);
    }
    let manager_again = fixture.log_in(MANAGER).await;
    assert!(entry(&manager_again).await.disabled_at.is_some());
    let tries = listener.bodies().len();
    fixture.plant(vec![in_the_east(2).into()]).await;
    tell(&fixture).await;
    assert_eq!(listener.bodies().len(), tries, "nobody is told any more");
    listener.answers.lock().unwrap().clear();
    let path = format!("/api/v1/webhooks/{}/enable", made.id);
    assert_eq!(manager_again.post(&path, &json!({})).await.status(), 204);
    tell(&fixture).await;
    assert_eq!(listener.bodies().len(), tries + 2, "nothing was lost meanwhile");
}

#[tokio::test]
async fn nobody_is_told_of_another_territory_or_of_what_was_before() {
    let (fixture, listener) = (server().await, Listener::default());
    let manager = fixture.log_in(MANAGER).await;
    let old = task(3, east_shop(3), EAST, 2);
    fixture.plant(vec![old.clone().into(), in_the_east(4).into()]).await;
    make(&manager, &listener.start().await, &[east()]).await;
    let late = Task { note: "改了".to_owned(), ..old };
    fixture.plant(vec![task(1, west_shop(1), WEST, 0).into(), late.into(), in_the_east(2).into()]).await;
    tell(&fixture).await;
    let told: Vec<String> = listener.bodies().iter().map(|body| body["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(told, [in_the_east(2).id.to_string()]);
}

#[tokio::test]
async fn what_was_done_without_a_network_before_anybody_asked_is_told_when_it_comes() {
    let (fixture, listener) = (server().await, Listener::default());
    let manager = fixture.log_in(MANAGER).await;
    let here_before = task(3, east_shop(3), EAST, 2);
    fixture.plant(vec![here_before.clone().into()]).await;
    make(&manager, &listener.start().await, &[east()]).await;
    let comes_late = task(4, east_shop(4), EAST, 2);
    fixture.plant(vec![comes_late.clone().into()]).await;
    tell(&fixture).await;
    // Written again neither the one nor the other is news, nor is it to a second program.
    let second = Listener::default();
    make(&manager, &second.start().await, &[east()]).await;
    let again = [here_before, comes_late.clone()].map(|task| Task { note: "急".to_owned(), ..task });
    fixture.plant(again.map(Into::into).to_vec()).await;
    tell(&fixture).await;
    let told: Vec<String> = listener.bodies().iter().map(|body| body["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(told, [comes_late.id.to_string()]);
    assert!(second.bodies().is_empty());
}

#[tokio::test]
async fn a_message_is_sent_again_when_a_manager_says_so_and_none_once_it_is_removed() {
    let (fixture, listener) = (server().await, Listener::default());
    let (manager, rep) = (fixture.log_in(MANAGER).await, fixture.log_in(REP).await);
    let made = make(&manager, &listener.start().await, &[east()]).await;
    fixture.plant(vec![in_the_east(1).into()]).await;
    tell(&fixture).await;
    let n = entry(&manager).await.messages[0].n;
    let again = format!("/api/v1/webhooks/{}/messages/{n}/resend", made.id);
    assert_eq!(rep.post(&again, &json!({})).await.status(), 403);
    assert_eq!(manager.post(&again, &json!({})).await.status(), 204);
    tell(&fixture).await;
    assert_eq!(listener.bodies().len(), 2);
    let path = format!("/api/v1/webhooks/{}", made.id);
    assert_eq!(manager.delete(&path).await.status(), 204);
    assert_eq!(manager.delete(&path).await.status(), 404);
    fixture.plant(vec![in_the_east(2).into()]).await;
    tell(&fixture).await;
    assert_eq!(listener.bodies().len(), 2);
}

#[tokio::test]
async fn nothing_is_sent_inside_unless_that_is_allowed() {
    let fixture = Fixture::start().await;
    let manager = fixture.log_in(MANAGER).await;
    for url in
        ["http://127.0.0.1:9/", "http://localhost/", "http://10.0.0.1/", "http://[::1]/", "ftp://a.example/", "x"]
    {
        let hook = json!({ "url": url, "events": ["task_opened"], "scopes": [east()] });
        let answer = manager.post("/api/v1/webhooks", &hook).await;
        assert_eq!((answer.status(), answer.code()), (400, ProblemCode::Malformed), "{url}");
    }
    let outside = json!({ "url": "https://a.example/", "events": ["task_opened"], "scopes": [Scope::Territory(TerritoryId(Uuid::from_u128(77)))] });
    assert_eq!(manager.post("/api/v1/webhooks", &outside).await.code(), ProblemCode::Forbidden);
}
