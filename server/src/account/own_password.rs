//! Another password in the place of one's own: asked for with the old one, slowed down like a login, and the end of every
//! other session. A password that a manager gave is changed here before anything else is served.

use super::log_in::kept;
use super::throttle::Throttle;
use super::{Caller, Entered};
use crate::api::{ApiError, AppState, Input};
use axum::Json;
use axum::extract::State;
use domain::limits::PASSWORD_BYTES;
use domain::rules::accounts::{AccountAct, password_flaw};
use store::{AccountNote, Credential, SessionRow};
use sync::wire::{PasswordChange, Problem, Session};

/// Change one's own password. Whoever is logged in on other devices is out, and keeps there what was not sent.
///
/// # Errors
/// [`ApiError::LoggedOut`], [`ApiError::WrongCredentials`] for the old one, [`ApiError::Malformed`] for the new one,
/// [`ApiError::Throttled`], [`ApiError::Conflict`] without a number.
#[utoipa::path(post, path = "/api/v1/session/password", tag = "account", request_body = PasswordChange, responses(
    (status = 200, body = Session, description = "Changed; every other session has ended."),
    (status = 400, body = Problem, description = "Not a password that can be taken."),
    (status = 401, body = Problem, description = "No open session, or not the old password."),
    (status = 409, body = Problem, description = "There is no number to log in with."),
    (status = 429, body = Problem, description = "Too many tries; again after `Retry-After` seconds."),
))]
pub async fn change(
    State(state): State<AppState>,
    caller: Caller,
    Entered(signed): Entered,
    Input(change): Input<PasswordChange>,
) -> Result<Json<Session>, ApiError> {
    let (store, now, user) = (state.store.as_ref(), signed.now, signed.author.user.id);
    // Until it is written nobody gives them another one.
    let _turn = state.accounts.changing.lock().await;
    let known = store.credentials_of(&[user]).await?.pop();
    let known = known.ok_or(ApiError::Conflict("there is no number to log in with"))?;
    if let Some(flaw) = password_flaw(&change.new, &change.old, &known.phone) {
        return Err(ApiError::Malformed(format!("not a password that can be taken: {flaw:?}")));
    }
    let throttle = Throttle::new(&known.phone, caller);
    throttle.check(store, now).await?;
    throttle.begin(store, now).await?;
    let readable = change.old.len() <= PASSWORD_BYTES;
    let passwords = &state.accounts.passwords;
    if !readable || !passwords.check(change.old, Some(known.password_hash.clone())).await? {
        throttle.failed(store, now).await?;
        state.metrics.count("logins_failed_total");
        return Err(ApiError::WrongCredentials);
    }
    throttle.succeeded(store).await?;
    let credential = Credential { password_hash: passwords.hash(change.new).await?, given: false, ..known };
    let note = AccountNote { user, by: user, at: now, act: AccountAct::OwnPassword };
    store.change_account(Some(&credential), &[note], Some(&signed.session.token_hash)).await?;
    tracing::info!(%user, "a password was changed by its owner");
    let session = SessionRow { password_due: false, ..signed.session };
    Ok(Json(kept(&state, signed.author.user, signed.scopes, &session)))
}
