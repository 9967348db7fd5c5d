//! The stream of hints: "scope X is at version N", for the scopes that the session's user holds, and nothing else.

use super::Heights;
use crate::account::Signed;
use crate::api::{ApiError, AppState};
use ::sync::wire::Problem;
use axum::extract::State;
use axum::http::HeaderName;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use domain::Scope;
use domain::id::UserId;
use futures::stream::{self, Stream};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, Interval, interval_at};

/// How often it is looked whether the session is still open.
const CHECK: Duration = Duration::from_secs(60);
/// How often a sign of life is sent through proxies that close silent connections.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);
/// Asks nginx not to collect the stream before passing it on.
const UNBUFFERED: (HeaderName, &str) = (HeaderName::from_static("x-accel-buffering"), "no");

/// A stream of versions: the first event at once, the next ones after commits. Whoever cares pulls.
#[utoipa::path(get, path = "/api/v1/sync/events", tag = "sync",
    responses(
        (status = 200, content_type = "text/event-stream", body = String,
            description = "Events named `versions`, their data a map from scope to version."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 503, body = Problem, description = "Too many listeners; the timers of the phone do without."),
))]
pub async fn events(State(state): State<AppState>, signed: Signed) -> Result<impl IntoResponse, ApiError> {
    let place = state.writer.listen().ok_or(ApiError::Busy)?;
    let listener = Listener {
        news: state.writer.news(),
        user: signed.author.user.id,
        token_hash: signed.session.token_hash,
        scopes: None,
        check: interval_at(Instant::now() + CHECK, CHECK),
        state,
        _place: place,
    };
    let sse = Sse::new(listener.stream()).keep_alive(KeepAlive::new().interval(SIGN_OF_LIFE));
    Ok(([UNBUFFERED], sse))
}

/// One open stream.
struct Listener {
    state: AppState,
    news: Receiver<Heights>,
    user: UserId,
    token_hash: String,
    /// The scopes held at the last event; none before the first.
    scopes: Option<Vec<Scope>>,
    check: Interval,
    _place: OwnedSemaphorePermit,
}

impl Listener {
    fn stream(self) -> impl Stream<Item = Result<Event, Infallible>> {
        stream::unfold(self, |mut listener| async {
            let versions = listener.next().await?;
            let data = serde_json::to_string(&versions).ok()?;
            Some((Ok(Event::default().event("versions").data(data)), listener))
        })
    }

    /// What there is to say next; nothing when the stream ends.
    async fn next(&mut self) -> Option<BTreeMap<Scope, u64>> {
        if self.scopes.is_none() {
            let scopes = self.held().await;
            return Some(self.all(scopes));
        }
        loop {
            let news = tokio::select! {
                () = self.state.stopping.cancelled() => return None,
                _ = self.check.tick() => {
                    if !self.is_open().await {
                        return None;
                    }
                    continue;
                }
                news = self.news.recv() => news,
            };
            let scopes = self.held().await;
            match news {
                Err(RecvError::Closed) => return None,
                // Some were missed, or the scopes are others than before: tell where all of them stand.
                Err(RecvError::Lagged(_)) => return Some(self.all(scopes)),
                Ok(_) if self.scopes.as_ref() != Some(&scopes) => return Some(self.all(scopes)),
                Ok(heights) => {
                    let mine: BTreeMap<Scope, u64> =
                        scopes.iter().filter_map(|scope| Some((*scope, *heights.get(scope)?))).collect();
                    if !mine.is_empty() {
                        return Some(mine);
                    }
                }
            }
        }
    }

    async fn held(&self) -> Vec<Scope> {
        self.state.writer.directory().await.scopes(self.user, self.state.clock.now())
    }

    fn all(&mut self, scopes: Vec<Scope>) -> BTreeMap<Scope, u64> {
        let versions = self.state.writer.heights(&scopes);
        self.scopes = Some(scopes);
        versions
    }

    async fn is_open(&self) -> bool {
        let session = self.state.store.session(&self.token_hash).await;
        session.ok().flatten().is_some_and(|session| session.is_open(self.state.clock.now()))
    }
}
