//! The overlay in the store: written by each command, and made anew by replay when the base has moved under it.

use super::world::{Sight, load};
use crate::account::Account;
use crate::error::StorageError;
use crate::outbox::standing::{UNSEEN, WAITING, raws};
use crate::store::Transaction;
use crate::store::row::{self, RecordRow, StandingRow};
use crate::store::schema::{OVERLAY, STANDING};
use domain::{Changes, Kind, World};
use std::collections::BTreeMap;
use std::slice;
use sync::Body;
use sync::client::{Overlay, replay};
use wasm_bindgen::JsValue;

/// Lays the changes of one command over what is shown.
pub(crate) fn write_changes(transaction: &Transaction, changes: &Changes) -> Result<(), StorageError> {
    let overlay = transaction.shelf(OVERLAY)?;
    for key in &changes.remove {
        overlay.put(&row::gone(*key))?;
    }
    for record in &changes.put {
        let key = record.key();
        let row = row::record(transaction.cipher(), &key.to_string(), key.kind.name(), record.scope(), &record.body());
        overlay.put(&row)?;
    }
    Ok(())
}

impl Account {
    /// Makes the overlay anew from the unsettled commands over the base, and says of which kinds records changed.
    pub(crate) async fn rebuild(&self, transaction: &Transaction) -> Result<Vec<Kind>, StorageError> {
        let standing = transaction.shelf(STANDING)?;
        let (waiting, unseen) = (standing.all_by("stage", &WAITING.into())?, standing.all_by("stage", &UNSEEN.into())?);
        let before = transaction.shelf(OVERLAY)?.all(&JsValue::UNDEFINED)?;
        let mut rows = waiting.rows::<StandingRow>().await?;
        rows.extend(unseen.rows::<StandingRow>().await?);
        rows.sort_by(|a, b| a.n().total_cmp(&b.n()));

        let mut world = World::new();
        let mut overlay = Overlay::default();
        for raw in raws(transaction, &rows).await? {
            // A command that this version cannot read shows nothing until the server has dealt with it.
            let Ok(body) = Body::thaw(&raw) else { continue };
            load(transaction, &mut world, &body.command, Sight::Base(&overlay)).await?;
            overlay.then(replay(&mut world, slice::from_ref(&body), |body| self.context(body.captured_at, body.skew)));
        }
        write_difference(transaction, before.rows().await?, &overlay)
    }
}

/// Writes only what differs, so that screens hear only of what they have to draw again.
fn write_difference(
    transaction: &Transaction,
    before: Vec<RecordRow>,
    overlay: &Overlay,
) -> Result<Vec<Kind>, StorageError> {
    let (shelf, cipher) = (transaction.shelf(OVERLAY)?, transaction.cipher());
    let mut kinds = Vec::new();
    let mut before: BTreeMap<String, RecordRow> = before.into_iter().map(|row| (row.key(), row)).collect();
    for key in &overlay.gone {
        if before.remove(&key.to_string()).is_none_or(|row| !row.gone()) {
            shelf.put(&row::gone(*key))?;
            kinds.push(key.kind);
        }
    }
    for (key, record) in &overlay.put {
        let (name, body) = (key.to_string(), record.body());
        if before.remove(&name).is_none_or(|row| row.gone() || row.body(cipher) != body) {
            shelf.put(&row::record(cipher, &name, key.kind.name(), record.scope(), &body))?;
            kinds.push(key.kind);
        }
    }
    for (key, row) in before {
        shelf.delete(&key.into())?;
        kinds.extend(row.kind().parse::<Kind>());
    }
    Ok(kinds)
}
