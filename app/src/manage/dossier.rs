//! Everything one visit is judged by, fetched together: the shop, the checklist, the photos in its order,
//! their standards and verdicts, and the same slots last time.

use super::twins::{Like, likes};
use crate::field::was_left;
use crate::state::Phone;
use crate::trust;
use domain::Index;
use domain::geo::Fix;
use domain::id::VisitId;
use domain::order::InOrder;
use domain::records::{Checklist, DisplayStandard, ItemKind, Outlet, Photo, Sighting, Task, Verdict, Visit};
use domain::{Language, Words};

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// The visit.
    pub visit: Visit,
    /// The shop.
    pub outlet: Option<Outlet>,
    /// The checklist it keeps.
    pub checklist: Option<Checklist>,
    /// Its photos, in the order of the checklist.
    pub photos: Vec<Photo>,
    /// The verdicts that stand.
    pub verdicts: Vec<Verdict>,
    /// The standards of the photos.
    pub standards: Vec<DisplayStandard>,
    /// The photos of the visit before this one.
    pub before: Vec<Photo>,
    /// The ended visit before this one.
    pub last: Option<Visit>,
    /// Photos that look like those of the visit.
    pub likes: Vec<Like>,
    /// Competitors that were seen in it.
    pub sightings: Vec<Sighting>,
    /// What was left to be done.
    pub left: Vec<Task>,
    /// Where the phone was last before the check-in, on that day.
    pub fix_before: Option<Fix>,
}

impl Dossier {
    /// What a photo shows, in the words of its slot.
    #[must_use]
    pub fn caption(&self, photo: &Photo, language: Language) -> String {
        slot_words(self.checklist.as_ref(), photo).map_or(photo.slot.as_str(), |words| words.get(language)).to_owned()
    }

    /// The verdict that stands on a photo.
    #[must_use]
    pub fn verdict_on(&self, photo: &Photo) -> Option<&Verdict> {
        photo.verdict.and_then(|id| self.verdicts.iter().find(|verdict| verdict.id == id))
    }

    /// The standard that a photo is judged by.
    #[must_use]
    pub fn standard_of(&self, photo: &Photo) -> Option<&DisplayStandard> {
        photo.standard.and_then(|id| self.standards.iter().find(|standard| standard.id == id))
    }

    /// The same slot at the visit before.
    #[must_use]
    pub fn last_of(&self, photo: &Photo) -> Option<&Photo> {
        self.before.iter().find(|last| last.item == photo.item && last.slot == photo.slot)
    }
}

/// Fetches a visit with all that belongs to it.
pub async fn dossier(phone: Phone, id: VisitId) -> Option<Dossier> {
    let visit = phone.get::<Visit>(id).await?;
    let outlet = phone.get::<Outlet>(visit.outlet).await;
    let checklist = phone.get::<Checklist>(visit.checklist).await;
    let mut photos = phone.find::<Photo>(Index::PhotosOf(id)).await;
    photos.order_by_key(|photo| place(checklist.as_ref(), photo));
    let mut verdicts = Vec::new();
    let mut standards: Vec<DisplayStandard> = Vec::new();
    for photo in &photos {
        if let Some(verdict) = photo.verdict {
            verdicts.extend(phone.get::<Verdict>(verdict).await);
        }
        if let Some(wanted) = photo.standard.filter(|id| standards.iter().all(|standard| standard.id != *id)) {
            standards.extend(phone.get::<DisplayStandard>(wanted).await);
        }
    }
    let mut earlier = phone.find::<Visit>(Index::VisitsAt(visit.outlet)).await;
    earlier.retain(|other| other.check_in.at < visit.check_in.at);
    earlier.order_by_key(|other| std::cmp::Reverse(other.check_in.at));
    let before = match earlier.iter().find(|other| other.photos > 0) {
        Some(last) => phone.find::<Photo>(Index::PhotosOf(last.id)).await,
        None => Vec::new(),
    };
    let last = earlier.into_iter().find(|other| !other.is_open());
    let likes = likes(phone, &photos).await;
    let sightings = phone.find::<Sighting>(Index::SightingsIn(id)).await;
    let mut left = phone.find::<Task>(Index::TasksAt(visit.outlet)).await;
    left.retain(|task| was_left(task, &visit));
    let fix_before = trust::fix_before(phone, &visit).await;
    Some(Dossier {
        visit,
        outlet,
        checklist,
        photos,
        verdicts,
        standards,
        before,
        last,
        likes,
        sightings,
        left,
        fix_before,
    })
}

/// The words of the slot of a photo.
pub(super) fn slot_words<'a>(checklist: Option<&'a Checklist>, photo: &Photo) -> Option<&'a Words> {
    let item = checklist?.item(&photo.item)?;
    let slot = match &item.kind {
        ItemKind::Photo { slots, .. } => slots.iter().find(|slot| slot.key == photo.slot),
        _ => None,
    };
    Some(slot.map_or(&item.title, |slot| &slot.words))
}

/// Where a photo stands in its checklist: question, then slot.
fn place(checklist: Option<&Checklist>, photo: &Photo) -> (usize, usize) {
    let items = checklist.map_or(&[][..], |checklist| &checklist.items);
    let at = items.iter().position(|item| item.key == photo.item).unwrap_or(usize::MAX);
    let slot = match items.get(at).map(|item| &item.kind) {
        Some(ItemKind::Photo { slots, .. }) => slots.iter().position(|slot| slot.key == photo.slot),
        _ => None,
    };
    (at, slot.unwrap_or(usize::MAX))
}
