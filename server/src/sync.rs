//! The sync protocol over HTTP: push, pull and the stream of hints; and the one task that writes records.

mod deliver;
mod directory;
mod events;
mod pull;
mod push;
mod writer;

pub use directory::Directory;
pub use writer::{Heights, ImportOutcome, Planting, Push, WriteError, Writer};

use crate::api::{ApiError, AppState};
use ::sync::limits::{PULL_BYTES, PUSH_BYTES};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use utoipa::OpenApi;

/// The route of the push, apart from the others: a client that is too old to be answered may still send what it holds.
pub fn push_router() -> Router<AppState> {
    Router::new().route("/sync/push", post(push::push).layer(DefaultBodyLimit::max(PUSH_BYTES)))
}

/// The other routes.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/sync/deliver", post(deliver::deliver).layer(DefaultBodyLimit::max(PUSH_BYTES)))
        .route("/sync/pull", post(pull::pull).layer(DefaultBodyLimit::max(PULL_BYTES)))
        .route("/sync/events", get(events::events))
}

#[derive(OpenApi)]
#[openapi(paths(push::push, deliver::deliver, pull::pull, events::events))]
struct Docs;

/// The description of the routes.
pub(crate) fn docs() -> utoipa::openapi::OpenApi {
    Docs::openapi()
}

impl From<WriteError> for ApiError {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Busy => Self::Busy,
            WriteError::NotTheirDevice => Self::Forbidden("this device id belongs to another account"),
            WriteError::NoAccount => Self::LoggedOut,
            WriteError::Failed(cause) => cause.into(),
        }
    }
}
