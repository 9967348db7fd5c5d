//! Leaving something to be done at a shop, saying that it has been done (F14), taking either back, and what of it comes
//! first (F9).

use super::{Changes, Context, Decide};
use crate::id::{OutletId, PhotoId, TaskId, UserId};
use crate::limits::{MONEY_MOST, REOPEN_DAYS, REOPENINGS, SHORT_TEXT_CHARS, TEXT_CHARS};
use crate::measure::Money;
use crate::records::{
    Evidence, Origin, Outlet, Photo, Placed, Quadrant, RecordKey, Reopening, Responsible, Task, TaskClosing, TaskKind,
    Visit,
};
use crate::refusal::Refusal;
use crate::rules::evidence::suffices;
use crate::rules::text::within;
use crate::world::{Need, World};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// See [`super::Command::LeaveTask`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeaveTask {
    /// The task that comes into being.
    pub task: TaskId,
    /// The shop.
    pub outlet: OutletId,
    /// Who will owe it.
    pub owner: UserId,
    /// What is to be done.
    pub what: String,
    /// Until when.
    pub due: Date,
    /// The answer it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// What has to be shown to close it.
    #[serde(default, skip_serializing_if = "Evidence::is_word")]
    pub evidence: Evidence,
    /// The partner who has to act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<Responsible>,
    /// What is lost if nobody does it, as estimated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_risk: Option<Money>,
}

impl LeaveTask {
    /// Something to be done, without more to it.
    #[must_use]
    pub const fn plain(task: TaskId, outlet: OutletId, owner: UserId, what: String, due: Date) -> Self {
        Self { task, outlet, owner, what, due, origin: None, evidence: Evidence::Word, with: None, at_risk: None }
    }
}

impl Decide for LeaveTask {
    fn needs(&self, _: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Outlet>(self.outlet), Need::record::<Task>(self.task)];
        needs.extend(self.origin.as_ref().map(|origin| Need::record::<Visit>(origin.visit)));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let outlet = world.get::<Outlet>(self.outlet).ok_or(Refusal::OutletUnknown { outlet: self.outlet })?;
        if !context.role.manages() && self.owner != context.actor {
            return Err(Refusal::NotYourRole);
        }
        if world.get::<Task>(self.task).is_some() {
            return Err(Refusal::TaskClosed);
        }
        within(&self.what, TEXT_CHARS)?;
        if self.what.trim().is_empty() {
            return Err(Refusal::ReasonNeeded);
        }
        if let Some(origin) = &self.origin {
            let visit = world.get::<Visit>(origin.visit).ok_or(Refusal::VisitUnknown { visit: origin.visit })?;
            if visit.outlet != self.outlet {
                return Err(Refusal::VisitUnknown { visit: origin.visit });
            }
        }
        if self.at_risk.is_some_and(|money| !(0..=MONEY_MOST).contains(&money.0)) {
            return Err(Refusal::AmountUnfit { most: Money(MONEY_MOST) });
        }
        Ok(Changes::put(Task {
            id: self.task,
            outlet: self.outlet,
            territory: outlet.territory_for(|scope| context.holds(scope)),
            owner: self.owner,
            kind: TaskKind::FollowUp { what: self.what.trim().to_owned() },
            note: String::new(),
            asked_by: context.actor,
            asked_by_name: context.actor_name.clone(),
            asked_at: context.captured_at,
            due: self.due,
            origin: self.origin.clone(),
            evidence: self.evidence,
            with: self.with,
            at_risk: self.at_risk,
            placed: None,
            closed: None,
            reopened: Vec::new(),
        }))
    }
}

/// See [`super::Command::DropTask`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DropTask {
    /// The task.
    pub task: TaskId,
}

impl Decide for DropTask {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Task>(self.task)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let task = world.get::<Task>(self.task).ok_or(Refusal::TaskUnknown { task: self.task })?;
        if task.asked_by != context.actor {
            return Err(Refusal::NotYourRole);
        }
        if !task.is_open() {
            return Err(Refusal::TaskClosed);
        }
        let same_day = task.asked_at.date(context.offset) == context.captured_at.date(context.offset);
        // What a verdict asked for goes with the verdict. A promise of another day was somebody's to count on.
        if !same_day || matches!(task.kind, TaskKind::Redo { .. }) {
            return Err(Refusal::TaskStays);
        }
        Ok(Changes::default().without(RecordKey::of::<Task>(self.task)))
    }
}

/// See [`super::Command::CloseTask`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CloseTask {
    /// The task.
    pub task: TaskId,
    /// The photo that shows it, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<PhotoId>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

impl Decide for CloseTask {
    fn needs(&self, _: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Task>(self.task)];
        needs.extend(self.photo.map(Need::record::<Photo>));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let task = world.get::<Task>(self.task).ok_or(Refusal::TaskUnknown { task: self.task })?;
        if task.owner != context.actor && !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        if !task.is_open() {
            return Err(Refusal::TaskClosed);
        }
        // A redo closes with its new photo only: `TakePhoto` does that.
        if matches!(task.kind, TaskKind::Redo { .. }) {
            return Err(Refusal::TaskForOther);
        }
        within(&self.words, TEXT_CHARS)?;
        let shown = match self.photo {
            Some(photo) => Some(world.get::<Photo>(photo).ok_or(Refusal::PhotoUnknown { photo })?),
            None => None,
        };
        if shown.is_some_and(|shown| shown.outlet != task.outlet || shown.taken_at < task.asked_at) {
            return Err(Refusal::EvidenceOlder);
        }
        let words = self.words.trim();
        if !suffices(task.evidence, self.photo, words) {
            return Err(Refusal::EvidenceNeeded { evidence: task.evidence });
        }
        let closed = TaskClosing {
            at: context.captured_at,
            by: context.actor,
            photo: self.photo,
            words: words.to_owned(),
            withdrawn: false,
        };
        let mut changes = Changes::put(Task { closed: Some(closed), ..task.clone() });
        if let Some(photo) = shown.filter(|photo| !photo.proves.contains(&self.task)) {
            let mut photo = photo.clone();
            photo.proves.push(self.task);
            changes = changes.and(photo);
        }
        Ok(changes)
    }
}

/// See [`super::Command::ReopenTask`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReopenTask {
    /// The task.
    pub task: TaskId,
    /// Why, if somebody else had closed it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
}

impl Decide for ReopenTask {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Task>(self.task)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let task = world.get::<Task>(self.task).ok_or(Refusal::TaskUnknown { task: self.task })?;
        if task.owner != context.actor && !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        let closed = task.closed.as_ref().ok_or(Refusal::TaskOpen)?;
        let (then, now) = (closed.at.date(context.offset), context.captured_at.date(context.offset));
        // A slip is seen on the same day; that something did not hold, when somebody comes by.
        let last = if context.role.manages() { then.saturating_add(REOPEN_DAYS.days()) } else { then };
        // A redo was closed by its photo and what was called off by a verdict: those are taken back, not this.
        if !(then..=last).contains(&now) || closed.withdrawn || matches!(task.kind, TaskKind::Redo { .. }) {
            return Err(Refusal::TaskStaysClosed);
        }
        within(&self.because, TEXT_CHARS)?;
        let mut reopened = task.reopened.clone();
        if closed.by != context.actor {
            if reopened.len() >= REOPENINGS {
                return Err(Refusal::TooMany { limit: REOPENINGS as u32 });
            }
            reopened.push(Reopening {
                at: context.captured_at,
                by: context.actor,
                by_name: context.actor_name.clone(),
                because: self.because.trim().to_owned(),
            });
        }
        Ok(Changes::put(Task { closed: None, reopened, ..task.clone() }))
    }
}

/// See [`super::Command::PlaceTask`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaceTask {
    /// The task.
    pub task: TaskId,
    /// Where; none puts it back to where it is proposed.
    pub quadrant: Option<Quadrant>,
    /// Why, against the proposal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
}

impl Decide for PlaceTask {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Task>(self.task)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let task = world.get::<Task>(self.task).ok_or(Refusal::TaskUnknown { task: self.task })?;
        if task.owner != context.actor && !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        if !task.is_open() {
            return Err(Refusal::TaskClosed);
        }
        within(&self.because, SHORT_TEXT_CHARS)?;
        let because = self.because.trim().to_owned();
        let placed = self.quadrant.map(|quadrant| Placed { quadrant, because, at: context.captured_at });
        if placed.as_ref().is_some_and(|placed| placed.because.is_empty()) {
            return Err(Refusal::WordsNeeded);
        }
        Ok(Changes::put(Task { placed, ..task.clone() }))
    }
}
