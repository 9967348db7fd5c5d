//! How often a shop is to be visited, by its class (F4), and when it last was.

use crate::id::{FrequencyId, LastVisitId, OutletId, TerritoryId, UserId, VisitId};
use crate::records::{OutletClass, Visit};
use crate::scope::Scope;
use crate::time::Moment;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One version of the rule. A new version is a new record; the latest that has begun holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frequency {
    /// Its id.
    pub id: FrequencyId,
    /// Counts up from 1.
    pub version: u32,
    /// At most so many days between two visits. A class that is not named is visited when there is a reason.
    pub every: Vec<Every>,
    /// From when it holds.
    pub from: Moment,
}

/// The rule for one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Every {
    /// The class.
    pub class: OutletClass,
    /// The most days between two visits.
    pub days: u16,
}

impl Frequency {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Company
    }
}

/// When a shop was last visited. Kept apart from the shop and the visits, so that a phone can go through thousands
/// of shops without reading a visit; written by whatever ends a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastVisit {
    /// The number of the shop.
    pub id: LastVisitId,
    /// The shop's territory.
    pub territory: TerritoryId,
    /// The visit.
    pub visit: VisitId,
    /// Its day.
    pub day: Date,
    /// Who.
    pub rep: UserId,
    /// What it came to, in percent, if it was scored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<u32>,
}

impl LastVisit {
    /// The name of a shop's record.
    #[must_use]
    pub const fn of(outlet: OutletId) -> LastVisitId {
        LastVisitId(outlet.0)
    }

    /// From an ended visit, unless a later one is known: phones send in any order. What another territory knows of a
    /// shop that has moved is not the business of whoever ends an old visit.
    #[must_use]
    pub fn after(visit: &Visit, known: Option<&Self>) -> Option<Self> {
        let stays = known.is_some_and(|known| {
            known.territory != visit.territory || (known.day, known.visit) > (visit.day, visit.id)
        });
        (!stays && !visit.is_open()).then(|| Self {
            id: Self::of(visit.outlet),
            territory: visit.territory,
            visit: visit.id,
            day: visit.day,
            rep: visit.rep,
            points: visit.score.as_ref().map(|score| score.share.percent()),
        })
    }

    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Territory(self.territory)
    }
}
