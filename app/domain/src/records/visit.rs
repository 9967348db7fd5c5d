//! One visit to one outlet: who, when, where from, what was answered, what it came to.
//! Answers live inside their visit, because they are written by its author only and are always read with it.

use crate::geo::Fix;
use crate::id::{ChecklistId, DeviceId, OutletId, PhotoId, ProductId, TerritoryId, UserId, VisitId};
use crate::measure::Money;
use crate::measure::Share;
use crate::records::{Band, ItemKey};
use crate::scope::Scope;
use crate::time::Moment;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A visit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    /// Its id.
    pub id: VisitId,
    /// The shop.
    pub outlet: OutletId,
    /// The shop's territory at check-in.
    pub territory: TerritoryId,
    /// Who.
    pub rep: UserId,
    /// Their name then: a manager reads it even when the account is gone.
    pub rep_name: String,
    /// On which phone.
    pub device: DeviceId,
    /// The version of the checklist it keeps to its end (F19).
    pub checklist: ChecklistId,
    /// Why the rep was there.
    pub reason: VisitReason,
    /// The civil day of the check-in in the company's offset.
    pub day: Date,
    /// Arrival.
    pub check_in: Attendance,
    /// Departure; none while the visit is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_out: Option<Attendance>,
    /// What was answered, by item.
    #[serde(default)]
    pub answers: BTreeMap<ItemKey, Answer>,
    /// What it came to, computed at check-out by `rules::score`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// Which checks of the checklist were broken at check-out, by key (F21).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub odd: Vec<String>,
    /// When it was ended by itself, because nobody had checked out (F15).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forgotten: Option<Moment>,
    /// The shop's word for what was found (F18). Gone again when an answer changes after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Confirmation>,
    /// Who came along, and as what (F16); one entry for each who wrote one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub companions: Vec<Companion>,
    /// What the rep wants to say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// How many photos it has, so that "3 of 4" can be said before they are all here.
    #[serde(default)]
    pub photos: u32,
}

impl Visit {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Territory(self.territory)
    }

    /// Whether it still goes on.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.check_out.is_none()
    }

    /// When the rep last did something in it.
    #[must_use]
    pub fn last_touched(&self) -> Moment {
        self.answers.values().map(|answer| answer.at).fold(self.check_in.at, Moment::max)
    }

    /// Milliseconds in the shop, if it has ended.
    #[must_use]
    pub fn stayed(&self) -> Option<i64> {
        self.check_out.as_ref().map(|out| out.at.since(self.check_in.at).max(0))
    }
}

/// The shop's signature under what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// Who signed.
    pub name: String,
    /// SVG path data in a 300 x 100 box.
    pub signature: String,
    /// When.
    pub at: Moment,
}

/// Somebody who came along on a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Companion {
    /// Who wrote this down: the rep, or the companion themselves.
    pub by: UserId,
    /// Who came along.
    pub name: String,
    /// As what.
    pub role: JointRole,
    /// What they told the rep.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub feedback: String,
    /// The one thing that the rep is to do next.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub next: String,
    /// When this was written.
    pub at: Moment,
    /// When the rep said that they had read it, if another wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<Moment>,
}

impl Companion {
    /// Whether it says something that the rep of the visit is to read.
    #[must_use]
    pub fn is_for(&self, rep: UserId) -> bool {
        self.by != rep && !(self.feedback.is_empty() && self.next.is_empty())
    }
}

/// The four roles of somebody who comes along (S61-S64).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JointRole {
    /// 设计师: plans how the alliance is built.
    Designer,
    /// 建设者: takes part, helps, guides.
    Builder,
    /// 评价者: says how well it works.
    Evaluator,
    /// 培训师: explains and trains.
    Trainer,
}

impl JointRole {
    /// All of them, in the order of the source.
    pub const ALL: [Self; 4] = [Self::Designer, Self::Builder, Self::Evaluator, Self::Trainer];
}

/// Why a rep is at a shop (F1, F6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitReason {
    /// It is on the day's route.
    Planned,
    /// It is not; the rep says why.
    Unplanned(String),
    /// Something is to be put right there.
    Redo,
}

/// An arrival or a departure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attendance {
    /// By the phone's clock, corrected by the known skew.
    pub at: Moment,
    /// Where the phone was, if it knew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// Metres from the shop, if there was a fix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance: Option<u32>,
    /// Why the rep checks in from afar or without a fix (F10): a reason, never a wall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<String>,
}

/// An answer and when it was given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// What.
    pub value: AnswerValue,
    /// When it was last changed, by the phone's clock.
    pub at: Moment,
    /// The rep looked and found it as it was at the visit before, and entered nothing (F25).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confirmed: bool,
}

/// What was answered; the shape follows the item's kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerValue {
    /// Yes or no.
    YesNo(bool),
    /// A whole number.
    Number(i64),
    /// An amount.
    Money(Money),
    /// Keys of the options picked, in the checklist's order.
    Choice(Vec<String>),
    /// The index of an anchor.
    Scale(u32),
    /// Photos by slot. Written by `TakePhoto` and `DropPhoto`, never by hand.
    Photos(BTreeMap<String, PhotoId>),
    /// A civil date.
    Date(Date),
    /// A code.
    Barcode(String),
    /// A drawn signature as SVG path data in a 300 x 100 box.
    Signature(String),
    /// A paper.
    Document {
        /// Its number.
        number: String,
        /// Until when it holds.
        #[serde(default)]
        expires: Option<Date>,
        /// Whether the original was seen (S36).
        original_seen: bool,
    },
    /// A line per product.
    Table(Vec<TableRow>),
    /// Free text.
    Text(String),
}

/// One product's line in a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableRow {
    /// The product.
    pub product: ProductId,
    /// Pieces in stock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stock: Option<i64>,
    /// Shelf price of a piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

/// What a visit came to (F22, F24).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// Share of the points at stake.
    pub share: Share,
    /// Points reached.
    pub points: u32,
    /// Points at stake.
    pub out_of: u32,
    /// What it amounts to.
    pub band: Band,
    /// Items that failed the visit by themselves.
    #[serde(default)]
    pub knocked_out: Vec<ItemKey>,
    /// Where the points come from, in the checklist's order.
    pub items: Vec<ItemScore>,
}

/// What one item brought.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemScore {
    /// The item.
    pub item: ItemKey,
    /// Points reached.
    pub points: u32,
    /// Points at stake.
    pub out_of: u32,
}
