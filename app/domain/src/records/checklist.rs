//! A checklist as data: questions, when they are asked, what they weigh (F19-F22).
//! Weights, thresholds and bands live in these versioned records and never in code (S80).

use crate::id::{ChecklistId, ProductId, StandardId};
use crate::language::Words;
use crate::measure::Share;
use crate::records::{Check, Formula, OutletClass};
use crate::scope::Scope;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// One version of a checklist. A started visit keeps its version; a new version is a new record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Checklist {
    /// Its id.
    pub id: ChecklistId,
    /// What its versions have in common, such as `store-visit`.
    pub lineage: String,
    /// Counts up from 1.
    pub version: u32,
    /// Its title.
    pub title: Words,
    /// The classes of outlet it is for; empty means all.
    #[serde(default)]
    pub classes: Vec<OutletClass>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Purpose::is_shop")]
    pub purpose: Purpose,
    /// The questions in order.
    pub items: Vec<Item>,
    /// What must hold between answers (F21).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
    /// Where pass and conditional begin.
    pub bands: Bands,
    /// From when it is used.
    pub from: Moment,
    /// For whom it is: nobody else has it.
    #[serde(default, skip_serializing_if = "Scope::is_company")]
    pub scope: Scope,
}

impl Checklist {
    pub(super) fn belongs_to(&self) -> Scope {
        self.scope
    }

    /// The standards that its photos are held against.
    pub fn standards(&self) -> impl Iterator<Item = StandardId> {
        self.items.iter().filter_map(|item| match item.kind {
            ItemKind::Photo { standard, .. } => standard,
            _ => None,
        })
    }

    /// The item with a key.
    #[must_use]
    pub fn item(&self, key: &ItemKey) -> Option<&Item> {
        self.items.iter().find(|item| &item.key == key)
    }
}

/// What a checklist is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A visit to a shop.
    #[default]
    Shop,
    /// 实地考察: papers and site of a candidate (S36, S37).
    Inspection,
    /// 经营意识访谈: the mind of a candidate (S39).
    Interview,
    /// A service visit to a member (S18).
    Service,
}

impl Purpose {
    const fn is_shop(&self) -> bool {
        matches!(self, Self::Shop)
    }
}

/// The name of a question inside its checklist; stable over versions, so that answers can be compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemKey(pub String);

impl From<&str> for ItemKey {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// One question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Its name.
    pub key: ItemKey,
    /// The step of the visit it belongs to, such as 陈列.
    pub step: Words,
    /// The question.
    pub title: Words,
    /// What to look at.
    #[serde(default)]
    pub hint: Words,
    /// What is answered, and how it is rated.
    #[serde(flatten)]
    pub kind: ItemKind,
    /// Points at stake; 0 is not scored.
    #[serde(default)]
    pub weight: u32,
    /// Whether the visit can end without it.
    #[serde(default)]
    pub required: bool,
    /// Below this the whole visit fails, whatever the rest says (S38).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub knock_out: Option<KnockOut>,
    /// Asked only if this holds; always, if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_if: Option<Condition>,
}

/// A floor under one item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KnockOut {
    /// The item's rate must reach this.
    pub at_least: Share,
    /// What it means, in words for the rep.
    pub words: Words,
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "answer")]
pub enum ItemKind {
    /// Yes or no.
    YesNo {
        /// Which of the two is good.
        good: bool,
    },
    /// A whole number with a unit.
    Number {
        /// The unit, such as 个.
        unit: Words,
        /// Smallest allowed.
        min: i64,
        /// Largest allowed.
        max: i64,
        /// What is wanted; the rate is the share of it that was reached (F23).
        #[serde(default)]
        target: Option<i64>,
    },
    /// An amount of money, minor units.
    Money {
        /// Smallest allowed.
        min: i64,
        /// Largest allowed.
        max: i64,
    },
    /// One or several of some options.
    Choice {
        /// The options.
        options: Vec<Pick>,
        /// Whether more than one may be picked.
        #[serde(default)]
        many: bool,
    },
    /// A scale with words at its steps, lowest first.
    Scale {
        /// The anchors; the answer is the index of one.
        anchors: Vec<Words>,
    },
    /// Photos in named slots.
    Photo {
        /// The standard they are judged by.
        #[serde(default)]
        standard: Option<StandardId>,
        /// The slots, in order.
        slots: Vec<Slot>,
    },
    /// A civil date.
    Date,
    /// A code on a piece or a case.
    Barcode,
    /// A drawn signature.
    Signature,
    /// A paper: its number, its expiry, a photo of it.
    Document,
    /// A line per product.
    Table {
        /// The products, in order.
        products: Vec<ProductId>,
        /// What is asked of each.
        columns: Vec<TableColumn>,
    },
    /// Free text.
    Text,
    /// Not asked but computed from answers before it.
    Computed {
        /// The unit, such as %.
        unit: Words,
        /// From what.
        formula: Formula,
        /// What is wanted; the rate is the share of it that was reached (F23).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        target: Option<i64>,
    },
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pick {
    /// Its name, stable over versions.
    pub key: String,
    /// What it says.
    pub words: Words,
    /// What picking it is worth; of several picked ones the lowest counts.
    pub rate: Share,
}

/// One wanted photo.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slot {
    /// Its name, stable over versions, such as `front`.
    pub key: String,
    /// What it says.
    pub words: Words,
    /// The slot that shows the same shelf before, if this one shows it after it was put right (F33).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// What a table asks of each product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TableColumn {
    /// Pieces in stock.
    Stock,
    /// Shelf price of a piece, minor units.
    Price,
}

/// When an item is asked. It looks at answers to other items only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// A yes/no item was answered so.
    Is(ItemKey, bool),
    /// A number, amount or scale item was answered with this or more.
    AtLeast(ItemKey, i64),
    /// A choice item has this option picked.
    Picked(ItemKey, String),
    /// All of them.
    All(Vec<Condition>),
    /// At least one of them.
    Any(Vec<Condition>),
    /// The opposite.
    Not(Box<Condition>),
}

/// Where the bands of the score begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bands {
    /// From here it passes.
    pub pass: Share,
    /// From here it passes with something to mend; below it fails.
    pub conditional: Share,
}

/// What a score amounts to (F22).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// 合格.
    Pass,
    /// 待改.
    Conditional,
    /// 不合格.
    Fail,
}
