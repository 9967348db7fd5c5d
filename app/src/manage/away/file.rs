//! What the records say of leaves, and who could step in.

use crate::state::Phone;
use domain::id::{TerritoryId, UserId};
use domain::order::InOrder;
use domain::records::{Assignment, Calendar, JourneyPlan, Leave, Role, Territory, User};
use domain::rules::handover::{is_away, stops_left, stops_of};
use domain::rules::plan;
use domain::time::Offset;
use domain::{Kind, Words};
use futures_util::future::{join, join5};
use jiff::civil::Date;

/// What is read.
pub const KINDS: &[Kind] =
    &[Kind::Leave, Kind::JourneyPlan, Kind::User, Kind::Territory, Kind::Assignment, Kind::Calendar];

/// How many settled ones are shown.
const SETTLED: usize = 20;

/// Everybody's leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Away {
    /// Those that nobody steps in for yet, the nearest first.
    pub waiting: Vec<Waiting>,
    /// The others, the latest first.
    pub settled: Vec<Settled>,
}

/// A leave that waits.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// The leave.
    pub leave: Leave,
    /// The name of its territory.
    pub place: Words,
    /// How many stops lie in its days.
    pub stops: usize,
    /// Who could step in, those with the least to do first.
    pub candidates: Vec<Candidate>,
}

/// A leave that needs nothing more.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled {
    /// The leave.
    pub leave: Leave,
    /// The name of its territory.
    pub place: Words,
}

/// Somebody who could step in.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// How many stops they walk in those days as it is.
    pub stops: usize,
    /// They are posted to the territory too, or have been.
    pub knows: bool,
    /// They are away on one of those days.
    pub away: bool,
}

/// Whether somebody has to step in and nobody does yet.
pub fn waits(leave: &Leave, today: Date) -> bool {
    !leave.withdrawn && leave.substitute.is_none() && leave.window.until.is_none_or(|until| until >= today)
}

/// What everything is computed from.
struct Office {
    plans: Vec<JourneyPlan>,
    calendars: Vec<Calendar>,
    leaves: Vec<Leave>,
    users: Vec<User>,
    territories: Vec<Territory>,
    postings: Vec<Assignment>,
}

/// Reads them.
pub async fn read(phone: Phone, offset: Offset) -> Away {
    let today = phone.now().date(offset);
    let ((plans, calendars, leaves, users, territories), postings) = join(
        join5(
            phone.all::<JourneyPlan>(),
            phone.all::<Calendar>(),
            phone.all::<Leave>(),
            phone.all::<User>(),
            phone.all::<Territory>(),
        ),
        phone.all::<Assignment>(),
    )
    .await;
    let office = Office { plans, calendars, leaves, users, territories, postings };
    let (mut waiting, mut settled): (Vec<Leave>, Vec<Leave>) =
        office.leaves.iter().cloned().partition(|leave| waits(leave, today));
    waiting.order_by_key(|leave| (leave.window.from, leave.id));
    settled.order_by_key(|leave| std::cmp::Reverse((leave.window.from, leave.id)));
    settled.truncate(SETTLED);
    Away {
        waiting: waiting.into_iter().map(|leave| office.waiting(leave)).collect(),
        settled: settled.into_iter().map(|leave| Settled { place: office.place(leave.territory), leave }).collect(),
    }
}

impl Office {
    fn away(&self) -> plan::Away<'_> {
        plan::Away { calendars: &self.calendars, leaves: &self.leaves }
    }

    fn territory(&self, id: TerritoryId) -> Option<&Territory> {
        self.territories.iter().find(|territory| territory.id == id)
    }

    fn place(&self, id: TerritoryId) -> Words {
        self.territory(id).map(|territory| territory.name.clone()).unwrap_or_else(|| Words::new("", ""))
    }

    fn waiting(&self, leave: Leave) -> Waiting {
        let region = self.territory(leave.territory).map(|territory| territory.region);
        let fits =
            |user: &&User| user.active && user.role == Role::Rep && user.id != leave.rep && Some(user.region) == region;
        let mut candidates: Vec<Candidate> =
            self.users.iter().filter(fits).map(|user| self.candidate(user, &leave)).collect();
        candidates.order_by(|a, b| (a.away, a.stops, &a.name).cmp(&(b.away, b.stops, &b.name)));
        Waiting {
            place: self.place(leave.territory),
            stops: stops_left(&leave, &self.plans, self.away()),
            candidates,
            leave,
        }
    }

    fn candidate(&self, user: &User, leave: &Leave) -> Candidate {
        let posted = |posting: &Assignment| posting.user == user.id && posting.territory == leave.territory;
        Candidate {
            user: user.id,
            name: user.name.clone(),
            stops: stops_of(user.id, leave.window, &self.plans, self.away()),
            knows: self.postings.iter().any(posted),
            away: is_away(user.id, leave.window, &self.leaves),
        }
    }
}
