//! A rep asks the team for help (S66): with a shop or with anything else, until a colleague or the manager takes it.

use crate::id::{HelpId, OutletId, RegionId, UserId};
use crate::records::SignOff;
use crate::scope::Scope;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// Somebody who asks for help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help {
    /// Its id.
    pub id: HelpId,
    /// Its region: a territory has one rep, so its colleagues are those of the region.
    pub region: RegionId,
    /// Who asks.
    pub asked_by: UserId,
    /// Their name then.
    pub asked_by_name: String,
    /// When.
    pub asked_at: Moment,
    /// The shop that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<OutletId>,
    /// Its name then: a colleague does not hold the shop.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outlet_name: String,
    /// What is needed.
    pub what: String,
    /// Whether it cannot wait.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub urgent: bool,
    /// Who takes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<HelpTaken>,
    /// Who said that it is settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<SignOff>,
}

/// Who takes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpTaken {
    /// Who.
    pub by: UserId,
    /// Their name then.
    pub by_name: String,
    /// When.
    pub at: Moment,
}

impl Help {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Region(self.region)
    }
}
