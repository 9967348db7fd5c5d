//! What it means to move a shop to another territory: which routes it leaves, who gets what is owed there, and how it
//! is taken back. A screen shows it before it is done; the same plan then is the command.

use crate::commands::{Hands, MoveOutlet, Place};
use crate::id::{OutletId, PlanId, TerritoryId, UserId};
use crate::order::InOrder;
use crate::records::{Assignment, JourneyPlan, Outlet, Role, Task, User};
use jiff::civil::Date;

/// What is known of who works where.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The people.
    pub users: &'a [User],
    /// Their postings.
    pub postings: &'a [Assignment],
    /// The routes.
    pub plans: &'a [JourneyPlan],
    /// The day.
    pub today: Date,
}

impl<'a> Ground<'a> {
    /// The reps who work in a territory, by name.
    #[must_use]
    pub fn reps(&self, territory: TerritoryId) -> Vec<&'a User> {
        let posted = |user: &&User| {
            let mut postings = self.postings.iter();
            postings.any(|one| one.user == user.id && one.territory == territory && one.window.contains(self.today))
        };
        let mut reps: Vec<&User> = self.users.iter().filter(|user| user.active && user.role == Role::Rep).collect();
        reps.retain(posted);
        reps.order_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        reps
    }

    /// The routes that a shop is on and that are not over yet.
    #[must_use]
    pub fn routes_of(&self, outlet: &Outlet) -> Vec<&'a JourneyPlan> {
        let goes_on = |plan: &&JourneyPlan| plan.window.until.is_none_or(|until| until >= self.today);
        let on = |plan: &&JourneyPlan| plan.territory == outlet.territory && plan.stops.contains(&outlet.id);
        self.plans.iter().filter(goes_on).filter(on).collect()
    }

    /// The move of a shop. What is owed there goes from the rep who owes the most of it to the one who walks the route
    /// that it joins; where it joins none, to the only one who works there. Where that is not clear it stays whose it is.
    #[must_use]
    pub fn relocation(&self, outlet: &Outlet, to: TerritoryId, join: Option<PlanId>, owed: &[Task]) -> MoveOutlet {
        let leaves = self.routes_of(outlet).into_iter().map(|plan| plan.id).collect();
        let joined = join.and_then(|join| self.plans.iter().find(|plan| plan.id == join && plan.territory == to));
        let walker = joined.map(|plan| plan.rep).or_else(|| match self.reps(to).as_slice() {
            [only] => Some(only.id),
            _ => None,
        });
        let hands = owes_most(owed, outlet.id).zip(walker).filter(|(from, to)| from != to);
        MoveOutlet {
            outlet: outlet.id,
            from: outlet.territory,
            to,
            leaves,
            joins: joined.map(|plan| Place { plan: plan.id, at: u32::MAX }).into_iter().collect(),
            hands: hands.map(|(from, to)| Hands { from, to }),
        }
    }

    /// What takes a move back: the shop comes into its routes again where it was.
    #[must_use]
    pub fn back(&self, moved: &MoveOutlet) -> MoveOutlet {
        let place = |id: &PlanId| {
            let plan = self.plans.iter().find(|plan| plan.id == *id)?;
            let at = plan.stops.iter().position(|stop| *stop == moved.outlet)?;
            Some(Place { plan: *id, at: u32::try_from(at).unwrap_or(u32::MAX) })
        };
        MoveOutlet {
            outlet: moved.outlet,
            from: moved.to,
            to: moved.from,
            leaves: moved.joins.iter().map(|place| place.plan).collect(),
            joins: moved.leaves.iter().filter_map(place).collect(),
            hands: moved.hands.map(|hands| Hands { from: hands.to, to: hands.from }),
        }
    }
}

/// What takes many moves back, in an order in which each shop finds its place: the first stops first.
#[must_use]
pub fn all_back(ground: &Ground<'_>, moved: &[MoveOutlet]) -> Vec<MoveOutlet> {
    let mut back: Vec<MoveOutlet> = moved.iter().map(|one| ground.back(one)).collect();
    back.order_by_key(|one| (one.joins.first().map(|place| (place.plan, place.at)), one.outlet));
    back
}

fn owes_most(owed: &[Task], outlet: OutletId) -> Option<UserId> {
    let open = || owed.iter().filter(|task| task.outlet == outlet && task.is_open());
    let count = |user: UserId| open().filter(|task| task.owner == user).count();
    open().map(|task| task.owner).max_by_key(|user| (count(*user), std::cmp::Reverse(*user)))
}
