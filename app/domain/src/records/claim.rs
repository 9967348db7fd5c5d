//! What somebody says of a candidate (F46, S26): never a fact by itself, but one of several that agree or do not.

use crate::id::{CandidateId, ClaimId, RegionId, UserId};
use crate::measure::Money;
use crate::scope::Scope;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// What is said something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// 年经营额 (S25).
    Turnover,
    /// 下属网点数.
    Outlets,
    /// 员工人数.
    Staff,
    /// 送货车辆.
    Vehicles,
    /// 仓库面积.
    Warehouse,
    /// 配送周期 in days (S76).
    Delivery,
    /// 回款信用.
    Credit,
    /// 合作意愿 (S75).
    Willingness,
}

impl Topic {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Turnover,
        Self::Outlets,
        Self::Staff,
        Self::Vehicles,
        Self::Warehouse,
        Self::Delivery,
        Self::Credit,
        Self::Willingness,
    ];

    /// Whether it is said in words, and not in a number.
    #[must_use]
    pub const fn is_words(self) -> bool {
        matches!(self, Self::Credit | Self::Willingness)
    }

    /// Whether it is an amount of money.
    #[must_use]
    pub const fn is_amount(self) -> bool {
        matches!(self, Self::Turnover)
    }

    /// Whether something is said as the topic asks for it: only what is of one kind can agree (F46).
    #[must_use]
    pub const fn fits(self, said: &Said) -> bool {
        match said {
            Said::Words(_) => self.is_words(),
            Said::Amount(_) => self.is_amount(),
            Said::Number(_) => !self.is_words() && !self.is_amount(),
        }
    }
}

/// Who says it (S26): 同行, 下属, 经销商, 下属分销网络, themselves, or our own eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Witness {
    /// The candidate about themselves: heard, and no independent source.
    Themselves,
    /// Somebody in the same trade.
    Peer,
    /// Somebody who works for them.
    Employee,
    /// The dealer.
    Dealer,
    /// A shop that they supply.
    Network,
    /// Seen on the spot.
    Seen,
}

impl Witness {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Themselves, Self::Peer, Self::Employee, Self::Dealer, Self::Network, Self::Seen];
}

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// An amount.
    Amount(Money),
    /// A number.
    Number(i64),
    /// Words.
    Words(String),
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// About whom.
    pub candidate: CandidateId,
    /// Their region.
    pub region: RegionId,
    /// About what.
    pub topic: Topic,
    /// What is said.
    pub said: Said,
    /// By what sort of person.
    pub witness: Witness,
    /// By whom.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub witness_name: String,
    /// Who wrote it down.
    pub by: UserId,
    /// Their name then.
    pub by_name: String,
    /// When.
    pub at: Moment,
}

impl Claim {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Region(self.region)
    }
}
