//! A display standard: what a shelf of a class of shop has to look like (S45).

use crate::id::StandardId;
use crate::language::Words;
use crate::records::OutletClass;
use crate::records::PhotoRef;
use crate::scope::Scope;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// One version of a standard. A new version is a new record with the same `lineage`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DisplayStandard {
    /// Its id.
    pub id: StandardId,
    /// What its versions have in common.
    pub lineage: String,
    /// Counts up from 1.
    pub version: u32,
    /// Its name, such as 主货架.
    pub name: Words,
    /// The classes it is for.
    pub classes: Vec<OutletClass>,
    /// The picture of how it should be.
    pub reference: Option<PhotoRef>,
    /// What to look at, in order; a verdict names points by number.
    pub points: Vec<StandardPoint>,
    /// From when it holds.
    pub from: Moment,
    /// For whom it is: nobody else has it.
    #[serde(default, skip_serializing_if = "Scope::is_company")]
    pub scope: Scope,
}

/// One thing that the standard asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StandardPoint {
    /// What it asks.
    pub words: Words,
    /// Where it is on the reference picture, in thousandths of its width and height.
    pub at: (u16, u16),
}

impl DisplayStandard {
    pub(super) fn belongs_to(&self) -> Scope {
        self.scope
    }
}
