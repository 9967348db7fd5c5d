//! Commands that the server may not simply apply and keeps for a manager (P21, P22, P26), and what the manager said.

use crate::commands::{Command, Decision};
use crate::id::{DeviceId, QuarantineId, RegionId, ReviewId, TerritoryId, UserId};
use crate::records::Role;
use crate::scope::Scope;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// Why a command is kept for a manager.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuarantineReason {
    /// This server does not understand it.
    NotUnderstood,
    /// It was made after its author had lost the area.
    NoLongerTheirs,
    /// Its author's account is disabled.
    AccountDisabled,
    /// It was made by somebody else than the one who sent it.
    NotTheSender,
    /// It came from a device that had been taken out of use.
    DeviceRevoked,
}

/// One command that is kept. Its bytes are in the server's log; what can be read of them is here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quarantine {
    /// Its id: the command's, where the bytes have one.
    pub id: QuarantineId,
    /// Whose managers decide.
    pub region: RegionId,
    /// Where it would change something, as far as that can be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub territory: Option<TerritoryId>,
    /// Who made it.
    pub rep: UserId,
    /// Their name then.
    pub rep_name: String,
    /// What they were then.
    pub role: Role,
    /// Whose session sent it.
    pub sender: UserId,
    /// From which device.
    pub device: DeviceId,
    /// Its number there.
    pub seq: u64,
    /// Every scope that its author ever held: more than that it may not change, whoever accepts it.
    pub scopes: Vec<Scope>,
    /// When it was made, by the corrected clock.
    pub captured_at: Moment,
    /// When it came.
    pub received_at: Moment,
    /// Why it is kept; of one that builds on another, why that one is.
    pub why: QuarantineReason,
    /// The one that it builds on, which is kept too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub behind: Option<QuarantineId>,
    /// What it says, if this version can read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<Box<Command>>,
    /// What became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Reviewed>,
}

/// What a manager decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reviewed {
    /// What.
    pub decision: Decision,
    /// Who.
    pub by: UserId,
    /// Their name then.
    pub by_name: String,
    /// When.
    pub at: Moment,
}

impl Quarantine {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Office(self.region)
    }

    /// Whether nobody has decided yet.
    #[must_use]
    pub const fn waits(&self) -> bool {
        self.reviewed.is_none()
    }

    /// Whether it was carried out after all.
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        self.reviewed.as_ref().is_some_and(|reviewed| !matches!(reviewed.decision, Decision::Return { .. }))
    }

    /// The command, if it can be carried out at all. A review is never carried out in somebody else's name.
    #[must_use]
    pub fn acceptable(&self) -> Option<&Command> {
        self.command.as_deref().filter(|command| !matches!(command, Command::ReviewQuarantine(_)))
    }
}

/// Tells the one who sent a kept command that a manager has decided: their phone asks what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Its id; the same number as the command's.
    pub id: ReviewId,
    /// Who sent it.
    pub sender: UserId,
    /// Whether it was carried out after all.
    pub accepted: bool,
    /// Who decided.
    pub by_name: String,
    /// When.
    pub at: Moment,
}

impl Review {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::User(self.sender)
    }
}
