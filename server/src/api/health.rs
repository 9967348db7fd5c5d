//! Whether the server can do its work: asked by whoever watches over it.

use super::{ApiError, AppState};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use sync::limits::PROTOCOL;
use sync::wire::Problem;

/// A server that can do its work.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Health {
    /// Of the files that it serves.
    pub build: String,
    /// That it speaks.
    pub protocol: u32,
}

/// Whether the database answers.
///
/// # Errors
/// [`ApiError::Internal`] when it does not.
#[utoipa::path(get, path = "/healthz", tag = "server", responses(
    (status = 200, body = Health),
    (status = 500, body = Problem, description = "The database does not answer."),
))]
pub async fn healthz(State(state): State<AppState>) -> Result<Json<Health>, ApiError> {
    state.store.ping().await?;
    Ok(Json(Health { build: state.site.build(), protocol: PROTOCOL }))
}
