//! What planning looks at: the reps, their routes and postings, the shops, and how often these are to be seen.

use crate::state::Phone;
use domain::geo::Position;
use domain::id::{OutletId, RegionId, TerritoryId, UserId};
use domain::language::Words;
use domain::order::InOrder;
use domain::records::{Assignment, Frequency, JourneyPlan, Outlet, OutletClass, Role, Territory, User, Visit};
use domain::rules::frequency::current;
use domain::rules::planner::{Planner, longest_gaps, too_seldom};
use domain::time::Offset;
use domain::{Index, Kind};
use futures_util::future::{join, join_all, join4};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What is read.
pub const KINDS: &[Kind] =
    &[Kind::User, Kind::Territory, Kind::Assignment, Kind::JourneyPlan, Kind::Outlet, Kind::Frequency];
/// The visits of so many days tell how long one takes.
const DAYS_THAT_TELL: i64 = 14;

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// By name.
    pub reps: Vec<User>,
    /// All routes of the region.
    pub plans: Vec<JourneyPlan>,
    /// The day.
    pub today: Date,
    regions: BTreeMap<TerritoryId, RegionId>,
    names: BTreeMap<TerritoryId, Words>,
    postings: Vec<Assignment>,
    shops: BTreeMap<OutletId, Shop>,
    rule: Option<Frequency>,
}

/// A shop.
#[derive(Clone, Debug, PartialEq)]
pub struct Shop {
    /// Its number.
    pub id: OutletId,
    /// Its name.
    pub name: String,
    /// Its class.
    pub class: OutletClass,
    /// Its territory.
    pub territory: TerritoryId,
    /// Where it stands.
    pub position: Position,
    /// Whether it still exists.
    pub open: bool,
}

/// What is said of a plan as it is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The shops that are led to too seldom: every so many days, where it should be so many.
    pub seldom: BTreeMap<OutletId, (u32, u16)>,
    /// The shops of the rep's territories that no route leads to, the most important first.
    pub loose: Vec<OutletId>,
}

impl Book {
    /// Reads it.
    pub async fn read(phone: Phone, offset: Offset) -> Self {
        let ((users, territories, postings, plans), (outlets, frequencies)) = join(
            join4(phone.all::<User>(), phone.all::<Territory>(), phone.all::<Assignment>(), phone.all::<JourneyPlan>()),
            join(phone.all::<Outlet>(), phone.all::<Frequency>()),
        )
        .await;
        let mut reps: Vec<User> = users.into_iter().filter(|user| user.active && user.role == Role::Rep).collect();
        reps.order_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        let shops = outlets.into_iter().filter(|outlet| !outlet.partner).map(|outlet| {
            let Outlet { id, name, class, territory, position, open, .. } = outlet;
            (id, Shop { id, name, class, territory, position, open })
        });
        Self {
            reps,
            plans,
            today: phone.now().date(offset),
            regions: territories.iter().map(|territory| (territory.id, territory.region)).collect(),
            names: territories.into_iter().map(|territory| (territory.id, territory.name)).collect(),
            postings,
            shops: shops.collect(),
            rule: current(&frequencies, phone.now()).cloned(),
        }
    }

    /// A shop.
    pub fn shop(&self, id: OutletId) -> Option<&Shop> {
        self.shops.get(&id)
    }

    /// The region of a territory.
    pub fn region(&self, territory: TerritoryId) -> Option<RegionId> {
        self.regions.get(&territory).copied()
    }

    /// What a territory is called.
    pub fn place(&self, territory: TerritoryId) -> Option<&Words> {
        self.names.get(&territory)
    }

    /// Whoever else works in a territory on a day.
    pub fn others_at(&self, territory: TerritoryId, day: Date, rep: UserId) -> Vec<&User> {
        let works = |user: &&User| {
            let mut postings = self.postings.iter();
            postings.any(|one| one.user == user.id && one.territory == territory && one.window.contains(day))
        };
        self.reps.iter().filter(|user| user.id != rep).filter(works).collect()
    }

    /// Where the shops of a day stand, in walking order.
    pub fn positions(&self, stops: &[OutletId]) -> Vec<Position> {
        stops.iter().filter_map(|stop| self.shop(*stop)).map(|shop| shop.position).collect()
    }

    /// What is said of the routes of a rep as they are drawn, from a day on. A shop counts as seen by whoever comes by.
    pub fn findings(&self, rep: UserId, from: Date, drawn: &Planner) -> Findings {
        let others = self.plans.iter().filter(|plan| plan.rep != rep);
        let gaps = longest_gaps(drawn.plans().chain(drawn.handed()).chain(others), from);
        let own: BTreeSet<OutletId> = drawn.plans().flat_map(|plan| &plan.stops).copied().collect();
        let seldom = own.iter().filter_map(|stop| {
            let (shop, gap) = (self.shop(*stop).filter(|shop| shop.open)?, *gaps.get(stop)?);
            Some((*stop, (gap, too_seldom(self.rule.as_ref(), shop.class, gap)?)))
        });
        let goes_on = |one: &&Assignment| one.user == rep && one.window.until.is_none_or(|until| until >= from);
        let places: BTreeSet<TerritoryId> =
            self.postings.iter().filter(goes_on).map(|posting| posting.territory).collect();
        let free = |shop: &&Shop| shop.open && places.contains(&shop.territory) && !gaps.contains_key(&shop.id);
        let mut loose: Vec<&Shop> = self.shops.values().filter(free).collect();
        loose.order_by(|a, b| (a.class, &a.name, a.id).cmp(&(b.class, &b.name, b.id)));
        Findings { seldom: seldom.collect(), loose: loose.into_iter().map(|shop| shop.id).collect() }
    }
}

/// The visits of a rep of the last days.
pub async fn visits_of(phone: Phone, rep: UserId, offset: Offset) -> Vec<Visit> {
    let today = phone.now().date(offset);
    let days = (1..=DAYS_THAT_TELL).map(|back| today.saturating_sub(back.days()));
    let visits = join_all(days.map(|day| phone.find::<Visit>(Index::VisitsOn(day)))).await;
    visits.into_iter().flatten().filter(|visit| visit.rep == rep).collect()
}
