//! The devices of a user, and taking one out of use.

use super::Signed;
use crate::api::{ApiError, AppState};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use sync::wire::{DeviceEntry, Problem};

/// The devices on which the user is logged in, the last used first.
///
/// # Errors
/// [`ApiError::LoggedOut`].
#[utoipa::path(get, path = "/api/v1/devices", tag = "account", responses(
    (status = 200, body = Vec<DeviceEntry>),
    (status = 401, body = Problem, description = "No open session."),
))]
pub async fn list(State(state): State<AppState>, signed: Signed) -> Result<Json<Vec<DeviceEntry>>, ApiError> {
    let sessions = state.store.open_sessions(signed.author.user.id, signed.now).await?;
    let entries = sessions.into_iter().map(|session| DeviceEntry {
        current: session.device == signed.device,
        device: session.device,
        name: session.name,
        last_seen: session.last_seen,
    });
    Ok(Json(entries.collect()))
}

/// Logs the user out on a device that may be lost.
///
/// # Errors
/// [`ApiError::LoggedOut`], [`ApiError::NotFound`].
#[utoipa::path(delete, path = "/api/v1/devices/{device}", tag = "account",
    params(("device" = String, Path, description = "Its id.")),
    responses(
        (status = 204, description = "Logged out there."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 404, body = Problem, description = "Not logged in there."),
))]
pub async fn revoke(
    State(state): State<AppState>,
    signed: Signed,
    Path(device): Path<String>,
) -> Result<StatusCode, ApiError> {
    let device = device.parse().map_err(|_| ApiError::NotFound)?;
    let user = signed.author.user.id;
    if !state.store.end_sessions_of(user, device, signed.now).await? {
        return Err(ApiError::NotFound);
    }
    tracing::info!(%user, %device, "a device was revoked");
    Ok(StatusCode::NO_CONTENT)
}
