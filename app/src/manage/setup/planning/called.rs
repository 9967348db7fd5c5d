//! What a route is called where several may have the same name: it, its weekdays, and, of one that is not walked every
//! week, the next day. Used by the planner, and by the shops that lie on routes.

use crate::text::Texts;
use domain::records::{JourneyPlan, Weeks};
use domain::rules::plan::is_walked_on;
use jiff::ToSpan;
use jiff::civil::Date;

/// So far ahead the next day is looked for: a route that is walked more seldom is told by its weekdays.
const DAYS_AHEAD: i64 = 56;

/// See the module.
pub fn called(t: Texts, plan: &JourneyPlan, today: Date) -> String {
    [plan.name.as_str(), t.frame.dot, &when(t, plan, today)].concat()
}

/// On which days it is walked.
pub fn when(t: Texts, plan: &JourneyPlan, today: Date) -> String {
    let days = (t.planning.walked)(&plan.weekdays, plan.weeks);
    let next = match plan.weeks {
        Weeks::EveryNth { n, .. } if n > 1 => {
            let mut ahead = (0..DAYS_AHEAD).map(|days| today.saturating_add(days.days()));
            ahead.find(|day| is_walked_on(plan, *day))
        }
        _ => None,
    };
    match next {
        Some(next) => [days.as_str(), t.frame.comma, &(t.planning.next)(&(t.time.day)(next))].concat(),
        None => days,
    }
}
