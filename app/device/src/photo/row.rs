//! The row of a photo and the states it may pass through.

use super::PhotoState;
use crate::error::StorageError;
use crate::store::Transaction;
use crate::store::row::PhotoRow;
use crate::store::schema::PHOTOS;
use domain::time::Moment;

impl PhotoState {
    /// Its name in the store.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Waiting => "waiting",
            Self::Due => "due",
            Self::Received => "received",
            Self::Damaged => "damaged",
            Self::Gone => "gone",
            Self::Withheld => "withheld",
            Self::Dropped => "dropped",
        }
    }

    pub(crate) fn named(name: &str) -> Self {
        let all = [Self::Waiting, Self::Due, Self::Received, Self::Damaged, Self::Gone, Self::Withheld, Self::Dropped];
        all.into_iter().find(|state| state.name() == name).unwrap_or(Self::Kept)
    }

    /// Whether a photo of this state may pass to another. Nothing takes a receipt back but a restored server:
    /// a photo whose bytes were freed on that receipt is asked about once more, and is gone if nobody has it.
    fn may_become(self, next: Self, freed: bool) -> bool {
        match (self, next) {
            (_, Self::Received | Self::Damaged | Self::Gone) => true,
            (Self::Damaged, _) => false,
            (_, Self::Waiting) => true,
            (Self::Received, _) => false,
            (Self::Dropped, next) => matches!(next, Self::Due) && !freed,
            _ => true,
        }
    }
}

/// Passes a photo to another state if it may; says whether it is known here.
pub(crate) async fn mark(transaction: &Transaction, hash: &str, next: PhotoState) -> Result<bool, StorageError> {
    let photos = transaction.shelf(PHOTOS)?;
    let Some(row) = photos.get(&hash.into())?.row::<PhotoRow>().await? else { return Ok(false) };
    if PhotoState::named(&row.photo_state()).may_become(next, row.freed().unwrap_or_default()) {
        row.set_photo_state(next.name());
        photos.put(&row)?;
    }
    Ok(true)
}

/// Notes the receipt of a photo, and when the server gave it.
pub(crate) async fn receive(transaction: &Transaction, hash: &str, at: Moment) -> Result<bool, StorageError> {
    let known = mark(transaction, hash, PhotoState::Received).await?;
    let photos = transaction.shelf(PHOTOS)?;
    if let Some(row) = photos.get(&hash.into())?.row::<PhotoRow>().await? {
        row.set_received_at(at.0 as f64);
        photos.put(&row)?;
    }
    Ok(known)
}

/// The receipts were given by a server that is no more. What is still here is offered to the one that is there now,
/// also if the command that named it was forgotten long ago; what was freed is asked about if its command is here.
pub(crate) async fn doubt_receipts(transaction: &Transaction, named: &[String]) -> Result<(), StorageError> {
    ask_for_gone(transaction).await?;
    let received = transaction.shelf(PHOTOS)?.all_by("state", &PhotoState::Received.name().into())?;
    for row in &received.rows::<PhotoRow>().await? {
        if row.freed().unwrap_or_default() && !named.contains(&row.hash()) {
            continue;
        }
        row.set_photo_state(PhotoState::Due.name());
        row.set_offset(0.0);
        transaction.shelf(PHOTOS)?.put(row)?;
    }
    Ok(())
}

/// What a server said is gone is asked about again. It tells this device when somebody brings the photo after all, but a
/// server that was restored has forgotten who asked, and a device under a new id never did.
pub(crate) async fn ask_for_gone(transaction: &Transaction) -> Result<(), StorageError> {
    let photos = transaction.shelf(PHOTOS)?;
    for row in &photos.all_by("state", &PhotoState::Gone.name().into())?.rows::<PhotoRow>().await? {
        row.set_photo_state(PhotoState::Due.name());
        row.set_offset(0.0);
        photos.put(row)?;
    }
    Ok(())
}
