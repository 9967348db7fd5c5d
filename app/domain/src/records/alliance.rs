//! The alliance 联合体 (S1, S2): one for each region and dealer, its members, and what each side owes in a month.

use crate::id::{AgreementId, AllianceId, CandidateId, DealerId, DutyId, RegionId};
use crate::records::Party;
use crate::scope::Scope;
use crate::time::Moment;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A sub-distributor in the alliance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Which.
    pub candidate: CandidateId,
    /// Its name then.
    pub name: String,
    /// By which agreement.
    pub agreement: AgreementId,
    /// Since when.
    pub since: Date,
}

/// An alliance. Its id is the dealer's: a dealer belongs to one region, and has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alliance {
    /// Its id.
    pub id: AllianceId,
    /// Its region.
    pub region: RegionId,
    /// Its dealer.
    pub dealer: DealerId,
    /// Its name then.
    pub dealer_name: String,
    /// Its members, in the order in which they came.
    pub members: Vec<Member>,
    /// When the first agreement came into force.
    pub founded_at: Moment,
}

impl Alliance {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Region(self.region)
    }

    /// The alliance of a dealer.
    #[must_use]
    pub fn of(dealer: DealerId) -> AllianceId {
        AllianceId(dealer.0)
    }
}

/// The duties of the two sides (S43, S44), in the order of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// 制定计划.
    Planning,
    /// 起草政策.
    Policies,
    /// 营销培训.
    Training,
    /// 工作指导.
    Guidance,
    /// 过程监督.
    Supervision,
    /// 目标分解.
    Targets,
    /// 建议订单.
    Suggestions,
    /// 合作洽谈.
    Talks,
    /// 价格制定.
    Prices,
    /// 订单处理.
    Orders,
    /// 物流配送.
    Delivery,
    /// 激励实施.
    Incentives,
    /// 标准化展示.
    Display,
}

impl Duty {
    /// All of them: seven of the manufacturer, six of the dealer.
    pub const ALL: [Self; 13] = [
        Self::Planning,
        Self::Policies,
        Self::Training,
        Self::Guidance,
        Self::Supervision,
        Self::Targets,
        Self::Suggestions,
        Self::Talks,
        Self::Prices,
        Self::Orders,
        Self::Delivery,
        Self::Incentives,
        Self::Display,
    ];

    /// Whose it is.
    #[must_use]
    pub const fn party(self) -> Party {
        match self {
            Self::Planning
            | Self::Policies
            | Self::Training
            | Self::Guidance
            | Self::Supervision
            | Self::Targets
            | Self::Suggestions => Party::Manufacturer,
            Self::Talks | Self::Prices | Self::Orders | Self::Delivery | Self::Incentives | Self::Display => {
                Party::Dealer
            }
        }
    }
}

/// What became of the duties of an alliance in one month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyMonth {
    /// Its id: made of the alliance and the month, so that two phones mean the same one.
    pub id: DutyId,
    /// The alliance.
    pub alliance: AllianceId,
    /// Its region.
    pub region: RegionId,
    /// The first day of the month.
    pub month: Date,
    /// What was done, in the order in which it was.
    pub done: Vec<DutyDone>,
}

/// A duty that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyDone {
    /// Which.
    pub duty: Duty,
    /// What there is to show for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Who wrote it down.
    pub by_name: String,
    /// When.
    pub at: Moment,
}

impl DutyMonth {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Region(self.region)
    }

    /// The id of an alliance's month: a hash of both, so that no two alliances ever share one.
    #[must_use]
    pub fn of(alliance: AllianceId, month: Date) -> DutyId {
        let [high, low] = month.year().to_be_bytes();
        let digest = Sha256::new().chain_update(alliance.0.as_bytes());
        let digest = digest.chain_update([high, low, month.month().unsigned_abs()]).finalize();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        // Version 8, made by rule: it never meets an id that was drawn.
        DutyId(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }
}
