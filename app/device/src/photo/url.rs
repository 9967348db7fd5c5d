//! Where a picture is shown from, and how far it is.

use super::{PhotoProgress, PhotoSize, PhotoState};
use crate::account::Account;
use crate::error::StorageError;
use crate::store::row::PhotoRow;
use crate::store::schema::PHOTOS;
use js_sys::Array;
use std::ops::Deref;
use web_sys::{Blob, BlobPropertyBag, Url};

/// An address for `<img src>`: of the bytes on this phone, or of the server. Keep it as long as the image is shown.
#[derive(Debug)]
pub struct PhotoUrl {
    text: String,
    local: bool,
}

impl PhotoUrl {
    pub(crate) fn server(hash: &str, size: PhotoSize) -> Self {
        let name = match size {
            PhotoSize::Thumbnail => "thumbnail",
            PhotoSize::Original => "original",
        };
        Self { text: ["/api/v1/photos/", hash, "/", name].concat(), local: false }
    }

    /// Whether the bytes are on this phone.
    #[must_use]
    pub const fn is_local(&self) -> bool {
        self.local
    }
}

impl Deref for PhotoUrl {
    type Target = str;
    fn deref(&self) -> &str {
        &self.text
    }
}

impl Drop for PhotoUrl {
    fn drop(&mut self) {
        if self.local {
            // Nothing can be done about an address that is not known any more.
            drop(Url::revoke_object_url(&self.text));
        }
    }
}

impl Account {
    /// Where to show a photo from: from here, if its bytes are here.
    pub(crate) async fn photo_url(&self, hash: &str, size: PhotoSize) -> PhotoUrl {
        let here = self.photo_bytes(hash).await.ok().flatten().and_then(|bytes| {
            let options = BlobPropertyBag::new();
            options.set_type("image/jpeg");
            // Made for showing only: it is never stored.
            let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options).ok()?;
            Url::create_object_url_with_blob(&blob).ok()
        });
        match here {
            Some(text) => PhotoUrl { text, local: true },
            None => PhotoUrl::server(hash, size),
        }
    }

    pub(crate) async fn photo_progress(&self, hash: &str) -> Result<Option<PhotoProgress>, StorageError> {
        let row: Option<PhotoRow> = self
            .database
            .read(&[PHOTOS], async |transaction| transaction.shelf(PHOTOS)?.get(&hash.into())?.row().await)
            .await?;
        Ok(row.map(|row| PhotoProgress {
            state: PhotoState::named(&row.photo_state()),
            sent: row.offset() as u64,
            bytes: row.bytes() as u64,
        }))
    }
}
