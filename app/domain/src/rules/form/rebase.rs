//! Work on a version of a form, taken over to the one that somebody else has published meanwhile: each side keeps what it
//! changed. Where both changed the same the own change stands, and is named, so that a person looks at it.

use crate::records::{Checklist, Item, ItemKey};

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct Rebased {
    /// The version of the others with one's own changes, not published yet.
    pub list: Checklist,
    /// Questions that both sides changed.
    pub clashes: Vec<ItemKey>,
}

/// Takes what `mine` has changed of `began` over to `newer`.
#[must_use]
pub fn rebased(began: &Checklist, mine: &Checklist, newer: &Checklist) -> Rebased {
    let mut clashes = Vec::new();
    let mut items: Vec<Item> = Vec::new();
    for key in order(began, mine, newer) {
        let (before, own, other) = (began.item(&key), mine.item(&key), newer.item(&key));
        let kept = if own == before {
            other
        } else if other == before || other == own {
            own
        } else {
            clashes.push(key.clone());
            // What one side took out and the other one changed stays.
            own.or(other)
        };
        items.extend(kept.cloned());
    }
    let list = Checklist {
        title: changed(&began.title, &mine.title, &newer.title),
        classes: changed(&began.classes, &mine.classes, &newer.classes),
        items,
        checks: changed(&began.checks, &mine.checks, &newer.checks),
        bands: changed(&began.bands, &mine.bands, &newer.bands),
        ..newer.clone()
    };
    Rebased { list, clashes }
}

fn changed<T: Clone + PartialEq>(began: &T, mine: &T, newer: &T) -> T {
    if mine == began { newer.clone() } else { mine.clone() }
}

/// The keys of both sides: in the own order if it was changed, else in the order of the others; what only one side has
/// follows what it follows there.
fn order(began: &Checklist, mine: &Checklist, newer: &Checklist) -> Vec<ItemKey> {
    let keys = |list: &Checklist| list.items.iter().map(|item| item.key.clone()).collect::<Vec<ItemKey>>();
    let common = |list: &Checklist, with: &Checklist| {
        keys(list).into_iter().filter(|key| with.item(key).is_some()).collect::<Vec<ItemKey>>()
    };
    let moved = common(began, mine) != common(mine, began);
    let (mut first, second) = if moved { (keys(mine), keys(newer)) } else { (keys(newer), keys(mine)) };
    let mut after = None;
    for key in second {
        match first.iter().position(|known| *known == key) {
            Some(at) => after = Some(at),
            None => {
                let at = after.map_or(0, |at| at + 1);
                first.insert(at, key);
                after = Some(at);
            }
        }
    }
    first
}
