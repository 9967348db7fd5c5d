//! The bytes of photos. They come in by tus in pieces, each durable before it is acknowledged; when the last one is
//! here and the hash is right, they move into the content-addressed store, and only then is the photo "received".

mod blobs;
mod checksum;
mod finish;
mod look;
mod picture;
mod piece;
mod routes;
mod turns;
mod tus;

pub use blobs::{BlobError, Blobs};
pub use finish::give_up_expired;
pub use routes::router;

pub(crate) use look::may_look;
pub(crate) use routes::docs;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::Semaphore;
use turns::Turns;

/// What receiving photos needs besides the store.
pub struct Photos {
    /// Photos that are here in full.
    pub blobs: Blobs,
    /// Where uploads under way lie, each a file as long as it has come.
    partial: PathBuf,
    /// Who writes to which upload.
    turns: Turns,
    /// Decoding a picture takes a dozen megabytes: one at a time.
    drawing: Arc<Semaphore>,
}

impl Photos {
    /// Opens the folder, and makes it if it is not there.
    ///
    /// # Errors
    /// When the folder cannot be made or opened.
    pub fn open(folder: &Path) -> Result<Self, BlobError> {
        let partial = folder.join("partial");
        std::fs::create_dir_all(&partial)?;
        Ok(Self { blobs: Blobs::open(folder)?, partial, turns: Turns::default(), drawing: Arc::new(Semaphore::new(1)) })
    }
}

/// Whether a text is a SHA-256 in lower-case hex: anything else never becomes part of a path.
fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
