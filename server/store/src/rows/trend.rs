//! What the trends are asked for, and what they answer.

use domain::id::{OutletId, TerritoryId, UserId, VisitId};
use domain::records::OutletClass;
use domain::rules::trends::{By, Tally, Week};
use jiff::civil::Date;

/// Which visits are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendWanted {
    /// From this week.
    pub from: Week,
    /// To this week, which is included.
    pub to: Week,
    /// In these territories.
    pub territories: Vec<TerritoryId>,
    /// Of this rep only.
    pub rep: Option<UserId>,
    /// In shops of this class only.
    pub class: Option<OutletClass>,
    /// With a photo that is judged by this standard only.
    pub standard: Option<String>,
}

/// What was counted under a key in a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendRow {
    /// Which week.
    pub week: Week,
    /// The id or the name of what the figures are told apart by, see [`By`]; a region is made of its territories.
    pub key: String,
    /// What was counted.
    pub tally: Tally,
}

/// One visit, as it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendVisit {
    /// The visit.
    pub visit: VisitId,
    /// The shop.
    pub outlet: OutletId,
    /// The name of the shop now.
    pub outlet_name: String,
    /// Its day.
    pub day: Date,
    /// What it came to, in ten thousandths; none if it was not scored.
    pub share: Option<u32>,
    /// What it counts for.
    pub tally: Tally,
}

impl TrendWanted {
    /// The standard under which the sums are kept; none where each is asked for.
    #[must_use]
    pub fn kept_under(&self, by: By) -> Option<&str> {
        match (&self.standard, by) {
            (Some(standard), _) => Some(standard),
            (None, By::Standard) => None,
            (None, _) => Some(""),
        }
    }
}
