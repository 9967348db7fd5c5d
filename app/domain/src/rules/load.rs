//! What a day of a route asks of whoever walks it: its stops, the way between them, and the minutes of both. The planner
//! of routes draws it; how long a visit takes is what the rep's own visits took.

use crate::geo::Position;
use crate::limits::{DAY_MINUTES, METRES_A_MINUTE, VISIT_MINUTES, VISITS_THAT_TELL};
use crate::order::InOrder;
use crate::records::Visit;
use crate::rules::tour::length;

/// How long a visit takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisitTime {
    /// Minutes.
    pub minutes: u32,
    /// Of how many visits; none where there were too few and the usual time is taken.
    pub of: Option<usize>,
}

impl VisitTime {
    /// The middle one of the times that ended visits took. One that nobody checked out of tells nothing.
    #[must_use]
    pub fn of<'a>(visits: impl IntoIterator<Item = &'a Visit>) -> Self {
        let told = visits.into_iter().filter(|visit| visit.forgotten.is_none());
        let mut took: Vec<i64> = told.filter_map(Visit::stayed).collect();
        if took.len() < VISITS_THAT_TELL {
            return Self { minutes: VISIT_MINUTES, of: None };
        }
        took.in_order();
        let minutes = took[took.len() / 2] / 60_000;
        Self { minutes: u32::try_from(minutes).unwrap_or(VISIT_MINUTES).clamp(1, DAY_MINUTES), of: Some(took.len()) }
    }
}

/// What a day asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Shops.
    pub stops: usize,
    /// The way through them in their order, in metres as the crow flies.
    pub metres: u64,
    /// Minutes in the shops and between them.
    pub minutes: u32,
}

impl Load {
    /// Of the shops of a day in walking order.
    #[must_use]
    pub fn of(stops: &[Position], time: VisitTime) -> Self {
        let order: Vec<usize> = (0..stops.len()).collect();
        let metres = stops.first().map_or(0, |first| length(*first, stops, &order));
        let between = u32::try_from(metres / METRES_A_MINUTE).unwrap_or(u32::MAX);
        let inside = u32::try_from(stops.len()).unwrap_or(u32::MAX).saturating_mul(time.minutes);
        Self { stops: stops.len(), metres, minutes: inside.saturating_add(between) }
    }

    /// Whether it is more than a day holds.
    #[must_use]
    pub const fn is_too_much(&self) -> bool {
        self.minutes > DAY_MINUTES
    }
}
