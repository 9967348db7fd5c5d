//! That somebody looked at a rep's visit, so that the rep can see who did (F114).

use crate::id::{OutletId, TerritoryId, UserId, ViewingId, VisitId};
use crate::records::Role;
use crate::scope::Scope;
use crate::time::Moment;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One person's looking at one visit on one day, however often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewing {
    /// Its id.
    pub id: ViewingId,
    /// The visit.
    pub visit: VisitId,
    /// Its shop.
    pub outlet: OutletId,
    /// The shop's territory.
    pub territory: TerritoryId,
    /// Whose visit it is.
    pub rep: UserId,
    /// Who looked.
    pub viewer: UserId,
    /// Their name then.
    pub viewer_name: String,
    /// As what.
    pub role: Role,
    /// On which day.
    pub day: Date,
    /// When first on that day.
    pub at: Moment,
}

impl Viewing {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Territory(self.territory)
    }
}
