//! Days on which nobody walks, and days on which one rep does not (F2, F7).

use crate::id::{CalendarId, LeaveId, TerritoryId, UserId};
use crate::language::Words;
use crate::scope::Scope;
use crate::time::{DateWindow, Moment};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The free days of the company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// Its id.
    pub id: CalendarId,
    /// The year it is for.
    pub year: i16,
    /// The days.
    pub free: Vec<FreeDay>,
}

/// A day on which no route is walked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreeDay {
    /// Which.
    pub day: Date,
    /// What it is called, such as 春节.
    pub name: Words,
}

impl Calendar {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Company
    }
}

/// Days on which a rep is away from a territory, with what whoever steps in has to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leave {
    /// Its id.
    pub id: LeaveId,
    /// Who is away.
    pub rep: UserId,
    /// Their name then.
    pub rep_name: String,
    /// From which of their territories.
    pub territory: TerritoryId,
    /// From which day to which; it always has an end.
    pub window: DateWindow,
    /// The hand-over: what is open, whom to ask, what was promised.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub brief: String,
    /// When it was asked for.
    pub asked_at: Moment,
    /// Who walks the routes meanwhile; nobody until a manager has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substitute: Option<UserId>,
    /// Their name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub substitute_name: String,
    /// The manager who said so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub settled_by_name: String,
    /// The rep has taken it back: nobody is away.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
}

impl Leave {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Territory(self.territory)
    }

    /// Whether the rep is away on a day.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        !self.withdrawn && self.window.contains(day)
    }
}
