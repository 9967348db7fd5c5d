//! Answering a pull: a page of what has changed in the scopes that the user holds now.

use super::tables::{Change, Tables};
use crate::plant::Plant;
use crate::region::OFFSET;
use domain::Scope;
use domain::id::UserId;
use domain::rules::reach::Strictness;
use domain::time::Moment;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use sync::digest::Digest;
use sync::wire::{PullRequest, PullResponse, WireRecord};

/// The scopes that a user holds now.
pub fn held(tables: &Tables, user: UserId, now: Moment) -> Vec<Scope> {
    tables.author(user).map(|author| author.scopes(now, OFFSET, Strictness::Exact)).unwrap_or_default()
}

pub fn page(
    tables: &Tables,
    user: UserId,
    request: &PullRequest,
    size: usize,
    now: Moment,
    min_protocol: u32,
    plant: Option<Plant>,
) -> PullResponse {
    let mut held = held(tables, user, now);
    if plant == Some(Plant::BelievesTheCursor) && !request.cursor.scopes.is_empty() {
        held = request.cursor.scopes.keys().copied().collect();
    }
    let at = |scope: &Scope| request.cursor.scopes.get(scope).copied();
    let mut page = PullResponse {
        records: Vec::new(),
        removed: Vec::new(),
        enter: held.iter().filter(|scope| at(scope).is_none()).copied().collect(),
        leave: request.cursor.scopes.keys().filter(|scope| !held.contains(scope)).copied().collect(),
        receipts: Vec::new(),
        cursor: sync::wire::Cursor { receipts: request.cursor.receipts, ..Default::default() },
        more: false,
        remaining: 0,
        acknowledged: 0,
        server_time: now,
        epoch: format!("epoch-{}", tables.epoch),
        min_protocol,
        build: String::new(),
        nonce: String::new(),
        digests: None,
    };
    if tables.owners.get(&request.device) == Some(&user) {
        page.acknowledged = tables.chains.get(&request.device).map_or(0, |chain| chain.last_seq);
        let receipts = tables.receipts.get(&request.device).map_or(&[][..], Vec::as_slice);
        let new = receipts.iter().skip(request.cursor.receipts as usize).take(2).cloned();
        page.receipts.extend(new);
        page.cursor.receipts += page.receipts.len() as u64;
        page.more = (page.cursor.receipts as usize) < receipts.len();
    }
    for scope in held {
        let mut reached = at(&scope).unwrap_or_default();
        for (version, change) in tables.rows_after(scope, reached) {
            if page.records.len() + page.removed.len() >= size {
                page.more = true;
                page.remaining += 1;
                continue;
            }
            reached = version;
            match change {
                Change::Record(row) => page.records.push(WireRecord {
                    kind: row.record.key().kind.name().to_owned(),
                    id: row.record.key().id,
                    scope,
                    version,
                    body: RawValue::from_string(row.record.body()).expect("a body is JSON"),
                }),
                Change::Gone(gone) => page.removed.push(gone),
            }
        }
        if plant == Some(Plant::CursorTooFar) {
            reached = tables.counters.get(&scope).copied().unwrap_or_default();
        }
        page.cursor.scopes.insert(scope, reached);
    }
    if request.check.is_some() && !page.more {
        let digest = |scope: &Scope| tables.digests.get(scope).copied();
        let mut digests: BTreeMap<Scope, Digest> =
            page.cursor.scopes.keys().filter_map(|scope| Some((*scope, digest(scope)?))).collect();
        if matches!(plant, Some(Plant::WrongDigests | Plant::RepairsForEver)) {
            digests.values_mut().for_each(|Digest(digest)| *digest ^= 1);
        }
        page.digests = Some(digests);
    }
    page
}
