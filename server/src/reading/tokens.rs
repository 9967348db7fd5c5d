//! Making, listing and revoking tokens, by managers and for what they hold themselves.

use crate::account::{Signed, new_token, token_hash};
use crate::api::{ApiError, AppState, Input};
use crate::clock::random;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use domain::id::{TokenId, UserId};
use domain::limits::{TOKEN_NAME_CHARS, TOKENS};
use domain::rules::granted::may_grant;
use std::collections::BTreeMap;
use store::ApiToken;
use sync::wire::{MadeToken, NewToken, Problem, TokenEntry};

/// What a token begins with, so that whoever finds one in a file knows what it is.
const PREFIX: &str = "lianying_";

/// The tokens of one's own and of others who look after the same, the newest first, revoked ones too.
#[utoipa::path(get, path = "/api/v1/tokens", tag = "reading", responses(
    (status = 200, body = Vec<TokenEntry>),
    (status = 401, body = Problem, description = "No open session."),
    (status = 403, body = Problem, description = "Not a manager."),
))]
pub(super) async fn list(State(state): State<AppState>, signed: Signed) -> Result<Json<Vec<TokenEntry>>, ApiError> {
    signed.managers_only("tokens are for managers")?;
    let (found, names) = visible(&state, &signed).await?;
    let entry = |token: ApiToken| TokenEntry {
        id: token.id,
        name: token.name,
        by: names.get(&token.by).cloned().unwrap_or_default(),
        scopes: token.scopes,
        created_at: token.created_at,
        last_used: token.last_used,
        revoked_at: token.revoked_at,
    };
    Ok(Json(found.into_iter().map(entry).collect()))
}

/// Make a token. It is in the answer and nowhere else.
#[utoipa::path(post, path = "/api/v1/tokens", tag = "reading", request_body = NewToken, responses(
    (status = 200, body = MadeToken),
    (status = 400, body = Problem, description = "No name."),
    (status = 401, body = Problem, description = "No open session."),
    (status = 403, body = Problem, description = "Not a manager, or not what they hold."),
    (status = 409, body = Problem, description = "They have too many already."),
))]
pub(super) async fn make(
    State(state): State<AppState>,
    signed: Signed,
    Input(new): Input<NewToken>,
) -> Result<Json<MadeToken>, ApiError> {
    signed.managers_only("tokens are for managers")?;
    let name: String = new.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if !(1..=TOKEN_NAME_CHARS).contains(&name.chars().count()) || name.contains(char::is_control) {
        return Err(ApiError::Malformed("not a name".to_owned()));
    }
    if !may_grant(&signed.scopes, &new.scopes) {
        return Err(ApiError::Forbidden("not what this session holds"));
    }
    let by = signed.author.user.id;
    let open = state.store.tokens_of(&[by]).await?.iter().filter(|token| token.revoked_at.is_none()).count();
    if open >= TOKENS {
        return Err(ApiError::Conflict("there are too many tokens already"));
    }
    let token = format!("{PREFIX}{}", new_token().map_err(ApiError::internal)?);
    let id = TokenId::new(signed.now.0.unsigned_abs(), random().map_err(ApiError::internal)?);
    let mut scopes = new.scopes;
    scopes.sort_unstable();
    scopes.dedup();
    let row = ApiToken {
        id,
        token_hash: token_hash(&token),
        name,
        by,
        scopes,
        created_at: signed.now,
        last_used: None,
        revoked_at: None,
    };
    state.store.put_token(&row).await?;
    tracing::info!(token = %id, %by, "a token was made");
    Ok(Json(MadeToken { id, token }))
}

/// Revoke a token. Whoever reads with it is turned away from the next request on.
#[utoipa::path(delete, path = "/api/v1/tokens/{token}", tag = "reading",
    params(("token" = String, Path, description = "Its id.")),
    responses(
        (status = 204, description = "Revoked."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 403, body = Problem, description = "Not a manager."),
        (status = 404, body = Problem, description = "No such token, not for this session, or revoked before."),
))]
pub(super) async fn revoke(
    State(state): State<AppState>,
    signed: Signed,
    Path(token): Path<String>,
) -> Result<StatusCode, ApiError> {
    signed.managers_only("tokens are for managers")?;
    let id: TokenId = token.parse().map_err(|_| ApiError::NotFound)?;
    let (found, _) = visible(&state, &signed).await?;
    if !found.iter().any(|token| token.id == id) || !state.store.revoke_token(id, signed.now).await? {
        return Err(ApiError::NotFound);
    }
    tracing::info!(token = %id, by = %signed.author.user.id, "a token was revoked");
    Ok(StatusCode::NO_CONTENT)
}

/// The tokens that a session sees: its user's own, and those of people of its offices that read nothing it does not hold.
async fn visible(state: &AppState, signed: &Signed) -> Result<(Vec<ApiToken>, BTreeMap<UserId, String>), ApiError> {
    let names = signed.names(state).await;
    let makers: Vec<UserId> = names.keys().copied().collect();
    let mut found = state.store.tokens_of(&makers).await?;
    found.retain(|token| token.by == signed.author.user.id || signed.holds(&token.scopes));
    Ok((found, names))
}
