//! The check digit of a code that somebody types (F20).

use domain::rules::barcode::is_mistyped;
use proptest::prelude::*;

#[test]
fn a_code_with_its_check_digit_is_believed() {
    for code in ["6901234567892", "4006381333931", "0000000000000"] {
        assert!(!is_mistyped(code), "{code}");
    }
}

#[test]
fn a_code_of_another_kind_or_one_that_is_not_finished_is_left_alone() {
    for code in ["", "690123456789", "16901234567899", "LOT-2026-1113", "690123456789X"] {
        assert!(!is_mistyped(code), "{code}");
    }
}

proptest! {
    #[test]
    fn one_wrong_digit_is_always_noticed(at in 0_usize..13, by in 1_u32..10) {
        let wrong: String = "6901234567892"
            .chars()
            .enumerate()
            .map(|(place, digit)| match digit.to_digit(10) {
                Some(n) if place == at => char::from_digit((n + by) % 10, 10).unwrap(),
                _ => digit,
            })
            .collect();
        prop_assert!(is_mistyped(&wrong), "{wrong}");
    }
}
