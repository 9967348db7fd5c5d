//! How long each answer took (F26). Ten answers in ten seconds are worth another look; nobody is stopped by it.

use crate::order::InOrder;
use crate::records::{ItemKey, Visit};
use std::collections::BTreeMap;

/// Milliseconds from what the rep did before to the last change of each answer; the first counts from the check-in.
/// A clock that was set back in between makes no time negative.
#[must_use]
pub fn pace(visit: &Visit) -> BTreeMap<ItemKey, i64> {
    let mut given: Vec<_> = visit.answers.iter().map(|(item, answer)| (answer.at, item)).collect();
    given.in_order();
    let mut before = visit.check_in.at;
    given
        .into_iter()
        .map(|(at, item)| {
            let took = at.since(before).max(0);
            before = before.max(at);
            (item.clone(), took)
        })
        .collect()
}
