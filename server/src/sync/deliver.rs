//! Receiving what somebody else's device has made, from whoever carries it (F101).
//!
//! The bearer needs a session and nothing more: not the author's areas, nor any tie to them. What counts is the device's
//! signature of each command, which binds its bytes, its number and all before it, and the author's rights as in a push.
//! A command without such a signature is left alone, and so is all behind it. It is not put into quarantine, because that
//! would take a number in the device's chain: a forger could make the honest phone go on under another id, and fill a
//! manager's desk. Nothing is lost by that, for the phone that made a true one still has it.
//!
//! What the bearer says of the device counts for nothing either: its clock is taken from what it signed.

use super::Push;
use super::push::{announced, check, read};
use crate::account::Signed;
use crate::api::{ApiError, AppState, Input};
use crate::evidence::is_signed_by;
use ::sync::proof::command_text;
use ::sync::server::{Incoming, clock_as_signed};
use ::sync::wire::{Became, Delivered, Delivery, DeviceReport, Outcome, Problem, Taken};
use axum::Json;
use axum::extract::{FromRequest, Request, State};
use axum::http::HeaderMap;
use domain::id::{DeviceId, UserId};
use store::DeviceKey;

/// Takes commands of another device, in the name of the one who made them. A repeat gets the first outcome again,
/// whichever way it came first. The bearer learns that they have arrived, and nothing of what is in them.
#[utoipa::path(post, path = "/api/v1/sync/deliver", tag = "sync",
    request_body(content = Delivery, description = "Commands of another device by rising number, each signed by it."),
    responses(
        (status = 200, body = Delivered, description = "What the server has of them now. It is durable."),
        (status = 400, body = Problem, description = "The request cannot be read. Nothing was done."),
        (status = 401, body = Problem, description = "No open session. Nothing was done."),
        (status = 403, body = Problem, description = "The bearer's own device was taken out of use."),
        (status = 404, body = Problem, description = "The server has never heard of that device. Nothing was done."),
        (status = 413, body = Problem, description = "More than 500 commands or 4 MiB."),
        (status = 503, body = Problem, description = "Busy. Nothing was done; come again after `Retry-After`."),
))]
pub async fn deliver(
    State(state): State<AppState>,
    signed: Signed,
    headers: HeaderMap,
    request: Request,
) -> Result<Json<Delivered>, ApiError> {
    let _room = state.writer.make_room(announced(&headers))?;
    let Input(delivery) = Input::<Delivery>::from_request(request, &state).await?;
    check(&delivery.commands)?;
    let device = delivery.device;
    // A device is known from its first push on, which every phone makes as soon as somebody has logged in on it.
    let known = state.store.devices(&[device]).await?.pop().ok_or(ApiError::NotFound)?;
    let keys = state.store.keys_of(device).await?;
    let (commands, unproven) = proven(device, keys, read(delivery.commands).await?).await?;
    let author = known.user;
    let (revoked, may_know) = {
        let directory = state.writer.directory().await;
        let bearer = &signed.author.user;
        let manages = bearer.role.manages() && directory.people_of(&signed.scopes).iter().any(|user| user.id == author);
        (directory.is_revoked(author, device), manages || bearer.id == author)
    };
    let bearer = signed.author.user.id;
    let push = Push {
        user: author,
        device: as_signed(device, &commands, known.clock_offset, &signed),
        commands,
        lost: Vec::new(),
        received_at: signed.now,
        revoked,
        bearer: Some(bearer),
    };
    let response = state.writer.push(push).await?;
    note(author, bearer, device, response.answers.len(), unproven);
    let taken = response.answers.into_iter().map(|answer| Taken {
        seq: answer.seq,
        became: Became::of(&answer.outcome),
        reason: match answer.outcome {
            Outcome::Refused { reason } if may_know => Some(reason),
            _ => None,
        },
    });
    Ok(Json(Delivered {
        taken: taken.collect(),
        expected: response.expected,
        fork: response.fork,
        unproven,
        server_time: response.server_time,
        epoch: response.epoch,
    }))
}

/// The commands up to the first that the device is not proven to have made, and its number.
async fn proven(
    device: DeviceId,
    keys: Vec<DeviceKey>,
    mut commands: Vec<Incoming>,
) -> Result<(Vec<Incoming>, Option<u64>), ApiError> {
    let checking = move || {
        let holds = |command: &Incoming| {
            let text = command_text(device, &command.prev.next(command.seq, &command.content));
            let signature = command.signature.as_deref();
            signature.is_some_and(|signature| keys.iter().any(|known| is_signed_by(&known.key, signature, &text)))
        };
        let end = commands.iter().position(|command| !holds(command));
        let unproven = end.map(|end| commands[end].seq);
        commands.truncate(end.unwrap_or(commands.len()));
        (commands, unproven)
    };
    tokio::task::spawn_blocking(checking).await.map_err(ApiError::internal)
}

/// What the device would say of itself, as far as its own commands tell, and what it last said.
fn as_signed(device: DeviceId, commands: &[Incoming], heard: i64, signed: &Signed) -> DeviceReport {
    DeviceReport {
        id: device,
        epoch: String::new(),
        next_seq: commands.last().map_or(1, |command| command.seq.saturating_add(1)),
        photos_waiting: 0,
        persisted: None,
        clock: clock_as_signed(commands, heard, signed.now),
        key: None,
        unsent: None,
        refused: 0,
    }
}

fn note(author: UserId, bearer: UserId, device: DeviceId, taken: usize, unproven: Option<u64>) {
    tracing::info!(%author, %bearer, %device, taken, "commands were carried in");
    if let Some(seq) = unproven {
        tracing::warn!(%author, %bearer, %device, seq, "a carried command is not signed by its device");
    }
}
