//! A shop, 网点: where the work is done.

use crate::geo::Position;
use crate::id::{DealerId, OutletId, SubDistributorId, TerritoryId};
use crate::scope::Scope;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// How much a shop matters; decides how often it is visited (F4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum OutletClass {
    /// Key shop.
    A,
    /// Large shop.
    B,
    /// Ordinary shop.
    C,
    /// Small shop.
    D,
}

impl OutletClass {
    /// The letter.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }
}

/// Who supplies and develops a shop (S41, S42).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Responsible {
    /// The dealer itself.
    Dealer(DealerId),
    /// A sub-distributor.
    SubDistributor(SubDistributorId),
    /// Nobody yet.
    Open,
}

/// A shop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outlet {
    /// Its id.
    pub id: OutletId,
    /// Its territory.
    pub territory: TerritoryId,
    /// The number people say on the phone.
    pub code: String,
    /// The name on the sign.
    pub name: String,
    /// Initials of the name in pinyin, lower case, for searching (F115).
    pub initials: String,
    /// Its class.
    pub class: OutletClass,
    /// Its trade, such as 便利店.
    pub channel: String,
    /// Street and number.
    pub address: String,
    /// Who runs it.
    pub owner: String,
    /// How to reach them.
    pub phone: String,
    /// Where it stands.
    pub position: Position,
    /// Who supplies it.
    pub responsible: Responsible,
    /// Whether it still exists.
    pub open: bool,
    /// It is the place of a candidate or a member, and no shop: visited, and on no route.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub partner: bool,
    /// Where it was before it was moved to its territory, and when that was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved: Option<Moved>,
}

/// A shop's move from one territory to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Whose it was.
    pub from: TerritoryId,
    /// When it was moved, by the server's clock.
    pub at: Moment,
}

impl Outlet {
    /// The territory in which somebody works there. Whoever holds the one that it came from, and not the one that it is
    /// in, had not heard yet that it was moved: a phone that has heard does not hold the shop any more. What they did
    /// without a network counts where they did it, however long that was.
    #[must_use]
    pub fn territory_for(&self, holds: impl Fn(Scope) -> bool) -> TerritoryId {
        let before = self
            .moved
            .map(|moved| moved.from)
            .filter(|from| !holds(Scope::Territory(self.territory)) && holds(Scope::Territory(*from)));
        before.unwrap_or(self.territory)
    }

    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Territory(self.territory)
    }
}
