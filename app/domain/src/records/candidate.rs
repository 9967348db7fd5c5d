//! Who may become a sub-distributor (F41): from a name heard on the street to a member of the alliance.
//! The place of a candidate is an [`crate::records::Outlet`] of the same number, marked as a partner's: a rep visits it,
//! and the checklist engine inspects it, as it does a shop.

use crate::id::{CandidateId, DealerId, EventId, OutletId, PhotoId, RegionId, TerritoryId, UserId};
use crate::records::Weighed;
use crate::scope::Scope;
use crate::time::Moment;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What is known of a candidate, as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateFacts {
    /// The name on the sign.
    pub name: String,
    /// Who runs it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// How to reach them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// 统一社会信用代码, the number of the licence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub licence: String,
    /// Street and number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Competing brands that they carry (S31).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub brands: Vec<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Where a candidate comes from: the four ways of S30-S33.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CandidateSource {
    /// 整合现有: a customer of a dealer who is worth keeping.
    Existing(DealerId),
    /// 定向招商: looked for by criteria, such as a competitor's brand.
    Targeted {
        /// By which.
        criterion: String,
    },
    /// 走访招商: met on the street.
    Street,
    /// 区域招商会: came to an event.
    Event(EventId),
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CandidateStage {
    /// 线索: a name.
    Lead,
    /// 已接触: somebody has talked to them.
    Contacted,
    /// 考察中: being inspected and interviewed.
    Inspecting,
    /// 待审批: the rep has asked the manager.
    Proposed,
    /// 已认证: qualified until a day.
    Qualified,
    /// 签约中: an agreement is on its way.
    Signing,
    /// 已加入: a member of the alliance.
    Member,
    /// 已暂停: a member or qualified, held back for now.
    Suspended,
    /// 已淘汰: cut before it became a member.
    Eliminated,
    /// 已退出: was a member.
    Left,
}

impl CandidateStage {
    /// All of them in the order of the pipeline.
    pub const ALL: [Self; 10] = [
        Self::Lead,
        Self::Contacted,
        Self::Inspecting,
        Self::Proposed,
        Self::Qualified,
        Self::Signing,
        Self::Member,
        Self::Suspended,
        Self::Eliminated,
        Self::Left,
    ];

    /// Whether nothing is expected of it any more.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Eliminated | Self::Left)
    }

    /// Whether the rep still moves it along by themselves.
    #[must_use]
    pub const fn is_early(self) -> bool {
        matches!(self, Self::Lead | Self::Contacted | Self::Inspecting)
    }

    /// Whether the manager has qualified them, and nobody has held them back since (F48).
    #[must_use]
    pub const fn is_qualified(self) -> bool {
        matches!(self, Self::Qualified | Self::Signing | Self::Member)
    }
}

/// What comes next, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextStep {
    /// What.
    pub words: String,
    /// On which day at the latest.
    pub due: Date,
}

/// What a rep asks the manager for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalKind {
    /// To qualify them.
    Qualify,
    /// To cut them, for one item (S38).
    Eliminate {
        /// Which one they failed.
        item: String,
    },
}

/// A request of a rep to the manager.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// For what.
    #[serde(flatten)]
    pub kind: ProposalKind,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Who asks.
    pub by: UserId,
    /// Their name then.
    pub by_name: String,
    /// When.
    pub at: Moment,
}

/// What a manager decides about a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CandidateRuling {
    /// Qualified, or qualified for another year (F48).
    Qualify,
    /// The rep has to look again.
    SendBack,
    /// Cut (F47).
    Eliminate,
    /// Held back for now.
    Suspend,
    /// Held back no more.
    Resume,
    /// Out of the alliance.
    Exit,
}

/// One line of the minutes of a candidate (F47): who decided what, by which item, on whose word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minute {
    /// What.
    pub ruling: CandidateRuling,
    /// By which item, if it is one that was failed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub item: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// What they were weighed to be before whoever decided, if that was known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weighed: Option<Weighed>,
    /// Who had asked for it; empty if nobody.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proposed_by: String,
    /// Who decided.
    pub by_name: String,
    /// When.
    pub at: Moment,
}

/// A candidate, and later the file of a member.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// Its id.
    pub id: CandidateId,
    /// Its region: everybody there sees who is being talked to, so that nobody is found twice (F42).
    pub region: RegionId,
    /// The territory that its place lies in.
    pub territory: TerritoryId,
    /// What is known.
    #[serde(flatten)]
    pub facts: CandidateFacts,
    /// Initials of the name in pinyin, lower case.
    pub initials: String,
    /// Where it comes from.
    pub source: CandidateSource,
    /// How far it has come.
    pub stage: CandidateStage,
    /// Who looks after it.
    pub owner: UserId,
    /// Their name then.
    pub owner_name: String,
    /// What comes next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NextStep>,
    /// What the manager is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Proposal>,
    /// What was decided about it, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub minutes: Vec<Minute>,
    /// Until which day it is qualified (F48).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualified_until: Option<Date>,
    /// The stage that it goes back to when it is not suspended any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspended_from: Option<CandidateStage>,
    /// The photo of its front.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shopfront: Option<PhotoId>,
    /// When it was added.
    pub added_at: Moment,
    /// When it last changed.
    pub touched_at: Moment,
}

impl Candidate {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Region(self.region)
    }

    /// Its place.
    #[must_use]
    pub fn place(&self) -> OutletId {
        OutletId(self.id.0)
    }

    /// The candidate whose place this is, if it is a partner's.
    #[must_use]
    pub fn of_place(place: OutletId) -> CandidateId {
        CandidateId(place.0)
    }
}
