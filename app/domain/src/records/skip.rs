//! A stop of the day that was left out, and why (F6).

use crate::id::{OutletId, SkipId, TerritoryId, UserId};
use crate::scope::Scope;
use crate::time::Moment;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A stop that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skip {
    /// Its id.
    pub id: SkipId,
    /// The shop.
    pub outlet: OutletId,
    /// The shop's territory.
    pub territory: TerritoryId,
    /// Who left it out.
    pub rep: UserId,
    /// Their name then.
    pub rep_name: String,
    /// On which day's route.
    pub day: Date,
    /// Why.
    pub reason: SkipReason,
    /// In their own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// When that was said.
    pub at: Moment,
}

impl Skip {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Territory(self.territory)
    }
}

/// Why a stop was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// 关门: the shop was shut.
    Shut,
    /// 店主不在: nobody who may decide was there.
    OwnerAway,
    /// 来不及: no time was left.
    NoTime,
    /// 路不通: the road, the weather.
    NoWay,
    /// 电话办了: it could be settled by telephone.
    ByPhone,
    /// 其他: the note says it.
    Other,
}

impl SkipReason {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Shut, Self::OwnerAway, Self::NoTime, Self::NoWay, Self::ByPhone, Self::Other];
}
