//! What routes come to over weeks: how long a shop waits, whether that is too long for its class, and how many stops there
//! are.

use crate::id::OutletId;
use crate::limits::PLAN_DAYS;
use crate::records::{Frequency, JourneyPlan, OutletClass};
use crate::rules::plan::is_walked_on;
use jiff::Span;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The longest time in days between two visits, of every shop that routes lead to from a day on. What comes before the
/// first visit and after the last one counts too.
#[must_use]
pub fn longest_gaps<'a>(plans: impl IntoIterator<Item = &'a JourneyPlan>, from: Date) -> BTreeMap<OutletId, u32> {
    let plans: Vec<&JourneyPlan> = plans.into_iter().collect();
    let mut seen: BTreeMap<OutletId, (i64, i64)> = BTreeMap::new();
    for (number, day) in from.series(Span::new().days(1)).enumerate().take(PLAN_DAYS as usize) {
        let number = number as i64;
        for stop in plans.iter().filter(|plan| is_walked_on(plan, day)).flat_map(|plan| &plan.stops) {
            // When it was last seen, and the longest time until then.
            let (last, longest) = seen.entry(*stop).or_insert((0, 0));
            *longest = (*longest).max(number - *last);
            *last = number;
        }
    }
    let days = |(last, longest): (i64, i64)| u32::try_from(longest.max(PLAN_DAYS - last)).unwrap_or(u32::MAX);
    seen.into_iter().map(|(stop, times)| (stop, days(times))).collect()
}

/// How often a class is to be visited if a route that comes by so seldom does not do.
#[must_use]
pub fn too_seldom(rule: Option<&Frequency>, class: OutletClass, gap: u32) -> Option<u16> {
    let every = rule?.every.iter().find(|every| every.class == class)?;
    (gap > u32::from(every.days)).then_some(every.days)
}

/// How many stops there are on so many days from a day on, each route for itself.
#[must_use]
pub fn stops_in<'a>(plans: impl IntoIterator<Item = &'a JourneyPlan>, from: Date, days: i64) -> usize {
    let plans: Vec<&JourneyPlan> = plans.into_iter().collect();
    let on =
        |day: Date| plans.iter().filter(|plan| is_walked_on(plan, day)).map(|plan| plan.stops.len()).sum::<usize>();
    from.series(Span::new().days(1)).take(usize::try_from(days).unwrap_or_default()).map(on).sum()
}
