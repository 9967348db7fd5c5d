//! Photos on the phone: kept as plain bytes under their hash until the server has confirmed them.

mod keep;
mod room;
mod row;
mod tidy;
mod url;

pub(crate) use row::{ask_for_gone, doubt_receipts, mark, receive};
pub use url::PhotoUrl;

use serde::{Deserialize, Serialize};

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
    /// A server that was restored from a backup has lost it, and this phone had freed its bytes by then.
    Gone,
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
