//! What hangs on the wall: the photos of the last days, each with its shop, its slot and how far its position can be
//! believed. The visits around them are read once; after a verdict only the photos are read again.

use crate::manage::dossier::slot_words;
use crate::state::Phone;
use crate::trust::{last_fix, of_photo};
use domain::geo::Fix;
use domain::id::{ChecklistId, OutletId, PhotoId, StandardId, TerritoryId, UserId, VerdictId, VisitId};
use domain::order::InOrder;
use domain::records::{Checklist, DisplayStandard, Outlet, Photo, Territory, Verdict, Visit};
use domain::rules::review::to_audit;
use domain::rules::trust::Level;
use domain::{Index, Words};
use futures_util::future::join_all;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A visit with what stays the same while its photos are judged.
#[derive(Clone, Debug, PartialEq)]
struct Place {
    visit: Visit,
    outlet: Option<Outlet>,
    checklist: Option<Arc<Checklist>>,
    area: Words,
    earlier: Option<Fix>,
}

/// The visits of the last days, and which photos they have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    places: BTreeMap<VisitId, Place>,
    standards: BTreeMap<StandardId, Arc<DisplayStandard>>,
    photos: Vec<PhotoId>,
    named: usize,
}

/// One photo of the wall.
#[derive(Clone, Debug, PartialEq)]
pub struct Shot {
    /// The photo.
    pub photo: Photo,
    /// The name of its shop.
    pub shop: String,
    /// The letter of the shop's class.
    pub class: Option<&'static str>,
    /// The name of its territory.
    pub area: Words,
    /// What it is held against.
    pub standard: Option<Arc<DisplayStandard>>,
    /// The words of its slot.
    pub slot: Option<Words>,
    /// How far its position can be believed.
    pub trust: Level,
    /// The visit has ended, so it can be judged.
    pub ended: bool,
    /// Somebody else has passed it, and the lot wants a second pair of eyes.
    pub audit: bool,
}

/// What hangs on the wall, the one that has waited longest first: what arrives meanwhile joins at the end and moves
/// nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// The photos.
    pub shots: Vec<Arc<Shot>>,
    /// Photos whose visits name them and whose originals are not on the server yet.
    pub on_the_way: usize,
}

/// Reads the visits of a number of days up to one.
pub async fn frame(phone: Phone, last: Date, days: i32) -> Arc<Frame> {
    let wanted = (0..days).map(|back| last.saturating_sub(jiff::Span::new().days(back)));
    let visits: Vec<Vec<Visit>> = join_all(wanted.map(|day| phone.find::<Visit>(Index::VisitsOn(day)))).await;
    let with_photos: Vec<&Visit> = visits.iter().flatten().filter(|visit| visit.photos > 0).collect();

    let outlets: BTreeSet<OutletId> = with_photos.iter().map(|visit| visit.outlet).collect();
    let outlets = phone.several::<Outlet>(outlets.into_iter().collect()).await.into_iter().flatten();
    let outlets: BTreeMap<OutletId, Outlet> = outlets.map(|outlet| (outlet.id, outlet)).collect();
    let lists: BTreeSet<ChecklistId> = with_photos.iter().map(|visit| visit.checklist).collect();
    let lists = phone.several::<Checklist>(lists.into_iter().collect()).await.into_iter().flatten();
    let lists: BTreeMap<ChecklistId, Arc<Checklist>> = lists.map(|list| (list.id, Arc::new(list))).collect();
    let areas = phone.all::<Territory>().await.into_iter();
    let areas: BTreeMap<TerritoryId, Words> = areas.map(|area| (area.id, area.name)).collect();
    let standards = phone.all::<DisplayStandard>().await.into_iter();
    let photos = join_all(with_photos.iter().map(|visit| phone.find::<Photo>(Index::PhotosOf(visit.id)))).await;

    let places = visits.iter().flat_map(|day| {
        let (outlets, lists, areas) = (&outlets, &lists, &areas);
        day.iter().filter(|visit| visit.photos > 0).map(move |visit| {
            let place = Place {
                visit: visit.clone(),
                outlet: outlets.get(&visit.outlet).cloned(),
                checklist: lists.get(&visit.checklist).cloned(),
                area: areas.get(&visit.territory).cloned().unwrap_or_default(),
                earlier: last_fix(day, visit),
            };
            (visit.id, place)
        })
    });
    Arc::new(Frame {
        places: places.collect(),
        standards: standards.map(|standard| (standard.id, Arc::new(standard))).collect(),
        photos: photos.iter().flatten().map(|photo| photo.id).collect(),
        named: with_photos.iter().map(|visit| visit.photos as usize).sum(),
    })
}

/// Reads the photos of a frame, for somebody who would judge them.
pub async fn shelf(phone: Phone, frame: Arc<Frame>, judge: UserId) -> Shelf {
    let photos: Vec<Photo> = phone.several::<Photo>(frame.photos.clone()).await.into_iter().flatten().collect();
    let drawn: Vec<VerdictId> = photos.iter().filter_map(to_audit).collect();
    let firsts = phone.several::<Verdict>(drawn).await.into_iter().flatten();
    let by_others: BTreeSet<VerdictId> = firsts.filter(|first| first.judge != judge).map(|first| first.id).collect();

    let here = photos.iter().filter(|photo| photo.received_at.is_some()).count();
    let mut by_visit: BTreeMap<VisitId, Vec<Photo>> = BTreeMap::new();
    for photo in photos {
        by_visit.entry(photo.visit).or_default().push(photo);
    }
    let mut shots: Vec<Arc<Shot>> = Vec::new();
    for (visit, photos) in &by_visit {
        let Some(place) = frame.places.get(visit) else { continue };
        shots.extend(photos.iter().map(|photo| {
            let outlet = place.outlet.as_ref();
            let trust = of_photo(photo, &place.visit, photos, outlet, place.earlier.as_ref());
            Arc::new(Shot {
                shop: outlet.map(|outlet| outlet.name.clone()).unwrap_or_default(),
                class: outlet.map(|outlet| outlet.class.letter()),
                area: place.area.clone(),
                standard: photo.standard.and_then(|id| frame.standards.get(&id).cloned()),
                slot: slot_words(place.checklist.as_deref(), photo).cloned(),
                trust: trust.level,
                ended: !place.visit.is_open(),
                audit: to_audit(photo).is_some_and(|first| by_others.contains(&first)),
                photo: photo.clone(),
            })
        }));
    }
    shots.order_by_key(|shot| (shot.photo.taken_at, shot.photo.id));
    Shelf { shots, on_the_way: frame.named.saturating_sub(here) }
}
