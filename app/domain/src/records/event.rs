//! An event for candidates, 区域招商会 (S33), and who was invited.

use crate::id::{CandidateId, DealerId, EventId, RegionId, UserId};
use crate::scope::Scope;
use crate::time::Moment;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What an event asks of the dealer before anybody is invited: 有实力, 有号召力, 面积大 (S33).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventPremise {
    /// 有实力: the dealer can supply and pay for what is promised there.
    Strong,
    /// 有号召力: people come when the dealer calls.
    Respected,
    /// 面积大: there is ground enough to give away.
    Wide,
}

impl EventPremise {
    /// All of them, in the order of the source.
    pub const ALL: [Self; 3] = [Self::Strong, Self::Respected, Self::Wide];
}

/// An event for candidates, 区域招商会 (S33).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecruitEvent {
    /// Its id.
    pub id: EventId,
    /// Its region.
    pub region: RegionId,
    /// What it is called.
    pub name: String,
    /// Where.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// On which day.
    pub day: Date,
    /// Who was invited.
    pub guests: Vec<Guest>,
    /// The dealer for whom partners are sought, if one is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dealer: Option<DealerId>,
    /// What holds of the dealer, as whoever plans it has found. What is missing is said, and is no wall.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub premises: BTreeSet<EventPremise>,
    /// Who holds it.
    pub host: UserId,
    /// Their name then.
    pub host_name: String,
    /// When it last changed.
    pub touched_at: Moment,
}

/// Somebody who was invited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guest {
    /// The name of their business.
    pub name: String,
    /// How to reach them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Whether they came.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub came: bool,
    /// The candidate that they became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidate: Option<CandidateId>,
}

impl RecruitEvent {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Region(self.region)
    }
}
