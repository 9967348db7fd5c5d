//! What the server has confirmed long ago goes, so that a phone in use for years stays quick. How long ago that is, is
//! the server's rule (F98), and it is counted by the server's clock alone: the phone's may be wrong by years.

use super::standing::RECEIVED;
use crate::account::Account;
use crate::error::StorageError;
use crate::replica::COMPLETE_AT;
use crate::store::Durability;
use crate::store::row::StandingRow;
use crate::store::schema::{LEDGER, OUTBOX, STANDING};
use domain::time::Moment;
use js_sys::Array;
use sync::client::may_go;

/// Most rows in one go, so that starting never takes long.
const AT_ONCE: u32 = 500;

impl Account {
    /// Tidies the user's store. Called at the start, when nothing else is under way.
    pub(crate) async fn tidy(&self) -> Result<(), StorageError> {
        self.free_photos(false).await?;
        // Who has never heard all there is has no clock to go by, and little to tidy.
        let Some(now) = self.last_complete().await? else { return Ok(()) };
        let rule = self.session().keep_days;
        self.database
            .write(&[STANDING, OUTBOX, LEDGER], Durability::Relaxed, async |transaction| {
                let standing = transaction.shelf(STANDING)?;
                let (outbox, ledger) = (transaction.shelf(OUTBOX)?, transaction.shelf(LEDGER)?);
                let mut rows: Vec<StandingRow> = standing.some_by("stage", &RECEIVED.into(), AT_ONCE)?.rows().await?;
                // The last row is what the next one follows.
                rows.pop();
                // Older builds noted only when it was made.
                let confirmed = |row: &StandingRow| Moment(row.heard_at().unwrap_or_else(|| row.made_at()) as i64);
                for row in rows.iter().filter(|row| may_go(confirmed(row), now, rule)) {
                    let key = Array::of2(&row.device().into(), &row.seq().into());
                    standing.delete(&key)?;
                    ledger.delete(&key)?;
                    outbox.delete(&row.n().into())?;
                }
                Ok(())
            })
            .await
    }

    /// When everything was last here, by the server's clock: it is the last time that is certain.
    pub(crate) async fn last_complete(&self) -> Result<Option<Moment>, StorageError> {
        Ok(self.read_status(COMPLETE_AT).await?.as_f64().map(|at| Moment(at as i64)))
    }
}
