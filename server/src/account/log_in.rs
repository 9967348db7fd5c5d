//! Checking a phone number and a password, and opening a session for a device.

use super::throttle::Throttle;
use super::{Caller, token};
use crate::api::{ApiError, AppState};
use domain::Scope;
use domain::limits::PASSWORD_BYTES;
use domain::records::User;
use store::SessionRow;
use sync::wire::{Login, Session};

/// Longest phone number, in digits: E.164 has fifteen.
const PHONE_DIGITS: usize = 15;
/// Longest name of a device, in characters.
const NAME_CHARS: usize = 80;

/// Opens a session. Gives the token for the cookie and what the device keeps.
pub async fn log_in(state: &AppState, login: Login, caller: Caller) -> Result<(String, Session), ApiError> {
    let store = state.store.as_ref();
    let now = state.clock.now();
    let readable = (1..=PHONE_DIGITS).contains(&login.phone.len())
        && login.phone.bytes().all(|byte| byte.is_ascii_digit())
        && login.password.len() <= PASSWORD_BYTES;
    if !readable {
        return Err(ApiError::WrongCredentials);
    }
    let throttle = Throttle::new(&login.phone, caller);
    throttle.check(store, now).await?;
    throttle.begin(store, now).await?;

    let credential = store.credential(&login.phone).await?;
    let hash = credential.as_ref().map(|credential| credential.password_hash.clone());
    let right = state.accounts.passwords.check(login.password, hash).await?;
    let Some(credential) = credential.filter(|_| right) else {
        throttle.failed(store, now).await?;
        state.metrics.count("logins_failed_total");
        return Err(ApiError::WrongCredentials);
    };
    throttle.succeeded(store).await?;
    let directory = state.writer.directory().await;
    let user = directory.user(credential.user).filter(|user| user.active).cloned();
    let user = user.ok_or(ApiError::Forbidden("this account is disabled"))?;
    if directory.is_revoked(user.id, login.device) {
        return Err(ApiError::Revoked);
    }
    let scopes = directory.scopes(user.id, now);
    drop(directory);

    let token = token::new_token().map_err(ApiError::internal)?;
    let row = SessionRow {
        token_hash: token::token_hash(&token),
        user: credential.user,
        device: login.device,
        name: login.device_name.chars().filter(|char| !char.is_control()).take(NAME_CHARS).collect(),
        created_at: now,
        expires_at: now.plus(state.accounts.session_millis),
        last_seen: now,
        revoked_at: None,
        password_due: credential.given,
    };
    store.open_session(&row).await?;
    state.metrics.count("logins_total");
    tracing::info!(user = %credential.user, device = %login.device, "logged in");
    Ok((token, kept(state, user, scopes, &row)))
}

/// What the device keeps of a session.
pub fn kept(state: &AppState, user: User, scopes: Vec<Scope>, row: &SessionRow) -> Session {
    Session {
        user,
        device: row.device,
        scopes,
        offset: state.offset,
        expires_at: row.expires_at,
        server_time: state.clock.now(),
        keep_days: Some(state.accounts.keep_days),
        password_due: row.password_due,
    }
}
