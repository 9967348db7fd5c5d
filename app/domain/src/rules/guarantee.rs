//! The four guarantees for a sub-distributor (F55, S15-S18): each promise with what there is to show for it, and the day
//! on which it was last kept or will have to be.

use crate::records::{Agreement, Task};
use crate::rules::agreement::{Standing, days_left, last_day, reminder, standing};
use crate::rules::ground::overlaps;
use crate::time::{Moment, Offset};
use jiff::ToSpan;
use jiff::civil::Date;

/// Which promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Guarantee {
    /// 区域保障: alone in the ground (S15).
    Ground,
    /// 利益保护: nobody undercuts (S16).
    Margin,
    /// 时间保障: a year at least (S17).
    Term,
    /// 服务保障: somebody comes, and what was asked for is done (S18).
    Service,
}

/// How a promise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// Kept.
    Green,
    /// Kept, and soon to be looked at.
    Amber,
    /// Broken.
    Red,
}

/// What there is to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// No other agreement is in the ground.
    Alone,
    /// Another one is: its partner, and where.
    With {
        /// Whose.
        partner: String,
        /// Where.
        places: Vec<String>,
    },
    /// Prices of so many products are agreed.
    Prices(usize),
    /// No price is agreed; list prices are.
    ListPrices,
    /// It runs for so many more days.
    Left(i64),
    /// It is approved, and its first day is to come.
    Ahead,
    /// It is not in force.
    NotInForce,
    /// The last service visit was in time.
    Visited,
    /// The last service visit is so many days ago, which is too long.
    Unvisited(i64),
    /// Nobody has been there yet.
    NeverVisited,
    /// So many things that were asked for are overdue.
    Overdue(usize),
}

/// A promise and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Which.
    pub guarantee: Guarantee,
    /// How it stands.
    pub light: Light,
    /// What there is to show for it.
    pub shown: Shown,
    /// The day that the evidence is of, or on which it has to be looked at again.
    pub date: Option<Date>,
}

/// Days without a visit after which the service is doubtful, and after which it is broken.
const SERVICE_DAYS: (i64, i64) = (30, 60);

/// The four promises of an agreement on a day. `others` are the agreements of the region, `last_visit` is when somebody
/// was last at the partner's place, `owed` what is open there.
#[must_use]
pub fn promises(
    agreement: &Agreement,
    others: &[Agreement],
    last_visit: Option<Moment>,
    owed: &[Task],
    (today, offset): (Date, Offset),
) -> [Promise; 4] {
    [
        ground(agreement, others),
        margin(agreement),
        term(agreement, today),
        service(last_visit.map(|at| at.date(offset)), owed, today),
    ]
}

fn ground(agreement: &Agreement, others: &[Agreement]) -> Promise {
    let met = overlaps(agreement, others).into_iter().next();
    let (light, shown, date) = match met {
        None => (Light::Green, Shown::Alone, Some(agreement.terms.until)),
        Some(met) => (Light::Red, Shown::With { partner: met.partner, places: met.places }, Some(met.from)),
    };
    Promise { guarantee: Guarantee::Ground, light, shown, date }
}

fn margin(agreement: &Agreement) -> Promise {
    let count = agreement.terms.prices.len();
    let date = Some(agreement.terms.from);
    if count == 0 {
        Promise { guarantee: Guarantee::Margin, light: Light::Amber, shown: Shown::ListPrices, date }
    } else {
        Promise { guarantee: Guarantee::Margin, light: Light::Green, shown: Shown::Prices(count), date }
    }
}

fn term(agreement: &Agreement, today: Date) -> Promise {
    let (light, shown, date) = match standing(agreement, today) {
        // A year that begins later is a year.
        Standing::Ahead => (Light::Green, Shown::Ahead, agreement.terms.from),
        Standing::InForce => {
            let light = if reminder(agreement, today).is_some() { Light::Amber } else { Light::Green };
            (light, Shown::Left(days_left(agreement, today)), last_day(agreement))
        }
        _ => (Light::Red, Shown::NotInForce, last_day(agreement)),
    };
    let date = Some(date);
    Promise { guarantee: Guarantee::Term, light, shown, date }
}

fn service(last_visit: Option<Date>, owed: &[Task], today: Date) -> Promise {
    let overdue = owed.iter().filter(|task| task.closed.is_none() && task.due < today).count();
    let (light, shown, date) = match last_visit {
        _ if overdue > 0 => (Light::Red, Shown::Overdue(overdue), Some(today)),
        None => (Light::Amber, Shown::NeverVisited, None),
        Some(day) => {
            let days = day.until(today).map_or(0, |span| i64::from(span.get_days()));
            let light = match days {
                days if days > SERVICE_DAYS.1 => Light::Red,
                days if days > SERVICE_DAYS.0 => Light::Amber,
                _ => Light::Green,
            };
            let shown = if light == Light::Green { Shown::Visited } else { Shown::Unvisited(days) };
            (light, shown, Some(day.saturating_add(SERVICE_DAYS.0.days())))
        }
    };
    Promise { guarantee: Guarantee::Service, light, shown, date }
}
