//! What is stored about the one who looks (F114): read from the phone, which holds of them what the server holds,
//! because a rep's scopes are the places where their records are.

use crate::state::{Me, Phone};
use crate::trust;
use domain::Index;
use domain::geo::Fix;
use domain::id::{OutletId, UserId, VisitId};
use domain::order::InOrder;
use domain::records::{AnswerValue, AnyRecord, Attendance, Leave, Outlet, Photo, Record, Role, Task, Viewing, Visit};
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
    /// What it was taken for.
    pub taken_at: Occasion,
    /// How far it can be believed; said of arrivals and photos, which it is evidence of.
    pub trust: Option<Trust>,
}

/// What a position is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Arriving.
    CheckIn,
    /// A photo.
    Photo,
    /// Leaving.
    CheckOut,
}

/// A position where it is stored.
#[derive(Clone, Copy)]
struct Reading<'a> {
    visit: &'a Visit,
    at: Moment,
    fix: Fix,
    /// The photo that it was taken with.
    photo: Option<&'a Photo>,
    taken_at: Occasion,
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
    let mut photos = phone.all::<Photo>().await;
    photos.retain(|photo| photo.rep == me.id);
    let by_id: BTreeMap<VisitId, &Visit> = visits.iter().map(|visit| (visit.id, visit)).collect();
    let taken = photos.iter().filter_map(|photo| {
        let (visit, fix) = (*by_id.get(&photo.visit)?, photo.fix?);
        Some(Reading { visit, at: photo.taken_at, fix, photo: Some(photo), taken_at: Occasion::Photo })
    });
    let mut fixes: Vec<Reading<'_>> = visits.iter().flat_map(attended).chain(taken).collect();
    fixes.order_by_key(|reading| std::cmp::Reverse(reading.at));
    let shown = &fixes[..fixes.len().min(POSITIONS)];
    let wanted: BTreeSet<OutletId> =
        shown.iter().map(|reading| reading.visit.outlet).chain(viewings.iter().map(|viewing| viewing.outlet)).collect();
    let mut shops = BTreeMap::new();
    for outlet in wanted {
        shops.extend(phone.get::<Outlet>(outlet).await.map(|shop| (outlet, shop)));
    }
    let name = |outlet: OutletId| shops.get(&outlet).map(|shop| shop.name.clone()).unwrap_or_default();
    let trusted = |reading: &Reading<'_>| {
        let (visit, shop) = (reading.visit, shops.get(&reading.visit.outlet));
        let before = trust::last_fix(&visits, visit);
        match (reading.taken_at, reading.photo) {
            (Occasion::CheckIn, _) => Some(trust::of_check_in(visit, shop, before.as_ref())),
            (_, Some(photo)) => Some(trust::of_photo(photo, visit, &photos, shop, before.as_ref())),
            (_, None) => None,
        }
    };
    let place = |reading: &Reading<'_>| Place {
        shop: name(reading.visit.outlet),
        at: reading.at,
        accuracy: reading.fix.accuracy,
        taken_at: reading.taken_at,
        trust: trusted(reading),
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

/// The positions of arriving and leaving.
fn attended(visit: &Visit) -> Vec<Reading<'_>> {
    let ends = [(Some(&visit.check_in), Occasion::CheckIn), (visit.check_out.as_ref(), Occasion::CheckOut)];
    let reading = |(attended, taken_at): (Option<&Attendance>, Occasion)| {
        let attended = attended?;
        Some(Reading { visit, at: attended.at, fix: attended.fix?, photo: None, taken_at })
    };
    ends.into_iter().filter_map(reading).collect()
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
        photos.extend(phone.find::<Photo>(Index::PhotosOf(visit.id)).await);
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
