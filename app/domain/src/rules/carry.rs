//! What the visit before said, offered for one tap (F25). Nothing is taken over by itself: a value that nobody
//! looked at must never read as one that somebody did.

use crate::records::{Answer, AnswerValue, Item, ItemKind};
use crate::rules::answer::fits;
use crate::rules::score::is_answered;

/// How a value came to stand in a visit.
#[derive(Clone, Debug, PartialEq)]
pub enum Looked {
    /// The rep entered it.
    Entered,
    /// The rep looked, and it was as last time.
    Confirmed,
    /// Nobody looked; last time it was so.
    NotLookedAt(AnswerValue),
    /// Nobody looked, and there is nothing to go by.
    Nothing,
}

/// What can be confirmed with one tap: last time's whole answer, if it still fits the question. Photos, signatures
/// and remarks are of their own day.
#[must_use]
pub fn offered<'a>(item: &Item, last: Option<&'a Answer>) -> Option<&'a AnswerValue> {
    let of_its_day =
        matches!(item.kind, ItemKind::Photo { .. } | ItemKind::Signature | ItemKind::Text | ItemKind::Computed { .. });
    let value = &last?.value;
    (!of_its_day && is_answered(item, Some(value)) && fits(item, value).is_ok()).then_some(value)
}

/// How the answer to a question came about.
#[must_use]
pub fn looked(item: &Item, now: Option<&Answer>, last: Option<&Answer>) -> Looked {
    match (now, offered(item, last)) {
        (Some(Answer { confirmed: true, .. }), _) => Looked::Confirmed,
        (Some(_), _) => Looked::Entered,
        (None, Some(value)) => Looked::NotLookedAt(value.clone()),
        (None, None) => Looked::Nothing,
    }
}
