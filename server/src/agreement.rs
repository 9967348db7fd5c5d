//! The agreement as a printable document (F51): A4, Chinese type, everything that was agreed, the signatures as they
//! were drawn, and the hash with a code by which anybody can compare it with what is on record.
//! Two renderings of one agreement are the same bytes.

mod compare;
mod contents;
mod document;
mod lines;
mod pdf;
mod sheet;
mod signature;
mod typeface;
mod words;

pub use contents::{Sources, render};

use crate::api::AppState;
use axum::Router;
use axum::routing::get;
use utoipa::OpenApi;

/// The page for whoever holds a paper, as the router knows it.
pub const COMPARE: &str = "/compare/{hash}";

/// The routes.
pub fn router() -> Router<AppState> {
    Router::new().route("/agreements/{id}/pdf", get(document::document))
}

/// The page for whoever holds a paper.
pub fn page_router() -> Router<AppState> {
    Router::new().route(COMPARE, get(compare::compare))
}

#[derive(OpenApi)]
#[openapi(paths(document::document))]
struct Docs;

pub(crate) fn docs() -> utoipa::openapi::OpenApi {
    Docs::openapi()
}
