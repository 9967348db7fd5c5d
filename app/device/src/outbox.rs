//! The outbox: every command made on this phone, and what the server has said of it.

mod list;
mod record;
mod reserve;
pub(crate) mod review;
mod sign;
pub(crate) mod standing;
mod tidy;

pub use list::OutboxItem;
