//! The phone's side: the outbox, the cursor and the overlay, as decisions over rows that the device crate
//! reads and writes. A row of the outbox never leaves it before the server has said what became of it.

mod check;
mod forerunners;
mod keep;
mod outbox;
mod overlay;
mod replica;
mod room;
mod tally;

pub use check::{Check, Repair};
pub(crate) use outbox::as_sent;

pub use forerunners::builds_on;
pub use keep::may_go;
pub use outbox::{Batch, OutboxRow, PushEffect, RowState, absorb_push, next_batch, renumber, seal};
pub use overlay::{Overlay, replay};
pub use replica::{PullEffect, absorb_pull, is_settled, leaves};
pub use room::{Room, Step};
pub use tally::{Tally, tally};
