//! Receiving commands.

use super::Push;
use crate::account::Sender;
use crate::api::{ApiError, AppState, Input};
use ::sync::limits::{AFTER, COMMAND_BYTES, PUSH_BYTES, PUSH_COMMANDS};
use ::sync::server::Incoming;
use ::sync::wire::{Problem, PushRequest, PushResponse, Sent};
use axum::Json;
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderMap, header};

/// Most numbers that one push may give up as lost.
const LOST: usize = 10_000;
/// From so many commands on they are read off the threads that answer requests.
const MANY: usize = 32;

/// Takes commands. Each gets its own outcome; a repeat gets the first one again.
#[utoipa::path(post, path = "/api/v1/sync/push", tag = "sync",
    request_body(content = PushRequest, description = "How the device is, and its commands by rising number."),
    responses(
        (status = 200, body = PushResponse, description = "What became of each command. It is durable."),
        (status = 400, body = Problem, description = "The request cannot be read. Nothing was done."),
        (status = 401, body = Problem, description = "No open session. Nothing was done."),
        (status = 403, body = Problem, description = "The device id belongs to another account."),
        (status = 413, body = Problem, description = "More than 500 commands or 4 MiB."),
        (status = 503, body = Problem, description = "Busy. Nothing was done; come again after `Retry-After`."),
))]
pub async fn push(
    State(state): State<AppState>,
    Sender(signed): Sender,
    headers: HeaderMap,
    request: Request,
) -> Result<Json<PushResponse>, ApiError> {
    // Room for the body is made before it is read: a crowd is told to wait instead of filling the memory.
    let _room = state.writer.make_room(announced(&headers))?;
    let Input(request) = Input::<PushRequest>::from_request(request, &state).await?;
    check(&request.commands)?;
    if request.lost.len() > LOST {
        return Err(ApiError::TooLarge);
    }
    let device = request.device.id;
    let commands = read(request.commands).await?;
    let user = signed.author.user.id;
    // Either of the two it names: a new id for the same phone is no way around it.
    let revoked = signed.author.revoked || state.writer.directory().await.is_revoked(user, device);
    let push = Push {
        user,
        device: request.device,
        commands,
        lost: request.lost,
        received_at: signed.now,
        revoked,
        bearer: None,
    };
    let response = state.writer.push(push).await?;
    if device != signed.device && !revoked {
        // A phone that was told of a fork goes on under a new device id, and its session goes with it.
        state.store.move_session(&signed.session.token_hash, device).await?;
    }
    Ok(Json(response))
}

/// How large the body says it is; the most it may be if it does not say, as when it is compressed.
pub(super) fn announced(headers: &HeaderMap) -> usize {
    let packed = headers.contains_key(header::CONTENT_ENCODING);
    let length = headers.get(header::CONTENT_LENGTH).filter(|_| !packed);
    length.and_then(|value| value.to_str().ok()?.parse().ok()).unwrap_or(PUSH_BYTES).min(PUSH_BYTES)
}

/// Refuses what no push and no delivery may hold.
pub(super) fn check(commands: &[Sent]) -> Result<(), ApiError> {
    if commands.len() > PUSH_COMMANDS {
        return Err(ApiError::TooLarge);
    }
    if commands.iter().any(|sent| sent.seq == 0) {
        return Err(ApiError::Malformed("numbers begin at 1".to_owned()));
    }
    Ok(())
}

/// Reads commands, as far as they can be.
pub(super) async fn read(commands: Vec<Sent>) -> Result<Vec<Incoming>, ApiError> {
    if commands.len() < MANY {
        return Ok(commands.iter().map(incoming).collect());
    }
    tokio::task::spawn_blocking(move || commands.iter().map(incoming).collect()).await.map_err(ApiError::internal)
}

/// One command. What is larger than a command may be is kept unread, like what cannot be understood:
/// it is in nobody's way, and a manager sees it.
fn incoming(sent: &Sent) -> Incoming {
    let mut incoming = Incoming::read(sent);
    let unfit =
        incoming.raw.len() > COMMAND_BYTES || incoming.body.as_ref().is_some_and(|body| body.after.len() > AFTER);
    if unfit {
        incoming.body = None;
    }
    incoming
}
