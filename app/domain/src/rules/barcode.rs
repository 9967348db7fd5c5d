//! The check digit of a code on a piece (F20): a hint while it is typed, never a wall, because a case may carry
//! a code of another kind.

/// Digits of an EAN-13.
const EAN_13: usize = 13;

/// Whether a code has the length of an EAN-13 and a check digit that does not fit: one digit is wrong.
#[must_use]
pub fn is_mistyped(code: &str) -> bool {
    let digits: Option<Vec<u32>> = code.chars().map(|digit| digit.to_digit(10)).collect();
    let Some(digits) = digits.filter(|digits| digits.len() == EAN_13) else { return false };
    // Every second digit counts three times; with the check digit the sum is a multiple of ten.
    let sum: u32 = digits.iter().zip([1, 3].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    !sum.is_multiple_of(10)
}
