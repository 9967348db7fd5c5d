//! Answering what has changed. The bodies of records go from the database to the socket as text.

use crate::account::Signed;
use crate::api::{ApiError, AppState, Input};
use ::sync::limits::{MIN_PAGE_BYTES, MIN_PROTOCOL, PAGE_BYTES, PAGE_HEADER, REPAIR_APART, REPAIRS_DAYS};
use ::sync::wire::{Cursor, Problem, PullRequest, PullResponse};
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;
use domain::Scope;
use domain::time::{DAY, Moment};
use std::fmt::Write;
use store::{Page, PageRequest, Repairs};

/// A page of what has changed in the scopes that the session's user holds now.
#[utoipa::path(post, path = "/api/v1/sync/pull", tag = "sync",
    params(("X-Lianying-Page" = Option<u64>, Header, description = "Where to cut the page, in bytes of record bodies: a poor line asks for less than is sent otherwise.")),
    request_body(content = PullRequest, description = "The device, and how far it has come in each scope."),
    responses(
        (status = 200, body = PullResponse, description = "Records, what left, scopes entered and left, photo receipts, the new cursor."),
        (status = 400, body = Problem, description = "The request cannot be read."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 403, body = Problem, description = "The device was taken out of use: it sends what it holds and erases the rest."),
        (status = 426, body = Problem, description = "The client's protocol is too old to be answered."),
))]
pub async fn pull(
    State(state): State<AppState>,
    signed: Signed,
    headers: HeaderMap,
    Input(request): Input<PullRequest>,
) -> Result<impl IntoResponse, ApiError> {
    let user = signed.author.user.id;
    // Nobody's rights change between looking them up and reading the rows.
    let directory = state.writer.directory().await;
    if directory.is_revoked(user, request.device) {
        return Err(ApiError::Revoked);
    }
    let now = state.clock.now();
    let differing = request.check.as_ref().map(|check| check.scopes.as_slice()).unwrap_or_default();
    if let Some(first) = differing.first() {
        let (device, scopes) = (request.device, differing.len());
        tracing::warn!(%user, %device, scopes, %first, "what a phone held was not what it should, and is fetched again");
        state.metrics.count("repairs_total");
    }
    let held = directory.scopes(user, now);
    let repaired: Vec<Scope> = held.iter().filter(|scope| differing.contains(scope)).copied().collect();
    let at = |scope: &Scope| request.cursor.scopes.get(scope).copied();
    let wanted = PageRequest {
        device: request.device,
        user,
        scopes: held.iter().map(|scope| (*scope, at(scope).unwrap_or_default())).collect(),
        receipts: request.cursor.receipts,
        bytes: wanted_bytes(&headers),
        digests: request.check.is_some(),
    };
    let page = state.store.page(&wanted).await?;
    drop(directory);
    // After the directory was given back: this waits for the writer, which may be waiting for the directory.
    note(&state, &signed, repaired).await;
    let enter = held.iter().filter(|scope| at(scope).is_none()).copied().collect();
    let leave = request.cursor.scopes.keys().filter(|scope| !held.contains(scope)).copied().collect();
    let nonce = state.writer.seal().nonce(now);
    let frame = Frame { enter, leave, now, epoch: state.writer.epoch(), build: &state.site.build(), nonce: &nonce };
    Ok(([(header::CONTENT_TYPE, "application/json")], frame.around(page)))
}

/// Keeps what the phone fetches again, for its manager. It is of the session's device, as the list of devices is.
async fn note(state: &AppState, signed: &Signed, scopes: Vec<Scope>) {
    if scopes.is_empty() {
        return;
    }
    let at = signed.now;
    let repairs = Repairs {
        user: signed.author.user.id,
        device: signed.device,
        scopes,
        at,
        apart: at.plus(-REPAIR_APART),
        since: at.plus(-REPAIRS_DAYS * DAY),
    };
    if let Err(error) = state.store.note_repairs(&repairs).await {
        // A phone that repairs itself must not have to wait for somebody to be told.
        tracing::error!(%error, "that a phone repaired itself was not kept");
    }
}

/// Where the phone wants its page to be cut. Whoever says nothing that can be read gets it as large as it may be.
fn wanted_bytes(headers: &HeaderMap) -> usize {
    let wanted = headers.get(PAGE_HEADER).and_then(|value| value.to_str().ok()?.parse().ok());
    wanted.unwrap_or(PAGE_BYTES).clamp(MIN_PAGE_BYTES, PAGE_BYTES)
}

/// What stands around the records of a page.
struct Frame<'a> {
    enter: Vec<Scope>,
    leave: Vec<Scope>,
    now: Moment,
    epoch: &'a str,
    build: &'a str,
    nonce: &'a str,
}

impl Frame<'_> {
    /// The text of a `PullResponse`.
    fn around(&self, page: Page) -> String {
        let cursor = Cursor { scopes: page.cursor, receipts: page.receipts_cursor };
        let mut text = String::with_capacity(page.records.len() + 1024);
        // Writing to a string cannot fail.
        let _ = write!(text, r#"{{"records":[{}],"removed":{}"#, page.records, json(&page.removed));
        let _ = write!(text, r#","enter":{},"leave":{}"#, json(&self.enter), json(&self.leave));
        let _ = write!(text, r#","receipts":{},"cursor":{}"#, json(&page.receipts), json(&cursor));
        let _ = write!(text, r#","more":{},"remaining":{}"#, page.more, page.remaining);
        let _ = write!(text, r#","acknowledged":{},"server_time":{}"#, page.acknowledged, self.now.0);
        let _ = write!(text, r#","epoch":{},"min_protocol":{MIN_PROTOCOL}"#, json(self.epoch));
        let _ = write!(text, r#","build":{},"nonce":{}"#, json(self.build), json(self.nonce));
        if let Some(digests) = &page.digests {
            let _ = write!(text, r#","digests":{}"#, json(digests));
        }
        text.push('}');
        text
    }
}

fn json<T: serde::Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("texts, numbers and maps with text keys can be written as JSON")
}

#[cfg(test)]
mod tests {
    use super::Frame;
    use ::sync::digest::Digest;
    use ::sync::wire::{Gone, PullResponse};
    use domain::Scope;
    use domain::time::Moment;
    use std::collections::BTreeMap;
    use store::Page;
    use uuid::Uuid;

    #[test]
    fn what_is_written_by_hand_reads_as_the_type_that_the_phone_reads() {
        let id = Uuid::from_u128(7);
        let page = Page {
            records: format!(r#"{{"kind":"outlet","id":"{id}","scope":"company","version":3,"body":{{"a":"\"}}"}}}}"#),
            removed: vec![Gone { kind: "task".to_owned(), id, scope: Scope::Company, version: 4 }],
            cursor: BTreeMap::from([(Scope::Company, 4)]),
            receipts: vec!["ab".to_owned()],
            receipts_cursor: 9,
            more: true,
            remaining: 12,
            acknowledged: 5,
            digests: Some(BTreeMap::from([(Scope::Company, Digest(7))])),
        };
        let (enter, leave) = (vec![Scope::Company], Vec::new());
        let frame = Frame { enter, leave, now: Moment(1), epoch: "e\"1", build: "b", nonce: "n" };
        let read: PullResponse = serde_json::from_str(&frame.around(page)).unwrap();
        assert_eq!(read.records[0].body.get(), r#"{"a":"\"}"}"#);
        assert_eq!((read.nonce.as_str(), read.digests.unwrap()[&Scope::Company]), ("n", Digest(7)));
        assert_eq!((read.removed[0].version, read.cursor.receipts, read.epoch.as_str()), (4, 9, "e\"1"));
        assert!(read.more && read.enter == [Scope::Company] && read.remaining == 12 && read.acknowledged == 5);
    }
}
