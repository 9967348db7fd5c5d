//! What the phone's records say of leaves.

use crate::state::{Me, Phone};
use crate::text::Texts;
use domain::Words;
use domain::id::TerritoryId;
use domain::order::InOrder;
use domain::records::{JourneyPlan, Leave, Territory};
use domain::{Index, Kind};
use futures_util::future::{join, join_all};
use jiff::civil::Date;

/// What is read.
pub const KINDS: &[Kind] = &[Kind::Leave, Kind::JourneyPlan, Kind::Territory];

/// How many leaves that are over or were taken back are shown.
const OVER: usize = 10;

/// The leaves of a rep.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaves {
    /// Their own: those to come and going on, then the others, the latest first.
    pub mine: Vec<Leave>,
    /// Those that they step in for and that are not over.
    pub for_others: Vec<Leave>,
    /// The territories that they walk, with their names.
    pub territories: Vec<(TerritoryId, Words)>,
    /// The names of all territories that are spoken of.
    names: Vec<(TerritoryId, Words)>,
    /// Today.
    pub today: Date,
}

impl Leaves {
    /// The one that comes next or goes on.
    pub fn next(&self) -> Option<&Leave> {
        self.mine.iter().find(|leave| self.is_ahead(leave))
    }

    /// Whether it is still to come or goes on.
    pub fn is_ahead(&self, leave: &Leave) -> bool {
        is_ahead(leave, self.today)
    }

    /// The name of a territory.
    pub fn place(&self, t: Texts, territory: TerritoryId) -> String {
        let name = self.names.iter().find(|(id, _)| *id == territory);
        name.map(|(_, name)| name.get(t.language).to_owned()).unwrap_or_default()
    }
}

fn is_ahead(leave: &Leave, today: Date) -> bool {
    !leave.withdrawn && leave.window.until.is_none_or(|until| until >= today)
}

/// Reads them.
pub async fn read(phone: Phone, me: Me) -> Leaves {
    let today = phone.now().date(me.offset);
    let (mine, for_others) =
        join(phone.find::<Leave>(Index::LeavesOf(me.id)), phone.find::<Leave>(Index::LeavesFor(me.id))).await;
    let plans = phone.find::<JourneyPlan>(Index::PlansOf(me.id)).await;
    let (mut ahead, mut over): (Vec<Leave>, Vec<Leave>) = mine.into_iter().partition(|leave| is_ahead(leave, today));
    ahead.order_by_key(|leave| (leave.window.from, leave.id));
    over.order_by_key(|leave| std::cmp::Reverse((leave.window.from, leave.id)));
    over.truncate(OVER);
    ahead.extend(over);
    let mut for_others: Vec<Leave> = for_others.into_iter().filter(|leave| is_ahead(leave, today)).collect();
    for_others.order_by_key(|leave| (leave.window.from, leave.id));

    let still = |plan: &&JourneyPlan| plan.window.until.is_none_or(|until| until >= today);
    let mut walked: Vec<TerritoryId> = plans.iter().filter(still).map(|plan| plan.territory).collect();
    walked.in_order();
    walked.dedup();
    let mut spoken: Vec<TerritoryId> = ahead.iter().chain(&for_others).map(|leave| leave.territory).collect();
    spoken.extend(&walked);
    spoken.in_order();
    spoken.dedup();
    let names = join_all(spoken.into_iter().map(|id| async move {
        // One that is not on this phone cannot be handed over from it.
        phone.get::<Territory>(id).await.map(|territory| (id, territory.name))
    }))
    .await;
    let names: Vec<(TerritoryId, Words)> = names.into_iter().flatten().collect();
    let territories = names.iter().filter(|(id, _)| walked.contains(id)).cloned().collect();
    Leaves { mine: ahead, for_others, territories, names, today }
}
