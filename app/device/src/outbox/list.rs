//! The outbox as a person reads it.

use super::standing::{RECEIVED, RETURNED, STAGES, UNSEEN, WAITING, ask_tip, numbers, raws, tip};
use crate::account::Account;
use crate::crypto::Cipher;
use crate::error::StorageError;
use crate::store::Durability;
use crate::store::row::StandingRow;
use crate::store::schema::{LEDGER, OUTBOX, STANDING};
use domain::id::CommandId;
use domain::time::Moment;
use std::collections::BTreeMap;
use sync::Body;
use sync::client::{OutboxRow, Tally};

/// A row of the outbox, with its command if this version can read it.
#[derive(Clone, Debug)]
pub struct OutboxItem {
    /// The row with its state.
    pub row: OutboxRow,
    /// The command.
    pub body: Option<Body>,
    /// Whether the person has put the card of a returned command away.
    pub dismissed: bool,
}

impl Account {
    /// Newest first: all that waits or came back, and the newest of the others.
    pub(crate) async fn outbox(&self, received: u32) -> Result<Vec<OutboxItem>, StorageError> {
        self.database
            .read(&[STANDING, OUTBOX, LEDGER], async |transaction| {
                let standing = transaction.shelf(STANDING)?;
                let asked = [
                    standing.all_by("stage", &WAITING.into())?,
                    standing.all_by("stage", &UNSEEN.into())?,
                    standing.all_by("stage", &RETURNED.into())?,
                ];
                let last =
                    tip(transaction.cipher(), ask_tip(transaction, self.device())?).await?.map_or(0, |row| row.seq);
                let newest = numbers(self.device(), last.saturating_sub(u64::from(received)) + 1)?;
                let newest = standing.all(&newest)?;
                let mut rows = BTreeMap::new();
                for asked in asked.into_iter().chain([newest]) {
                    for row in asked.rows::<StandingRow>().await? {
                        rows.insert(row.n() as u64, row);
                    }
                }
                let rows: Vec<StandingRow> = rows.into_values().rev().collect();
                let raws = raws(transaction, &rows).await?;
                rows.iter().zip(raws).map(|(row, raw)| item(transaction.cipher(), row, raw)).collect()
            })
            .await
    }

    /// Made = received + waiting + sent back.
    pub(crate) async fn tally(&self) -> Result<Tally, StorageError> {
        self.database
            .read(&[STANDING], async |transaction| {
                let standing = transaction.shelf(STANDING)?;
                let counts = STAGES.map(|stage| standing.count_by("stage", &stage.into()));
                // Within a stage rows are found by number, so the first is the oldest.
                let oldest = standing.first_by("stage", &WAITING.into())?;
                let mut tally = Tally::default();
                for (stage, count) in STAGES.into_iter().zip(counts) {
                    let count = count?.number().await?;
                    match stage {
                        WAITING => tally.waiting += count,
                        UNSEEN | RECEIVED => tally.received += count,
                        _ => tally.sent_back += count,
                    }
                }
                let oldest: Option<StandingRow> = oldest.row().await?;
                tally.oldest_waiting = oldest.map(|row| Moment(row.made_at() as i64));
                Ok(tally)
            })
            .await
    }

    /// Puts the card of a returned command away.
    pub(crate) async fn dismiss(&self, command: CommandId) -> Result<(), StorageError> {
        self.database
            .write(&[STANDING], Durability::Strict, async |transaction| {
                let standing = transaction.shelf(STANDING)?;
                let row: Option<StandingRow> = standing.first_by("id", &command.to_string().into())?.row().await?;
                if let Some(row) = row {
                    row.set_dismissed(true);
                    standing.put(&row)?;
                }
                Ok(())
            })
            .await
    }

    /// How many numbers were given out whose command is no longer here.
    pub(crate) async fn missing(&self) -> Result<u32, StorageError> {
        self.database
            .read(&[STANDING, LEDGER, OUTBOX], async |transaction| {
                let every = wasm_bindgen::JsValue::UNDEFINED;
                let given = transaction.shelf(LEDGER)?.count(&every)?;
                let (rows, bytes) =
                    (transaction.shelf(STANDING)?.count(&every)?, transaction.shelf(OUTBOX)?.count(&every)?);
                let here = rows.number().await?.min(bytes.number().await?);
                Ok(given.number().await?.saturating_sub(here))
            })
            .await
    }
}

fn item(cipher: &Cipher, row: &StandingRow, raw: String) -> Result<OutboxItem, StorageError> {
    let body = Body::thaw(&raw).ok();
    Ok(OutboxItem { row: row.read(cipher, raw)?, body, dismissed: row.dismissed().unwrap_or_default() })
}
