//! What of the photos waits, and what may go. Bytes are freed only after the server's receipt, and kept a while
//! even then: a server that was restored from a backup asks for them again.

use super::PhotoState;
use super::keep::delete_bytes;
use crate::account::Account;
use crate::clock;
use crate::error::StorageError;
use crate::state::PhotosKept;
use crate::store::Durability;
use crate::store::row::PhotoRow;
use crate::store::schema::{BLOBS, PHOTOS};
use domain::time::{DAY, Moment};
use sync::client::may_go;
use wasm_bindgen::JsValue;

/// What the server has not got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PhotosLeft {
    pub(crate) waiting: u32,
    pub(crate) bytes: u64,
    pub(crate) damaged: u32,
    pub(crate) gone: u32,
}

impl Account {
    pub(crate) async fn photos_left(&self) -> Result<PhotosLeft, StorageError> {
        self.database
            .read(&[PHOTOS], async |transaction| {
                let photos = transaction.shelf(PHOTOS)?;
                let asked =
                    [PhotoState::Waiting, PhotoState::Due].map(|state| photos.all_by("state", &state.name().into()));
                let damaged = photos.count_by("state", &PhotoState::Damaged.name().into())?;
                let gone = photos.count_by("state", &PhotoState::Gone.name().into())?;
                let mut left = PhotosLeft::default();
                for asked in asked {
                    for photo in asked?.rows::<PhotoRow>().await? {
                        left.waiting += 1;
                        left.bytes += (photo.bytes() - photo.offset()).max(0.0) as u64;
                    }
                }
                left.damaged = damaged.number().await?;
                left.gone = gone.number().await?;
                Ok(left)
            })
            .await
    }

    /// Photos whose bytes are here: those that the server has not got, and those that it has.
    pub(crate) async fn photos_kept(&self) -> Result<(PhotosKept, PhotosKept), StorageError> {
        let rows: Vec<PhotoRow> = self
            .database
            .read(&[PHOTOS], async |transaction| {
                transaction.shelf(PHOTOS)?.all(&JsValue::UNDEFINED)?.rows::<PhotoRow>().await
            })
            .await?;
        let (mut waiting, mut received) = (PhotosKept::default(), PhotosKept::default());
        for photo in rows.iter().filter(|photo| !photo.freed().unwrap_or_default()) {
            let kept = match PhotoState::named(&photo.photo_state()) {
                PhotoState::Waiting | PhotoState::Due => &mut waiting,
                PhotoState::Received => &mut received,
                _ => continue,
            };
            kept.count += 1;
            kept.bytes += photo.bytes() as u64;
        }
        Ok((waiting, received))
    }

    /// Frees what nobody will ask for again. With `short` of room, whatever the server has goes.
    pub(crate) async fn free_photos(&self, short: bool) -> Result<(), StorageError> {
        match self.free(short, true).await {
            // A browser that is full takes no note, not even of what goes with it: first the bytes alone, then the note.
            Err(StorageError::Full) => {
                self.free(short, false).await?;
                self.free(short, true).await
            }
            freed => freed,
        }
    }

    /// Deletes the bytes, and notes that they are gone or leaves that for another time.
    async fn free(&self, short: bool, note: bool) -> Result<(), StorageError> {
        let (now, rule) = (self.last_complete().await?, self.session().keep_days);
        let phone = clock::phone().0 as f64;
        self.database
            .write(&[PHOTOS, BLOBS], Durability::Relaxed, async |transaction| {
                let photos = transaction.shelf(PHOTOS)?;
                for photo in photos.all(&JsValue::UNDEFINED)?.rows::<PhotoRow>().await? {
                    if photo.freed().unwrap_or_default() {
                        continue;
                    }
                    let days = (phone - photo.kept_at()) / DAY as f64;
                    let receipt = Moment(photo.received_at().unwrap_or_else(|| photo.kept_at()) as i64);
                    let due = match PhotoState::named(&photo.photo_state()) {
                        PhotoState::Received => short || now.is_some_and(|now| may_go(receipt, now, rule)),
                        // The page died between the picture and its command, or the person thought better of it.
                        PhotoState::Kept | PhotoState::Dropped => short && days > 0.1 || days > 2.0,
                        _ => false,
                    };
                    if due {
                        delete_bytes(transaction, &photo.hash())?;
                        if note {
                            photo.set_freed(true);
                            photos.put(&photo)?;
                        }
                    }
                }
                Ok(())
            })
            .await
    }
}
