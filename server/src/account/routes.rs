//! The account part of the API.

use super::log_in::{kept, log_in};
use super::{Caller, Entered, devices, own_password, people, token};
use crate::api::{ApiError, AppState, Input};
use axum::Json;
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{delete, get, patch, post};
use sync::wire::{LoggedIn, Login, Problem, Session};
use utoipa::OpenApi;

/// Largest login, in bytes.
const LOGIN_BYTES: usize = 4 * 1024;

/// The routes.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/session", post(begin).get(current).delete(end))
        .route("/session/password", post(own_password::change))
        .route("/devices", get(devices::list))
        .route("/office/devices", get(devices::of_the_office))
        .route("/devices/{device}", delete(devices::revoke))
        .route("/office/people", get(people::list).post(people::add))
        .route("/office/people/{user}", patch(people::change))
        .route("/office/people/{user}/password", post(people::new_password_of))
        .layer(DefaultBodyLimit::max(LOGIN_BYTES))
}

/// The description of the routes.
#[derive(OpenApi)]
#[openapi(paths(
    begin,
    current,
    end,
    own_password::change,
    devices::list,
    devices::of_the_office,
    devices::revoke,
    people::list,
    people::add,
    people::change,
    people::new_password_of
))]
pub struct Docs;

pub fn docs() -> utoipa::openapi::OpenApi {
    Docs::openapi()
}

/// Log in. The session travels in an HttpOnly cookie; a device has one, and a new one takes its place.
#[utoipa::path(post, path = "/api/v1/session", tag = "account", request_body = Login, responses(
    (status = 200, body = LoggedIn, description = "Logged in; the cookie is set."),
    (status = 401, body = Problem, description = "Wrong phone number or password."),
    (status = 403, body = Problem, description = "The account is disabled."),
    (status = 429, body = Problem, description = "Too many tries; again after `Retry-After` seconds."),
))]
async fn begin(
    State(state): State<AppState>,
    caller: Caller,
    headers: HeaderMap,
    Input(login): Input<Login>,
) -> Result<impl IntoResponse, ApiError> {
    let (token, session) = log_in(&state, login, caller).await?;
    let cookie = token::set_cookie(Some(&token), &headers, state.accounts.secure_cookies);
    let recovery = Some(state.writer.seal().recovery(session.user.id));
    Ok(([(header::SET_COOKIE, cookie)], Json(LoggedIn { session, recovery })))
}

/// The session behind the cookie.
#[utoipa::path(get, path = "/api/v1/session", tag = "account", responses(
    (status = 200, body = Session),
    (status = 401, body = Problem, description = "No open session."),
))]
async fn current(State(state): State<AppState>, Entered(signed): Entered) -> Json<Session> {
    Json(kept(&state, signed.author.user, signed.scopes, &signed.session))
}

/// Log out. There need not be a session.
#[utoipa::path(delete, path = "/api/v1/session", tag = "account", responses(
    (status = 204, description = "Logged out; the cookie is gone."),
))]
async fn end(State(state): State<AppState>, headers: HeaderMap) -> Result<impl IntoResponse, ApiError> {
    if let Some(token_hash) = token::carried(&headers) {
        state.store.end_session(&token_hash, state.clock.now()).await?;
    }
    let cookie = token::set_cookie(None, &headers, state.accounts.secure_cookies);
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie)]))
}
