//! All routes, and the layers around them from the inside out.

use super::{ApiError, AppState, guard, headers, health, metrics, observe, openapi, page};
use crate::{account, agreement, evidence, export, import, photo, reading, site, webhook};
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use std::any::Any;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::decompression::RequestDecompressionLayer;
use tower_http::timeout::{RequestBodyTimeoutLayer, TimeoutLayer};

/// Longest silence in the middle of a body.
const SILENCE: Duration = Duration::from_secs(60);
/// Longest time for a request that is no upload, its body on a slow line included.
const REQUEST: Duration = Duration::from_secs(600);

/// Everything that the server answers.
pub fn router(state: &AppState) -> Router {
    let quick = Router::new()
        .merge(crate::sync::router())
        .layer(from_fn(guard::not_outdated))
        .merge(crate::sync::push_router())
        .merge(account::router())
        .merge(evidence::router())
        .merge(agreement::router())
        .merge(export::router())
        .merge(import::router())
        .merge(reading::router())
        .merge(webhook::router())
        .merge(crate::trends::router())
        .route("/openapi.json", get(|| async { Json(openapi()) }))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, REQUEST));
    let api = Router::new()
        .merge(quick)
        .merge(photo::router())
        .fallback(|| async { ApiError::NotFound })
        .method_not_allowed_fallback(|| async { ApiError::OtherMethod })
        .layer(RequestDecompressionLayer::new().gzip(true))
        .layer(RequestBodyTimeoutLayer::new(SILENCE));
    let packed = DefaultPredicate::new()
        .and(NotForContentType::const_new("application/offset+octet-stream"))
        // Packed already.
        .and(NotForContentType::const_new("application/zip"))
        .and(NotForContentType::const_new("application/vnd.openxmlformats"))
        // Read by machines nearby, and not worth the time.
        .and(NotForContentType::const_new("text/plain"));
    Router::new()
        .nest("/api/v1", api)
        .route("/api", get(page::page))
        .route("/healthz", get(health::healthz))
        .route("/metrics", get(metrics::metrics))
        .merge(agreement::page_router())
        .merge(site::router(state))
        .layer(from_fn(observe::name_route))
        .layer(from_fn(guard::same_site))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(CompressionLayer::new().compress_when(packed))
        .layer(from_fn(headers::signed_by_us))
        .layer(from_fn(headers::secure))
        .layer(from_fn_with_state(state.clone(), observe::observe))
        .with_state(state.clone())
}

fn panicked(cause: Box<dyn Any + Send>) -> Response {
    let text = cause.downcast_ref::<String>().map(String::as_str).or_else(|| cause.downcast_ref::<&str>().copied());
    ApiError::internal(format!("a handler panicked: {}", text.unwrap_or("without a word"))).into_response()
}
