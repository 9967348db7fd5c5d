//! Making, listing and removing programs that are told, by managers and for what they hold themselves; sending a message
//! again, and enabling one that was given up.

use super::target::may_be_sent_to;
use crate::account::{Signed, new_token};
use crate::api::{ApiError, AppState, Input};
use crate::clock::random;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use domain::id::{UserId, WebhookId};
use domain::limits::WEBHOOKS;
use domain::rules::granted::may_grant;
use domain::rules::webhook::is_target;
use reqwest::Url;
use std::collections::BTreeMap;
use store::{MessageRow, WebhookRow};
use sync::wire::{MadeWebhook, MessageEntry, NewWebhook, Problem, WebhookEntry};

/// Messages that are shown of each.
const MESSAGES: u32 = 10;

/// The programs that are told, one's own and of others who look after the same, each with its last messages.
#[utoipa::path(get, path = "/api/v1/webhooks", tag = "webhooks", responses(
    (status = 200, body = Vec<WebhookEntry>),
    (status = 401, body = Problem, description = "No open session."),
    (status = 403, body = Problem, description = "Not a manager."),
))]
pub(super) async fn list(State(state): State<AppState>, signed: Signed) -> Result<Json<Vec<WebhookEntry>>, ApiError> {
    signed.managers_only("this is for managers")?;
    let (hooks, names) = visible(&state, &signed).await?;
    let mut entries = Vec::with_capacity(hooks.len());
    for hook in hooks {
        let messages = state.store.messages_to(hook.id, MESSAGES).await?;
        entries.push(WebhookEntry {
            by: names.get(&hook.by).cloned().unwrap_or_default(),
            id: hook.id,
            url: hook.url,
            events: hook.events,
            scopes: hook.scopes,
            created_at: hook.created_at,
            failing_since: hook.failing_since,
            disabled_at: hook.disabled_at,
            messages: messages.into_iter().map(message).collect(),
        });
    }
    Ok(Json(entries))
}

fn message(row: MessageRow) -> MessageEntry {
    let MessageRow { n, event, at, tries, next_at, status, delivered_at, .. } = row;
    MessageEntry { n, event, at, tries, next_at, status, delivered_at }
}

/// Have a program told of what happens from now on. The secret that its messages are signed with is in the answer and
/// nowhere else: `x-lianying-signature: t=<milliseconds>,v1=<hex>` is HMAC-SHA256 over the time, a dot and the body. What is
/// not answered with 2xx in ten seconds is sent again after 1 and 5 and 30 minutes, 2 and then every 12 hours; after five
/// days in which nothing got through nobody is told any more. A message may come twice: its `event` and `id` say what it is.
#[utoipa::path(post, path = "/api/v1/webhooks", tag = "webhooks", request_body = NewWebhook, responses(
    (status = 200, body = MadeWebhook),
    (status = 400, body = Problem, description = "Not an address outside, or told of nothing."),
    (status = 401, body = Problem, description = "No open session."),
    (status = 403, body = Problem, description = "Not a manager, or not what they hold."),
    (status = 409, body = Problem, description = "They have too many already."),
))]
pub(super) async fn make(
    State(state): State<AppState>,
    signed: Signed,
    Input(new): Input<NewWebhook>,
) -> Result<Json<MadeWebhook>, ApiError> {
    signed.managers_only("this is for managers")?;
    let url = Some(new.url.trim()).filter(|url| is_target(url)).and_then(|url| Url::parse(url).ok());
    let url = url.filter(|url| may_be_sent_to(url, state.sender.inside));
    let url = url.ok_or_else(|| ApiError::Malformed("not an address outside".to_owned()))?;
    if new.events.is_empty() {
        return Err(ApiError::Malformed("told of nothing".to_owned()));
    }
    if !may_grant(&signed.scopes, &new.scopes) {
        return Err(ApiError::Forbidden("not what this session holds"));
    }
    let by = signed.author.user.id;
    let hooks = state.store.webhooks().await?;
    if hooks.iter().filter(|hook| hook.by == by).count() >= WEBHOOKS {
        return Err(ApiError::Conflict("there are too many already"));
    }
    let (mut events, mut scopes) = (new.events, new.scopes);
    events.sort_unstable();
    events.dedup();
    scopes.sort_unstable();
    scopes.dedup();
    let secret = new_token().map_err(ApiError::internal)?;
    let id = WebhookId::new(signed.now.0.unsigned_abs(), random().map_err(ApiError::internal)?);
    let mut hook = WebhookRow {
        id,
        url: url.to_string(),
        events,
        scopes,
        secret: secret.clone(),
        by,
        created_at: signed.now,
        since: None,
        place: BTreeMap::new(),
        failing_since: None,
        disabled_at: None,
    };
    // Told of what happens from now on: what there is already is not looked through.
    hook.place = state.writer.heights(&super::gather::scopes(&state, &hook).await);
    state.store.put_webhook(&hook).await?;
    tracing::info!(webhook = %id, %by, "another program is told from now on");
    Ok(Json(MadeWebhook { id, secret }))
}

/// Tell a program nothing any more.
#[utoipa::path(delete, path = "/api/v1/webhooks/{webhook}", tag = "webhooks",
    params(("webhook" = String, Path, description = "Its id.")),
    responses(
        (status = 204, description = "Removed."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 403, body = Problem, description = "Not a manager."),
        (status = 404, body = Problem, description = "No such program, or not for this session."),
))]
pub(super) async fn remove(
    State(state): State<AppState>,
    signed: Signed,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    let id = known(&state, &signed, &id).await?;
    if !state.store.remove_webhook(id, signed.now).await? {
        return Err(ApiError::NotFound);
    }
    tracing::info!(webhook = %id, by = %signed.author.user.id, "another program is told nothing any more");
    Ok(StatusCode::NO_CONTENT)
}

/// Tell a program again that was given up. What waits is sent at once.
#[utoipa::path(post, path = "/api/v1/webhooks/{webhook}/enable", tag = "webhooks",
    params(("webhook" = String, Path, description = "Its id.")),
    responses(
        (status = 204, description = "Enabled."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 403, body = Problem, description = "Not a manager."),
        (status = 404, body = Problem, description = "No such program, or not for this session."),
))]
pub(super) async fn enable(
    State(state): State<AppState>,
    signed: Signed,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    let id = known(&state, &signed, &id).await?;
    state.store.enable_webhook(id, signed.now).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Send a message again, whatever became of it.
#[utoipa::path(post, path = "/api/v1/webhooks/{webhook}/messages/{n}/resend", tag = "webhooks",
    params(
        ("webhook" = String, Path, description = "Its id."),
        ("n" = u64, Path, description = "The number of the message."),
    ),
    responses(
        (status = 204, description = "It is sent in the next seconds."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 403, body = Problem, description = "Not a manager."),
        (status = 404, body = Problem, description = "No such message, or not for this session."),
))]
pub(super) async fn resend(
    State(state): State<AppState>,
    signed: Signed,
    Path((id, n)): Path<(String, String)>,
) -> Result<StatusCode, ApiError> {
    let id = known(&state, &signed, &id).await?;
    let n = n.parse().map_err(|_| ApiError::NotFound)?;
    if state.store.resend_message(id, n, signed.now).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(ApiError::NotFound)
    }
}

/// One that the session sees.
async fn known(state: &AppState, signed: &Signed, id: &str) -> Result<WebhookId, ApiError> {
    signed.managers_only("this is for managers")?;
    let id: WebhookId = id.parse().map_err(|_| ApiError::NotFound)?;
    let (hooks, _) = visible(state, signed).await?;
    hooks.iter().find(|hook| hook.id == id).map(|hook| hook.id).ok_or(ApiError::NotFound)
}

/// Those that a session sees: its user's own, and those of people of its offices that are told nothing it does not hold.
async fn visible(state: &AppState, signed: &Signed) -> Result<(Vec<WebhookRow>, BTreeMap<UserId, String>), ApiError> {
    let names = signed.names(state).await;
    let own = signed.author.user.id;
    let mut hooks = state.store.webhooks().await?;
    hooks.retain(|hook| hook.by == own || (names.contains_key(&hook.by) && signed.holds(&hook.scopes)));
    Ok((hooks, names))
}
