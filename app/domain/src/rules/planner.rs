//! The routes of a rep while they are planned: what each day of the week holds from a day on, stops that are put, moved
//! and taken off, and the command that comes of it. A day is what its routes make of it, so a stop that is moved in one
//! week moves in all weeks in which the route is walked. A route that is handed over leaves the week. The screen of routes
//! draws it and changes it, and keeps it on the device until it is saved.

mod gaps;
mod undo;

pub use gaps::{longest_gaps, stops_in, too_seldom};
pub use undo::back;

use crate::commands::{PlanRoutes, RouteChange};
use crate::id::{OutletId, PlanId, RegionId, TerritoryId, UserId};
use crate::order::InOrder;
use crate::records::{JourneyPlan, Weeks};
use crate::rules::plan::{is_walked_on, monday_of, weeks_from};
use crate::time::DateWindow;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A route while it is planned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Drawn {
    /// As it is to be from the day on.
    plan: JourneyPlan,
    /// As it was before; none if it is new.
    before: Option<JourneyPlan>,
}

impl Drawn {
    fn is_changed(&self) -> bool {
        self.before.as_ref().map_or(!self.plan.stops.is_empty(), |before| *before != self.plan)
    }
}

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Planner {
    rep: UserId,
    from: Date,
    routes: Vec<Drawn>,
}

/// What a route is made with if a day has none yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fresh {
    /// Its number.
    pub plan: PlanId,
    /// The region of the shop's territory.
    pub region: RegionId,
    /// Its name.
    pub name: String,
}

impl Planner {
    /// The routes of a rep that are not over on a day.
    #[must_use]
    pub fn of(rep: UserId, from: Date, plans: &[JourneyPlan]) -> Self {
        let goes_on = |plan: &&JourneyPlan| plan.rep == rep && plan.window.until.is_none_or(|until| until >= from);
        let drawn = |plan: &JourneyPlan| Drawn { plan: plan.clone(), before: Some(plan.clone()) };
        Self { rep, from, routes: plans.iter().filter(goes_on).map(drawn).collect() }
    }

    /// Whose routes they are.
    #[must_use]
    pub fn rep(&self) -> UserId {
        self.rep
    }

    /// The day from which they change.
    #[must_use]
    pub fn first_day(&self) -> Date {
        self.from
    }

    /// The routes as they are planned.
    pub fn plans(&self) -> impl Iterator<Item = &JourneyPlan> {
        self.routes.iter().map(|route| &route.plan).filter(|plan| plan.rep == self.rep)
    }

    /// Those that are handed over, as somebody else walks them.
    pub fn handed(&self) -> impl Iterator<Item = &JourneyPlan> {
        self.routes.iter().map(|route| &route.plan).filter(|plan| plan.rep != self.rep)
    }

    /// Whether all that was drawn on is still as it was, so that saving it overwrites nobody.
    #[must_use]
    pub fn fits(&self, plans: &[JourneyPlan]) -> bool {
        let mut known = self.routes.iter().filter_map(|route| route.before.as_ref());
        known.all(|before| plans.contains(before))
    }

    /// The same from a later day on: it was left lying until that day, and the weeks of the year stay the same.
    #[must_use]
    pub fn put_off(mut self, from: Date) -> Self {
        for route in self.routes.iter_mut().filter(|route| route.before.is_none()) {
            route.plan.weeks = weeks_from(&route.plan, from);
            route.plan.window.from = from;
        }
        self.from = from;
        self
    }

    /// Gives a route another name. Blanks are no name.
    pub fn rename(&mut self, plan: PlanId, name: &str) {
        if let Some(route) = self.routes.iter_mut().find(|route| route.plan.id == plan && !name.trim().is_empty()) {
            route.plan.name = name.trim().to_owned();
        }
    }

    /// Hands a route over to somebody else, or takes it back. One that is not saved yet is nobody's to take over.
    pub fn hand(&mut self, plan: PlanId, to: UserId) {
        if let Some(route) = self.routes.iter_mut().find(|route| route.plan.id == plan && route.before.is_some()) {
            route.plan.rep = to;
        }
    }

    /// The routes of a day, to be changed.
    fn walked(&mut self, day: Date) -> impl Iterator<Item = &mut Drawn> {
        let rep = self.rep;
        self.routes.iter_mut().filter(move |route| route.plan.rep == rep && is_walked_on(&route.plan, day))
    }

    /// The names of the routes that are walked on a day.
    #[must_use]
    pub fn names(&self, day: Date) -> Vec<&str> {
        self.plans().filter(|plan| is_walked_on(plan, day)).map(|plan| plan.name.as_str()).collect()
    }

    /// The stops of a day in walking order, each once.
    #[must_use]
    pub fn stops(&self, day: Date) -> Vec<OutletId> {
        let mut stops = Vec::new();
        for stop in self.plans().filter(|plan| is_walked_on(plan, day)).flat_map(|plan| &plan.stops) {
            if !stops.contains(stop) {
                stops.push(*stop);
            }
        }
        stops
    }

    /// After how many weeks everything comes round, so that so many are worth looking at; four at most.
    #[must_use]
    pub fn cycle(&self) -> u32 {
        let of = |weeks| match weeks {
            Weeks::EveryNth { n, .. } if n > 1 => n,
            _ => 1,
        };
        self.plans().map(|plan| of(plan.weeks)).max().unwrap_or(1).min(4)
    }

    /// Takes a stop off the routes of a day. Gives the weeks in which the first of them is walked, if one had it.
    pub fn take_off(&mut self, stop: OutletId, day: Date) -> Option<Weeks> {
        let from = self.from;
        let mut had = None;
        for route in self.walked(day) {
            if route.plan.stops.contains(&stop) {
                route.plan.stops.retain(|one| *one != stop);
                had.get_or_insert_with(|| weeks_from(&route.plan, from));
            }
        }
        had
    }

    /// Puts a stop on a day, before another one or at the end. A day that no route of the territory is walked on gets
    /// one of its own, in the weeks that are given.
    pub fn put(
        &mut self,
        (stop, territory): (OutletId, TerritoryId),
        day: Date,
        before: Option<OutletId>,
        weeks: Weeks,
        fresh: Fresh,
    ) {
        if self.stops(day).contains(&stop) {
            return;
        }
        let here = |route: &&mut Drawn| route.plan.territory == territory;
        let mut routes: Vec<&mut Drawn> = self.walked(day).filter(here).collect();
        let holds = |route: &&mut Drawn| before.is_some_and(|before| route.plan.stops.contains(&before));
        let which = routes.iter().position(holds).unwrap_or(0);
        if let Some(route) = routes.get_mut(which) {
            let stops = &mut route.plan.stops;
            let at = before.and_then(|before| stops.iter().position(|one| *one == before)).unwrap_or(stops.len());
            stops.insert(at, stop);
            return;
        }
        let weekday = day.weekday().to_monday_one_offset().unsigned_abs();
        let plan = JourneyPlan {
            id: fresh.plan,
            territory,
            region: fresh.region,
            rep: self.rep,
            name: fresh.name,
            weekdays: vec![weekday],
            weeks: self.weeks_with(weeks, day),
            window: DateWindow { from: self.from, until: None },
            skip: Vec::new(),
            stops: vec![stop],
        };
        self.routes.push(Drawn { plan, before: None });
    }

    /// The same rhythm, in the weeks of which the day is one.
    fn weeks_with(&self, weeks: Weeks, day: Date) -> Weeks {
        match weeks {
            Weeks::EveryNth { n, .. } if n > 1 => {
                let days = monday_of(self.from).until(monday_of(day)).map_or(0, |span| i64::from(span.get_days()));
                // Below n, which is a u32.
                Weeks::EveryNth { n, phase: days.div_euclid(7).rem_euclid(i64::from(n)) as u32 }
            }
            _ => Weeks::Every,
        }
    }

    /// Moves a stop from one day to another, or to another place of the same day.
    pub fn move_stop(
        &mut self,
        (stop, territory): (OutletId, TerritoryId),
        (from, to): (Date, Date),
        before: Option<OutletId>,
        fresh: Fresh,
    ) {
        if before == Some(stop) || (from != to && self.stops(to).contains(&stop)) {
            return;
        }
        if let Some(weeks) = self.take_off(stop, from) {
            self.put((stop, territory), to, before, weeks, fresh);
        }
    }

    /// Lets a stop and the one before or after it change places on a day.
    pub fn shift(&mut self, stop: OutletId, day: Date, later: bool) {
        for route in self.walked(day) {
            let stops = &mut route.plan.stops;
            let Some(at) = stops.iter().position(|one| *one == stop) else { continue };
            let other = if later { at + 1 } else { at.wrapping_sub(1) };
            if other < stops.len() {
                stops.swap(at, other);
            }
        }
    }

    /// Puts the stops of a day in another order; those that are not named stay behind the others.
    pub fn order(&mut self, day: Date, order: &[OutletId]) {
        for route in self.walked(day) {
            let place = |stop: &OutletId| order.iter().position(|one| one == stop).unwrap_or(usize::MAX);
            route.plan.stops.order_by_key(place);
        }
    }

    /// The command that makes it so; none while nothing has changed. `number` makes numbers for routes that go on.
    pub fn command(&self, mut number: impl FnMut() -> PlanId) -> Option<PlanRoutes> {
        let changed = self.routes.iter().filter(|route| route.is_changed()).map(|route| {
            let plan = &route.plan;
            match &route.before {
                Some(before) => RouteChange::Stops {
                    plan: plan.id,
                    seen: before.stops.clone(),
                    stops: plan.stops.clone(),
                    next: number(),
                    name: (plan.name != before.name).then(|| plan.name.clone()),
                    to: (plan.rep != before.rep).then_some(plan.rep),
                },
                None => RouteChange::New {
                    plan: plan.id,
                    territory: plan.territory,
                    name: plan.name.clone(),
                    weekdays: plan.weekdays.clone(),
                    weeks: plan.weeks,
                    stops: plan.stops.clone(),
                },
            }
        });
        let routes: Vec<RouteChange> = changed.collect();
        (!routes.is_empty()).then_some(PlanRoutes { rep: self.rep, from: self.from, routes })
    }

    /// Whether anything has changed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.routes.iter().any(Drawn::is_changed)
    }
}
