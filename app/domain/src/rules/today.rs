//! The day of a rep: which shops, in which order, why each is on the list, and what has been done (F1).

use crate::id::{OutletId, TaskId, UserId, VisitId};
use crate::records::{JourneyPlan, Task, TaskKind, Visit};
use crate::rules::plan::stops_on;
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
}

/// The stops of a day: the routes in order, then shops visited without a plan,
/// then shops off the route where a photo has to be taken again.
#[must_use]
pub fn today(rep: UserId, day: Date, plans: &[JourneyPlan], visits: &[Visit], tasks: &[Task]) -> Vec<Stop> {
    let planned = stops_on(plans.iter().filter(|plan| plan.rep == rep), day);
    let mine: Vec<&Visit> = visits.iter().filter(|visit| visit.rep == rep && visit.day == day).collect();
    let mut owed: BTreeMap<OutletId, Vec<&Task>> = BTreeMap::new();
    for task in tasks.iter().filter(|task| task.owner == rep && task.is_open()) {
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
            reasons: reasons(planned.contains(&outlet), owed.get(&outlet).map_or(&[], Vec::as_slice)),
            state: state(mine.iter().filter(|visit| visit.outlet == outlet).copied()),
        })
        .collect()
}

fn is_redo(task: &Task) -> bool {
    matches!(task.kind, TaskKind::Redo { .. })
}

fn reasons(planned: bool, owed: &[&Task]) -> Vec<StopReason> {
    let mut reasons = Vec::new();
    let redos: Vec<_> = owed.iter().filter(|task| is_redo(task)).collect();
    if let Some(first) = redos.first() {
        reasons.push(StopReason::Redo(redos.len() as u32, first.id));
    }
    reasons.extend(owed.iter().filter(|task| !is_redo(task)).map(|task| StopReason::OpenTask(task.id)));
    reasons.push(if planned { StopReason::Planned } else { StopReason::Unplanned });
    reasons
}

/// An open visit counts before an ended one: the rep is there now.
fn state<'a>(visits: impl Iterator<Item = &'a Visit>) -> StopState {
    let mut state = StopState::ToDo;
    for visit in visits {
        if visit.is_open() {
            return StopState::Open(visit.id);
        }
        state = StopState::Done(visit.id);
    }
    state
}
