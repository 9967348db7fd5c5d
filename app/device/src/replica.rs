//! The phone's part of the company's records: base as the server has it, overlay as the phone's own
//! unsettled commands leave it. Screens see the overlay first and the base behind it.

mod check;
pub(crate) mod overlay;
mod page;
mod read;
pub(crate) mod world;

pub(crate) use page::{COMPLETE_AT, Standpoint, wait_again};
