//! Money, shares and quantities as integers. Floats are kept out of every rule:
//! two phones that add the same things must get the same sum.

use serde::{Deserialize, Serialize};

/// An amount in minor units (fen).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(pub i64);

impl Money {
    /// `¥105,600.00`, with the minus sign in front of the currency: a long amount is read by its threes.
    #[must_use]
    pub fn yuan(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        let digits = (fen / 100).to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in digits.char_indices() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        format!("{sign}¥{grouped}.{:02}", fen % 100)
    }
}

/// A share in parts per ten thousand: 10000 is the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Share(pub u32);

impl Share {
    /// Nothing of it.
    pub const NONE: Self = Self(0);
    /// All of it.
    pub const WHOLE: Self = Self(10_000);

    /// `part / whole`, clamped to 0..=1; an empty whole counts as nothing.
    #[must_use]
    pub fn of(part: i64, whole: i64) -> Self {
        if whole <= 0 || part <= 0 {
            return Self::NONE;
        }
        let share = i128::from(part) * 10_000 / i128::from(whole);
        Self(u32::try_from(share.min(10_000)).unwrap_or(10_000))
    }

    /// This share of an amount of points, rounded half up.
    #[must_use]
    pub fn times(self, points: u32) -> u32 {
        let product = u64::from(self.0) * u64::from(points);
        u32::try_from((product + 5_000) / 10_000).unwrap_or(u32::MAX)
    }

    /// Whole percent, rounded half up.
    #[must_use]
    pub fn percent(self) -> u32 {
        (self.0 + 50) / 100
    }
}
