//! Taking a photo into a slot of a question, and throwing it away again.
//! A photo taken for a redo task closes that task at once. A photo after has its photo before in the same visit.
//! What a photo was evidence of is shown by the one that takes its place, and by nothing once it is thrown away.

use super::answer_item::visit_and_checklist;
use super::{Changes, Context, Decide};
use crate::geo::Fix;
use crate::id::{PhotoId, TaskId, VisitId};
use crate::limits::PHOTOS_PER_VISIT;
use crate::records::{
    Answer, AnswerValue, AnyRecord, Capture, Checklist, ItemKey, ItemKind, Look, Photo, PhotoRef, RecordKey, Slot,
    Task, TaskClosing, TaskKind, Visit,
};
use crate::refusal::Refusal;
use crate::rules::evidence::{self, bereft};
use crate::rules::photo::picture_fits;
use crate::rules::visit::open_for;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// See [`super::Command::TakePhoto`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakePhoto {
    /// The photo.
    pub photo: PhotoId,
    /// The visit.
    pub visit: VisitId,
    /// The question.
    pub item: ItemKey,
    /// The slot of the question. A photo that is there already is replaced.
    pub slot: String,
    /// The bytes, named.
    pub picture: PhotoRef,
    /// A small JPEG as base64, so that the manager sees something before the bytes are here.
    pub thumbnail: String,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// How.
    pub capture: Capture,
    /// What the phone saw in it.
    #[serde(default, skip_serializing_if = "Look::is_empty")]
    pub look: Look,
    /// The task that asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redo: Option<TaskId>,
}

impl Decide for TakePhoto {
    fn needs(&self, world: &World) -> Vec<Need> {
        let mut needs = visit_and_checklist(self.visit, world);
        needs.push(Need::record::<Photo>(self.photo));
        let replaced = photo_in_slot(world, self.visit, &self.item, &self.slot);
        needs.extend(replaced.map(Need::record::<Photo>));
        needs.extend(replaced.and_then(|photo| world.get::<Photo>(photo)).into_iter().flat_map(evidence::needs));
        needs.extend(self.redo.map(Need::record::<Task>));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let mut visit = open_for(world, self.visit, context)?.clone();
        if world.get::<Photo>(self.photo).is_some() {
            return Err(Refusal::PhotoExists { photo: self.photo });
        }
        let checklist = world.get::<Checklist>(visit.checklist).ok_or(Refusal::ChecklistUnknown)?;
        let item = checklist.item(&self.item).ok_or_else(|| Refusal::ItemUnknown { item: self.item.clone() })?;
        let ItemKind::Photo { standard, slots } = &item.kind else {
            return Err(Refusal::AnswerOfOtherKind { item: self.item.clone() });
        };
        let slot = slots.iter().find(|slot| slot.key == self.slot);
        let slot = slot.ok_or_else(|| Refusal::AnswerNotOnList { item: self.item.clone() })?;
        picture_fits(&self.picture, &self.thumbnail, &self.look)?;
        let replaced = photo_in_slot(world, self.visit, &self.item, &self.slot);
        if replaced.is_none() && visit.photos as usize >= PHOTOS_PER_VISIT {
            return Err(Refusal::TooManyPhotos { limit: PHOTOS_PER_VISIT as u32 });
        }

        let before = self.before(slot, slots, &photos_of(&visit, &self.item))?;
        // The phone need not say again what the retake is for, and nothing names a photo that is gone.
        let old = replaced.and_then(|old| world.get::<Photo>(old));
        let inherited = old.map(|old| bereft(world, old, Some(self.photo), context)).unwrap_or_default();
        let settled = old.and_then(|old| old.redo_of);
        let (redone, proven): (Vec<TaskId>, Vec<TaskId>) =
            inherited.tasks.iter().map(|task| task.id).partition(|task| Some(*task) == settled);
        let mut photos = photos_of(&visit, &self.item);
        photos.insert(self.slot.clone(), self.photo);
        visit.answers.insert(
            self.item.clone(),
            Answer { value: AnswerValue::Photos(photos), at: context.captured_at, confirmed: false },
        );
        visit.photos += u32::from(replaced.is_none());
        visit.confirmed = None;

        let photo = Photo {
            id: self.photo,
            visit: self.visit,
            outlet: visit.outlet,
            territory: visit.territory,
            rep: context.actor,
            rep_name: context.actor_name.clone(),
            item: self.item.clone(),
            slot: self.slot.clone(),
            standard: *standard,
            picture: self.picture.clone(),
            taken_at: context.captured_at,
            fix: self.fix,
            capture: self.capture,
            look: self.look.clone(),
            before,
            kept_because: String::new(),
            twins: Vec::new(),
            annotations: Vec::new(),
            received_at: None,
            redo_of: self.redo.or(redone.first().copied()),
            proves: proven,
            shows: inherited.sightings.iter().map(|sighting| sighting.id).collect(),
            verdict: None,
            ruling: None,
            appeal: None,
            audit: None,
        };
        let mut changes = Changes::put(visit).and(photo);
        if let Some(old) = replaced {
            changes = changes.without(RecordKey::of::<Photo>(old));
        }
        changes.put.extend(inherited.sightings.into_iter().map(AnyRecord::from));
        let others = inherited.tasks.into_iter().filter(|task| self.redo != Some(task.id));
        changes.put.extend(others.map(AnyRecord::from));
        match self.redo {
            None => Ok(changes),
            Some(id) => Ok(changes.and(self.closed_task(id, world, context)?)),
        }
    }
}

impl TakePhoto {
    /// The other half of the pair that the photo completes. A redo may show the shelf afterwards alone:
    /// the visit that had both is another one.
    fn before(
        &self,
        slot: &Slot,
        slots: &[Slot],
        photos: &BTreeMap<String, PhotoId>,
    ) -> Result<Option<PhotoId>, Refusal> {
        let is_after = |other: &Slot| other.after.as_ref() == Some(&slot.key);
        if slots.iter().any(|other| is_after(other) && photos.contains_key(&other.key)) {
            return Err(Refusal::AfterTaken);
        }
        match slot.after.as_ref().map(|before| photos.get(before).copied()) {
            Some(None) if self.redo.is_none() => Err(Refusal::BeforeFirst),
            before => Ok(before.flatten()),
        }
    }

    fn closed_task(&self, id: TaskId, world: &World, context: &Context) -> Result<Task, Refusal> {
        let mut task = world.get::<Task>(id).ok_or(Refusal::TaskUnknown { task: id })?.clone();
        let outlet = world.get::<Visit>(self.visit).map(|visit| visit.outlet);
        let asks_for_this =
            matches!(&task.kind, TaskKind::Redo { item, slot, .. } if *item == self.item && *slot == self.slot);
        if !asks_for_this || Some(task.outlet) != outlet {
            return Err(Refusal::TaskForOther);
        }
        // Two photos for one redo in the same visit: the later one is the evidence.
        let retaken = task.closed.as_ref().is_some_and(|closed| {
            !closed.withdrawn && closed.photo == photo_in_slot(world, self.visit, &self.item, &self.slot)
        });
        if !task.is_open() && !retaken {
            return Err(Refusal::TaskClosed);
        }
        task.closed = Some(TaskClosing {
            at: context.captured_at,
            by: context.actor,
            photo: Some(self.photo),
            words: String::new(),
            withdrawn: false,
        });
        Ok(task)
    }
}

/// See [`super::Command::DropPhoto`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DropPhoto {
    /// The photo.
    pub photo: PhotoId,
    /// Its visit, which is still open.
    pub visit: VisitId,
}

impl Decide for DropPhoto {
    fn needs(&self, world: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Photo>(self.photo), Need::record::<Visit>(self.visit)];
        let photo = world.get::<Photo>(self.photo);
        needs.extend(photo.into_iter().flat_map(evidence::needs));
        if let (Some(photo), Some(visit)) = (photo, world.get::<Visit>(self.visit)) {
            needs.extend(photos_of(visit, &photo.item).into_values().map(Need::record::<Photo>));
        }
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let mut visit = open_for(world, self.visit, context)?.clone();
        let photo = world
            .get::<Photo>(self.photo)
            .filter(|photo| photo.visit == self.visit)
            .ok_or(Refusal::PhotoUnknown { photo: self.photo })?;
        let mut photos = photos_of(&visit, &photo.item);
        let mut others = photos.values().filter_map(|other| world.get::<Photo>(*other));
        if others.any(|other| other.before == Some(self.photo)) {
            return Err(Refusal::AfterTaken);
        }
        photos.retain(|_, id| *id != self.photo);
        if photos.is_empty() {
            visit.answers.remove(&photo.item);
        } else {
            let answer = Answer { value: AnswerValue::Photos(photos), at: context.captured_at, confirmed: false };
            visit.answers.insert(photo.item.clone(), answer);
        }
        visit.photos = visit.photos.saturating_sub(1);
        visit.confirmed = None;
        let mut changes = Changes::put(visit).without(RecordKey::of::<Photo>(self.photo));
        let bereft = bereft(world, photo, None, context);
        changes.put.extend(bereft.tasks.into_iter().map(AnyRecord::from));
        changes.put.extend(bereft.sightings.into_iter().map(AnyRecord::from));
        Ok(changes)
    }
}

fn photos_of(visit: &Visit, item: &ItemKey) -> BTreeMap<String, PhotoId> {
    match visit.answers.get(item).map(|answer| &answer.value) {
        Some(AnswerValue::Photos(photos)) => photos.clone(),
        _ => BTreeMap::new(),
    }
}

fn photo_in_slot(world: &World, visit: VisitId, item: &ItemKey, slot: &str) -> Option<PhotoId> {
    let visit = world.get::<Visit>(visit)?;
    photos_of(visit, item).get(slot).copied()
}
