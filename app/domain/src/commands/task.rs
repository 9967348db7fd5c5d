//! Leaving something to be done at a shop, and saying that it has been done (F14).

use super::{Changes, Context, Decide};
use crate::id::{OutletId, PhotoId, TaskId, UserId};
use crate::limits::TEXT_CHARS;
use crate::records::{Outlet, Task, TaskClosing, TaskKind};
use crate::refusal::Refusal;
use crate::rules::text::within;
use crate::world::{Need, World};
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
}

impl Decide for LeaveTask {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Outlet>(self.outlet), Need::record::<Task>(self.task)]
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
        Ok(Changes::put(Task {
            id: self.task,
            outlet: self.outlet,
            territory: outlet.territory,
            owner: self.owner,
            kind: TaskKind::FollowUp { what: self.what.trim().to_owned() },
            note: String::new(),
            asked_by: context.actor,
            asked_by_name: context.actor_name.clone(),
            asked_at: context.captured_at,
            due: self.due,
            closed: None,
        }))
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
}

impl Decide for CloseTask {
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
        // A redo closes with its new photo only: `TakePhoto` does that.
        if matches!(task.kind, TaskKind::Redo { .. }) {
            return Err(Refusal::TaskForOther);
        }
        let closed = TaskClosing { at: context.captured_at, by: context.actor, photo: self.photo, withdrawn: false };
        Ok(Changes::put(Task { closed: Some(closed), ..task.clone() }))
    }
}
