//! The day of a rep: which shops, in which order, why each is on the list, and what has been done (F1).

use crate::id::{OutletId, SkipId, TaskId, UserId, VisitId};
use crate::order::InOrder;
use crate::records::{JourneyPlan, Skip, Task, TaskKind, Visit};
use crate::rules::plan::{Away, stops_on};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// One shop of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The shop.
    pub outlet: OutletId,
    /// Its place in the walking order, from 1.
    pub number: u32,
    /// Why it is on the list, most urgent first; never empty.
    pub reasons: Vec<StopReason>,
    /// How far it has come.
    pub state: StopState,
}

/// Why a shop is on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopReason {
    /// Photos were sent back there: how many, and the task of the first.
    Redo(u32, TaskId),
    /// Something is open there.
    OpenTask(TaskId),
    /// So many days over the frequency of its class (F4).
    Overdue(u32),
    /// It is on the route.
    Planned,
    /// The rep went there without a plan.
    Unplanned,
}

/// How far a stop has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopState {
    /// Still to come.
    ToDo,
    /// The rep is there.
    Open(VisitId),
    /// Been there.
    Done(VisitId),
    /// Left out, with a reason (F6).
    Skipped(SkipId),
}

/// What the day is made of.
#[derive(Clone, Copy, Debug, Default)]
pub struct Book<'a> {
    /// The routes, the rep's own and those they may step in for.
    pub plans: &'a [JourneyPlan],
    /// Free days and leaves.
    pub away: Away<'a>,
    /// Visits, that day's among them.
    pub visits: &'a [Visit],
    /// Stops left out, that day's among them.
    pub skips: &'a [Skip],
    /// What is owed.
    pub tasks: &'a [Task],
    /// Days over the frequency, of the shops that are.
    pub overdue: &'a [(OutletId, u32)],
}

/// The stops of a day: the routes in order, then shops visited without a plan,
/// then shops off the route where a photo has to be taken again.
#[must_use]
pub fn today(rep: UserId, day: Date, book: Book<'_>) -> Vec<Stop> {
    let planned = stops_on(rep, book.plans, book.away, day);
    let mine: Vec<&Visit> = book.visits.iter().filter(|visit| visit.rep == rep && visit.day == day).collect();
    let skipped: Vec<&Skip> = book.skips.iter().filter(|skip| skip.rep == rep && skip.day == day).collect();
    let mut owed: BTreeMap<OutletId, Vec<&Task>> = BTreeMap::new();
    for task in book.tasks.iter().filter(|task| task.owner == rep && task.is_open()) {
        owed.entry(task.outlet).or_default().push(task);
    }
    let mut order = planned.clone();
    let extra = mine.iter().map(|visit| visit.outlet);
    let redo = owed.iter().filter(|(_, tasks)| tasks.iter().any(|task| is_redo(task))).map(|(outlet, _)| *outlet);
    for outlet in extra.chain(redo) {
        if !order.contains(&outlet) {
            order.push(outlet);
        }
    }
    order
        .into_iter()
        .zip(1..)
        .map(|(outlet, number)| Stop {
            outlet,
            number,
            reasons: reasons(
                planned.contains(&outlet),
                owed.get(&outlet).map_or(&[], Vec::as_slice),
                book.overdue.iter().find(|(late, _)| *late == outlet).map(|(_, days)| *days),
            ),
            state: state(
                mine.iter().filter(|visit| visit.outlet == outlet).copied(),
                skipped.iter().find(|skip| skip.outlet == outlet).map(|skip| skip.id),
            ),
        })
        .collect()
}

/// The stops with those that are still to come in another order: `order` names shops, the ones it does not name follow
/// as they were. What is done or left out stays where it is.
#[must_use]
pub fn reordered(stops: Vec<Stop>, order: &[OutletId]) -> Vec<Stop> {
    let place = |stop: &Stop| order.iter().position(|outlet| *outlet == stop.outlet).unwrap_or(usize::MAX);
    let mut to_come: Vec<Stop> = stops.iter().filter(|stop| stop.state == StopState::ToDo).cloned().collect();
    to_come.order_by_key(place);
    let mut to_come = to_come.into_iter();
    stops
        .into_iter()
        .zip(1..)
        .filter_map(|(stop, number)| {
            let stop = if stop.state == StopState::ToDo { to_come.next()? } else { stop };
            Some(Stop { number, ..stop })
        })
        .collect()
}

fn is_redo(task: &Task) -> bool {
    matches!(task.kind, TaskKind::Redo { .. })
}

fn reasons(planned: bool, owed: &[&Task], overdue: Option<u32>) -> Vec<StopReason> {
    let mut reasons = Vec::new();
    let redos: Vec<_> = owed.iter().filter(|task| is_redo(task)).collect();
    if let Some(first) = redos.first() {
        reasons.push(StopReason::Redo(redos.len() as u32, first.id));
    }
    reasons.extend(owed.iter().filter(|task| !is_redo(task)).map(|task| StopReason::OpenTask(task.id)));
    reasons.extend(overdue.filter(|days| *days > 0).map(StopReason::Overdue));
    reasons.push(if planned { StopReason::Planned } else { StopReason::Unplanned });
    reasons
}

/// An open visit counts before an ended one: the rep is there now. A shop that was left out and visited after all
/// was visited.
fn state<'a>(visits: impl Iterator<Item = &'a Visit>, skipped: Option<SkipId>) -> StopState {
    let mut state = skipped.map_or(StopState::ToDo, StopState::Skipped);
    for visit in visits {
        if visit.is_open() {
            return StopState::Open(visit.id);
        }
        state = StopState::Done(visit.id);
    }
    state
}
