//! Whether the base is still what the server has: its rows are folded and compared now and then, and what differs is
//! fetched again (P25). The base is read in many small transactions, so that no tap has to wait for it.

use super::Standpoint;
use crate::account::{Account, json};
use crate::clock;
use crate::error::StorageError;
use crate::store::row::RecordRow;
use crate::store::schema::{BASE, STATUS};
use crate::store::{Durability, Transaction};
use domain::Scope;
use gloo_timers::future::TimeoutFuture;
use std::collections::BTreeMap;
use sync::client::{Check, Repair};
use sync::digest::Digest;
use sync::wire::{Differing, PullResponse};
use wasm_bindgen::JsValue;
use web_sys::IdbKeyRange;

/// How long a page has to be open before it compares, in milliseconds: a start is for whoever opened it.
const QUIET_AFTER: i64 = 20_000;
/// Rows in one transaction.
const AT_ONCE: u32 = 200;
const CHECK: &str = "check";

/// What a comparison has led to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Compared {
    /// Something is to be fetched again.
    pub(crate) again: bool,
    /// Rows have gone from the base.
    pub(crate) dropped: bool,
}

impl Account {
    /// What a pull asks for if a comparison is due and nobody has just opened the page.
    pub(crate) async fn check_due(&self) -> Result<Option<Differing>, StorageError> {
        if clock::mono() < QUIET_AFTER {
            return Ok(None);
        }
        let check = self.database.read(&[STATUS], async |transaction| read(transaction).await).await?;
        Ok(check.is_due(self.now()).then(|| check.request()))
    }

    /// Compares the base with the digests of a last page that was just taken in.
    pub(crate) async fn compare(&self, page: &PullResponse) -> Result<Compared, StorageError> {
        let at = Standpoint { cursor: page.cursor.clone(), epoch: page.epoch.clone() };
        let Some(theirs) = &page.digests else { return Ok(Compared::default()) };
        // If the base moves meanwhile the fold is of no moment, and it is tried again another time.
        let Some(mine) = self.fold(&at).await? else { return Ok(Compared::default()) };
        self.database
            .write(&[BASE, STATUS], Durability::Relaxed, async |transaction| {
                let mut standpoint = Standpoint::read(transaction).await?;
                if standpoint != at {
                    return Ok(Compared::default());
                }
                let mut check = read(transaction).await?;
                let repairs = check.compare(&at.cursor, &mine, theirs, &page.epoch, page.server_time);
                for (scope, repair) in &repairs {
                    if repair.drops() {
                        drop_rows(transaction, *scope).await?;
                    }
                    if let Some(version) = standpoint.cursor.scopes.get_mut(scope) {
                        *version = 0;
                    }
                }
                standpoint.write(transaction)?;
                transaction.shelf(STATUS)?.put_at(&CHECK.into(), &json(&check).into())?;
                Ok(Compared { again: standpoint != at, dropped: repairs.values().copied().any(Repair::drops) })
            })
            .await
    }

    /// The rows of the base by scope, folded; none if the base has moved.
    async fn fold(&self, at: &Standpoint) -> Result<Option<BTreeMap<Scope, Digest>>, StorageError> {
        let mut mine: BTreeMap<Scope, Digest> = BTreeMap::new();
        let mut last: Option<String> = None;
        loop {
            let after = last.as_deref();
            let rows = self
                .database
                .read(&[BASE, STATUS], async |transaction| {
                    let rows = transaction.shelf(BASE)?.some(&behind(after)?, AT_ONCE)?;
                    let here = Standpoint::read(transaction).await?;
                    let rows: Vec<RecordRow> = rows.rows().await?;
                    let folded = rows.iter().map(|row| (row.key(), row.scope().parse::<Scope>(), row.version()));
                    Ok((here == *at).then(|| folded.collect::<Vec<_>>()))
                })
                .await?;
            let Some(rows) = rows else { return Ok(None) };
            for (key, scope, version) in &rows {
                // A row whose scope cannot be read is missing in its own, which is fetched again over it.
                if let Ok(scope) = scope {
                    mine.entry(*scope).or_default().fold_key(key, *version as u64);
                }
            }
            match rows.into_iter().next_back() {
                Some((key, ..)) => last = Some(key),
                None => return Ok(Some(mine)),
            }
            TimeoutFuture::new(0).await;
        }
    }
}

/// All keys behind one.
fn behind(key: Option<&str>) -> Result<JsValue, StorageError> {
    let Some(key) = key else { return Ok(JsValue::UNDEFINED) };
    let range = IdbKeyRange::lower_bound_with_open(&key.into(), true);
    range.map(JsValue::from).map_err(|_| StorageError::Damaged("key range".to_owned()))
}

/// What is known of comparisons. What cannot be read is as good as nothing: one more is made.
async fn read(transaction: &Transaction) -> Result<Check, StorageError> {
    let check = transaction.shelf(STATUS)?.get(&CHECK.into())?.text().await?;
    Ok(check.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Takes all rows of a scope from the base.
pub(super) async fn drop_rows(transaction: &Transaction, scope: Scope) -> Result<(), StorageError> {
    let base = transaction.shelf(BASE)?;
    for key in base.keys_by("scope", &scope.to_string().into())?.texts().await? {
        base.delete(&key.into())?;
    }
    Ok(())
}
