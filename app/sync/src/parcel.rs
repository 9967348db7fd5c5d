//! The parcel: the outbox of one phone as a file that somebody else carries to the server (F101).
//!
//! A parcel holds what waits or came back, with the frozen bytes, numbers, links and signatures of a push, so that whoever
//! hands it in has only carried it: the server believes the author's device, not the bearer. After a head that anybody can
//! read come parts, each sealed with a key made of a [`Code`], each bound to its place and to how many there are. The
//! first one is the [`Cover`]; batches of commands follow, then one photo a part. Nothing here seals: the device does, with
//! the browser's cryptography, a part at a time, so that a file of a hundred megabytes never lies in memory as a whole.
//!
//! The phone that made it keeps everything. What is known by its number or its id is answered with what became of it
//! first, so the two ways may be gone in any order, or at once.

mod code;
mod cover;
mod hand;
mod head;

pub use code::Code;
pub use cover::{Content, Cover, Enclosed, batches, read_batch, write_batch};
pub use hand::{Progress, Stuck, stuck};
pub use head::{FRAME_BYTES, HEAD_BYTES, Head, SALT_BYTES, SEED_BYTES, frame, part_at};

/// Why a file is not taken. Nothing of it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParcelError {
    /// Some other file.
    #[error("the file is no parcel")]
    NotAParcel,
    /// A later version of the app made it.
    #[error("the parcel was made by a later version")]
    Newer,
    /// The code does not open it. A cover that was damaged on its way looks the same.
    #[error("the code does not fit")]
    WrongCode,
    /// It ends too early, or something in it was changed.
    #[error("the parcel is damaged")]
    Damaged,
}
