//! Planning a rep's routes anew from a day on (F2). What was walked until then stays as it was planned: a route that has
//! begun ends the day before and another one goes on in its place, so that a day of the past can still be computed. A
//! route may get another name, or be handed over to somebody else who works there.

use super::{Changes, Context, Decide};
use crate::id::{OutletId, PlanId, TerritoryId, UserId};
use crate::limits::{PLAN_STOPS, ROUTES_AT_ONCE, SHORT_TEXT_CHARS};
use crate::records::{Assignment, JourneyPlan, Outlet, Record, Role, Territory, User, Weeks};
use crate::refusal::Refusal;
use crate::rules::plan::changed_from;
use crate::rules::text::within;
use crate::time::DateWindow;
use crate::world::{Index, Need, World};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// See [`super::Command::PlanRoutes`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanRoutes {
    /// Who walks them.
    pub rep: UserId,
    /// The first day on which they are walked so.
    pub from: Date,
    /// Those that change, all of them or none.
    pub routes: Vec<RouteChange>,
}

/// What changes about a route.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "how")]
pub enum RouteChange {
    /// It has other stops, another name, or somebody else walks it.
    Stops {
        /// Which.
        plan: PlanId,
        /// Its stops on the screen on which it was decided.
        seen: Vec<OutletId>,
        /// Its stops from the day on, in walking order.
        stops: Vec<OutletId>,
        /// The number of the route that goes on in its place, if it has begun by then.
        next: PlanId,
        /// Its name from the day on, if it gets another one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// Who walks it from the day on, if somebody else does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<UserId>,
    },
    /// It is a new one.
    New {
        /// Its number.
        plan: PlanId,
        /// Where it lies.
        territory: TerritoryId,
        /// Its name.
        name: String,
        /// Weekdays, 1 = Monday to 7 = Sunday.
        weekdays: Vec<u8>,
        /// Which weeks, counted from that of the first day.
        weeks: Weeks,
        /// Its stops, in walking order.
        stops: Vec<OutletId>,
    },
}

impl RouteChange {
    /// Its stops from the day on.
    #[must_use]
    pub fn stops(&self) -> &[OutletId] {
        match self {
            Self::Stops { stops, .. } | Self::New { stops, .. } => stops,
        }
    }

    /// The shops that it gains: only these are looked at, so that a route may keep one that has closed meanwhile.
    pub fn gains(&self) -> impl Iterator<Item = OutletId> + '_ {
        let seen: &[OutletId] = match self {
            Self::Stops { seen, .. } => seen,
            Self::New { .. } => &[],
        };
        self.stops().iter().copied().filter(|stop| !seen.contains(stop))
    }
}

impl Decide for PlanRoutes {
    fn needs(&self, _: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<User>(self.rep)];
        for route in &self.routes {
            match route {
                RouteChange::Stops { plan, next, to, .. } => {
                    needs.extend([*plan, *next].map(Need::record::<JourneyPlan>));
                    if let Some(to) = to {
                        needs.extend([Need::record::<User>(*to), Need::Index(Index::AssignmentsOf(*to))]);
                    }
                }
                RouteChange::New { plan, territory, .. } => {
                    needs.push(Need::record::<JourneyPlan>(*plan));
                    needs.push(Need::record::<Territory>(*territory));
                    needs.push(Need::Index(Index::AssignmentsOf(self.rep)));
                }
            }
            needs.extend(route.gains().map(Need::record::<Outlet>));
        }
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        if !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        if self.from < context.captured_at.date(context.offset) {
            return Err(Refusal::DatesUnfit);
        }
        if self.routes.len() > ROUTES_AT_ONCE {
            return Err(Refusal::TooMany { limit: ROUTES_AT_ONCE as u32 });
        }
        // Whatever is not the actor's own is as good as not there: a refusal names nothing of another region.
        let rep = walker(self.rep, world, context)?;
        let mut changes = Changes::default();
        let mut touched = BTreeSet::new();
        for route in &self.routes {
            let plans = match route {
                RouteChange::Stops { plan, seen, next, name, to, stops } => {
                    let held = world.get::<JourneyPlan>(*plan).filter(|known| context.holds(known.scope()));
                    let known = held.ok_or_else(|| unfit(""))?;
                    let goes_on = known.window.until.is_none_or(|until| until >= self.from);
                    let taken = world.get::<JourneyPlan>(*next).is_some();
                    if known.rep != self.rep || known.stops != *seen || !goes_on || taken {
                        return Err(unfit(&known.name));
                    }
                    name.as_deref().map_or(Ok(()), named)?;
                    if let Some(to) = to {
                        takes_over(*to, known, self.from, world, context)?;
                    }
                    changed_from(known, self.from, *next, |plan| {
                        plan.stops.clone_from(stops);
                        plan.name = name.as_ref().map_or_else(|| plan.name.clone(), |name| name.trim().to_owned());
                        plan.rep = to.unwrap_or(plan.rep);
                    })
                }
                RouteChange::New { .. } => vec![self.begun(route, rep, world)?],
            };
            let first = plans.first().ok_or_else(|| unfit(""))?;
            stops_fit(route, first, world, context)?;
            if !plans.iter().all(|plan| touched.insert(plan.id)) {
                return Err(unfit(&first.name));
            }
            changes.put.extend(plans.into_iter().map(Into::into));
        }
        Ok(changes)
    }
}

impl PlanRoutes {
    fn begun(&self, route: &RouteChange, rep: &User, world: &World) -> Result<JourneyPlan, Refusal> {
        let RouteChange::New { plan, territory, name, weekdays, weeks, stops } = route else { return Err(unfit("")) };
        let place = world.get::<Territory>(*territory).ok_or(Refusal::PostingUnfit)?;
        let lasts = |one: &Assignment| one.window.until.is_none_or(|until| until >= self.from.max(one.window.from));
        let posted =
            world.all::<Assignment>().any(|one| one.user == self.rep && one.territory == *territory && lasts(one));
        if !posted || place.region != rep.region {
            return Err(Refusal::PostingUnfit);
        }
        named(name)?;
        let in_a_week = !weekdays.is_empty() && weekdays.iter().all(|day| (1..=7).contains(day));
        if !in_a_week || weekdays.len() > 7 || world.get::<JourneyPlan>(*plan).is_some() {
            return Err(unfit(name));
        }
        Ok(JourneyPlan {
            id: *plan,
            territory: *territory,
            region: place.region,
            rep: self.rep,
            name: name.trim().to_owned(),
            weekdays: weekdays.clone(),
            weeks: *weeks,
            window: DateWindow { from: self.from, until: None },
            skip: Vec::new(),
            stops: stops.clone(),
        })
    }
}

/// Somebody whom the actor may send out.
fn walker<'w>(id: UserId, world: &'w World, context: &Context) -> Result<&'w User, Refusal> {
    let walks = |user: &&User| user.active && user.role == Role::Rep && context.holds(user.scope());
    world.get::<User>(id).filter(walks).ok_or(Refusal::PostingUnfit)
}

/// Whether somebody can go on with a route: their phone holds its shops from the first day on, and no day earlier or later.
fn takes_over(to: UserId, route: &JourneyPlan, from: Date, world: &World, context: &Context) -> Result<(), Refusal> {
    let user = walker(to, world, context)?;
    let day = route.window.from.max(from);
    let works = |one: &Assignment| {
        one.user == to && one.territory == route.territory && one.region == route.region && one.window.contains(day)
    };
    if world.all::<Assignment>().any(works) {
        Ok(())
    } else {
        Err(Refusal::NotPosted { rep_name: user.name.clone(), name: route.name.clone() })
    }
}

fn named(name: &str) -> Result<(), Refusal> {
    if name.trim().is_empty() {
        return Err(Refusal::WordsNeeded);
    }
    within(name, SHORT_TEXT_CHARS)
}

/// Whether a route can be walked: not too long, no shop twice, and those that it gains are open shops of its territory.
fn stops_fit(route: &RouteChange, plan: &JourneyPlan, world: &World, context: &Context) -> Result<(), Refusal> {
    let stops = route.stops();
    if stops.len() > PLAN_STOPS {
        return Err(Refusal::TooMany { limit: PLAN_STOPS as u32 });
    }
    if stops.iter().collect::<BTreeSet<_>>().len() != stops.len() {
        return Err(unfit(&plan.name));
    }
    for id in route.gains() {
        let held = world.get::<Outlet>(id).filter(|shop| context.holds(shop.scope()));
        let shop = held.ok_or(Refusal::OutletUnknown { outlet: id })?;
        if shop.partner {
            return Err(Refusal::PlaceOfPartner { name: shop.name.clone() });
        }
        if !shop.open {
            return Err(Refusal::OutletClosed { name: shop.name.clone() });
        }
        if shop.territory != plan.territory {
            return Err(unfit(&plan.name));
        }
    }
    Ok(())
}

fn unfit(name: &str) -> Refusal {
    Refusal::RouteUnfit { name: name.to_owned() }
}
