//! How an agreement stands on a day. Its record says what people did to it; nobody does anything on the day on which it
//! begins or runs out, so that whoever shows or counts one asks here, with the day in hand.

use crate::records::{Agreement, AgreementState};
use jiff::civil::Date;

/// Days before the end at which somebody is reminded (F54).
pub const REMINDERS: [i64; 3] = [90, 60, 30];

/// How an agreement stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Being written.
    Draft,
    /// Frozen, with signatures to come.
    Offered,
    /// Signed by all three, with the approval to come.
    Signed,
    /// Approved, and its first day is to come.
    Ahead,
    /// In force.
    InForce,
    /// Over: run out, replaced, or ended early.
    Over,
}

impl Standing {
    /// Whether it is approved and not over: its partner is a member of the alliance.
    #[must_use]
    pub const fn runs(self) -> bool {
        matches!(self, Self::Ahead | Self::InForce)
    }

    /// Whether it keeps others out of its ground from this day on (S15).
    #[must_use]
    pub const fn holds_ground(self) -> bool {
        matches!(self, Self::Offered | Self::Signed | Self::Ahead | Self::InForce)
    }
}

/// How an agreement stands on a day.
#[must_use]
pub fn standing(agreement: &Agreement, today: Date) -> Standing {
    match agreement.state {
        // What is only written has no day on which it could be over.
        AgreementState::Draft => Standing::Draft,
        AgreementState::Ended => Standing::Over,
        _ if last_day(agreement) < today => Standing::Over,
        AgreementState::Offered => Standing::Offered,
        AgreementState::Signed => Standing::Signed,
        AgreementState::Active if agreement.terms.from > today => Standing::Ahead,
        AgreementState::Active => Standing::InForce,
    }
}

/// The last day of an agreement: that of its term, unless it was ended early.
#[must_use]
pub fn last_day(agreement: &Agreement) -> Date {
    agreement.ended.as_ref().map_or(agreement.terms.until, |ending| ending.on)
}

/// Days from a day until the last one of an agreement; negative once it is over.
#[must_use]
pub fn days_left(agreement: &Agreement, today: Date) -> i64 {
    today.until(last_day(agreement)).map_or(0, |span| i64::from(span.get_days()))
}

/// The reminder that is due: the smallest of 90, 60 and 30 days that the agreement in force has come under.
#[must_use]
pub fn reminder(agreement: &Agreement, today: Date) -> Option<i64> {
    if agreement.state != AgreementState::Active || agreement.ended.is_some() {
        return None;
    }
    let left = days_left(agreement, today);
    REMINDERS.into_iter().filter(|days| (0..=*days).contains(&left)).min()
}

/// Whether an agreement is in force on a day: approved, begun, not over.
#[must_use]
pub fn in_force(agreement: &Agreement, today: Date) -> bool {
    standing(agreement, today) == Standing::InForce
}
