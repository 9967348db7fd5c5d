//! Keeping a picture: bytes in rows under their hash, never a Blob or a File, which WebKit loses (P6).
//! What was written is read back and hashed again before anybody is told that it is safe.

use super::PhotoState;
use crate::account::Account;
use crate::camera::Shot;
use crate::clock;
use crate::crypto::{Cipher, sha256};
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
        let cipher = self.database.cipher()?;
        let parts = (0..bytes).step_by(ROW_BYTES as usize).enumerate().map(|(n, start)| {
            let part = shot.jpeg.slice_with_end(start, bytes.min(start + ROW_BYTES));
            cipher.seal_bytes(&place(&hash, &n.to_string()), part)
        });
        // Before the transaction: a phone takes a few milliseconds for it.
        let parts: Vec<JsValue> = parts.collect();
        self.database
            .write(&[PHOTOS, BLOBS], Durability::Strict, async |transaction| {
                let photos = transaction.shelf(PHOTOS)?;
                let known: Option<PhotoRow> = photos.get(&hash.as_str().into())?.row().await?;
                let blobs = transaction.shelf(BLOBS)?;
                for (n, part) in parts.iter().enumerate() {
                    blobs.put_at(&row_key(&hash, n as f64), part)?;
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
        let cipher = self.database.cipher()?;
        let kept = self.database.read(&[PHOTOS, BLOBS], async |transaction| {
            let photo = transaction.shelf(PHOTOS)?.get(&hash.into())?;
            let rows = transaction.shelf(BLOBS)?.all(&row_keys(hash)?)?;
            let Some(photo) = photo.row::<PhotoRow>().await? else { return Ok(None) };
            Ok(Some((photo.bytes() as u32, rows.rows::<JsValue>().await?)))
        });
        Ok(kept.await?.and_then(|(bytes, rows)| joined(&cipher, hash, bytes, &rows)))
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

/// The rows of a photo as the one it was; none if they are not, or not all of it.
fn joined(cipher: &Cipher, hash: &str, bytes: u32, rows: &[JsValue]) -> Option<ArrayBuffer> {
    let whole = Uint8Array::new_with_length(bytes);
    let mut start = 0;
    for (n, row) in rows.iter().enumerate() {
        let part = cipher.bytes(&place(hash, &n.to_string()), row)?;
        let end = start + part.length();
        if end > bytes {
            return None;
        }
        whole.set(&part, start);
        start = end;
    }
    (start == bytes).then(|| whole.buffer())
}

/// What a row is sealed for.
fn place<'a>(hash: &'a str, n: &'a str) -> [&'a str; 3] {
    ["photo", hash, n]
}

fn row_key(hash: &str, n: f64) -> JsValue {
    Array::of2(&hash.into(), &n.into()).into()
}

fn row_keys(hash: &str) -> Result<JsValue, StorageError> {
    IdbKeyRange::bound(&row_key(hash, 0.0), &row_key(hash, f64::INFINITY))
        .map(JsValue::from)
        .map_err(|_| StorageError::Damaged("key range".to_owned()))
}
