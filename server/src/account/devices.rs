//! The devices of a user, and taking one out of use.

use super::Signed;
use crate::api::{ApiError, AppState};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use domain::id::UserId;
use domain::time::{DAY, Moment};
use std::collections::BTreeMap;
use store::{KnownDevice, RepairRow, RevokedDevice};
use sync::limits::REPAIRS_DAYS;
use sync::wire::{DeviceEntry, OfficeDevice, Problem, Repaired};

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

/// The devices of everybody in the regions that the user manages, the last heard of first, each with what it had
/// captured and never sent.
///
/// # Errors
/// [`ApiError::LoggedOut`], [`ApiError::Forbidden`] for who manages nobody.
#[utoipa::path(get, path = "/api/v1/office/devices", tag = "account", responses(
    (status = 200, body = Vec<OfficeDevice>),
    (status = 401, body = Problem, description = "No open session."),
    (status = 403, body = Problem, description = "Not a manager."),
))]
pub async fn of_the_office(State(state): State<AppState>, signed: Signed) -> Result<Json<Vec<OfficeDevice>>, ApiError> {
    signed.managers_only("only managers see the devices of others")?;
    let names: BTreeMap<UserId, String> = {
        let directory = state.writer.directory().await;
        let people = directory.people_of(&signed.scopes);
        people.into_iter().map(|user| (user.id, user.name.clone())).collect()
    };
    let users: Vec<UserId> = names.keys().copied().collect();
    let known = state.store.devices_of(&users, signed.now).await?;
    let newest = known.iter().fold(BTreeMap::<UserId, Moment>::new(), |mut newest, device| {
        let last = newest.entry(device.user).or_insert(device.last_seen);
        *last = device.last_seen.max(*last);
        newest
    });
    let repaired = state.store.repairs_of(&users, signed.now.plus(-REPAIRS_DAYS * DAY)).await?;
    let entries = known.into_iter().map(|device| OfficeDevice {
        repairs: repairs_of(&device, &repaired),
        user_name: names.get(&device.user).cloned().unwrap_or_default(),
        captured: device.next_seq.saturating_sub(1).max(device.last_seq),
        received: device.last_seq,
        replaced: newest.get(&device.user).is_some_and(|newest| *newest > device.last_seen),
        current: device.device == signed.device,
        device: device.device,
        user: device.user,
        number: device.number,
        name: device.name,
        last_seen: device.last_seen,
        unsent: device.unsent,
        refused: device.refused,
        photos_waiting: device.photos_waiting,
        persisted: device.persisted,
        clock_offset: device.clock_offset,
        logged_in: device.logged_in,
        revoked_at: device.revoked_at,
    });
    Ok(Json(entries.collect()))
}

/// What one of the devices has fetched again, and whether others had to fetch the same.
fn repairs_of(device: &KnownDevice, all: &[RepairRow]) -> Vec<Repaired> {
    let is_its = |row: &&RepairRow| row.device == device.device && row.user == device.user;
    let elsewhere = |scope| all.iter().filter(|row| row.scope == scope && row.device != device.device).count();
    let repaired = all.iter().filter(is_its).map(|row| Repaired {
        scope: row.scope,
        times: row.times,
        last: row.last,
        elsewhere: u32::try_from(elsewhere(row.scope)).unwrap_or(u32::MAX),
    });
    repaired.collect()
}

/// Takes a device that may be lost out of use: one's own, or one of somebody in a region that one manages. Its sessions
/// end, it is pulled to no more, what it still sends is kept for a manager, and it erases what it holds.
///
/// # Errors
/// [`ApiError::LoggedOut`], [`ApiError::NotFound`].
#[utoipa::path(delete, path = "/api/v1/devices/{device}", tag = "account",
    params(("device" = String, Path, description = "Its id.")),
    responses(
        (status = 204, description = "Taken out of use."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 404, body = Problem, description = "No such device, not for this session, or out of use before."),
))]
pub async fn revoke(
    State(state): State<AppState>,
    signed: Signed,
    Path(device): Path<String>,
) -> Result<StatusCode, ApiError> {
    let device = device.parse().map_err(|_| ApiError::NotFound)?;
    let by = signed.author.user.id;
    let mut users = state.store.users_of(device).await?;
    {
        let directory = state.writer.directory().await;
        let managed = if signed.author.user.role.manages() { directory.people_of(&signed.scopes) } else { Vec::new() };
        users.retain(|user| *user == by || managed.iter().any(|person| person.id == *user));
    }
    let mut any = false;
    for user in users {
        if state.store.revoke_device(&RevokedDevice { user, device, by, at: signed.now }).await? {
            state.writer.revoke(user, device).await;
            tracing::info!(%user, %device, %by, "a device was taken out of use");
            any = true;
        }
    }
    if any { Ok(StatusCode::NO_CONTENT) } else { Err(ApiError::NotFound) }
}
