//! What the two sides of an alliance still owe (S43, S44).

use crate::records::{Alliance, Duty, DutyMonth};
use crate::time::Offset;
use jiff::civil::Date;

/// What is owed on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owed {
    /// Not done in the month before, which is over.
    pub late: Vec<Duty>,
    /// Not done yet in this month.
    pub open: Vec<Duty>,
}

/// What is owed of the month before and of this one. An alliance owes nothing of a month that was over when it was founded.
#[must_use]
pub fn owed(
    alliance: &Alliance,
    before: Option<&DutyMonth>,
    this: Option<&DutyMonth>,
    (today, offset): (Date, Offset),
) -> Owed {
    let undone = |month: Option<&DutyMonth>| {
        let done = |duty: &Duty| month.is_some_and(|month| month.done.iter().any(|done| done.duty == *duty));
        Duty::ALL.into_iter().filter(|duty| !done(duty)).collect()
    };
    let is_new = alliance.founded_at.date(offset) >= today.first_of_month();
    Owed { late: if is_new { Vec::new() } else { undone(before) }, open: undone(this) }
}
