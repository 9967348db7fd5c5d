//! Something somebody still owes: a photo to take again, a promise to keep (F14).

use crate::id::{OutletId, PhotoId, TaskId, TerritoryId, UserId, VerdictId, VisitId};
use crate::language::Words;
use crate::measure::Money;
use crate::records::{ItemKey, RedoReason, Responsible};
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
    /// The answer it came from, if it came from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// What has to be shown to close it.
    #[serde(default, skip_serializing_if = "Evidence::is_word")]
    pub evidence: Evidence,
    /// The partner who has to act; its owner sees to it that they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<Responsible>,
    /// What is lost if nobody does it, as estimated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_risk: Option<Money>,
    /// Where its owner has put it on the board, if not where it was proposed (F9).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placed: Option<Placed>,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<TaskClosing>,
    /// When it was closed and did not hold, the first time first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopened: Vec<Reopening>,
}

/// Somebody else than who had closed a task opened it again: it had not been done, or not well enough. A slip that one
/// takes back oneself is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopening {
    /// When.
    pub at: Moment,
    /// Who.
    pub by: UserId,
    /// Their name then.
    pub by_name: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
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
        /// What it missed of the standard that it is held against.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        missed: Vec<MissedPoint>,
    },
    /// Anything else, left at a visit.
    FollowUp {
        /// What is to be done.
        what: String,
    },
}

/// A point of a display standard that a photo missed, in the words of the version that it was judged by: whoever mends
/// the shelf reads it where that version is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissedPoint {
    /// Its number there, counted from 1.
    pub number: u8,
    /// What it asks; empty where that was not known.
    #[serde(default)]
    pub words: Words,
}

/// The answer that a task came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The visit.
    pub visit: VisitId,
    /// The question.
    pub item: ItemKey,
}

/// What has to be shown to close a task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// That it was done is enough.
    #[default]
    Word,
    /// What came of it, in a sentence.
    Sentence,
    /// A photo of that shop, taken after it was asked for.
    Photo,
}

impl Evidence {
    /// Whether saying so is enough.
    #[must_use]
    pub const fn is_word(&self) -> bool {
        matches!(self, Self::Word)
    }
}

/// A quarter of the urgent x important board (S69).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quadrant {
    /// 紧急重要.
    UrgentImportant,
    /// 重要不紧急.
    Important,
    /// 紧急不重要.
    Urgent,
    /// 不紧急不重要.
    Neither,
}

impl Quadrant {
    /// All of them, in the order of the board.
    pub const ALL: [Self; 4] = [Self::UrgentImportant, Self::Important, Self::Urgent, Self::Neither];
}

/// Where the owner of a task has put it, against the proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// Where.
    pub quadrant: Quadrant,
    /// Why.
    pub because: String,
    /// When.
    pub at: Moment,
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
    /// What came of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Called off by a later verdict, not done.
    #[serde(default)]
    pub withdrawn: bool,
}

impl TaskClosing {
    /// Called off, not done.
    #[must_use]
    pub const fn withdrawn(at: Moment, by: UserId) -> Self {
        Self { at, by, photo: None, words: String::new(), withdrawn: true }
    }
}
