//! How candidates are weighed, as data (S36-S39, S80): a new version is a new record, and no weight lies in code.

use crate::id::QualificationId;
use crate::measure::Share;
use crate::records::ItemKey;
use crate::scope::Scope;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// What a candidate amounts to by the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weighed {
    /// Something is missing.
    Unfinished,
    /// They may be qualified.
    Pass,
    /// They are below what is asked.
    Below,
    /// Something knocks them out.
    KnockedOut,
}

impl Weighed {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Unfinished, Self::Pass, Self::Below, Self::KnockedOut];
}

/// One version of the rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QualificationRule {
    /// Its id.
    pub id: QualificationId,
    /// Counts up from 1.
    pub version: u32,
    /// From when it is used.
    pub from: Moment,
    /// What papers and site weigh.
    pub site_weight: u32,
    /// What the mind weighs.
    pub mindset_weight: u32,
    /// Below this share of the mindset no warehouse helps (S39).
    pub mindset_floor: Share,
    /// From this share of the whole on they may be qualified.
    pub pass: Share,
    /// Interviewers that are needed (F45).
    pub interviewers: u32,
    /// Two interviewers who are this many steps apart disagree.
    pub disagreement: u32,
    /// Independent sources that have to agree on the turnover (F46).
    pub sources: u32,
    /// Questions whose answers have to be one and the same name: on the licence, on the account, on the sign (S36).
    pub same_name: Vec<ItemKey>,
    /// For how many months it holds (F48).
    pub months: u16,
}

impl QualificationRule {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Company
    }
}
