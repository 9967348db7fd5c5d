//! Handing over (F7): what whoever steps in has to know, and what stepping in means in stops.

use crate::id::{TerritoryId, UserId};
use crate::limits::LEAVE_DAYS;
use crate::order::InOrder;
use crate::records::{JourneyPlan, Leave, Task};
use crate::rules::plan::{Away, stops_on};
use crate::time::DateWindow;
use jiff::civil::Date;

/// What a rep owes in the territory that they hand over, the most urgent first.
#[must_use]
pub fn to_hand_over<'a>(
    tasks: impl IntoIterator<Item = &'a Task>,
    rep: UserId,
    territory: TerritoryId,
) -> Vec<&'a Task> {
    let handed = |task: &&Task| task.is_open() && task.owner == rep && task.territory == territory;
    let mut tasks: Vec<&Task> = tasks.into_iter().filter(handed).collect();
    tasks.order_by_key(|task| (task.due, task.asked_at, task.id));
    tasks
}

/// A brief with lines added to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The brief.
    pub text: String,
    /// How many lines did not fit any more.
    pub left_out: usize,
}

/// Adds lines to what is written already. Nothing that was typed is touched, a line that is there is not added twice,
/// and the brief never grows beyond `limit` characters.
#[must_use]
pub fn fill(written: &str, lines: &[String], limit: usize) -> Filled {
    let mut text = written.trim_end().to_owned();
    let mut chars = text.chars().count();
    let mut left_out = 0;
    for line in lines {
        if text.lines().any(|known| known == line) {
            continue;
        }
        let more = line.chars().count() + usize::from(!text.is_empty());
        // The most urgent come first: after one that does not fit a shorter one is not let through.
        if left_out > 0 || chars + more > limit {
            left_out += 1;
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(line);
        chars += more;
    }
    Filled { text, left_out }
}

/// How many stops lie in the days of a leave: what somebody steps in for.
#[must_use]
pub fn stops_left(leave: &Leave, plans: &[JourneyPlan], away: Away<'_>) -> usize {
    let here = Away { leaves: &[], ..away };
    days(leave.window)
        .map(|day| stops_on(leave.rep, plans.iter().filter(|plan| plan.territory == leave.territory), here, day).len())
        .sum()
}

/// How many stops somebody walks in those days as it is, their own and those they step in for.
#[must_use]
pub fn stops_of(user: UserId, window: DateWindow, plans: &[JourneyPlan], away: Away<'_>) -> usize {
    days(window).map(|day| stops_on(user, plans, away, day).len()).sum()
}

/// Whether somebody is away on one of those days themselves.
#[must_use]
pub fn is_away(user: UserId, window: DateWindow, leaves: &[Leave]) -> bool {
    leaves.iter().any(|leave| leave.rep == user && days(window).any(|day| leave.covers(day)))
}

/// How many days a window has; one without an end is as long as a leave may be.
#[must_use]
pub fn length(window: DateWindow) -> usize {
    days(window).count()
}

fn days(window: DateWindow) -> impl Iterator<Item = Date> {
    (0..i64::from(LEAVE_DAYS))
        .map(move |later| window.from.saturating_add(jiff::Span::new().days(later)))
        .take_while(move |day| window.contains(*day))
}
