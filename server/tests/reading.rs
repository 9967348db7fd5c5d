//! What other programs read with a token, and that it is never more than it was made for.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/mod.rs"]
mod support;

use domain::Scope;
use domain::id::{OutletId, RegionId, TerritoryId};
use domain::records::{Outlet, Role, User};
use reqwest::{Client, Method};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::ground::{self, MANAGER, REGION, REP, SHOPS, east, east_shop, west, west_shop};
use support::wire::Reply;
use support::{Fixture, Phone};
use sync::wire::{ListPage, MadeToken, ProblemCode, TokenEntry};
use uuid::Uuid;

const ELSEWHERE: RegionId = RegionId(Uuid::from_u128(9));

async fn make(manager: &Phone, scopes: &[Scope]) -> MadeToken {
    let answer = manager.post("/api/v1/tokens", &json!({ "name": "报表", "scopes": scopes })).await;
    assert_eq!(answer.status(), 200);
    answer.json()
}

/// A program: no cookies, a token or none.
async fn read(fixture: &Fixture, token: &str, list: &str) -> Reply {
    let request = Client::new().request(Method::GET, format!("{}/api/v1/lists/{list}", fixture.url));
    Reply::of(if token.is_empty() { request } else { request.bearer_auth(token) }).await
}

/// All of a list, page by page, and where it ended.
async fn all(fixture: &Fixture, token: &str, list: &str, since: Option<String>) -> (Vec<Value>, Vec<Uuid>, String) {
    let (mut items, mut gone, mut at) = (Vec::new(), Vec::new(), since);
    for _ in 0..100 {
        let query = at.map(|at| format!("?since={at}")).unwrap_or_default();
        let page: ListPage = read(fixture, token, &format!("{list}{query}")).await.json();
        items.extend(page.items.iter().map(|item| serde_json::from_str::<Value>(item.body.get()).unwrap()));
        gone.extend(page.gone.iter().map(|one| one.id));
        if !page.more {
            return (items, gone, page.next);
        }
        at = Some(page.next);
    }
    panic!("a list without an end");
}

fn ids(items: &[Value]) -> BTreeSet<Uuid> {
    items.iter().map(|item| item["id"].as_str().unwrap().parse().unwrap()).collect()
}

fn shops(of: fn(u128) -> OutletId) -> BTreeSet<Uuid> {
    (0..SHOPS).map(|n| of(n).0).collect()
}

#[tokio::test]
async fn a_token_reads_what_it_was_made_for_and_nothing_beside_it() {
    let fixture = Fixture::start().await;
    let manager = fixture.log_in(MANAGER).await;
    let for_east = make(&manager, &[east()]).await.token;
    let (items, ..) = all(&fixture, &for_east, "outlets", None).await;
    assert_eq!(ids(&items), shops(east_shop));
    assert_eq!(items[0]["name"], "惠民超市", "whole records, by the names of their fields");
    for list in ["agreements", "candidates", "dealers", "sub-distributors"] {
        assert!(all(&fixture, &for_east, list, None).await.0.is_empty(), "{list} are the region's");
    }
    let for_region = make(&manager, &[Scope::Region(REGION)]).await.token;
    let (items, ..) = all(&fixture, &for_region, "outlets", None).await;
    assert_eq!(ids(&items), &shops(east_shop) | &shops(west_shop));
    let (ground, ..) = all(&fixture, &for_region, "territories", None).await;
    assert_eq!(ground.len(), 2);
}

#[tokio::test]
async fn what_was_read_is_read_on_later_and_only_what_changed_comes() {
    let fixture = Fixture::start().await;
    let manager = fixture.log_in(MANAGER).await;
    let token = make(&manager, &[east()]).await.token;
    let (items, _, next) = all(&fixture, &token, "outlets", None).await;
    let (nothing, _, next) = all(&fixture, &token, "outlets", Some(next)).await;
    assert!(nothing.is_empty());
    let one: Outlet = serde_json::from_value(items[0].clone()).unwrap();
    let renamed = Outlet { name: "新名字".to_owned(), ..one.clone() };
    fixture.plant(vec![renamed.into()]).await;
    let (changed, gone, next) = all(&fixture, &token, "outlets", Some(next)).await;
    assert_eq!((changed.len(), changed[0]["name"].as_str(), gone.len()), (1, Some("新名字"), 0));
    let moved = Outlet { territory: ground::WEST, ..one.clone() };
    fixture.plant(vec![moved.into()]).await;
    let (changed, gone, _) = all(&fixture, &token, "outlets", Some(next)).await;
    assert_eq!((changed.len(), gone), (0, vec![one.id.0]), "what leaves what it reads is gone for it");
}

#[tokio::test]
async fn a_place_that_names_more_reads_no_more() {
    use base64::Engine;
    let fixture = Fixture::start().await;
    let manager = fixture.log_in(MANAGER).await;
    let token = make(&manager, &[east()]).await.token;
    let place = json!({ east().to_string(): 0, west().to_string(): 0, "company": 0 }).to_string();
    let place = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(place);
    let (items, ..) = all(&fixture, &token, "outlets", Some(place)).await;
    assert_eq!(ids(&items), shops(east_shop));
    for wrong in ["x", "%FF", "e30x"] {
        let answer = read(&fixture, &token, &format!("outlets?since={wrong}")).await;
        assert_eq!((answer.status(), answer.code()), (400, ProblemCode::Malformed), "{wrong}");
    }
    assert_eq!(read(&fixture, &token, "outlets?from=yesterday").await.status(), 400);
    assert_eq!(read(&fixture, &token, "users").await.code(), ProblemCode::NotFound);
}

#[tokio::test]
async fn nobody_makes_a_token_for_what_they_do_not_hold_and_a_rep_makes_none() {
    let fixture = Fixture::start().await;
    let (manager, rep) = (fixture.log_in(MANAGER).await, fixture.log_in(REP).await);
    let foreign = Scope::Territory(TerritoryId(Uuid::from_u128(77)));
    for scopes in [vec![foreign], vec![east(), foreign], vec![Scope::Office(REGION)], vec![]] {
        let answer = manager.post("/api/v1/tokens", &json!({ "name": "报表", "scopes": scopes })).await;
        assert_eq!((answer.status(), answer.code()), (403, ProblemCode::Forbidden));
    }
    let answer = manager.post("/api/v1/tokens", &json!({ "name": " ", "scopes": [east()] })).await;
    assert_eq!(answer.status(), 400);
    assert_eq!(rep.post("/api/v1/tokens", &json!({ "name": "报表", "scopes": [east()] })).await.status(), 403);
    assert_eq!(rep.get("/api/v1/tokens").await.status(), 403);
}

#[tokio::test]
async fn a_revoked_or_unknown_token_reads_nothing_and_a_session_is_no_token() {
    let fixture = Fixture::start().await;
    let manager = fixture.log_in(MANAGER).await;
    let made = make(&manager, &[east()]).await;
    assert_eq!(read(&fixture, &made.token, "outlets").await.status(), 200);
    let listed: Vec<TokenEntry> = manager.get("/api/v1/tokens").await.json();
    assert_eq!((listed.len(), listed[0].name.as_str(), listed[0].by.as_str()), (1, "报表", "韩经理"));
    assert_eq!(listed[0].last_used, Some(ground::START));
    assert!(!manager.get("/api/v1/tokens").await.text().contains(&made.token), "said once");

    assert_eq!(manager.delete(&format!("/api/v1/tokens/{}", made.id)).await.status(), 204);
    assert_eq!(manager.delete(&format!("/api/v1/tokens/{}", made.id)).await.status(), 404);
    for token in [made.token.as_str(), "lianying_guess", ""] {
        let answer = read(&fixture, token, "outlets").await;
        assert_eq!((answer.status(), answer.code()), (401, ProblemCode::LoggedOut));
    }
    assert_eq!(manager.get("/api/v1/lists/outlets").await.status(), 401);
    let answer = Client::new().get(format!("{}/api/v1/session", fixture.url)).bearer_auth(&made.token);
    assert_eq!(Reply::of(answer).await.status(), 401, "nor is a token a session");
}

#[tokio::test]
async fn what_its_maker_loses_a_token_loses_too() {
    let fixture = Fixture::start().await;
    let manager = fixture.log_in(MANAGER).await;
    let token = make(&manager, &[Scope::Region(REGION)]).await.token;
    let user = ground::user(MANAGER, "韩经理", Role::RegionalManager);
    fixture.plant(vec![User { region: ELSEWHERE, ..user.clone() }.into()]).await;
    assert!(all(&fixture, &token, "outlets", None).await.0.is_empty(), "they went to another region");
    fixture.plant(vec![User { active: false, ..user }.into()]).await;
    let answer = read(&fixture, &token, "outlets").await;
    assert_eq!((answer.status(), answer.code()), (403, ProblemCode::Forbidden));
}

#[tokio::test]
async fn who_asks_too_often_waits_and_who_guesses_too() {
    let fixture = Fixture::start().await;
    let manager = fixture.log_in(MANAGER).await;
    let token = make(&manager, &[east()]).await.token;
    for _ in 0..120 {
        assert_eq!(read(&fixture, &token, "products").await.status(), 200);
    }
    let answer = read(&fixture, &token, "products").await;
    assert_eq!((answer.status(), answer.code(), answer.header("retry-after")), (429, ProblemCode::Throttled, "60"));
    fixture.clock.advance(60_000);
    assert_eq!(read(&fixture, &token, "products").await.status(), 200);
    for n in 0..20 {
        assert_eq!(read(&fixture, &format!("lianying_{n}"), "products").await.status(), 401);
    }
    assert_eq!(read(&fixture, "lianying_20", "products").await.status(), 429);
}

#[tokio::test]
async fn the_database_holds_no_token() {
    let fixture = Fixture::start().await;
    let manager = fixture.log_in(MANAGER).await;
    let token = make(&manager, &[east()]).await.token;
    let mut bytes = Vec::new();
    for name in ["test.db", "test.db-wal"] {
        bytes.extend(std::fs::read(fixture.folder.path().join(name)).unwrap_or_default());
    }
    assert!(!bytes.windows(token.len()).any(|found| found == token.as_bytes()));
}
