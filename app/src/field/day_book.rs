//! What a rep's day is made of, read from the phone in one go: the route, who is away, what has been done and what is
//! owed. The day and a shop's brief ask the same questions and must come to the same answer.

use crate::state::{Me, Phone};
use domain::Index;
use domain::id::OutletId;
use domain::records::{Calendar, Frequency, JourneyPlan, LastVisit, Leave, Outlet, Skip, Task, Visit};
use domain::rules::frequency::{current, overdue};
use domain::rules::plan::{Away, stops_on};
use domain::rules::today::{Book, Stop, reordered, today};
use futures_util::future::{join, join4, join5};
use jiff::civil::Date;

/// See the module.
pub struct DayBook {
    me: Me,
    date: Date,
    /// The routes, the rep's own and those they step in for.
    pub plans: Vec<JourneyPlan>,
    /// Leaves, the rep's own and those they step in for.
    pub leaves: Vec<Leave>,
    /// The free days.
    pub calendars: Vec<Calendar>,
    /// How often shops are to be seen, by class.
    frequencies: Vec<Frequency>,
    /// The visits of the day.
    pub visits: Vec<Visit>,
    /// What was left out on the day.
    pub skips: Vec<Skip>,
    /// What the rep owes.
    pub tasks: Vec<Task>,
    /// The order in which the rep wants to walk, if they have said so.
    pub order: Vec<OutletId>,
}

impl DayBook {
    /// Reads it. Asked together: each question is short, the way to the store and back is not.
    pub async fn read(phone: Phone, me: &Me, date: Date) -> Self {
        let ((plans, visits, tasks, skips, order), (own, stepping_in, calendars, frequencies)) = join(
            join5(
                phone.find::<JourneyPlan>(Index::PlansOf(me.id)),
                phone.find::<Visit>(Index::VisitsOn(date)),
                phone.find::<Task>(Index::TasksOf(me.id)),
                phone.find::<Skip>(Index::SkipsOn(date)),
                phone.draft(order_key(date)),
            ),
            join4(
                phone.find::<Leave>(Index::LeavesOf(me.id)),
                phone.find::<Leave>(Index::LeavesFor(me.id)),
                phone.all::<Calendar>(),
                phone.all::<Frequency>(),
            ),
        )
        .await;
        let mut book = Self {
            me: me.clone(),
            date,
            plans,
            leaves: own,
            calendars,
            frequencies,
            visits,
            skips,
            tasks,
            order: order.map(|text| text.split(' ').filter_map(|id| id.parse().ok()).collect()).unwrap_or_default(),
        };
        for leave in stepping_in.into_iter().filter(|leave| leave.covers(date)) {
            let theirs = phone.find::<JourneyPlan>(Index::PlansOf(leave.rep)).await;
            book.plans.extend(theirs.into_iter().filter(|plan| plan.territory == leave.territory));
            book.leaves.push(leave);
        }
        book
    }

    fn away(&self) -> Away<'_> {
        Away { calendars: &self.calendars, leaves: &self.leaves }
    }

    /// The free day that it is, if it is one.
    pub fn free_day(&self) -> Option<&domain::records::FreeDay> {
        self.away().free_day(self.date)
    }

    /// The rep's own leave, if they are away on the day.
    pub fn own_leave(&self) -> Option<&Leave> {
        self.leaves.iter().find(|leave| leave.rep == self.me.id && leave.covers(self.date))
    }

    /// For whom the rep steps in on the day, with the names of those routes.
    pub fn stands_in(&self) -> Vec<(Leave, Vec<String>)> {
        let theirs = self.leaves.iter().filter(|leave| leave.substitute == Some(self.me.id) && leave.covers(self.date));
        let routes = |leave: &Leave| {
            let of_theirs = |plan: &&JourneyPlan| plan.rep == leave.rep && plan.territory == leave.territory;
            let walked = self.plans.iter().filter(of_theirs).filter(|plan| self.walks(plan));
            walked.map(|plan| plan.name.clone()).collect()
        };
        theirs.map(|leave| (leave.clone(), routes(leave))).collect()
    }

    fn walks(&self, plan: &JourneyPlan) -> bool {
        self.away().walker(plan, self.date) == Some(self.me.id)
    }

    /// The names of the routes that are walked.
    pub fn routes(&self) -> Vec<String> {
        self.plans.iter().filter(|plan| self.walks(plan)).map(|plan| plan.name.clone()).collect()
    }

    /// Whether a route of the day leads to a shop.
    pub fn is_planned(&self, outlet: OutletId) -> bool {
        stops_on(self.me.id, &self.plans, self.away(), self.date).contains(&outlet)
    }

    /// The stops in the order in which the rep wants to walk.
    pub fn stops(&self, late: &[(OutletId, u32)]) -> Vec<Stop> {
        let book = Book {
            plans: &self.plans,
            away: self.away(),
            visits: &self.visits,
            skips: &self.skips,
            tasks: &self.tasks,
            overdue: late,
        };
        reordered(today(self.me.id, self.date, book), &self.order)
    }

    /// Which of the stops are overdue by the frequency of their class (F4), each with its shop.
    pub async fn stops_with_shops(&self, phone: Phone) -> Vec<(Stop, Option<Outlet>)> {
        let ids: Vec<OutletId> = self.stops(&[]).iter().map(|stop| stop.outlet).collect();
        let last = ids.iter().map(|outlet| LastVisit::of(*outlet)).collect();
        let (shops, last) = join(phone.several::<Outlet>(ids), phone.several::<LastVisit>(last)).await;
        let rule = current(&self.frequencies, phone.now());
        let late: Vec<(OutletId, u32)> = shops
            .iter()
            .zip(&last)
            .filter_map(|(outlet, last)| {
                let outlet = outlet.as_ref()?;
                Some((outlet.id, overdue(outlet.class, last.as_ref(), rule?, self.date)))
            })
            .collect();
        self.stops(&late)
            .into_iter()
            .map(|stop| {
                let shop = shops.iter().flatten().find(|shop| shop.id == stop.outlet).cloned();
                (stop, shop)
            })
            .collect()
    }
}

/// Where the order of a day is kept.
pub fn order_key(date: Date) -> String {
    format!("order:{date}")
}
