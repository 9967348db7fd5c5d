//! The records of a kind that a session holds, a page at a time.

use crate::account::Signed;
use crate::api::AppState;
use domain::Scope;
use domain::id::DeviceId;
use domain::records::{AnyRecord, Record};
use std::collections::BTreeSet;
use std::sync::Arc;
use store::{PageRequest, Store, StoreError};
use sync::wire::WireRecord;
use uuid::Uuid;

/// Where a page is cut, in bytes of the database.
const PAGE_BYTES: usize = 256 * 1024;

/// See the module. What is written while pages are read comes once, as it was or as it is.
pub(super) struct Pages {
    store: Arc<dyn Store>,
    at: PageRequest,
    seen: BTreeSet<Uuid>,
    /// Whether there is another page.
    pub more: bool,
}

impl Pages {
    /// Of the scopes in which there can be any.
    pub fn of(state: &AppState, signed: &Signed, wanted: fn(Scope) -> bool) -> Self {
        let scopes = signed.scopes.iter().filter(|scope| wanted(**scope));
        let at = PageRequest {
            // Nobody's: a table brings no receipts.
            device: DeviceId(Uuid::nil()),
            user: signed.author.user.id,
            scopes: scopes.map(|scope| (*scope, 0)).collect(),
            receipts: 0,
            bytes: PAGE_BYTES,
            digests: false,
        };
        Self { store: Arc::clone(&state.store), at, seen: BTreeSet::new(), more: true }
    }

    /// The records of the next page; there may be none of the kind on it.
    pub async fn next<R: Record>(&mut self) -> Result<Vec<R>, StoreError> {
        let page = self.store.page(&self.at).await?;
        (self.at.scopes, self.more) = (page.cursor, page.more);
        let damaged = |error: serde_json::Error| StoreError::damaged(R::KIND.name(), error);
        let records: Vec<WireRecord> = serde_json::from_str(&format!("[{}]", page.records)).map_err(damaged)?;
        let mut found = Vec::new();
        for record in records.iter().filter(|record| record.known_kind() == Some(R::KIND)) {
            // One that changes while the pages are read stands on a later page again.
            if self.seen.insert(record.id) {
                found.extend(R::from_any(&AnyRecord::parse(R::KIND, record.body.get()).map_err(damaged)?).cloned());
            }
        }
        Ok(found)
    }
}
