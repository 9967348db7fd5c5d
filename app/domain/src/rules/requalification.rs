//! Whoever is qualified is looked at again before that ends (F48): said to those who look after them, in time to do it.

use crate::limits::REQUALIFY_DAYS;
use crate::records::Candidate;
use jiff::civil::Date;

/// In how many days a qualification ends, if it is to be looked at again now; below nothing when it has ended. Nothing
/// while the manager has been asked already.
#[must_use]
pub fn ends_in(candidate: &Candidate, today: Date) -> Option<i32> {
    let until = candidate.qualified_until.filter(|_| candidate.stage.is_qualified() && candidate.proposal.is_none())?;
    // Two days that are further apart than a number of days can say are not soon.
    let days = today.until(until).ok()?.get_days();
    (days <= REQUALIFY_DAYS).then_some(days)
}

/// Whether an inspection on that day is one that the next qualification can rest on.
#[must_use]
pub fn is_recent(inspected: Date, today: Date) -> bool {
    inspected.until(today).is_ok_and(|span| span.get_days() <= 2 * REQUALIFY_DAYS)
}
