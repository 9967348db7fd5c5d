//! The row of a photo and the states it may pass through.

use super::PhotoState;
use crate::error::StorageError;
use crate::store::Transaction;
use crate::store::row::PhotoRow;
use crate::store::schema::PHOTOS;

impl PhotoState {
    /// Its name in the store.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Waiting => "waiting",
            Self::Due => "due",
            Self::Received => "received",
            Self::Damaged => "damaged",
            Self::Withheld => "withheld",
            Self::Dropped => "dropped",
        }
    }

    pub(crate) fn named(name: &str) -> Self {
        let all = [Self::Waiting, Self::Due, Self::Received, Self::Damaged, Self::Withheld, Self::Dropped];
        all.into_iter().find(|state| state.name() == name).unwrap_or(Self::Kept)
    }

    /// Whether a photo of this state may pass to another. Nothing takes a receipt back but a restored server,
    /// and that only while the bytes are still here.
    fn may_become(self, next: Self, freed: bool) -> bool {
        match (self, next) {
            (_, Self::Received | Self::Damaged) => true,
            (Self::Damaged, _) => false,
            (_, Self::Waiting) => !freed,
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
