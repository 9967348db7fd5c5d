//! The PIN that opens a phone (F113): which ones are too easy, and how long a wrong one costs.

use crate::limits::{PIN_DIGITS, PIN_LONGEST_PAUSE_MILLIS, PIN_PAUSE_MILLIS, PIN_TRIES};

/// Whether these are the digits of a PIN.
#[must_use]
pub fn is_whole(pin: &str) -> bool {
    pin.len() == PIN_DIGITS && pin.bytes().all(|digit| digit.is_ascii_digit())
}

/// Whether it is one of those that everybody tries first: one digit over and over, or the keys in a row.
#[must_use]
pub fn is_easy(pin: &str) -> bool {
    let digits = pin.as_bytes();
    [0, 1, -1]
        .into_iter()
        .any(|step| digits.windows(2).all(|pair| matches!(pair, [a, b] if i16::from(*b) - i16::from(*a) == step)))
}

/// How long after the last of so many wrong ones in a row the next may be tried, in milliseconds.
#[must_use]
pub fn pause(wrong: u32) -> i64 {
    match wrong.checked_sub(PIN_TRIES) {
        None => 0,
        Some(doubled) => (PIN_PAUSE_MILLIS << doubled.min(16)).min(PIN_LONGEST_PAUSE_MILLIS),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_easy, is_whole, pause};

    #[test]
    fn a_pin_has_six_digits() {
        assert!(is_whole("048213"));
        assert!(["04821", "0482133", "04821a", ""].into_iter().all(|pin| !is_whole(pin)));
    }

    #[test]
    fn what_everybody_tries_first_is_no_pin() {
        assert!(["000000", "123456", "654321", "345678"].into_iter().all(is_easy));
        assert!(["048213", "112233", "123450"].into_iter().all(|pin| !is_easy(pin)));
    }

    #[test]
    fn four_wrong_ones_cost_nothing_and_each_one_after_that_twice_the_one_before_up_to_an_hour() {
        assert_eq!([0, 4, 5, 6, 7].map(pause), [0, 0, 30_000, 60_000, 120_000]);
        assert_eq!(pause(12), 60 * 60 * 1000);
        assert_eq!(pause(u32::MAX), 60 * 60 * 1000);
    }
}
