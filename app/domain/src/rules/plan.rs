//! Expands routes into days (F2). Works offline for any day ahead: a plan is data, a day is computed.

use crate::id::{OutletId, PlanId, UserId};
use crate::records::{Calendar, FreeDay, JourneyPlan, Leave, Weeks};
use crate::time::DateWindow;
use jiff::civil::Date;

/// What keeps routes from being walked as planned.
#[derive(Clone, Copy, Debug, Default)]
pub struct Away<'a> {
    /// The free days of the company.
    pub calendars: &'a [Calendar],
    /// Who is away when, and who steps in.
    pub leaves: &'a [Leave],
}

impl<'a> Away<'a> {
    /// The free day that a date is, if it is one.
    #[must_use]
    pub fn free_day(&self, day: Date) -> Option<&'a FreeDay> {
        self.calendars.iter().flat_map(|calendar| &calendar.free).find(|free| free.day == day)
    }

    /// The leave of whoever walks a route, if they are away that day. Where two meet, the one in which somebody steps
    /// in counts: the other one is only asked for.
    fn leave(&self, plan: &JourneyPlan, day: Date) -> Option<&Leave> {
        let mine = |leave: &&Leave| leave.rep == plan.rep && leave.territory == plan.territory && leave.covers(day);
        self.leaves.iter().filter(mine).min_by_key(|leave| leave.substitute.is_none())
    }

    /// Who walks a route on a day; nobody on a free day, or while nobody steps in.
    #[must_use]
    pub fn walker(&self, plan: &JourneyPlan, day: Date) -> Option<UserId> {
        if !is_walked_on(plan, day) || self.free_day(day).is_some() {
            return None;
        }
        match self.leave(plan, day) {
            Some(leave) => leave.substitute,
            None => Some(plan.rep),
        }
    }
}

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

/// In which weeks a route is walked, counted from the week of another day.
#[must_use]
pub fn weeks_from(plan: &JourneyPlan, from: Date) -> Weeks {
    match plan.weeks {
        Weeks::EveryNth { n, phase } if n > 1 => {
            let gone = days_between(monday_of(plan.window.from), monday_of(from)).div_euclid(7);
            let left = (i64::from(phase % n) - gone).rem_euclid(i64::from(n));
            // Below n by the arithmetic above.
            Weeks::EveryNth { n, phase: left as u32 }
        }
        weeks => weeks,
    }
}

/// A route that is different from a day on: if it has begun by then it ends the day before, and goes on as `next` on the
/// days on which it would have been walked anyway; if not, it just is different.
#[must_use]
pub fn changed_from(
    plan: &JourneyPlan,
    from: Date,
    next: PlanId,
    change: impl FnOnce(&mut JourneyPlan),
) -> Vec<JourneyPlan> {
    if plan.window.from >= from {
        let mut changed = plan.clone();
        change(&mut changed);
        return vec![changed];
    }
    let mut ended = plan.clone();
    ended.window.until = Some(from.saturating_sub(jiff::Span::new().days(1)));
    let mut going_on = JourneyPlan {
        id: next,
        weeks: weeks_from(plan, from),
        window: DateWindow { from, until: plan.window.until },
        skip: plan.skip.iter().copied().filter(|day| *day >= from).collect(),
        ..plan.clone()
    };
    change(&mut going_on);
    vec![going_on, ended]
}

/// The Monday of the week of a day.
#[must_use]
pub fn monday_of(day: Date) -> Date {
    day.saturating_sub(jiff::Span::new().days(i64::from(day.weekday().to_monday_zero_offset())))
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// The outlets of a rep's day in walking order, each once, over all routes that they walk that day.
#[must_use]
pub fn stops_on<'a>(
    rep: UserId,
    plans: impl IntoIterator<Item = &'a JourneyPlan>,
    away: Away<'_>,
    day: Date,
) -> Vec<OutletId> {
    let mut stops = Vec::new();
    for plan in plans {
        if away.walker(plan, day) == Some(rep) {
            for stop in &plan.stops {
                if !stops.contains(stop) {
                    stops.push(*stop);
                }
            }
        }
    }
    stops
}
