//! Every request gets an id, a line in the log and a place in the counters. Query strings, headers and bodies
//! are not logged: they hold names and secrets.

use super::AppState;
use crate::clock::random;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;
use tracing::Instrument;

/// Names the request in the answer and in every line of the log about it.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

static NEXT: LazyLock<AtomicU64> = LazyLock::new(|| {
    // Starts somewhere else after each restart; that is all that chance is wanted for here.
    AtomicU64::new(u64::from(u32::from_be_bytes(random().unwrap_or_default())) << 24)
});

/// Observes a request from outside of everything else.
pub async fn observe(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let id = format!("{:014x}", NEXT.fetch_add(1, Ordering::Relaxed));
    let span = tracing::info_span!("request", id, method = %request.method(), path = request.uri().path());
    let began = Instant::now();
    let method = request.method().clone();
    let mut response = async {
        let response = next.run(request).await;
        tracing::debug!(status = response.status().as_u16(), micros = began.elapsed().as_micros(), "answered");
        response
    }
    .instrument(span)
    .await;
    let route = response.extensions().get::<Route>().map_or("other", |route| route.0.as_str());
    state.metrics.request(&method, route, response.status(), began.elapsed());
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

/// The pattern of the route that answered: the path itself would make a counter for every id.
#[derive(Clone)]
struct Route(MatchedPath);

/// Tells [`observe`] which route answered; it lies outside of the router and cannot see it.
pub async fn name_route(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(Route(route));
    }
    response
}
