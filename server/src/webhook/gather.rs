//! What there is to tell: each program is followed through the versions of the scopes that it is told of, like a phone that
//! pulls. What is put into the queue and how far was looked are one transaction, so nothing is lost and nothing told twice,
//! and no push ever waits for it.

use crate::api::{ApiError, AppState};
use domain::Scope;
use domain::id::DeviceId;
use domain::records::AnyRecord;
use domain::rules::granted::granted;
use domain::rules::webhook::{HookEvent, Occurrence, occurred};
use domain::time::Moment;
use serde::Serialize;
use std::collections::BTreeSet;
use store::{NewMessage, PageRequest, StoreError, WebhookRow};
use sync::wire::WireRecord;
use uuid::Uuid;

/// Where a page is cut, in bytes of the database.
const PAGE_BYTES: usize = 256 * 1024;

/// A message as it is sent: what happened, and to which record, which is then read with a token.
#[derive(Debug, Serialize)]
struct Told<'a> {
    event: HookEvent,
    id: Uuid,
    at: Moment,
    scope: Scope,
    /// The record as it was when this was written.
    record: &'a serde_json::value::RawValue,
}

/// What a program is told of now: what it was made for, of what its maker holds; nothing while they manage nothing.
pub(super) async fn scopes(state: &AppState, hook: &WebhookRow) -> Vec<Scope> {
    let directory = state.writer.directory().await;
    let manages = directory.user(hook.by).is_some_and(|user| user.active && user.role.manages());
    if !manages {
        return Vec::new();
    }
    granted(&directory.scopes(hook.by, state.clock.now()), &hook.scopes, directory.territories())
}

/// Puts into the queue what has happened since a program was last looked after.
pub(super) async fn gather(state: &AppState, hook: &WebhookRow) -> Result<(), ApiError> {
    let scopes = scopes(state, hook).await;
    let heights = state.writer.heights(&scopes);
    let mut request = PageRequest {
        // Nobody's: messages bring no receipts.
        device: DeviceId(Uuid::nil()),
        user: hook.by,
        scopes: scopes.iter().map(|scope| (*scope, hook.place.get(scope).copied().unwrap_or_default())).collect(),
        receipts: 0,
        bytes: PAGE_BYTES,
        digests: false,
    };
    if heights.iter().all(|(scope, height)| request.scopes.get(scope).is_none_or(|at| at >= height)) {
        return Ok(());
    }
    loop {
        let page = state.store.page(&request).await?;
        let records: Vec<WireRecord> = serde_json::from_str(&format!("[{}]", page.records)).map_err(damaged)?;
        let mut messages = Vec::new();
        for (record, occurrence) in news(state, hook, &records).await? {
            messages.push(told(record, occurrence)?);
        }
        // What was looked through in a scope that is not told of any more stays noted, should it come back.
        let mut place = hook.place.clone();
        place.extend(&page.cursor);
        state.store.queue_messages(hook.id, &place, &messages, state.clock.now()).await?;
        if !page.more {
            return Ok(());
        }
        request.scopes = page.cursor;
    }
}

/// What a program is to hear of among records that were written. What was here before somebody asked to be told is not told,
/// though its record be written again; what a phone brings later is, whatever its date.
async fn news<'a>(
    state: &AppState,
    hook: &WebhookRow,
    records: &'a [WireRecord],
) -> Result<Vec<(&'a WireRecord, Occurrence)>, ApiError> {
    let mut wanted = Vec::new();
    for record in records {
        let Some(kind) = record.known_kind() else { continue };
        let any = AnyRecord::parse(kind, record.body.get()).map_err(damaged)?;
        wanted.extend(occurred(&any).filter(|one| hook.events.contains(&one.event)).map(|one| (record, one)));
    }
    let subjects: Vec<Uuid> = wanted.iter().map(|(_, one)| one.subject).collect();
    let came: BTreeSet<(HookEvent, Uuid)> = match subjects.is_empty() {
        true => BTreeSet::new(),
        false => state.store.happened_after(hook.since.unwrap_or_default(), &subjects).await?,
    };
    // Of what came before it was counted, the date is all there is to go by.
    let dated = |one: &Occurrence| hook.since.is_none() && one.at >= hook.created_at;
    wanted.retain(|(_, one)| came.contains(&(one.event, one.subject)) || dated(one));
    Ok(wanted)
}

fn told(record: &WireRecord, Occurrence { event, subject, at }: Occurrence) -> Result<NewMessage, ApiError> {
    let told = Told { event, id: subject, at, scope: record.scope, record: &record.body };
    let body = serde_json::to_string(&told).map_err(ApiError::internal)?;
    Ok(NewMessage { event, subject, body })
}

fn damaged(error: serde_json::Error) -> StoreError {
    StoreError::damaged("record", error)
}
