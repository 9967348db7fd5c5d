//! Parcels (F101): the outbox of this phone as a file, and the outboxes of others that this phone carries.
//!
//! What is carried lies in a database of its own, sealed as it came: it is never among the bearer's own records, and shows
//! them nothing but its cover.

mod carried;
mod load;
mod pack;

pub(crate) use carried::Held;
pub use carried::Parcel;
pub use load::LoadError;
pub use pack::Packed;
