//! What a team agrees on: a goal with a step, and somebody who asks for help.

use super::*;
use domain::id::{GoalId, HelpId, StepId};

pub fn goal_id() -> GoalId {
    id(230)
}
pub fn step_id() -> StepId {
    id(240)
}
pub fn help_id() -> HelpId {
    id(250)
}

/// The rep is to sell for 300 yuan in March.
pub fn a_goal() -> Goal {
    Goal {
        id: goal_id(),
        territory: territory(),
        kind: GoalKind::Sales,
        owner: Some(rep()),
        owner_name: "李娜".into(),
        month: MONTH,
        target: 30_000,
        steps: vec![],
        reports: vec![],
        set_by_name: "赵强".into(),
        set_at: morning(),
        dropped: false,
    }
}

pub fn a_step(owner: UserId) -> GoalStep {
    GoalStep {
        id: step_id(),
        what: "谈下三家烟酒店".into(),
        owner,
        owner_name: "李娜".into(),
        due: date(2026, 3, 20),
        done: None,
    }
}

/// The rep asks for help at the shop.
pub fn a_help() -> Help {
    Help {
        id: help_id(),
        region: region(),
        asked_by: rep(),
        asked_by_name: "李娜".into(),
        asked_at: morning(),
        outlet: Some(outlet()),
        outlet_name: "惠民超市".into(),
        what: "冰柜坏了".into(),
        urgent: true,
        taken: None,
        settled: None,
    }
}
