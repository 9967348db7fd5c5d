//! The three-party agreement (F50, S17, S40): manufacturer, dealer and sub-distributor, with an exclusive ground.

use crate::id::{AgreementId, CandidateId, DealerId, OutletId, PhotoId, ProductId, RegionId, TerritoryId, UserId};
use crate::measure::Money;
use crate::records::{OutletClass, TerritoryType};
use crate::scope::Scope;
use crate::time::Moment;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A party to the agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// 厂家.
    Manufacturer,
    /// 经销商.
    Dealer,
    /// 分销商.
    SubDistributor,
}

impl Party {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Manufacturer, Self::Dealer, Self::SubDistributor];
}

/// The two types of alliance (S41, S42): presets of the coverage, and premises that are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AllianceType {
    /// 综合式: the sub-distributor develops every outlet. Premise: a wide ground, a strong sub-distributor.
    Comprehensive,
    /// 终端填充式: the dealer develops all but some classes. Premise: a narrow ground, a weak sub-distributor, a strong
    /// dealer.
    TerminalFill,
}

/// An administrative area, GB/T 2260: six digits, or nine for a township.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Area {
    /// The code. `130400` is all of 邯郸, `130402` the district 邯山, `130402001` one street office in it.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A shop of a ground, as it was when the line was drawn.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct GroundOutlet {
    /// Which.
    pub outlet: OutletId,
    /// Its name.
    pub name: String,
    /// The code of the area that it lies in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub area: String,
}

/// Where a partner alone may sell (F52, S34): areas, single shops, less single shops, in some channels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ground {
    /// Its type.
    #[serde(rename = "type")]
    pub ground_type: TerritoryType,
    /// Whole areas.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Area>,
    /// Single shops beside them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outlets: Vec<GroundOutlet>,
    /// Shops inside the areas that are somebody else's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<GroundOutlet>,
    /// The channels, such as 便利店; empty means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<String>,
}

/// Who develops the outlets of a class (S41, S42).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Coverage {
    /// The class.
    pub class: OutletClass,
    /// The dealer or the sub-distributor.
    pub by: Party,
}

/// What a case costs the sub-distributor, and as far as it is agreed what it costs before and after them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceLine {
    /// Which product.
    pub product: ProductId,
    /// The price of a case.
    pub price: Money,
    /// What the dealer pays for it, ex works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ex_works: Option<Money>,
    /// What a shop pays for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop: Option<Money>,
}

/// What is agreed. Frozen when it is offered; its hash is what everybody signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The type.
    #[serde(rename = "type")]
    pub alliance_type: AllianceType,
    /// Where.
    pub ground: Ground,
    /// Who develops which outlets.
    pub coverage: Vec<Coverage>,
    /// The products; empty means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<ProductId>,
    /// Prices that were agreed; a product without one is sold at list price.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prices: Vec<PriceLine>,
    /// First day.
    pub from: Date,
    /// Last day: a year at least (S17).
    pub until: Date,
    /// Days between two deliveries on the fixed route: half a month at most (S76).
    pub cycle_days: u16,
    /// Why the partner is appointed in a county directly, if they are: a marked exception (S6).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub exception: String,
    /// What else was agreed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub more: String,
}

/// How far an agreement has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgreementState {
    /// Being written; binds nobody and keeps nobody out.
    Draft,
    /// Frozen and shown to all three; from here on its ground is taken.
    Offered,
    /// Three signatures; the manager has to approve.
    Signed,
    /// In force.
    Active,
    /// Over: run out, replaced, or ended early.
    Ended,
}

impl AgreementState {
    /// Whether it keeps others out of its ground (S15).
    #[must_use]
    pub const fn holds_ground(self) -> bool {
        matches!(self, Self::Offered | Self::Signed | Self::Active)
    }
}

/// A signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartySignature {
    /// For whom.
    pub party: Party,
    /// Who signed.
    pub name: String,
    /// SVG path data in a 300 x 100 box; empty where the paper was sealed and its pages photographed (F51).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signature: String,
    /// When.
    pub at: Moment,
    /// Who held the glass.
    pub witness: UserId,
}

/// That a party has its copy (S40).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyCopy {
    /// Which.
    pub party: Party,
    /// When it was handed over.
    pub at: Moment,
}

/// A name under something, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOff {
    /// Who.
    pub name: String,
    /// When.
    pub at: Moment,
}

/// How an agreement ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// On which day.
    pub on: Date,
    /// Why; empty if it simply ran out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
    /// What the dealer says to it (S17).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dealer_note: String,
    /// What the sub-distributor says to it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub partner_note: String,
    /// Who wrote it down.
    pub by_name: String,
    /// When.
    pub at: Moment,
}

/// An agreement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// Its region: everybody there has to see whose ground is whose, without a network (F53).
    pub region: RegionId,
    /// The territory that the partner's place lies in.
    pub territory: TerritoryId,
    /// The dealer.
    pub dealer: DealerId,
    /// Its name then.
    pub dealer_name: String,
    /// The sub-distributor, or who is to become one.
    pub candidate: CandidateId,
    /// Its name then.
    pub candidate_name: String,
    /// What is agreed.
    pub terms: Terms,
    /// How far it has come.
    pub state: AgreementState,
    /// Who agreed to the boundary list, before anything was offered (S34).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground_signed: Option<SignOff>,
    /// SHA-256 of what was frozen: 64 lower-case hex digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
    /// Who signed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<PartySignature>,
    /// Photos of the sealed pages, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<PhotoId>,
    /// Who has their copy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<PartyCopy>,
    /// Who approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<SignOff>,
    /// Why the manager sent it back, until it is offered again.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sent_back: String,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ending>,
    /// The one that it takes the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renews: Option<AgreementId>,
    /// Who wrote it.
    pub author: UserId,
    /// Their name then.
    pub author_name: String,
    /// When it last changed.
    pub touched_at: Moment,
}

impl Agreement {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Region(self.region)
    }

    /// The number that people say: the last six letters of its id, which are the random ones.
    #[must_use]
    pub fn number(&self) -> String {
        let id = self.id.to_string().to_uppercase();
        format!("{}-{}", self.terms.from.year(), &id[id.len() - 6..])
    }

    /// Whether a party has signed.
    #[must_use]
    pub fn is_signed_by(&self, party: Party) -> bool {
        self.signatures.iter().any(|signature| signature.party == party)
    }

    /// Whether a party has its copy.
    #[must_use]
    pub fn has_copy(&self, party: Party) -> bool {
        self.copies.iter().any(|copy| copy.party == party)
    }
}
