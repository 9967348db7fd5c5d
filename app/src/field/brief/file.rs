//! What this phone knows of a shop.

use crate::field::day_book::DayBook;
use crate::state::{Me, Phone};
use domain::Index;
use domain::id::OutletId;
use domain::order::InOrder;
use domain::records::{
    Checklist, Dealer, Frequency, LastVisit, Outlet, Photo, Product, Purpose, Responsible, Sighting, SubDistributor,
    Task, Territory, Visit,
};
use domain::rules::changes::{Change, changes};
use domain::rules::form::form_for;
use domain::rules::frequency::{Standing, current, standing};
use domain::rules::today::StopState;
use jiff::civil::Date;

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// The shop.
    pub outlet: Outlet,
    /// Who supplies it.
    pub supplier: Supplier,
    /// Its place in the day: number, of how many; none if it is not on today's list.
    pub stop: Option<(u32, usize)>,
    /// Whether a route of today leads here.
    pub planned: bool,
    /// Ended visits, newest first, as many as are looked at.
    pub visits: Vec<Visit>,
    /// What differs between the last two, with the name of the product where it is one's price.
    pub changes: Vec<(Change, Option<Product>)>,
    /// Competitors seen here, the latest first, as many as are looked at.
    pub sightings: Vec<Sighting>,
    /// How often it is to be visited, if there is a rule.
    pub rhythm: Option<Rhythm>,
    /// Photos of the last one.
    pub photos: Vec<Photo>,
    /// What the rep owes here, the most urgent first.
    pub tasks: Vec<Task>,
    /// The checklist that a visit would begin with.
    pub checklist: Option<Checklist>,
    /// The rep's own open visit, here or elsewhere.
    pub open: Option<OpenVisit>,
    /// Today, where days begin and end.
    pub today: Date,
}

/// Who supplies a shop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Supplier {
    /// A sub-distributor.
    SubDistributor(String),
    /// The dealer itself.
    Dealer(String),
    /// Nobody, or nobody this phone knows.
    Nobody,
}

/// A visit that goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenVisit {
    /// The visit.
    pub visit: Visit,
    /// The shop's name.
    pub shop: String,
}

/// How often a shop is to be visited, and how it stands (F4).
#[derive(Clone, Debug, PartialEq)]
pub struct Rhythm {
    /// At most so many days between two visits.
    pub every: u16,
    /// Days since the last one.
    pub gone: Option<i32>,
    /// How it stands.
    pub standing: Standing,
}

/// How many sightings are looked at.
const SIGHTINGS: usize = 3;
/// How many visits the line of scores shows.
const TREND: usize = 5;

/// Reads it; none if this phone does not hold the shop.
pub async fn read(phone: Phone, me: Me, id: OutletId, purpose: Option<Purpose>) -> Option<File> {
    let outlet = phone.get::<Outlet>(id).await?;
    let date = phone.now().date(me.offset);
    let book = DayBook::read(phone, &me, date).await;
    let stops = book.stops(&[]);
    let stop = stops.iter().find(|stop| stop.outlet == id).map(|stop| (stop.number, stops.len()));
    // Nobody has to say why they visit a partner.
    let planned = outlet.partner || book.is_planned(id);

    let mut open = None;
    for stop in &stops {
        if let StopState::Open(visit) = stop.state
            && let Some(visit) = book.visits.iter().find(|known| known.id == visit)
        {
            let shop = phone.get::<Outlet>(visit.outlet).await.map(|outlet| outlet.name).unwrap_or_default();
            open = Some(OpenVisit { visit: visit.clone(), shop });
        }
    }

    let mut visits = phone.find::<Visit>(Index::VisitsAt(id)).await;
    visits.retain(|visit| !visit.is_open());
    visits.order_by_key(|visit| std::cmp::Reverse(visit.check_in.at));
    visits.truncate(TREND);
    let mut photos = match visits.first() {
        Some(visit) => phone.find::<Photo>(Index::PhotosOf(visit.id)).await,
        None => Vec::new(),
    };
    photos.order_by_key(|photo| photo.taken_at);

    let mut tasks: Vec<Task> = book.tasks.into_iter().filter(|task| task.outlet == id && task.is_open()).collect();
    tasks.order_by_key(|task| task.due);
    Some(File {
        supplier: supplier(phone, outlet.responsible).await,
        changes: changed(phone, &visits).await,
        sightings: sightings(phone, id).await,
        rhythm: rhythm(phone, &outlet, date).await,
        checklist: current_checklist(phone, &outlet, purpose).await,
        outlet,
        stop,
        planned,
        visits,
        photos,
        tasks,
        open,
        today: date,
    })
}

async fn changed(phone: Phone, visits: &[Visit]) -> Vec<(Change, Option<Product>)> {
    let [last, before, ..] = visits else { return Vec::new() };
    let Some(list) = phone.get::<Checklist>(last.checklist).await else { return Vec::new() };
    let mut named = Vec::new();
    for change in changes(&list, before, last) {
        let product = match change.product {
            Some(id) => phone.get::<Product>(id).await,
            None => None,
        };
        named.push((change, product));
    }
    named
}

async fn sightings(phone: Phone, id: OutletId) -> Vec<Sighting> {
    let mut seen = phone.find::<Sighting>(Index::SightingsAt(id)).await;
    seen.order_by_key(|sighting| std::cmp::Reverse(sighting.at));
    seen.truncate(SIGHTINGS);
    seen
}

async fn rhythm(phone: Phone, outlet: &Outlet, today: Date) -> Option<Rhythm> {
    let rules = phone.all::<Frequency>().await;
    let rule = current(&rules, phone.now())?;
    let every = rule.every.iter().find(|every| every.class == outlet.class)?.days;
    let last = phone.get::<LastVisit>(LastVisit::of(outlet.id)).await;
    let gone = last.as_ref().map(|last| last.day.until(today).map_or(0, |span| span.get_days()).max(0));
    Some(Rhythm { every, gone, standing: standing(outlet.class, last.as_ref(), rule, today) })
}

async fn supplier(phone: Phone, responsible: Responsible) -> Supplier {
    match responsible {
        Responsible::Dealer(id) => {
            phone.get::<Dealer>(id).await.map_or(Supplier::Nobody, |dealer| Supplier::Dealer(dealer.name))
        }
        Responsible::SubDistributor(id) => phone
            .get::<SubDistributor>(id)
            .await
            .map_or(Supplier::Nobody, |partner| Supplier::SubDistributor(partner.name)),
        Responsible::Open => Supplier::Nobody,
    }
}

/// The newest version that is in use here and meant for shops of this class.
async fn current_checklist(phone: Phone, outlet: &Outlet, purpose: Option<Purpose>) -> Option<Checklist> {
    let now = phone.now();
    let wanted = if outlet.partner { purpose.unwrap_or(Purpose::Service) } else { Purpose::Shop };
    let lists = phone.all::<Checklist>().await;
    let region = phone.get::<Territory>(outlet.territory).await.map(|territory| territory.region);
    form_for(&lists, wanted, outlet.class, (outlet.territory, region), now).cloned()
}
