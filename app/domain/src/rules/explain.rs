//! Where the points of a visit went, and what would lift it (F24). Shown to the rep before leaving, while the
//! shelf can still be put right, and to the manager afterwards.

use crate::measure::Share;
use crate::order::InOrder;
use crate::records::{Band, Checklist, ItemKey, Score};

/// A question that cost points, or failed the visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Which.
    pub item: ItemKey,
    /// Points lost.
    pub points: u32,
    /// Whether it fails the visit by itself.
    pub knocks_out: bool,
}

/// What was lost, knock-outs first, then the largest; equal ones in the checklist's order.
#[must_use]
pub fn losses(score: &Score) -> Vec<Loss> {
    let lost = |item: &ItemKey| {
        let scored = score.items.iter().find(|scored| &scored.item == item);
        scored.map_or(0, |scored| scored.out_of.saturating_sub(scored.points))
    };
    // A knock-out needs no weight.
    let weightless = score.knocked_out.iter().filter(|item| score.items.iter().all(|scored| scored.item != **item));
    let items = score.items.iter().map(|scored| &scored.item).chain(weightless);
    let mut losses: Vec<Loss> = items
        .map(|item| Loss { item: item.clone(), points: lost(item), knocks_out: score.knocked_out.contains(item) })
        .filter(|loss| loss.points > 0 || loss.knocks_out)
        .collect();
    losses.order_by_key(|loss| (!loss.knocks_out, std::cmp::Reverse(loss.points)));
    losses
}

/// The fewest questions that, put right, lift a visit to its next band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayUp {
    /// What it would come to.
    pub to: Band,
    /// What has to be put right, as in [`losses`].
    pub items: Vec<ItemKey>,
}

/// See [`WayUp`]; none where it passes. Skip logic is left out of it: a question that would only then be asked
/// cannot be promised anything.
#[must_use]
pub fn way_up(checklist: &Checklist, score: &Score) -> Option<WayUp> {
    let (next, floor) = match score.band {
        Band::Pass => return None,
        Band::Conditional => (Band::Pass, checklist.bands.pass),
        Band::Fail => (Band::Conditional, checklist.bands.conditional),
    };
    let mut points = score.points;
    let mut items = Vec::new();
    let share = |points: u32| match score.out_of {
        0 => Share::WHOLE,
        out_of => Share::of(i64::from(points), i64::from(out_of)),
    };
    for loss in losses(score) {
        if !loss.knocks_out && share(points) >= floor {
            break;
        }
        points = points.saturating_add(loss.points);
        items.push(loss.item);
    }
    if share(points) < floor {
        return None;
    }
    // Putting a knock-out right may lift it past the next band.
    let to = if share(points) >= checklist.bands.pass { Band::Pass } else { next };
    Some(WayUp { to, items })
}
