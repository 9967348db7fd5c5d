//! Short ways through the stops of a day.

use domain::geo::Position;
use domain::rules::tour::{MOST, length, shorten};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// So many hundreds of metres north and east of a corner of the town.
fn at(north: i32, east: i32) -> Position {
    Position { lat: 36_600_000 + north * 900, lon: 114_480_000 + east * 1_100 }
}

/// Somewhere in a town, or right beside another place.
fn place() -> impl Strategy<Value = Position> {
    prop_oneof![
        (0_i32..100, 0_i32..100).prop_map(|(north, east)| at(north, east)),
        (0_i32..300, 0_i32..300).prop_map(|(lat, lon)| Position { lat: 36_600_000 + lat, lon: 114_480_000 + lon }),
    ]
}

fn as_given(stops: &[Position]) -> Vec<usize> {
    (0..stops.len()).collect()
}

/// Where the way begins: at the phone, or at the first stop.
fn start(from: Option<Position>, stops: &[Position]) -> Option<Position> {
    from.or_else(|| stops.first().copied())
}

fn holds(from: Option<Position>, stops: &[Position]) -> Result<(), TestCaseError> {
    let order = shorten(from, stops);
    let mut sorted = order.clone();
    sorted.sort_unstable();
    prop_assert_eq!(sorted, as_given(stops), "each stop is there once");
    if let Some(start) = start(from, stops) {
        prop_assert!(length(start, stops, &order) <= length(start, stops, &as_given(stops)));
    }
    if from.is_none() && !stops.is_empty() {
        prop_assert_eq!(order[0], 0, "without a position the day begins where it did");
    }
    prop_assert_eq!(shorten(from, stops), order, "the same day comes out the same twice");
    Ok(())
}

proptest! {
    #[test]
    fn every_way_goes_through_every_stop_once_and_is_never_longer_than_the_given_one(
        from in option::of(place()),
        stops in vec(place(), 0..24),
    ) {
        holds(from, &stops)?;
    }
}

proptest! {
    // Each of these sorts two hundred shops.
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn more_stops_than_are_sorted_are_all_there_and_the_way_is_no_longer(
        from in option::of(place()),
        stops in vec(place(), MOST - 2..MOST + 12),
    ) {
        holds(from, &stops)?;
    }
}

#[test]
fn no_stops_and_one_stop_are_left_as_they_are() {
    assert!(shorten(None, &[]).is_empty() && shorten(Some(at(0, 0)), &[]).is_empty());
    assert_eq!(shorten(None, &[at(3, 3)]), [0]);
    assert_eq!(shorten(Some(at(0, 0)), &[at(3, 3)]), [0]);
}

#[test]
fn a_street_is_walked_from_one_end_to_the_other() {
    let street: Vec<Position> = [3, 0, 4, 1, 2].map(|north| at(north, 0)).to_vec();
    assert_eq!(shorten(Some(at(-1, 0)), &street), [1, 3, 4, 0, 2]);
    assert_eq!(shorten(Some(at(9, 0)), &street), [2, 0, 4, 3, 1]);
}

#[test]
fn a_way_that_crosses_itself_is_undone() {
    let (a, b, c, d) = (at(0, 0), at(0, 10), at(10, 0), at(10, 10));
    let stops = [a, d, b, c];
    let order = shorten(None, &stops);
    assert!(length(a, &stops, &order) < length(a, &stops, &as_given(&stops)));
    assert_eq!(order[0], 0);
}

#[test]
fn without_a_position_the_day_begins_at_its_first_stop_even_where_rounding_says_otherwise() {
    // The first stop lies between two others, ten metres and forty from each: the rounded legs from it sum up to less
    // than the leg between the two.
    let (middle, west, east) = (at(0, 0), 116, -116);
    let beside = |lon: i32| Position { lon: middle.lon + lon, ..middle };
    let stops = [middle, beside(west), beside(east)];
    let legs = middle.metres_to(stops[1]) + middle.metres_to(stops[2]);
    assert!(legs < stops[1].metres_to(stops[2]), "else this shows nothing");
    assert_eq!(shorten(None, &stops)[0], 0);
}

#[test]
fn stops_beyond_the_most_follow_as_they_were_and_the_way_to_them_counts_too() {
    // One shop up the street, the others down it, and one that is not sorted any more far behind those. By themselves
    // the sorted ones are walked quicker with the one up the street at the end; but from there it is far to the last.
    let mut stops = vec![at(0, 205)];
    stops.extend((1..MOST as i32).map(|n| at(0, -n)));
    stops.push(at(0, -400));
    let order = shorten(Some(at(0, 0)), &stops);
    assert_eq!(order.last(), Some(&MOST));
    assert!(length(at(0, 0), &stops, &order) <= length(at(0, 0), &stops, &as_given(&stops)));
}

#[test]
fn a_length_is_the_sum_of_its_legs() {
    let stops = [at(0, 0), at(0, 5), at(5, 5)];
    let legs = [at(9, 9).metres_to(stops[2]), stops[2].metres_to(stops[0]), stops[0].metres_to(stops[1])];
    assert_eq!(length(at(9, 9), &stops, &[2, 0, 1]), legs.into_iter().map(u64::from).sum::<u64>());
    assert_eq!(length(at(0, 0), &stops, &[]), 0);
}
