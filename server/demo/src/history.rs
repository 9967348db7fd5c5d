//! The weeks before today: reps who walk their routes, photos that show what they answered, a manager who judges them,
//! redos that are taken again at the next visit. Scores come from the real rules.

mod pool;
mod verdicts;
mod visit;

use super::chance::Chance;
use super::region::Handan;
use super::{DemoPicture, SeedOptions, before};
use domain::id::{OutletId, TerritoryId, UserId};
use domain::records::{AnyRecord, Checklist, JourneyPlan, Outlet, Task, User};
use domain::rules::plan::stops_on;
use domain::time::{Moment, Offset};
use jiff::civil::Date;
use pool::Pool;
use std::collections::BTreeMap;
use verdicts::Judge;

/// What the weeks happen in.
pub struct Past<'a> {
    /// How much of it.
    pub options: &'a SeedOptions,
    /// The region.
    pub region: &'a Handan,
    /// The routes.
    pub plans: &'a [JourneyPlan],
    /// The checklist.
    pub checklist: &'a Checklist,
}

/// What the weeks leave behind.
pub struct Left {
    /// Visits, photos, verdicts, tasks.
    pub records: Vec<AnyRecord>,
    /// The pictures that the photos name.
    pub pictures: Vec<DemoPicture>,
}

/// Redos a rep may still owe today: enough to see, few enough to do.
const OPEN_REDOS: usize = 3;

/// Walks through the weeks.
#[must_use]
pub fn history(past: &Past<'_>, chance: &Chance) -> Left {
    let outlets: BTreeMap<OutletId, &Outlet> = past.region.outlets.iter().map(|outlet| (outlet.id, outlet)).collect();
    let pool = Pool::draw(chance);
    let judge = Judge::new(past.region.accounts.iter().map(|account| &account.user));
    let mut tasks: BTreeMap<OutletId, Vec<Task>> = BTreeMap::new();
    let mut records = Vec::new();
    for back in (1..=i64::from(past.options.days)).rev() {
        let day = before(past.options.today, back);
        for (number, (rep, territory)) in past.region.reps.iter().enumerate() {
            let Some(user) = past.region.accounts.iter().map(|account| &account.user).find(|user| user.id == *rep)
            else {
                continue;
            };
            let mut draw = chance.numbered("day", back as u64).numbered("rep", number as u64);
            let walk = Walk { past, user, territory: *territory, day, pool: &pool };
            let mut clock = Moment::start_of(day, Offset::CHINA).plus((8 * 60 + 30 + draw.range(0..=25)) * MINUTE);
            for stop in stops_on(past.plans.iter().filter(|plan| plan.rep == *rep), day) {
                // Some shops are closed, some days are too short.
                let Some(outlet) = outlets.get(&stop).filter(|_| draw.percent(92)) else { continue };
                let owed = tasks.entry(stop).or_default();
                let made = walk.visit(outlet, &mut clock, owed, &mut draw);
                judge.judge(&made, back, owed, &mut records, &mut draw);
                clock = clock.plus(draw.range(7..=16) * MINUTE);
            }
        }
    }
    let mut left: Vec<Task> = tasks.into_values().flatten().collect();
    verdicts::withdraw_most(&mut left, OPEN_REDOS);
    records.extend(left.into_iter().map(AnyRecord::from));
    Left { records, pictures: pool.pictures }
}

/// A minute in milliseconds.
const MINUTE: i64 = 60_000;

/// One rep's day.
struct Walk<'a> {
    past: &'a Past<'a>,
    user: &'a User,
    territory: TerritoryId,
    day: Date,
    pool: &'a Pool,
}

impl Walk<'_> {
    fn rep(&self) -> UserId {
        self.user.id
    }
}
