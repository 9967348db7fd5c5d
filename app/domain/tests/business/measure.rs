//! Money and shares.

use domain::measure::{Money, Share};
use proptest::prelude::*;

#[test]
fn money_is_written_with_its_sign_before_the_currency() {
    let cases = [
        (0, "¥0.00"),
        (5, "¥0.05"),
        (350, "¥3.50"),
        (-1, "-¥0.01"),
        (99_999, "¥999.99"),
        (10_560_000, "¥105,600.00"),
        (i64::MIN, "-¥92,233,720,368,547,758.08"),
    ];
    for (fen, text) in cases {
        assert_eq!(Money(fen).yuan(), text);
    }
}

#[test]
fn an_empty_whole_counts_as_nothing() {
    assert_eq!((Share::of(1, 0), Share::of(1, -1), Share::of(-1, 1), Share::of(0, 1)), Default::default());
}

proptest! {
    #[test]
    fn a_share_is_bounded_and_grows_with_its_part(part: i64, more in 0_i64..1_000_000, whole: i64) {
        let share = Share::of(part, whole);
        prop_assert!(share <= Share::WHOLE);
        prop_assert!(share <= Share::of(part.saturating_add(more), whole));
        prop_assert!(share.percent() <= 100);
    }

    #[test]
    fn the_whole_of_something_is_all_of_it_and_a_part_is_never_more(points: u32, share in 0_u32..=10_000) {
        prop_assert_eq!(Share::WHOLE.times(points), points);
        prop_assert_eq!(Share::NONE.times(points), 0);
        prop_assert!(Share(share).times(points) <= points);
    }

    #[test]
    fn a_share_of_points_is_rounded_to_the_nearest(points in 0_u32..1_000_000, share in 0_u32..=10_000) {
        let exact = f64::from(points) * f64::from(share) / 10_000.0;
        prop_assert!((f64::from(Share(share).times(points)) - exact).abs() <= 0.5);
    }
}
