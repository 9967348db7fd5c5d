//! What can go wrong on a device, one enum per occasion. Screens choose their words by the variant;
//! the texts here are for a log.

use domain::Refusal;
use sync::wire::ProblemCode;

/// The store could not do what it was asked, also after it was reopened and asked again.
/// Nothing of it was written: a screen that shows this says "not saved".
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The connection to the store was lost and did not come back.
    #[error("the store does not answer: {0}")]
    Unavailable(String),
    /// No room is left on the phone.
    #[error("the store is full")]
    Full,
    /// What was read is not what was written.
    #[error("the store holds damaged data: {0}")]
    Damaged(String),
    /// Nobody is logged in, so there is no store to read or write.
    #[error("nobody is logged in")]
    NobodyHere,
}

/// The device cannot be used at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeviceError {
    /// There is no durable store, as in some private windows. Recording is blocked and the screen says why;
    /// memory is never used in its place.
    #[error("no durable store: {0}")]
    NoDurableStore(String),
}

/// A command was not recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// It does not hold; the refusal says why in both languages.
    #[error("refused")]
    Refused(Refusal),
    /// It holds, but the store did not take it.
    #[error("not saved: {0}")]
    NotSaved(#[from] StorageError),
}

/// Nobody was logged in, or the password is still the one of before.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogInError {
    /// No answer from the server: a first login needs the network.
    #[error("the server cannot be reached")]
    Unreachable,
    /// The server said no; the code says why, and after how many seconds to try again if it said so.
    #[error("the server refused: {code:?}")]
    Refused {
        /// Why.
        code: ProblemCode,
        /// Seconds to wait.
        retry_after: Option<u64>,
    },
    /// The server said yes, but the store did not take it.
    #[error("not saved: {0}")]
    NotSaved(#[from] StorageError),
}

/// A photo was not kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// The store did not take it; when it is [`StorageError::Full`], sending what waits makes room.
    #[error("not saved: {0}")]
    NotSaved(#[from] StorageError),
    /// What was read back was not what was written.
    #[error("the photo came back damaged from the store")]
    Damaged,
}
