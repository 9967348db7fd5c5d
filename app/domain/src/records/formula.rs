//! What a checklist computes from answers instead of asking (F21), and what must hold between answers.
//! Data like the rest of a checklist; `rules::formula` reads it.

use crate::language::Words;
use crate::records::ItemKey;
use serde::{Deserialize, Serialize};

/// How a number comes from other answers. Whole numbers; money counts in minor units.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Formula {
    /// Always this.
    Is(i64),
    /// The number, amount or step of the scale that was answered.
    Of(ItemKey),
    /// The pieces in stock over the lines of a table.
    StockOf(ItemKey),
    /// All of them together.
    Sum(Vec<Formula>),
    /// The first less the second.
    Less(Box<Formula>, Box<Formula>),
    /// The first times the second.
    Times(Box<Formula>, Box<Formula>),
    /// How many whole percent the first is of the second, rounded down; nothing of nothing has no answer.
    Percent(Box<Formula>, Box<Formula>),
}

/// What must hold between answers, such as "our facings are not more than all of them".
/// Broken it is shown to the rep at once and kept with the visit; it never stops anybody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// Its name, stable over versions.
    pub key: String,
    /// Under which question it is shown.
    pub at: ItemKey,
    /// One side.
    pub left: Formula,
    /// How the sides have to stand to each other.
    pub must_be: Comparison,
    /// The other side.
    pub right: Formula,
    /// What does not fit, in words for the rep.
    pub words: Words,
}

/// How two numbers stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// Not more.
    AtMost,
    /// Not less.
    AtLeast,
    /// The same.
    Equal,
}
