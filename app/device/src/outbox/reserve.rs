//! The reserve of commands (P8): a row of padding, laid while there is room and given up when there is none. Photos take
//! what a phone has; what a rep answers is small, and must never find that they have taken all.

use crate::account::Account;
use crate::clock;
use crate::error::StorageError;
use crate::page;
use crate::store::Durability;
use crate::store::schema::BLOBS;
use domain::limits::COMMAND_RESERVE_BYTES;
use js_sys::Uint8Array;

/// Beside the rows of photos, whose keys are lists.
const RESERVE: &str = "reserve";
/// How long a page has to be open before it is laid, in milliseconds.
const QUIET_AFTER: i64 = 20_000;
/// What is laid down at once while it is being made.
const PIECE: usize = 64 * 1024;

impl Account {
    /// Lays the reserve if it is not there and nobody would miss the room.
    pub(crate) async fn lay_reserve(&self) -> Result<(), StorageError> {
        if self.reserved.get() || clock::mono() < QUIET_AFTER {
            return Ok(());
        }
        if !self.has_reserve().await? {
            let Some((used, quota)) = page::room().await else { return Ok(()) };
            if quota.saturating_sub(used) < 3 * COMMAND_RESERVE_BYTES {
                return Ok(());
            }
            let padding = padding();
            self.database
                .write(&[BLOBS], Durability::Relaxed, async |transaction| {
                    transaction.shelf(BLOBS)?.put_at(&RESERVE.into(), &padding)
                })
                .await?;
        }
        self.reserved.set(true);
        Ok(())
    }

    /// Gives the reserve up; says whether there was one.
    pub(crate) async fn spend_reserve(&self) -> Result<bool, StorageError> {
        self.reserved.set(false);
        if !self.has_reserve().await? {
            return Ok(false);
        }
        self.database
            .write(&[BLOBS], Durability::Relaxed, async |transaction| transaction.shelf(BLOBS)?.delete(&RESERVE.into()))
            .await?;
        Ok(true)
    }

    async fn has_reserve(&self) -> Result<bool, StorageError> {
        let there = async |transaction: &crate::store::Transaction| {
            transaction.shelf(BLOBS)?.count(&RESERVE.into())?.number().await
        };
        Ok(self.database.read(&[BLOBS], there).await? > 0)
    }
}

/// Noise: some browsers press what they store, and nothing would be left of zeros.
fn padding() -> Uint8Array {
    let mut piece = vec![0; PIECE];
    clock::fill(&mut piece);
    let whole = Uint8Array::new_with_length(COMMAND_RESERVE_BYTES as u32);
    let pieces = (0..whole.length()).step_by(PIECE);
    for start in pieces {
        let end = whole.length().min(start + PIECE as u32);
        whole.subarray(start, end).copy_from(&piece[..(end - start) as usize]);
    }
    whole
}
