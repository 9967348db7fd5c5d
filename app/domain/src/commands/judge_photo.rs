//! Judging a photo. A redo becomes a task of the rep who took it. Two judges who have not seen
//! each other's verdict are shown both: the later one is refused, never silently last-write-wins.

use super::{Changes, Context, Decide};
use crate::id::{PhotoId, TaskId, VerdictId};
use crate::limits::TEXT_CHARS;
use crate::records::{
    Appeal, DisplayStandard, Evidence, Photo, RedoReason, Ruling, Task, TaskClosing, TaskKind, Verdict, Visit,
};
use crate::refusal::Refusal;
use crate::rules::review::audited;
use crate::rules::standard::missed;
use crate::rules::text::within;
use crate::world::{Need, World};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// See [`super::Command::JudgePhoto`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JudgePhoto {
    /// The verdict that comes into being.
    pub verdict: VerdictId,
    /// The photo.
    pub photo: PhotoId,
    /// What is decided.
    pub ruling: Ruling,
    /// Why, if it goes back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<RedoReason>,
    /// Points of the standard that were missed, counted from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<u8>,
    /// In the judge's own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The verdict that the judge saw on the photo, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<VerdictId>,
    /// The id of the task that a redo gives the rep.
    pub task: TaskId,
    /// Until when the redo is wanted.
    pub due: Date,
}

impl Decide for JudgePhoto {
    fn needs(&self, world: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Photo>(self.photo), Need::record::<Verdict>(self.verdict)];
        if self.ruling == Ruling::Redo {
            needs.push(Need::record::<Task>(self.task));
        }
        if let Some(photo) = world.get::<Photo>(self.photo) {
            needs.push(Need::record::<Visit>(photo.visit));
            let standard = photo.standard.filter(|_| self.ruling == Ruling::Redo && !self.points.is_empty());
            needs.extend(standard.map(Need::record::<DisplayStandard>));
            if let Some(verdict) = photo.verdict {
                needs.push(Need::record::<Verdict>(verdict));
                let task = world.get::<Verdict>(verdict).and_then(|verdict| verdict.task);
                needs.extend(task.map(Need::record::<Task>));
            }
        }
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        if !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        let photo = world.get::<Photo>(self.photo).ok_or(Refusal::PhotoUnknown { photo: self.photo })?;
        if world.get::<Visit>(photo.visit).is_none_or(Visit::is_open) {
            return Err(Refusal::VisitStillOpen);
        }
        let standing = photo.verdict.and_then(|id| world.get::<Verdict>(id));
        if photo.verdict != self.seen {
            let judge_name = standing.map(|verdict| verdict.judge_name.clone()).unwrap_or_default();
            return Err(Refusal::JudgedByOther { judge_name });
        }
        // An id that is taken would put this verdict or its task in the place of another one, here or elsewhere.
        if let Some(other) = world.get::<Verdict>(self.verdict) {
            return Err(Refusal::JudgedByOther { judge_name: other.judge_name.clone() });
        }
        within(&self.note, TEXT_CHARS)?;
        let redo = self.ruling == Ruling::Redo;
        if redo && world.get::<Task>(self.task).is_some() {
            return Err(Refusal::TaskClosed);
        }
        if redo && self.reasons.is_empty() {
            return Err(Refusal::RedoNeedsReason);
        }

        let verdict = Verdict {
            id: self.verdict,
            photo: self.photo,
            visit: photo.visit,
            territory: photo.territory,
            judge: context.actor,
            judge_name: context.actor_name.clone(),
            ruling: self.ruling,
            reasons: if redo { self.reasons.clone() } else { Vec::new() },
            points: self.points.clone(),
            note: self.note.trim().to_owned(),
            at: context.captured_at,
            task: redo.then_some(self.task),
            taken_back: false,
            replaces: photo.verdict,
        };
        // Whatever is decided now is the answer to what the rep said against the verdict before.
        let appeal =
            photo.appeal.clone().map(|appeal| Appeal { answered: appeal.answered.or(Some(self.verdict)), ..appeal });
        let audit = audited(photo, standing, context.actor, self.verdict, self.ruling);
        let judged = Photo { verdict: Some(self.verdict), ruling: Some(self.ruling), appeal, audit, ..photo.clone() };
        let mut changes = Changes::put(judged);
        let owed = standing.and_then(|verdict| verdict.task).and_then(|id| world.get::<Task>(id));
        if let Some(task) = owed.filter(|task| task.is_open()) {
            let closed = TaskClosing::withdrawn(context.captured_at, context.actor);
            changes = changes.and(Task { closed: Some(closed), ..task.clone() });
        }
        if redo {
            changes = changes.and(self.task_for(world, photo, &verdict, context));
        }
        Ok(changes.and(verdict))
    }
}

impl JudgePhoto {
    fn task_for(&self, world: &World, photo: &Photo, verdict: &Verdict, context: &Context) -> Task {
        let points = photo.standard.map(|id| missed(world.get::<DisplayStandard>(id), &verdict.points));
        Task {
            id: self.task,
            outlet: photo.outlet,
            territory: photo.territory,
            owner: photo.rep,
            kind: TaskKind::Redo {
                photo: photo.id,
                verdict: verdict.id,
                item: photo.item.clone(),
                slot: photo.slot.clone(),
                reasons: verdict.reasons.clone(),
                missed: points.unwrap_or_default(),
            },
            note: verdict.note.clone(),
            asked_by: context.actor,
            asked_by_name: context.actor_name.clone(),
            asked_at: context.captured_at,
            due: self.due,
            origin: None,
            evidence: Evidence::Photo,
            with: None,
            at_risk: None,
            placed: None,
            closed: None,
            reopened: Vec::new(),
        }
    }
}

/// See [`super::Command::TakeBackVerdict`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakeBackVerdict {
    /// The photo.
    pub photo: PhotoId,
    /// The verdict that is taken back: the one that stands, and the actor's own.
    pub verdict: VerdictId,
}

impl Decide for TakeBackVerdict {
    fn needs(&self, world: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Photo>(self.photo), Need::record::<Verdict>(self.verdict)];
        let task = world.get::<Verdict>(self.verdict).and_then(|verdict| verdict.task);
        needs.extend(task.map(Need::record::<Task>));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        if !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        let unknown = Refusal::PhotoUnknown { photo: self.photo };
        let photo = world.get::<Photo>(self.photo).ok_or_else(|| unknown.clone())?;
        let verdict =
            world.get::<Verdict>(self.verdict).filter(|verdict| verdict.photo == self.photo).ok_or(unknown)?;
        if photo.verdict != Some(self.verdict) || verdict.judge != context.actor {
            return Err(Refusal::JudgedByOther { judge_name: verdict.judge_name.clone() });
        }
        let task = verdict.task.and_then(|id| world.get::<Task>(id));
        // A redo that has been done stays: the rep went there for it.
        if task.is_some_and(|task| !task.is_open()) {
            return Err(Refusal::TaskClosed);
        }
        // What the second pair of eyes takes back leaves the photo as the first one had left it.
        let before = match photo.audit.filter(|audit| audit.second == self.verdict) {
            Some(audit) => {
                Photo { verdict: Some(audit.first), ruling: Some(Ruling::Pass), audit: None, ..photo.clone() }
            }
            None => Photo { verdict: None, ruling: None, ..photo.clone() },
        };
        let mut changes = Changes::put(before).and(Verdict { taken_back: true, ..verdict.clone() });
        if let Some(task) = task {
            let closed = TaskClosing::withdrawn(context.captured_at, context.actor);
            changes = changes.and(Task { closed: Some(closed), ..task.clone() });
        }
        Ok(changes)
    }
}
