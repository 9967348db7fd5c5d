//! Something somebody still owes: a photo to take again, a promise to keep (F14).

use crate::id::{OutletId, PhotoId, TaskId, TerritoryId, UserId, VerdictId};
use crate::records::{ItemKey, RedoReason};
use crate::scope::Scope;
use crate::time::Moment;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// The shop.
    pub outlet: OutletId,
    /// The shop's territory.
    pub territory: TerritoryId,
    /// Who owes it.
    pub owner: UserId,
    /// What is owed.
    #[serde(flatten)]
    pub kind: TaskKind,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Who asked for it.
    pub asked_by: UserId,
    /// Their name then.
    pub asked_by_name: String,
    /// When it was asked for.
    pub asked_at: Moment,
    /// Until when.
    pub due: Date,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<TaskClosing>,
}

impl Task {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Territory(self.territory)
    }

    /// Whether it is still owed.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.closed.is_none()
    }
}

/// What is owed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "task")]
pub enum TaskKind {
    /// Take a photo again; it closes with the new photo.
    Redo {
        /// The photo that was sent back.
        photo: PhotoId,
        /// The verdict that sent it back.
        verdict: VerdictId,
        /// The question it answers.
        item: ItemKey,
        /// The slot of that question.
        slot: String,
        /// Why it went back.
        reasons: Vec<RedoReason>,
    },
    /// Anything else, left at a visit.
    FollowUp {
        /// What is to be done.
        what: String,
    },
}

/// How a task ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TaskClosing {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: UserId,
    /// The photo that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<PhotoId>,
    /// Called off by a later verdict, not done.
    #[serde(default)]
    pub withdrawn: bool,
}
