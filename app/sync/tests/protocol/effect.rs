//! What an answer does to the phone that gets it, in a form that can be kept: the states of its commands, the rows it
//! stores, how far it has come. Recorded with the traffic of each protocol, and computed anew from it ever after.

use domain::id::CommandId;
use serde_json::{Value, json};
use sync::body::Head;
use sync::client::{OutboxRow, RowState, absorb_pull, absorb_push};
use sync::wire::{PullRequest, PullResponse, PushRequest, PushResponse, Sent, Session};
use uuid::Uuid;

/// Of a good answer to a request; none for requests after which a phone only shows something.
pub fn effect(path: &str, request: &str, answer: &str) -> Option<Value> {
    match path {
        "/api/v1/sync/push" => Some(of_push(&read(request), &read(answer))),
        "/api/v1/sync/pull" => Some(of_pull(&read(request), &read(answer))),
        "/api/v1/session" => Some(json!(read::<Session>(answer))),
        _ => None,
    }
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

fn of_push(request: &PushRequest, response: &PushResponse) -> Value {
    let device = request.device.id;
    let rows: Vec<OutboxRow> = request.commands.iter().map(|sent| row(request, sent)).collect();
    let effect = absorb_push(&rows, device, &request.device.epoch, response);
    json!({ "states": effect.states, "fork": effect.fork, "expected": effect.expected })
}

fn row(request: &PushRequest, sent: &Sent) -> OutboxRow {
    let raw = sent.body.get().to_owned();
    // What cannot be read has an id on its phone all the same, and the answer names none.
    let id = serde_json::from_str::<Head>(&raw).map_or(CommandId(Uuid::nil()), |head| head.id);
    OutboxRow {
        device: request.device.id,
        seq: sent.seq,
        prev: sent.prev.clone(),
        link: sent.prev.next(sent.seq, &sync::ContentHash::of(raw.as_bytes())),
        id,
        raw,
        signature: sent.signature.clone(),
        made_at: request.device.clock,
        state: RowState::Waiting,
    }
}

fn of_pull(request: &PullRequest, response: &PullResponse) -> Value {
    let effect = absorb_pull(&[], request.device, &response.epoch, response);
    let stored = response.records.iter().map(|record| {
        let known = record.known_kind().map(|kind| domain::AnyRecord::parse(kind, record.body.get()));
        let readable = known.is_some_and(|read| read.is_ok());
        json!([record.kind, record.id, record.scope, record.version, readable])
    });
    json!({
        "stored": stored.collect::<Vec<_>>(),
        "removed": response.removed,
        "dropped": effect.drop,
        "cursor": effect.cursor,
        "restart": effect.restart,
        "freed": response.receipts,
        "more": response.more,
        "remaining": response.remaining,
        "acknowledged": response.acknowledged,
    })
}
