//! The partners of the manufacturer: dealers at prefecture level, and sub-distributors under them.
//! They are two different things (the glossary of the requirements): never one type.

use crate::id::{DealerId, RegionId, SubDistributorId, TerritoryId};
use crate::scope::Scope;
use serde::{Deserialize, Serialize};

/// A prefecture-level dealer, 经销商: the hub of orders, stock and delivery (S2, S6).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dealer {
    /// Its id.
    pub id: DealerId,
    /// Its region.
    pub region: RegionId,
    /// Its name.
    pub name: String,
    /// Who runs it.
    pub owner: String,
    /// How to reach them.
    pub phone: String,
}

impl Dealer {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Region(self.region)
    }
}

/// A sub-distributor, 分销商, under one dealer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SubDistributor {
    /// Its id.
    pub id: SubDistributorId,
    /// The dealer it buys from.
    pub dealer: DealerId,
    /// The territory it serves.
    pub territory: TerritoryId,
    /// Its name.
    pub name: String,
    /// Who runs it.
    pub owner: String,
    /// How to reach them.
    pub phone: String,
}

impl SubDistributor {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Territory(self.territory)
    }
}
