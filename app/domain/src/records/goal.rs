//! What a territory is to come to in a month (S67, S68): a goal of one of three kinds, the steps that lead there with
//! their dates, and what was reached so far.

use crate::id::{GoalId, StepId, TerritoryId, UserId};
use crate::scope::Scope;
use crate::time::Moment;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The three kinds of goal (S67).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalKind {
    /// 销售: what is sold, in minor units; to be reached.
    Sales,
    /// 费用: what is spent, in minor units; to be kept within.
    Expense,
    /// 客户开发: partners won; counted from their files, never reported.
    Customers,
}

impl GoalKind {
    /// All of them, in the order of the source.
    pub const ALL: [Self; 3] = [Self::Sales, Self::Expense, Self::Customers];

    /// Whether it is told in money.
    #[must_use]
    pub const fn is_money(self) -> bool {
        !matches!(self, Self::Customers)
    }
}

/// A goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// Whose ground it is about.
    pub territory: TerritoryId,
    /// Its kind.
    pub kind: GoalKind,
    /// Whose it is; none is everybody's in the territory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<UserId>,
    /// Their name then: a rep does not hold the accounts of others.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner_name: String,
    /// The first day of the month.
    pub month: Date,
    /// Minor units where it is told in money, else how many.
    pub target: i64,
    /// What leads there, in the order in which it was planned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<GoalStep>,
    /// What was reported, the first first; each replaces the one before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<Reached>,
    /// Who set it.
    pub set_by_name: String,
    /// When.
    pub set_at: Moment,
    /// It was called off.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dropped: bool,
}

impl Goal {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Territory(self.territory)
    }

    /// Whether somebody in the territory works for it.
    #[must_use]
    pub fn concerns(&self, user: UserId) -> bool {
        self.owner.is_none_or(|owner| owner == user)
    }

    /// The last report.
    #[must_use]
    pub fn reached(&self) -> Option<&Reached> {
        self.reports.last()
    }
}

/// Something that leads to a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalStep {
    /// Its id.
    pub id: StepId,
    /// What is done.
    pub what: String,
    /// By whom.
    pub owner: UserId,
    /// Their name then.
    pub owner_name: String,
    /// Until when.
    pub due: Date,
    /// The day on which it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Date>,
}

/// How far somebody says it has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reached {
    /// Since the first day of the month.
    pub value: i64,
    /// Who says so.
    pub by: UserId,
    /// Their name then.
    pub by_name: String,
    /// When.
    pub at: Moment,
}
