//! Expands routes into days (F2). Works offline for any day ahead: a plan is data, a day is computed.

use crate::id::OutletId;
use crate::records::{JourneyPlan, Weeks};
use jiff::civil::Date;

/// Whether a route is walked on a day.
#[must_use]
pub fn is_walked_on(plan: &JourneyPlan, day: Date) -> bool {
    let weekday = day.weekday().to_monday_one_offset();
    plan.window.contains(day)
        && !plan.skip.contains(&day)
        && plan.weekdays.iter().any(|wanted| i8::try_from(*wanted) == Ok(weekday))
        && is_week_of(plan, day)
}

fn is_week_of(plan: &JourneyPlan, day: Date) -> bool {
    match plan.weeks {
        Weeks::Every => true,
        Weeks::EveryNth { n: 0 | 1, .. } => true,
        Weeks::EveryNth { n, phase } => {
            let weeks = days_between(monday_of(plan.window.from), monday_of(day)).div_euclid(7);
            weeks.rem_euclid(i64::from(n)) == i64::from(phase % n)
        }
    }
}

fn monday_of(day: Date) -> Date {
    day.saturating_sub(jiff::Span::new().days(i64::from(day.weekday().to_monday_zero_offset())))
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// The outlets of a day in walking order, each once, over all routes walked that day.
#[must_use]
pub fn stops_on<'a>(plans: impl IntoIterator<Item = &'a JourneyPlan>, day: Date) -> Vec<OutletId> {
    let mut stops = Vec::new();
    for plan in plans {
        if is_walked_on(plan, day) {
            for stop in &plan.stops {
                if !stops.contains(stop) {
                    stops.push(*stop);
                }
            }
        }
    }
    stops
}
