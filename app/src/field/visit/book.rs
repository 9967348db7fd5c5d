//! What the phone's records say of one visit. The visit itself is read again after every answer, so what does not
//! change with an answer is read apart: a tap must be shown in a blink on a cheap phone.

use crate::state::{Phone, live};
use domain::id::{PhotoId, ProductId, StandardId, VisitId};
use domain::order::InOrder;
use domain::records::{
    Checklist, Dealer, DisplayStandard, ItemKey, ItemKind, Outlet, Photo, Product, Responsible, Sighting,
    SubDistributor, Task, TaskKind, Visit,
};
use domain::{Index, Kind};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The queries of one visit; cheap to copy.
#[derive(Clone, Copy)]
pub struct Book {
    /// The visit, as the phone's own commands leave it: not read yet, not here, here.
    pub visit: ReadSignal<Option<Option<Visit>>>,
    /// Its photos.
    pub photos: ReadSignal<Option<BTreeMap<PhotoId, Photo>>>,
    /// What is or was owed at the shop.
    pub tasks: ReadSignal<Option<Vec<Task>>>,
    /// Competitors seen in it.
    pub sightings: ReadSignal<Option<Vec<Sighting>>>,
    /// The rest.
    pub backdrop: ReadSignal<Option<Option<Backdrop>>>,
}

/// What an answer does not change.
#[derive(Clone, Debug, PartialEq)]
pub struct Backdrop {
    /// The checklist the visit keeps to its end.
    pub list: Checklist,
    /// The shop.
    pub outlet: Option<Outlet>,
    /// Who supplies it, the nearest first: they can be asked to do something.
    pub partners: Vec<(Responsible, String)>,
    /// The ended visit before this one.
    pub before: Option<Visit>,
    /// Its photos, for laying them over the camera.
    pub photos_before: Vec<Photo>,
    /// Products that tables name.
    pub products: BTreeMap<ProductId, Product>,
    /// Standards that photos are judged by.
    pub standards: BTreeMap<StandardId, DisplayStandard>,
}

impl Backdrop {
    /// A form, and nothing behind it.
    pub fn alone(list: Checklist) -> Self {
        Self {
            list,
            outlet: None,
            partners: Vec::new(),
            before: None,
            photos_before: Vec::new(),
            products: BTreeMap::new(),
            standards: BTreeMap::new(),
        }
    }
}

impl Book {
    /// Of a visit that is in no record.
    pub fn of(visit: Visit) -> Self {
        let known = |visit| signal(visit).0;
        Self {
            visit: known(Some(Some(visit))),
            photos: signal(Some(BTreeMap::new())).0,
            tasks: signal(Some(Vec::new())).0,
            sightings: signal(Some(Vec::new())).0,
            backdrop: signal(None).0,
        }
    }

    /// Begins to read.
    pub fn open(id: VisitId) -> Self {
        let visit = live(&[Kind::Visit], move |phone| async move { phone.get::<Visit>(id).await });
        // Only these two of a visit matter for the rest of the queries, and they never change.
        let place = Memo::new(move |_| {
            visit.with(|visit| visit.as_ref().and_then(Option::as_ref).map(|visit| (visit.outlet, visit.checklist)))
        });
        let photos = live(&[Kind::Photo], move |phone| async move {
            let photos = phone.find::<Photo>(Index::PhotosOf(id)).await;
            photos.into_iter().map(|photo| (photo.id, photo)).collect()
        });
        let tasks = live(&[Kind::Task], move |phone| {
            let place = place.get();
            async move {
                match place {
                    Some((outlet, _)) => phone.find::<Task>(Index::TasksAt(outlet)).await,
                    None => Vec::new(),
                }
            }
        });
        let sightings = live(&[Kind::Sighting], move |phone| async move {
            let mut seen = phone.find::<Sighting>(Index::SightingsIn(id)).await;
            seen.order_by_key(|sighting| sighting.id);
            seen
        });
        let backdrop = live(&[Kind::Checklist, Kind::Outlet], move |phone| {
            let here = place.get();
            async move { if here.is_some() { read(phone, id).await } else { None } }
        });
        Self { visit, photos, tasks, sightings, backdrop }
    }

    /// The redo that a slot answers, if there is one.
    pub fn redo(self, item: &ItemKey, slot: &str, visit: &Visit) -> Option<Task> {
        self.tasks.with(|tasks| {
            let mut tasks = tasks.iter().flatten();
            tasks.find(|task| task.owner == visit.rep && task.is_open() && asks_for(task, item, slot)).cloned()
        })
    }

    /// What the rep left to be done during a visit.
    pub fn left(self, visit: &Visit) -> Vec<Task> {
        self.tasks.with(|tasks| tasks.iter().flatten().filter(|task| was_left(task, visit)).cloned().collect())
    }

    /// Photos of the visit in the order they were taken.
    pub fn photos_in_order(self) -> Vec<Photo> {
        let mut photos: Vec<Photo> =
            self.photos.with(|photos| photos.iter().flatten().map(|(_, photo)| photo.clone()).collect());
        photos.order_by_key(|photo| photo.taken_at);
        photos
    }
}

/// Whether the rep left a task during a visit.
pub fn was_left(task: &Task, visit: &Visit) -> bool {
    let before_the_end = visit.check_out.as_ref().is_none_or(|out| task.asked_at <= out.at);
    let during = task.asked_at >= visit.check_in.at && before_the_end;
    matches!(task.kind, TaskKind::FollowUp { .. }) && task.asked_by == visit.rep && during
}

fn asks_for(task: &Task, wanted: &ItemKey, wanted_slot: &str) -> bool {
    matches!(&task.kind, TaskKind::Redo { item, slot, .. } if item == wanted && slot == wanted_slot)
}

async fn read(phone: Phone, id: VisitId) -> Option<Backdrop> {
    let visit = phone.get::<Visit>(id).await?;
    let list = phone.get::<Checklist>(visit.checklist).await?;
    let at_shop = phone.find::<Visit>(Index::VisitsAt(visit.outlet)).await;
    let begun = visit.check_in.at;
    let earlier = at_shop.into_iter().filter(|other| !other.is_open() && other.check_in.at < begun);
    let before = earlier.max_by_key(|other| other.check_in.at);
    let photos_before = match &before {
        Some(before) => phone.find::<Photo>(Index::PhotosOf(before.id)).await,
        None => Vec::new(),
    };
    let mut products = BTreeMap::new();
    let mut standards = BTreeMap::new();
    for item in &list.items {
        match &item.kind {
            ItemKind::Table { products: wanted, .. } => {
                for id in wanted {
                    products.extend(phone.get::<Product>(*id).await.map(|product| (*id, product)));
                }
            }
            ItemKind::Photo { standard: Some(id), .. } => {
                standards.extend(phone.get::<DisplayStandard>(*id).await.map(|standard| (*id, standard)));
            }
            _ => {}
        }
    }
    let outlet = phone.get::<Outlet>(visit.outlet).await;
    let partners = match &outlet {
        Some(outlet) => partners(phone, outlet.responsible).await,
        None => Vec::new(),
    };
    Some(Backdrop { list, outlet, partners, before, photos_before, products, standards })
}

async fn partners(phone: Phone, responsible: Responsible) -> Vec<(Responsible, String)> {
    let dealer = |id| async move {
        let dealer = phone.get::<Dealer>(id).await?;
        Some((Responsible::Dealer(id), dealer.name))
    };
    match responsible {
        Responsible::Open => Vec::new(),
        Responsible::Dealer(id) => dealer(id).await.into_iter().collect(),
        Responsible::SubDistributor(id) => match phone.get::<SubDistributor>(id).await {
            Some(sub) => std::iter::once((responsible, sub.name)).chain(dealer(sub.dealer).await).collect(),
            None => Vec::new(),
        },
    }
}
