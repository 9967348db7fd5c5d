//! What the server has confirmed long ago goes, so that a phone in use for years stays quick.

use super::standing::RECEIVED;
use crate::account::Account;
use crate::clock;
use crate::error::StorageError;
use crate::store::Durability;
use crate::store::row::StandingRow;
use crate::store::schema::{LEDGER, OUTBOX, STANDING};
use domain::time::DAY;
use js_sys::Array;
use sync::limits::RECEIPT_DAYS;

/// Most rows in one go, so that starting never takes long.
const AT_ONCE: u32 = 500;

impl Account {
    /// Tidies the user's store. Called at the start, when nothing else is under way.
    pub(crate) async fn tidy(&self) -> Result<(), StorageError> {
        self.free_photos(false).await?;
        let old = clock::phone().0 - RECEIPT_DAYS * DAY;
        self.database
            .write(&[STANDING, OUTBOX, LEDGER], Durability::Relaxed, async |transaction| {
                let standing = transaction.shelf(STANDING)?;
                let (outbox, ledger) = (transaction.shelf(OUTBOX)?, transaction.shelf(LEDGER)?);
                let mut rows: Vec<StandingRow> = standing.some_by("stage", &RECEIVED.into(), AT_ONCE)?.rows().await?;
                // The last row is what the next one follows.
                rows.pop();
                for row in rows.iter().filter(|row| (row.made_at() as i64) < old) {
                    let key = Array::of2(&row.device().into(), &row.seq().into());
                    standing.delete(&key)?;
                    ledger.delete(&key)?;
                    outbox.delete(&row.n().into())?;
                }
                Ok(())
            })
            .await
    }
}
