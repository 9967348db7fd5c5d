//! Telling other programs of what happens (webhooks): which, made by managers; what there is to tell, found by following the
//! versions of scopes like a phone; and sending it, signed and again until it got through.

mod gather;
mod routes;
mod run;
mod send;
mod target;

pub use run::{round, run};
pub use send::{Sender, signature};

use crate::api::AppState;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{delete, get, post};
use utoipa::OpenApi;

/// Largest request, in bytes.
const BYTES: usize = 64 * 1024;

/// The routes.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/webhooks", get(routes::list).post(routes::make))
        .route("/webhooks/{webhook}", delete(routes::remove))
        .route("/webhooks/{webhook}/enable", post(routes::enable))
        .route("/webhooks/{webhook}/messages/{n}/resend", post(routes::resend))
        .layer(DefaultBodyLimit::max(BYTES))
}

#[derive(OpenApi)]
#[openapi(paths(routes::list, routes::make, routes::remove, routes::enable, routes::resend))]
struct Docs;

pub(crate) fn docs() -> utoipa::openapi::OpenApi {
    Docs::openapi()
}
