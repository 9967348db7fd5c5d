//! Something of a competitor's that was seen in a shop (F17, S22).

use crate::id::{OutletId, PhotoId, SightingId, TerritoryId, UserId, VisitId};
use crate::measure::Money;
use crate::scope::Scope;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// A sighting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sighting {
    /// Its id.
    pub id: SightingId,
    /// In which visit.
    pub visit: VisitId,
    /// The shop.
    pub outlet: OutletId,
    /// The shop's territory.
    pub territory: TerritoryId,
    /// Who saw it.
    pub rep: UserId,
    /// Their name then.
    pub rep_name: String,
    /// Whose it is.
    pub brand: String,
    /// What.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub product: String,
    /// Its shelf price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// What they do for it: 买二送一, a stand, a girl with a tray.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub promotion: String,
    /// What that costs them, as estimated by the rep (S22).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spend: Option<Money>,
    /// The photo of this visit that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<PhotoId>,
    /// When.
    pub at: Moment,
}

impl Sighting {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Territory(self.territory)
    }
}
