//! Distances, and what counts as being at a shop.

use crate::sample::fix_at;
use domain::geo::{Nearness, Position};
use proptest::prelude::*;

/// Half the circumference of the globe, in metres.
const HALF_ROUND: u32 = 20_015_115;

fn position() -> impl Strategy<Value = Position> {
    (-90_000_000..=90_000_000, -180_000_000..=180_000_000).prop_map(|(lat, lon)| Position { lat, lon })
}

/// Within some kilometres of each other, where the rules are used.
fn nearby() -> impl Strategy<Value = (Position, Position)> {
    (position(), -60_000..60_000, -60_000..60_000).prop_map(|(from, lat, lon)| {
        let clamp = |value: i32, limit: i32| value.clamp(-limit, limit);
        (from, Position { lat: clamp(from.lat + lat, 90_000_000), lon: clamp(from.lon + lon, 180_000_000) })
    })
}

proptest! {
    #[test]
    fn a_distance_is_the_same_both_ways(a in position(), b in position()) {
        prop_assert_eq!(a.metres_to(b), b.metres_to(a));
    }

    #[test]
    fn nothing_is_farther_than_the_other_side_of_the_globe(a in position(), b in position()) {
        prop_assert!(a.metres_to(b) <= HALF_ROUND);
    }

    #[test]
    fn a_place_is_no_distance_from_itself_and_its_antipode_is_half_way_round(a in position()) {
        prop_assert_eq!(a.metres_to(a), 0);
        let lon = if a.lon > 0 { a.lon - 180_000_000 } else { a.lon + 180_000_000 };
        let other_side = Position { lat: -a.lat, lon };
        // The arcsine is steep there: a rounding of the last bit is some centimetres.
        prop_assert!(HALF_ROUND - a.metres_to(other_side) <= 1);
    }

    #[test]
    fn centimetres_are_the_same_both_ways_and_round_to_the_metres((a, b) in nearby()) {
        let centimetres = a.centimetres_to(b);
        prop_assert_eq!(centimetres, b.centimetres_to(a));
        prop_assert!(centimetres.abs_diff(a.metres_to(b) * 100) <= 50);
        prop_assert_eq!(a.centimetres_to(a), 0);
    }

    #[test]
    fn centimetres_hold_every_distance_on_the_globe(a in position(), b in position()) {
        prop_assert!(a.centimetres_to(b).abs_diff(a.metres_to(b) * 100) <= 50);
    }

    #[test]
    fn a_detour_is_never_shorter(a in position(), b in position(), c in position()) {
        // Each leg is rounded to whole metres; near the antipode the formula itself is good to a few.
        prop_assert!(a.metres_to(c) <= a.metres_to(b) + b.metres_to(c) + 3);
    }

    #[test]
    fn the_benefit_of_the_claimed_error_is_always_given((shop, there) in nearby(), accuracy in 0_u32..9_000, near in 0_u32..3_000) {
        let distance = there.metres_to(shop);
        match fix_at(there, accuracy).nearness(shop, near) {
            Nearness::Near => prop_assert!(distance <= near && accuracy <= near),
            Nearness::Far => prop_assert!(distance > near && distance - near > accuracy),
            Nearness::Unsure => {
                prop_assert!(distance <= near.saturating_add(accuracy));
                prop_assert!(distance > near || accuracy > near);
            }
        }
    }

    #[test]
    fn a_coarser_fix_at_the_same_place_is_never_called_farther((shop, there) in nearby(), accuracy in 0_u32..9_000, more in 0_u32..9_000) {
        let far = |accuracy| fix_at(there, accuracy).nearness(shop, 200) == Nearness::Far;
        prop_assert!(!far(accuracy + more) || far(accuracy));
    }

    #[test]
    fn degrees_on_the_globe_are_kept_and_others_are_not_positions(lat in -200.0_f64..200.0, lon in -400.0_f64..400.0) {
        let position = Position::from_degrees(lat, lon);
        prop_assert_eq!(position.is_some(), lat.abs() <= 90.0 && lon.abs() <= 180.0);
        if let Some(position) = position {
            prop_assert!(position.is_valid());
            prop_assert!((f64::from(position.lat) / 1e6 - lat).abs() <= 5.01e-7);
            prop_assert!((f64::from(position.lon) / 1e6 - lon).abs() <= 5.01e-7);
        }
    }
}

#[test]
fn known_distances_are_right_to_half_a_percent() {
    let handan = Position { lat: 36_612_000, lon: 114_490_000 };
    let beijing = Position { lat: 39_904_200, lon: 116_407_400 };
    let quarter = (Position { lat: 0, lon: 0 }, Position { lat: 90_000_000, lon: 77_000_000 });
    for (a, b, metres) in [(handan, beijing, 402_000), (quarter.0, quarter.1, 10_007_557)] {
        let measured = f64::from(a.metres_to(b));
        assert!((measured / f64::from(metres) - 1.0).abs() < 0.005, "{measured} is not {metres}");
    }
}

#[test]
fn a_millionth_of_a_degree_is_eleven_centimetres() {
    let here = Position { lat: 36_612_347, lon: 114_490_219 };
    let beside = |lat: i32, lon: i32| here.centimetres_to(Position { lat: here.lat + lat, lon: here.lon + lon });
    assert_eq!((beside(1, 0), beside(-1, 0), beside(100, 0)), (11, 11, 1_112));
    assert_eq!((beside(0, 1), beside(0, 100)), (9, 893), "a degree of longitude is shorter up here");
}

#[test]
fn what_is_not_a_number_is_not_a_position() {
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(Position::from_degrees(bad, 0.0), None);
        assert_eq!(Position::from_degrees(0.0, bad), None);
    }
    assert!(!Position { lat: i32::MIN, lon: 0 }.is_valid() && !Position { lat: 0, lon: i32::MAX }.is_valid());
}

#[test]
fn positions_off_the_globe_are_no_panic() {
    let corner = Position { lat: i32::MIN, lon: i32::MAX };
    assert!(corner.metres_to(Position { lat: i32::MAX, lon: i32::MIN }) <= HALF_ROUND);
}
