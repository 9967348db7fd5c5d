//! The tally of the outbox: made = received + waiting + sent back. It always adds up.

use crate::client::{OutboxRow, RowState};
use domain::time::Moment;

/// Counts of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Carried out by the server.
    pub received: u32,
    /// On this phone only.
    pub waiting: u32,
    /// Refused, blocked, kept for a manager or in conflict.
    pub sent_back: u32,
    /// When the oldest waiting one was made.
    pub oldest_waiting: Option<Moment>,
}

/// Counts rows.
#[must_use]
pub fn tally<'a>(rows: impl IntoIterator<Item = &'a OutboxRow>) -> Tally {
    let mut tally = Tally::default();
    for row in rows {
        match row.state {
            RowState::Waiting => {
                tally.waiting += 1;
                tally.oldest_waiting = Some(tally.oldest_waiting.map_or(row.made_at, |oldest| oldest.min(row.made_at)));
            }
            RowState::Applied { .. } => tally.received += 1,
            _ => tally.sent_back += 1,
        }
    }
    tally
}
