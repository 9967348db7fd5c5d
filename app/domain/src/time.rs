//! Moments and civil dates. A moment is milliseconds since 1970 as some clock said it;
//! which clock is in the name of the field. Days are civil dates in the region's own offset.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// This moment moved by some milliseconds; saturates, because a phone's clock may say anything.
    #[must_use]
    pub const fn plus(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Milliseconds from `earlier` to here.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The civil date at an offset from UTC.
    #[must_use]
    pub fn date(self, offset: Offset) -> Date {
        let days = self.local_millis(offset).div_euclid(DAY);
        let days = days.clamp(-700_000, 2_900_000);
        jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(days))
    }

    /// Hours and minutes of the civil day at an offset from UTC.
    #[must_use]
    pub fn clock(self, offset: Offset) -> (u8, u8) {
        let minutes = self.local_millis(offset).rem_euclid(DAY) / 60_000;
        // Both are below 60 by the arithmetic above.
        ((minutes / 60) as u8, (minutes % 60) as u8)
    }

    /// The first moment of a civil date at an offset from UTC.
    #[must_use]
    pub fn start_of(date: Date, offset: Offset) -> Self {
        let days = jiff::civil::date(1970, 1, 1).until(date).map_or(0, |span| i64::from(span.get_days()));
        Self(days * DAY - i64::from(offset.0) * 60_000)
    }

    fn local_millis(self, offset: Offset) -> i64 {
        self.0.saturating_add(i64::from(offset.0) * 60_000)
    }
}

/// Milliseconds in a day.
pub const DAY: i64 = 24 * 60 * 60 * 1000;

/// Minutes east of UTC. China has one, without summer time, so a number is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Offset(pub i16);

impl Offset {
    /// UTC+8.
    pub const CHINA: Self = Self(480);
}

/// A span of civil dates; both ends belong to it, an open end never comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateWindow {
    /// First day.
    pub from: Date,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

impl DateWindow {
    /// Whether a day lies in the window.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        day >= self.from && self.until.is_none_or(|until| day <= until)
    }
}
