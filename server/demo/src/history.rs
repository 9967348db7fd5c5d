//! The weeks before today: reps who walk their routes, photos that show what they answered, a manager who judges them,
//! redos that are taken again at the next visit. Scores come from the real rules.

mod beside;
mod pool;
mod verdicts;
mod visit;

use super::chance::Chance;
use super::region::Handan;
use super::{DemoPicture, SeedOptions, before};
use domain::id::{OutletId, TerritoryId, UserId};
use domain::records::{AnyRecord, Checklist, DisplayStandard, JourneyPlan, LastVisit, Outlet, Role, Task, User};
use domain::rules::plan::{Away, stops_on};
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
    /// What its photos are held against.
    pub standards: &'a [DisplayStandard],
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

/// What a rep has promised and still has to do.
const PROMISES: usize = 3;

/// Walks through the weeks.
#[must_use]
pub fn history(past: &Past<'_>, chance: &Chance) -> Left {
    let outlets: BTreeMap<OutletId, &Outlet> = past.region.outlets.iter().map(|outlet| (outlet.id, outlet)).collect();
    let pool = Pool::draw(chance);
    let judge = Judge::new(past.region.accounts.iter().map(|account| &account.user), past.standards);
    let manager = past.region.accounts.iter().map(|account| &account.user);
    let manager = manager.clone().find(|user| user.role == Role::RegionalManager);
    let mut tasks: BTreeMap<OutletId, Vec<Task>> = BTreeMap::new();
    let mut promised = Vec::new();
    let mut last: BTreeMap<OutletId, LastVisit> = BTreeMap::new();
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
            for (place, stop) in (0..).zip(stops_on(*rep, past.plans, Away::default(), day)) {
                let Some(outlet) = outlets.get(&stop) else { continue };
                // Some shops are closed, some days are too short.
                if !draw.percent(92) {
                    records.push(walk.skip(outlet, clock, &mut draw.numbered("skip", place)).into());
                    continue;
                }
                let owed = tasks.entry(stop).or_default();
                let made = walk.visit(outlet, &mut clock, owed, &mut draw);
                // From a stream of their own, so that what was there before they came stays as it was.
                let mut beside = draw.numbered("beside", place);
                records.extend(walk.sighting(&made, &mut beside).map(AnyRecord::from));
                if back <= 3 {
                    let viewing = manager.and_then(|manager| beside::viewing(&made, manager, &mut beside));
                    records.extend(viewing.map(AnyRecord::from));
                }
                let of_rep = promised.iter().filter(|task: &&Task| task.owner == *rep).count();
                if back <= 5 && of_rep < PROMISES && beside.percent(40) {
                    promised.push(walk.promise(&made, of_rep, &mut beside));
                }
                last.extend(LastVisit::after(&made.visit, last.get(&stop)).map(|visit| (stop, visit)));
                judge.judge(&made, back, owed, &mut records, &mut draw);
                clock = clock.plus(draw.range(7..=16) * MINUTE);
            }
        }
    }
    let mut left: Vec<Task> = tasks.into_values().flatten().collect();
    verdicts::withdraw_most(&mut left, OPEN_REDOS);
    records.extend(left.into_iter().chain(promised).map(AnyRecord::from));
    records.extend(last.into_values().map(AnyRecord::from));
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
