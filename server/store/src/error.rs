//! What can go wrong below the server. The cause is for the log; nothing of it is ever shown to a client.

use std::error::Error;

/// An error of the storage.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database failed or cannot be reached. Nothing was written.
    #[error("the database failed")]
    Database(#[source] Box<dyn Error + Send + Sync>),
    /// The disk is full. Nothing was written; with room again it works as before.
    #[error("there is no room left for the database")]
    NoRoom(#[source] Box<dyn Error + Send + Sync>),
    /// The database could not be brought to the shape that this build expects.
    #[error("the database could not be migrated")]
    Migration(#[source] Box<dyn Error + Send + Sync>),
    /// Something that was stored cannot be read back.
    #[error("a stored {what} cannot be read")]
    Damaged {
        /// What it is.
        what: &'static str,
        /// Why it cannot be read.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// Another row stands in the way, such as a phone number that somebody has.
    #[error("another row stands in the way")]
    Taken,
}

impl StoreError {
    /// The error for a stored thing that cannot be read.
    pub fn damaged(what: &'static str, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Damaged { what, source: source.into() }
    }
}
