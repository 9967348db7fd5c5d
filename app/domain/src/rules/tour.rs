//! A short way through the shops that are left (F5): the nearest one first, then crossings are undone (2-opt).
//! Straight lines are enough to sort forty shops of one town; nobody needs a map for it.

use crate::geo::Position;

/// Most shops that are put in order; more are left behind them as they were.
pub const MOST: usize = 200;
/// How often all pairs are tried. Two or three rounds settle a day's route; the bound is for the worst.
const ROUNDS: usize = 30;

/// The order in which to walk, as indexes into `stops`, beginning near `from` or, without one, at the first stop.
/// It never comes out longer than the order that was given.
#[must_use]
pub fn shorten(from: Option<Position>, stops: &[Position]) -> Vec<usize> {
    let given: Vec<usize> = (0..stops.len()).collect();
    let Some(start) = from.or_else(|| stops.first().copied()) else { return given };
    let sorted = &stops[..stops.len().min(MOST)];
    let mut order = nearest_first(start, sorted);
    uncross(start, sorted, &mut order, usize::from(from.is_none()));
    // The way on to the stops that are not sorted counts too: a shorter way may end far from them.
    order.extend(sorted.len()..stops.len());
    if length(start, stops, &order) > length(start, stops, &given) {
        return given;
    }
    order
}

/// Metres from `from` through the stops in an order.
#[must_use]
pub fn length(from: Position, stops: &[Position], order: &[usize]) -> u64 {
    let mut at = from;
    let mut metres = 0;
    for index in order {
        metres += u64::from(at.metres_to(stops[*index]));
        at = stops[*index];
    }
    metres
}

fn nearest_first(start: Position, stops: &[Position]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..stops.len()).collect();
    let mut order = Vec::with_capacity(stops.len());
    let mut at = start;
    while !left.is_empty() {
        // The earlier one of two that are equally near, so that the same day comes out the same twice.
        let next = (0..left.len()).min_by_key(|place| at.metres_to(stops[left[*place]])).unwrap_or(0);
        let index = left.remove(next);
        at = stops[index];
        order.push(index);
    }
    order
}

/// Turns every stretch around that makes the way shorter, until none does. The first `fixed` stops stay: legs are whole
/// metres, so a detour can seem to pay by one.
fn uncross(start: Position, stops: &[Position], order: &mut [usize], fixed: usize) {
    let count = order.len();
    // Distances are asked for again and again, and each costs a handful of sines.
    let between: Vec<u32> = (0..count * count).map(|pair| stops[pair / count].metres_to(stops[pair % count])).collect();
    let first: Vec<u32> = stops.iter().map(|stop| start.metres_to(*stop)).collect();
    let leg = |from: Option<usize>, to: Option<usize>| match (from, to) {
        (Some(from), Some(to)) => u64::from(between[from * count + to]),
        (None, Some(to)) => u64::from(first[to]),
        // After the last shop the way is over.
        (_, None) => 0,
    };
    for _ in 0..ROUNDS {
        let mut better = false;
        for i in fixed..count {
            for j in i + 1..count {
                let before = i.checked_sub(1).map(|place| order[place]);
                let after = order.get(j + 1).copied();
                let (head, tail) = (Some(order[i]), Some(order[j]));
                if leg(before, tail) + leg(head, after) < leg(before, head) + leg(tail, after) {
                    order[i..=j].reverse();
                    better = true;
                }
            }
        }
        if !better {
            break;
        }
    }
}
