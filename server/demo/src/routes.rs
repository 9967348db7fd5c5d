//! The reps' routes: one for every weekday, walked in alternate weeks by halves so that large shops are seen weekly
//! and the others every second week, and a short one for the weekend.

use super::chance::Chance;
use super::id;
use super::region::Handan;
use domain::id::{OutletId, TerritoryId, UserId};
use domain::records::{JourneyPlan, Outlet, OutletClass, Weeks};
use domain::time::DateWindow;

/// Most stops of a day: more cannot be walked.
const MOST_STOPS: usize = 13;
/// Stops of a weekend day.
const WEEKEND_STOPS: usize = 6;
const NAMES: [&str; 4] = ["丛台", "复兴", "永年", "南郊"];
const NUMBERS: [&str; 5] = ["一", "二", "三", "四", "五"];

/// Plans them.
#[must_use]
pub fn routes(region: &Handan, chance: &Chance) -> Vec<JourneyPlan> {
    let mut plans = Vec::new();
    for (number, (rep, territory)) in region.reps.iter().enumerate() {
        let mine = shops_of(region, number, *territory);
        for (at, day) in days_of(&mine).into_iter().enumerate() {
            for (phase, stops) in day.into_iter().enumerate() {
                let weeks = Weeks::EveryNth { n: 2, phase: phase as u32 };
                let name = format!("{}{}线", NAMES[number], NUMBERS[at]);
                plans.push(plan(region, *rep, *territory, name, vec![at as u8 + 1], weeks, stops));
            }
        }
        let mut weekend: Vec<&Outlet> = mine.clone();
        weekend.sort_by_key(|outlet| outlet.class);
        weekend.truncate(WEEKEND_STOPS);
        let name = format!("{}周末线", NAMES[number]);
        plans.push(plan(region, *rep, *territory, name, vec![6, 7], Weeks::Every, in_walking_order(weekend)));
    }
    for (plan, number) in plans.iter_mut().zip(0..) {
        plan.id = id(region.since, &mut chance.numbered("plan", number));
    }
    plans
}

fn plan(
    region: &Handan,
    rep: UserId,
    territory: TerritoryId,
    name: String,
    weekdays: Vec<u8>,
    weeks: Weeks,
    stops: Vec<OutletId>,
) -> JourneyPlan {
    let window = DateWindow { from: region.since, until: None };
    let id = domain::id::PlanId(uuid::Uuid::nil());
    JourneyPlan { id, territory, region: region.region, rep, name, weekdays, weeks, window, skip: Vec::new(), stops }
}

/// The shops of a rep. Two reps share the city: every second shop each.
fn shops_of(region: &Handan, number: usize, territory: TerritoryId) -> Vec<&Outlet> {
    let sharing: Vec<usize> = (0..region.reps.len()).filter(|other| region.reps[*other].1 == territory).collect();
    let turn = sharing.iter().position(|other| *other == number).unwrap_or(0);
    let inside = region.outlets.iter().filter(|outlet| outlet.territory == territory);
    inside.enumerate().filter(|(at, _)| at % sharing.len() == turn).map(|(_, outlet)| outlet).collect()
}

/// For each of five days the stops of the even and of the odd weeks.
fn days_of(mine: &[&Outlet]) -> Vec<[Vec<OutletId>; 2]> {
    let mut near: Vec<&Outlet> = mine.to_vec();
    near.sort_by_key(|outlet| (outlet.position.lon, outlet.position.lat));
    let per_day = near.len().div_ceil(NUMBERS.len()).max(1);
    let mut days: Vec<[Vec<OutletId>; 2]> = near
        .chunks(per_day)
        .map(|day| {
            [0, 1].map(|phase| {
                let due =
                    day.iter().enumerate().filter(|(at, outlet)| outlet.class <= OutletClass::A || at % 2 == phase);
                let mut due: Vec<&Outlet> = due.map(|(_, outlet)| *outlet).collect();
                due.truncate(MOST_STOPS);
                in_walking_order(due)
            })
        })
        .collect();
    // A tiny region has fewer shops than days: then some are seen twice a week.
    while days.len() < NUMBERS.len() && !days.is_empty() {
        days.push(days[days.len() % 2].clone());
    }
    for day in &mut days {
        let [even, odd] = day;
        if odd.is_empty() {
            odd.clone_from(even);
        }
    }
    days
}

/// Nearest neighbour from the northernmost: good enough for a route that was never walked.
fn in_walking_order(mut left: Vec<&Outlet>) -> Vec<OutletId> {
    left.sort_by_key(|outlet| outlet.position.lat);
    let mut order = Vec::new();
    let mut here = left.pop();
    while let Some(outlet) = here {
        order.push(outlet.id);
        let nearest = left
            .iter()
            .enumerate()
            .min_by_key(|(_, other)| other.position.metres_to(outlet.position))
            .map(|(at, _)| at);
        here = nearest.map(|at| left.swap_remove(at));
    }
    order
}
