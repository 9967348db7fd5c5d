//! Taking back what was planned: the same kind of command, the other way round. The notice after saving offers it.

use crate::commands::{PlanRoutes, RouteChange};
use crate::id::{PlanId, UserId};
use crate::records::JourneyPlan;
use std::collections::BTreeMap;

/// What takes a plan back: the routes have the stops, the names and the walkers again that they had, from the same day on.
/// A command for each of those who walk them now.
#[must_use]
pub fn back(done: &PlanRoutes, before: &[JourneyPlan], mut number: impl FnMut() -> PlanId) -> Vec<PlanRoutes> {
    let mut walkers: BTreeMap<UserId, Vec<RouteChange>> = BTreeMap::new();
    for route in &done.routes {
        let (walker, change) = match route {
            RouteChange::Stops { plan, seen, stops, next, name, to } => {
                let known = before.iter().find(|one| one.id == *plan);
                let begun = known.is_some_and(|one| one.window.from < done.from);
                let change = RouteChange::Stops {
                    plan: if begun { *next } else { *plan },
                    seen: stops.clone(),
                    stops: seen.clone(),
                    next: number(),
                    name: name.as_ref().and(known).map(|one| one.name.clone()),
                    to: to.map(|_| done.rep),
                };
                (to.unwrap_or(done.rep), change)
            }
            RouteChange::New { plan, stops, .. } => {
                let (plan, seen, next) = (*plan, stops.clone(), number());
                let change = RouteChange::Stops { plan, seen, stops: Vec::new(), next, name: None, to: None };
                (done.rep, change)
            }
        };
        walkers.entry(walker).or_default().push(change);
    }
    walkers.into_iter().map(|(rep, routes)| PlanRoutes { rep, from: done.from, routes }).collect()
}
