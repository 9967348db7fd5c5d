//! What is stored about the one who looks (F114): read from the phone, which holds of them what the server holds,
//! because a rep's scopes are the places where their records are.

use crate::state::{Me, Phone};
use crate::trust;
use domain::Index;
use domain::geo::Fix;
use domain::id::{OutletId, UserId, VisitId};
use domain::order::InOrder;
use domain::records::{AnswerValue, AnyRecord, Leave, Outlet, Record, Role, Task, Viewing, Visit};
use domain::rules::trust::Trust;
use domain::time::Moment;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// So many positions are listed; the file has them all.
const POSITIONS: usize = 20;

/// What is stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Held {
    /// Visits.
    pub visits: usize,
    /// The day of the first of them.
    pub since: Option<Date>,
    /// How many positions.
    pub positions: usize,
    /// The last ones.
    pub places: Vec<Place>,
    /// Photos.
    pub photos: usize,
    /// Tasks.
    pub tasks: usize,
    /// Signatures of shops.
    pub signatures: usize,
    /// Leaves.
    pub leaves: usize,
    /// Who looked at the visits, by day, the newest first.
    pub looks: Vec<Look>,
}

/// One position.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// At which shop.
    pub shop: String,
    /// When.
    pub at: Moment,
    /// The error that the phone claimed, in metres.
    pub accuracy: u32,
    /// At arrival or at departure.
    pub arrival: bool,
    /// How far it can be believed; said of arrivals.
    pub trust: Option<Trust>,
}

/// What one person looked at on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Their name.
    pub name: String,
    /// As what.
    pub role: Role,
    /// On which day.
    pub day: Date,
    /// The visits.
    pub visits: Vec<(VisitId, String)>,
}

/// Reads it.
pub async fn read(phone: Phone, me: &Me) -> Held {
    let mut visits = own_visits(phone, me.id).await;
    visits.order_by_key(|visit| std::cmp::Reverse(visit.check_in.at));
    let viewings = phone.find::<Viewing>(Index::ViewingsAbout(me.id)).await;
    let mut fixes: Vec<(&Visit, Moment, Fix, bool)> = visits.iter().flat_map(fixes_of).collect();
    fixes.order_by_key(|(_, at, ..)| std::cmp::Reverse(*at));
    let shown = &fixes[..fixes.len().min(POSITIONS)];
    let wanted: BTreeSet<OutletId> =
        shown.iter().map(|(visit, ..)| visit.outlet).chain(viewings.iter().map(|viewing| viewing.outlet)).collect();
    let mut shops = BTreeMap::new();
    for outlet in wanted {
        shops.extend(phone.get::<Outlet>(outlet).await.map(|shop| (outlet, shop)));
    }
    let name = |outlet: OutletId| shops.get(&outlet).map(|shop| shop.name.clone()).unwrap_or_default();
    let place = |(visit, at, fix, arrival): &(&Visit, Moment, Fix, bool)| Place {
        shop: name(visit.outlet),
        at: *at,
        accuracy: fix.accuracy,
        arrival: *arrival,
        trust: arrival
            .then(|| trust::of_check_in(visit, shops.get(&visit.outlet), trust::last_fix(&visits, visit).as_ref())),
    };
    Held {
        visits: visits.len(),
        since: visits.last().map(|visit| visit.day),
        positions: fixes.len(),
        places: shown.iter().map(place).collect(),
        photos: visits.iter().map(|visit| visit.photos as usize).sum(),
        tasks: phone.find::<Task>(Index::TasksOf(me.id)).await.len(),
        signatures: visits.iter().map(signatures_of).sum(),
        leaves: phone.find::<Leave>(Index::LeavesOf(me.id)).await.len(),
        looks: looks(viewings, name),
    }
}

async fn own_visits(phone: Phone, me: UserId) -> Vec<Visit> {
    let mut visits = phone.all::<Visit>().await;
    visits.retain(|visit| visit.rep == me);
    visits
}

fn fixes_of(visit: &Visit) -> Vec<(&Visit, Moment, Fix, bool)> {
    let departure = visit.check_out.as_ref().and_then(|out| Some((visit, out.at, out.fix?, false)));
    let arrival = visit.check_in.fix.map(|fix| (visit, visit.check_in.at, fix, true));
    departure.into_iter().chain(arrival).collect()
}

fn signatures_of(visit: &Visit) -> usize {
    let answered = visit.answers.values().filter(|answer| matches!(answer.value, AnswerValue::Signature(_))).count();
    answered + usize::from(visit.confirmed.is_some())
}

fn looks(viewings: Vec<Viewing>, name: impl Fn(OutletId) -> String) -> Vec<Look> {
    let mut by_person: BTreeMap<(Date, UserId), Vec<Viewing>> = BTreeMap::new();
    for viewing in viewings {
        by_person.entry((viewing.day, viewing.viewer)).or_default().push(viewing);
    }
    let look = |((day, _), viewings): ((Date, UserId), Vec<Viewing>)| {
        let last = viewings.iter().max_by_key(|viewing| viewing.at)?;
        let visits = viewings.iter().map(|viewing| (viewing.visit, name(viewing.outlet))).collect();
        Some(Look { name: last.viewer_name.clone(), role: last.role, day, visits })
    };
    by_person.into_iter().rev().filter_map(look).collect()
}

/// All of it as one JSON text: the records as they are stored, by kind.
pub async fn export(phone: Phone, me: &Me) -> String {
    let mut photos = Vec::new();
    let visits = own_visits(phone, me.id).await;
    for visit in visits.iter().filter(|visit| visit.photos > 0) {
        photos.extend(phone.find::<domain::records::Photo>(Index::PhotosOf(visit.id)).await);
    }
    let parts = [
        list("visits", visits),
        list("photos", photos),
        list("tasks", phone.find::<Task>(Index::TasksOf(me.id)).await),
        list("leaves", phone.find::<Leave>(Index::LeavesOf(me.id)).await),
        list("viewings", phone.find::<Viewing>(Index::ViewingsAbout(me.id)).await),
    ];
    format!("{{{}}}\n", parts.join(",\n"))
}

fn list<R: Record>(name: &str, records: Vec<R>) -> String {
    let bodies: Vec<String> = records.into_iter().map(|record| Into::<AnyRecord>::into(record).body()).collect();
    format!("\"{name}\":[{}]", bodies.join(",\n"))
}
