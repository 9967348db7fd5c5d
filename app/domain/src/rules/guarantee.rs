//! The four guarantees for a sub-distributor (F55, S15-S18): each promise with what there is to show for it, and the day
//! on which it was last kept or will have to be.

mod margin;
mod service;

pub use margin::{Earner, Link, Margin, margins};

use crate::language::Words;
use crate::measure::{Money, Share};
use crate::order::InOrder;
use crate::records::{Agreement, Claim, Product, Task, Visit};
use crate::rules::agreement::{Standing, days_left, last_day, reminder, standing};
use crate::rules::ground::overlaps;
use crate::time::Offset;
use jiff::civil::Date;

/// Which promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Guarantee {
    /// 区域保障: alone in the ground (S15).
    Ground,
    /// 利益保护: nobody undercuts, and there is a living in it (S16).
    Margin,
    /// 时间保障: a year at least (S17).
    Term,
    /// 服务保障: the goods come, somebody comes, and what was asked for is done (S18).
    Service,
}

/// How a promise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// Kept.
    Green,
    /// Kept, and soon to be looked at; or nobody knows.
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
    /// The product that leaves the least to the partner.
    Least {
        /// Which.
        product: Words,
        /// What a case costs them.
        buys: Money,
        /// What a shop pays for it, if that was agreed.
        shop: Option<Money>,
        /// What its pieces bring at the guide price.
        sells: Money,
        /// What is their own of that: without what was agreed with shops, a shop's tenth is off.
        own: Share,
    },
    /// What was agreed leaves a shop too little.
    ShopsStarve {
        /// Which product.
        product: Words,
        /// What a shop keeps.
        keeps: Share,
    },
    /// It runs for so many more days.
    Left(i64),
    /// It is approved, and its first day is to come.
    Ahead,
    /// It is not in force.
    NotInForce,
    /// The partner says that goods come every so many days.
    Delivered {
        /// What they say.
        days: i64,
        /// What is promised.
        promised: u16,
        /// Who says so, if they gave a name.
        who: String,
    },
    /// The partner has not been asked whether goods come as promised.
    Unconfirmed(u16),
    /// The last service visit was in time, and so many things were not as they should be.
    Visited(usize),
    /// The last service visit is so many days ago, which is too long.
    Unvisited(i64),
    /// Nobody has been there yet.
    NeverVisited,
    /// Their place is in a territory that this phone does not hold.
    Elsewhere,
    /// So many things that were asked for are overdue.
    Overdue(usize),
}

/// One thing that there is to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// How the promise stands by it.
    pub light: Light,
    /// What it is.
    pub shown: Shown,
    /// The day that it is of.
    pub on: Option<Date>,
    /// The day by which it has to be looked at again.
    pub again: Option<Date>,
}

impl Proof {
    const fn new(light: Light, shown: Shown) -> Self {
        Self { light, shown, on: None, again: None }
    }

    fn on(self, day: Date) -> Self {
        Self { on: Some(day), ..self }
    }

    fn again(self, day: Date) -> Self {
        Self { again: Some(day), ..self }
    }
}

/// A promise and what there is to show for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Which.
    pub guarantee: Guarantee,
    /// The worst first.
    pub proofs: Vec<Proof>,
}

impl Promise {
    fn new(guarantee: Guarantee, mut proofs: Vec<Proof>) -> Self {
        proofs.order_by_key(|proof| std::cmp::Reverse(proof.light));
        Self { guarantee, proofs }
    }

    /// How it stands: as its worst proof does.
    #[must_use]
    pub fn light(&self) -> Light {
        self.proofs.iter().map(|proof| proof.light).max().unwrap_or(Light::Amber)
    }
}

/// What somebody has who looks at the promises of an agreement.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The agreements of the region.
    pub others: &'a [Agreement],
    /// What is sold.
    pub products: &'a [Product],
    /// What was said of the partner.
    pub claims: &'a [Claim],
    /// What is known of the partner's place; none where it is on other phones.
    pub place: Option<Place<'a>>,
}

/// What is known of a partner's place.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The last finished service visit.
    pub serviced: Option<&'a Visit>,
    /// What is or was owed there.
    pub owed: &'a [Task],
}

/// The four promises of an agreement on a day.
#[must_use]
pub fn promises(agreement: &Agreement, seen: &Seen<'_>, (today, offset): (Date, Offset)) -> [Promise; 4] {
    [
        Promise::new(Guarantee::Ground, vec![ground(agreement, seen.others)]),
        Promise::new(Guarantee::Margin, margin::proofs(agreement, seen.products)),
        Promise::new(Guarantee::Term, vec![term(agreement, today)]),
        Promise::new(Guarantee::Service, service::proofs(agreement, seen, (today, offset))),
    ]
}

fn ground(agreement: &Agreement, others: &[Agreement]) -> Proof {
    match overlaps(agreement, others).into_iter().next() {
        None => Proof::new(Light::Green, Shown::Alone).again(agreement.terms.until),
        Some(met) => Proof::new(Light::Red, Shown::With { partner: met.partner, places: met.places }).on(met.from),
    }
}

fn term(agreement: &Agreement, today: Date) -> Proof {
    match standing(agreement, today) {
        // A year that begins later is a year.
        Standing::Ahead => Proof::new(Light::Green, Shown::Ahead).again(agreement.terms.from),
        Standing::InForce => {
            let light = if reminder(agreement, today).is_some() { Light::Amber } else { Light::Green };
            Proof::new(light, Shown::Left(days_left(agreement, today))).again(last_day(agreement))
        }
        _ => Proof::new(Light::Red, Shown::NotInForce).on(last_day(agreement)),
    }
}
