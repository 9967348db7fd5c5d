//! The stream of hints: own scopes only, at once, and again after each commit.

use crate::ground::{MANAGER, OTHER_REP, REP, WEST, east, east_shop, west, west_shop};
use crate::phone::Phone;
use crate::served::Served;
use domain::Scope;
use domain::commands::Assign;
use domain::time::{DateWindow, Offset};
use futures::StreamExt;
use reqwest::StatusCode;
use std::collections::BTreeMap;
use std::time::Duration;

/// An open stream.
struct Hints {
    chunks: futures::stream::BoxStream<'static, reqwest::Result<Vec<u8>>>,
    text: String,
}

impl Hints {
    async fn open(phone: &Phone) -> Self {
        let request = phone.client.get(format!("{}/api/v1/sync/events", phone.url)).header("cookie", &phone.cookie);
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self { chunks: response.bytes_stream().map(|chunk| chunk.map(Into::into)).boxed(), text: String::new() }
    }

    /// The next event; none if none comes soon or the stream ends.
    async fn next(&mut self) -> Option<BTreeMap<Scope, u64>> {
        loop {
            if let Some((event, rest)) = self.text.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.text = rest;
                if event.starts_with("event: versions\ndata: ") {
                    return Some(serde_json::from_str(event.split_once("data: ").unwrap().1).unwrap());
                }
                continue;
            }
            let chunk = tokio::time::timeout(Duration::from_millis(700), self.chunks.next()).await.ok()??;
            self.text.push_str(std::str::from_utf8(&chunk.unwrap()).unwrap());
        }
    }
}

#[tokio::test]
async fn hints_come_for_own_scopes_only() {
    let served = Served::new().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    let mut other = Phone::new(&served, OTHER_REP, 2).await;
    let mut hints = Hints::open(&rep).await;
    let first = hints.next().await.unwrap();
    assert!(first.contains_key(&east()) && !first.contains_key(&west()), "{first:?}");
    assert!(!first.keys().any(|scope| matches!(scope, Scope::Office(_))));

    other.leave_task(west_shop(1), "别人的");
    other.push().await;
    assert_eq!(hints.next().await, None, "what happens elsewhere is not even hinted at");
    rep.leave_task(east_shop(1), "自己的");
    rep.push().await;
    assert_eq!(hints.next().await, Some(BTreeMap::from([(east(), first[&east()] + 1)])));
}

#[tokio::test]
async fn a_new_posting_is_hinted_at_with_its_first_commit() {
    let served = Served::new().await;
    let rep = Phone::new(&served, REP, 1).await;
    let mut manager = Phone::new(&served, MANAGER, 2).await;
    let mut hints = Hints::open(&rep).await;
    hints.next().await.unwrap();
    let from = served.clock.now().date(Offset::CHINA);
    let assignment = manager.new_id();
    manager.make(Assign { assignment, user: REP, territory: WEST, window: DateWindow { from, until: None } });
    manager.push().await;
    let hint = hints.next().await.unwrap();
    assert!(hint.contains_key(&west()) && hint.contains_key(&east()));
}

#[tokio::test]
async fn without_a_session_there_is_no_stream_and_stopping_ends_it() {
    let served = Served::new().await;
    let rep = Phone::new(&served, REP, 1).await;
    let stranger = rep.client.get(format!("{}/api/v1/sync/events", rep.url)).send().await.unwrap();
    assert_eq!(stranger.status(), StatusCode::UNAUTHORIZED);
    let mut hints = Hints::open(&rep).await;
    hints.next().await.unwrap();
    let began = std::time::Instant::now();
    served.running.stop().await.unwrap();
    assert_eq!(hints.next().await, None);
    assert!(began.elapsed() < Duration::from_secs(3), "an open stream does not hold up the end");
}
