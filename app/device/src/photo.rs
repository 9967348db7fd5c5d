//! Photos on the phone: kept as plain bytes under their hash until the server has confirmed them.

use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// What is known of a photo on this phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhotoState {
    /// Kept, and no command names it yet.
    Kept,
    /// A command names it; its bytes follow once the command has arrived.
    Waiting,
    /// Its command has arrived, so its bytes are sent next.
    Due,
    /// The server has all of it and the hash was right.
    Received,
    /// The phone has spoilt its bytes.
    Damaged,
    /// Its command came back, so it is not sent.
    Withheld,
    /// A later command threw it away.
    Dropped,
}

/// How far a photo is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhotoProgress {
    /// What is known of it.
    pub state: PhotoState,
    /// Bytes that the server has acknowledged.
    pub sent: u64,
    /// All its bytes.
    pub bytes: u64,
}

/// Which picture is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoSize {
    /// A small one for lists. It is there offline too, once it has been seen.
    Thumbnail,
    /// The whole picture. On the server only while online.
    Original,
}

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
            drop(web_sys::Url::revoke_object_url(&self.text));
        }
    }
}
