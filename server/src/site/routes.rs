//! The addresses of the site: files first, then screens, and a page that says "not here" for the rest.

use super::pages;
use crate::api::AppState;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;
use sync::limits::{MIN_PROTOCOL, PROTOCOL};

/// The routes, and what answers everything that no other route does.
pub fn router(state: &AppState) -> Router<AppState> {
    pages::router(state).route("/version.json", get(version)).fallback(file_or_page)
}

/// Never from a cache: the app asks it whether it is the newest.
async fn version(State(state): State<AppState>) -> impl IntoResponse {
    let version = json!({ "build": state.site.build(), "protocol": PROTOCOL, "min_protocol": MIN_PROTOCOL });
    ([(header::CACHE_CONTROL, "no-store")], Json(version))
}

async fn file_or_page(State(state): State<AppState>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    if let Some(file) = state.site.current().files.get(request.uri().path()) {
        return file.answer(request.headers());
    }
    let wants_page = request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok());
    if !wants_page.is_some_and(|kinds| kinds.contains("text/html")) {
        return (StatusCode::NOT_FOUND, [(header::CACHE_CONTROL, "no-store")]).into_response();
    }
    let options = state.site.options().clone();
    let page = leptos_axum::render_app_to_stream_with_context(pages::set_headers, move || app::shell(options.clone()));
    let mut response = page(request).await;
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}
