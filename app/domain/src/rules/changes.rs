//! What has changed at a shop between two visits (F13): what a rep looks at again before going in.

use crate::id::ProductId;
use crate::measure::Money;
use crate::order::InOrder;
use crate::records::{AnswerValue, Checklist, Item, ItemKind, TableRow, Visit};
use crate::rules::score::{Walk, rate, walk};

/// Something that was answered both times, and differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The question.
    pub item: Item,
    /// Whose price it is, if it is one of a table.
    pub product: Option<ProductId>,
    /// What was said first.
    pub before: AnswerValue,
    /// What was said last.
    pub after: AnswerValue,
    /// Whether it fails the visit by itself now.
    pub knocks_out: bool,
}

/// What differs, by the checklist of the later visit: a knock-out first, then what got worse, then the rest in the
/// checklist's order. Photos, signatures and remarks are of their own day, and stock differs every time.
#[must_use]
pub fn changes(checklist: &Checklist, before: &Visit, after: &Visit) -> Vec<Change> {
    let (first, last) = (walk(checklist, &before.answers), walk(checklist, &after.answers));
    let mut changes: Vec<(bool, Change)> = Vec::new();
    for item in &last.items {
        let (Some(was), Some(is)) = (said(&first, item, before), said(&last, item, after)) else { continue };
        match (&item.kind, was, is) {
            (ItemKind::Photo { .. } | ItemKind::Signature | ItemKind::Text, ..) => {}
            (ItemKind::Table { .. }, AnswerValue::Table(was), AnswerValue::Table(is)) => {
                changes.extend(prices(was, is).map(|(product, was, is)| {
                    let (before, after) = (AnswerValue::Money(was), AnswerValue::Money(is));
                    let item = (*item).clone();
                    (false, Change { item, product: Some(product), before, after, knocks_out: false })
                }));
            }
            _ if was == is => {}
            _ => {
                let knocks_out = after.score.as_ref().is_some_and(|score| score.knocked_out.contains(&item.key));
                let worse = rate(item, Some(is)) < rate(item, Some(was));
                let (before, after) = (was.clone(), is.clone());
                changes.push((worse, Change { item: (*item).clone(), product: None, before, after, knocks_out }));
            }
        }
    }
    changes.order_by_key(|(worse, change)| (!change.knocks_out, !worse));
    changes.into_iter().map(|(_, change)| change).collect()
}

/// What was said to a question, if it was asked.
fn said<'a>(walk: &'a Walk<'_>, item: &Item, visit: &'a Visit) -> Option<&'a AnswerValue> {
    walk.items.iter().find(|asked| asked.key == item.key)?;
    walk.value(item, &visit.answers)
}

/// Prices that were seen both times and are not the same.
fn prices<'a>(was: &'a [TableRow], is: &'a [TableRow]) -> impl Iterator<Item = (ProductId, Money, Money)> + 'a {
    is.iter().filter_map(|row| {
        let before = was.iter().find(|before| before.product == row.product)?;
        let (was, is) = (before.price?, row.price?);
        (was != is).then_some((row.product, was, is))
    })
}

/// Pieces in stock over some visits, in their order, for what the last of them counted: a visit that did not count
/// all of it has no sum that could be held against the others.
#[must_use]
pub fn stock<'a>(visits: impl IntoIterator<Item = &'a Visit>) -> Vec<i64> {
    let visits: Vec<&Visit> = visits.into_iter().collect();
    let counted: Vec<ProductId> =
        visits.last().map(|last| rows(last).map(|(product, _)| product).collect()).unwrap_or_default();
    let sum = |visit: &&Visit| {
        let here: Vec<(ProductId, i64)> = rows(visit).collect();
        let pieces = |wanted| here.iter().find(|(product, _)| product == wanted).map(|(_, pieces)| *pieces);
        counted.iter().map(pieces).sum::<Option<i64>>()
    };
    if counted.is_empty() { Vec::new() } else { visits.iter().filter_map(sum).collect() }
}

/// Product and pieces of every line that was counted.
fn rows(visit: &Visit) -> impl Iterator<Item = (ProductId, i64)> {
    let tables = visit.answers.values().filter_map(|answer| match &answer.value {
        AnswerValue::Table(rows) => Some(rows),
        _ => None,
    });
    tables.flatten().filter_map(|row| row.stock.map(|pieces| (row.product, pieces)))
}
