//! The routes of a rep while they are planned: what each day of the week holds from a day on, stops that are put, moved
//! and taken off, and the command that comes of it. A day is what its routes make of it, so a stop that is moved in one
//! week moves in all weeks in which the route is walked. The screen of routes draws it and changes it.

use crate::commands::{PlanRoutes, RouteChange};
use crate::id::{OutletId, PlanId, RegionId, TerritoryId, UserId};
use crate::limits::PLAN_DAYS;
use crate::order::InOrder;
use crate::records::{Frequency, JourneyPlan, OutletClass, Weeks};
use crate::rules::plan::{is_walked_on, monday_of, weeks_from};
use crate::time::DateWindow;
use jiff::Span;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A route while it is planned.
#[derive(Clone, Debug, PartialEq)]
struct Drawn {
    /// As it is to be from the day on.
    plan: JourneyPlan,
    /// Its stops before; none if it is new.
    seen: Option<Vec<OutletId>>,
}

/// See the module.
#[derive(Clone, Debug, PartialEq)]
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
        let drawn = |plan: &JourneyPlan| Drawn { plan: plan.clone(), seen: Some(plan.stops.clone()) };
        Self { rep, from, routes: plans.iter().filter(goes_on).map(drawn).collect() }
    }

    /// The routes as they are planned.
    pub fn plans(&self) -> impl Iterator<Item = &JourneyPlan> {
        self.routes.iter().map(|route| &route.plan)
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
        for route in self.routes.iter_mut().filter(|route| is_walked_on(&route.plan, day)) {
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
        let here = |route: &&mut Drawn| route.plan.territory == territory && is_walked_on(&route.plan, day);
        let mut routes: Vec<&mut Drawn> = self.routes.iter_mut().filter(here).collect();
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
        self.routes.push(Drawn { plan, seen: None });
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
        for route in self.routes.iter_mut().filter(|route| is_walked_on(&route.plan, day)) {
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
        for route in self.routes.iter_mut().filter(|route| is_walked_on(&route.plan, day)) {
            let place = |stop: &OutletId| order.iter().position(|one| one == stop).unwrap_or(usize::MAX);
            route.plan.stops.order_by_key(place);
        }
    }

    /// The command that makes it so; none while nothing has changed. `number` makes numbers for routes that go on.
    pub fn command(&self, mut number: impl FnMut() -> PlanId) -> Option<PlanRoutes> {
        let changed = self.routes.iter().filter_map(|route| {
            let plan = &route.plan;
            match &route.seen {
                Some(seen) if *seen == plan.stops => None,
                Some(seen) => Some(RouteChange::Stops {
                    plan: plan.id,
                    seen: seen.clone(),
                    stops: plan.stops.clone(),
                    next: number(),
                }),
                None if plan.stops.is_empty() => None,
                None => Some(RouteChange::New {
                    plan: plan.id,
                    territory: plan.territory,
                    name: plan.name.clone(),
                    weekdays: plan.weekdays.clone(),
                    weeks: plan.weeks,
                    stops: plan.stops.clone(),
                }),
            }
        });
        let routes: Vec<RouteChange> = changed.collect();
        (!routes.is_empty()).then_some(PlanRoutes { rep: self.rep, from: self.from, routes })
    }

    /// Whether anything has changed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        let same =
            |route: &Drawn| route.seen.as_ref().map_or(route.plan.stops.is_empty(), |seen| *seen == route.plan.stops);
        !self.routes.iter().all(same)
    }
}

/// What takes a plan back: the routes have the stops again that they had, from the same day on.
#[must_use]
pub fn back(done: &PlanRoutes, before: &[JourneyPlan], mut number: impl FnMut() -> PlanId) -> PlanRoutes {
    let routes = done.routes.iter().map(|route| match route {
        RouteChange::Stops { plan, seen, stops, next } => {
            let begun = before.iter().any(|one| one.id == *plan && one.window.from < done.from);
            let plan = if begun { *next } else { *plan };
            RouteChange::Stops { plan, seen: stops.clone(), stops: seen.clone(), next: number() }
        }
        RouteChange::New { plan, stops, .. } => {
            RouteChange::Stops { plan: *plan, seen: stops.clone(), stops: Vec::new(), next: number() }
        }
    });
    PlanRoutes { rep: done.rep, from: done.from, routes: routes.collect() }
}

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
