//! What other programs read: lists as JSON, page by page, with a token that a manager has made for some territories.
//! Tokens are made, listed and revoked over a session; with a token nothing can be written.

mod bearer;
mod lists;
mod tokens;

pub use bearer::Readers;

use crate::api::AppState;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{delete, get};
use utoipa::OpenApi;

/// Largest request for a token, in bytes.
const TOKEN_BYTES: usize = 64 * 1024;

/// The routes.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/lists/{list}", get(lists::list))
        .route("/tokens", get(tokens::list).post(tokens::make))
        .route("/tokens/{token}", delete(tokens::revoke))
        .layer(DefaultBodyLimit::max(TOKEN_BYTES))
}

#[derive(OpenApi)]
#[openapi(paths(lists::list, tokens::list, tokens::make, tokens::revoke))]
struct Docs;

pub(crate) fn docs() -> utoipa::openapi::OpenApi {
    Docs::openapi()
}
