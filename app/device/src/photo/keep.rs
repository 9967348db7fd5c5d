//! Keeping a picture: plain bytes in rows under their hash, never a Blob or a File, which WebKit loses (P6).
//! What was written is read back and hashed again before anybody is told that it is safe.

use super::PhotoState;
use crate::account::Account;
use crate::camera::Shot;
use crate::clock;
use crate::crypto::sha256;
use crate::error::{PhotoError, StorageError};
use crate::store::row::{self, PhotoRow};
use crate::store::schema::{BLOBS, PHOTOS};
use crate::store::{Durability, Transaction};
use domain::records::PhotoRef;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::IdbKeyRange;

/// Bytes in a row.
const ROW_BYTES: u32 = 256 * 1024;

impl Account {
    /// Stores a picture and proves that it can be read again.
    pub(crate) async fn keep_photo(&self, shot: &Shot) -> Result<PhotoRef, PhotoError> {
        let hash = sha256(&shot.jpeg).await?;
        let bytes = shot.jpeg.byte_length();
        self.database
            .write(&[PHOTOS, BLOBS], Durability::Strict, async |transaction| {
                let photos = transaction.shelf(PHOTOS)?;
                let known: Option<PhotoRow> = photos.get(&hash.as_str().into())?.row().await?;
                let blobs = transaction.shelf(BLOBS)?;
                for (n, start) in (0..bytes).step_by(ROW_BYTES as usize).enumerate() {
                    let part = shot.jpeg.slice_with_end(start, bytes.min(start + ROW_BYTES));
                    blobs.put_at(&row_key(&hash, n as f64), &part)?;
                }
                let photo: PhotoRow = known.unwrap_or_else(|| {
                    let photo: PhotoRow = row::new();
                    photo.set_hash(&hash);
                    photo.set_photo_state(PhotoState::Kept.name());
                    photo.set_kept_at(clock::phone().0 as f64);
                    photo
                });
                photo.set_bytes(f64::from(bytes));
                photo.set_offset(0.0);
                photo.set_freed(false);
                photos.put(&photo)
            })
            .await?;
        match self.photo_bytes(&hash).await? {
            Some(read) if sha256(&read).await? == hash => {
                Ok(PhotoRef { hash, bytes: u64::from(bytes), width: shot.width, height: shot.height })
            }
            _ => {
                self.forget_photo(&hash).await?;
                Err(PhotoError::Damaged)
            }
        }
    }

    /// The bytes of a photo as they are stored, right or wrong; none if they are not all here.
    pub(crate) async fn photo_bytes(&self, hash: &str) -> Result<Option<ArrayBuffer>, StorageError> {
        self.database
            .read(&[PHOTOS, BLOBS], async |transaction| {
                let photo = transaction.shelf(PHOTOS)?.get(&hash.into())?;
                let rows = transaction.shelf(BLOBS)?.all(&row_keys(hash)?)?;
                let Some(photo) = photo.row::<PhotoRow>().await? else { return Ok(None) };
                let rows: Vec<ArrayBuffer> = rows.rows().await?;
                let whole = Uint8Array::new_with_length(photo.bytes() as u32);
                let mut start = 0;
                for row in rows {
                    let end = start + row.byte_length();
                    if end > whole.length() {
                        return Ok(None);
                    }
                    whole.set(&Uint8Array::new(&row), start);
                    start = end;
                }
                Ok((start == whole.length()).then(|| whole.buffer()))
            })
            .await
    }

    async fn forget_photo(&self, hash: &str) -> Result<(), StorageError> {
        self.database
            .write(&[PHOTOS, BLOBS], Durability::Relaxed, async |transaction| {
                transaction.shelf(PHOTOS)?.delete(&hash.into())?;
                delete_bytes(transaction, hash)
            })
            .await
    }
}

/// Deletes the bytes of a photo as part of a larger transaction.
pub(super) fn delete_bytes(transaction: &Transaction, hash: &str) -> Result<(), StorageError> {
    transaction.shelf(BLOBS)?.delete(&row_keys(hash)?)
}

fn row_key(hash: &str, n: f64) -> JsValue {
    Array::of2(&hash.into(), &n.into()).into()
}

fn row_keys(hash: &str) -> Result<JsValue, StorageError> {
    IdbKeyRange::bound(&row_key(hash, 0.0), &row_key(hash, f64::INFINITY))
        .map(JsValue::from)
        .map_err(|_| StorageError::Damaged("key range".to_owned()))
}
