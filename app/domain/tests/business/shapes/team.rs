//! The lines of goals, of help, and of what a companion leaves to be done next.

use super::moment;
use crate::sample::*;
use domain::commands::*;
use domain::records::*;
use domain::{AnyRecord, Command};

pub fn commands() -> Vec<Command> {
    let set = SetGoal {
        goal: goal_id(),
        territory: territory(),
        kind: GoalKind::Sales,
        owner: Some(rep()),
        month: MONTH,
        target: 30_000,
        dropped: false,
    };
    let plan = PlanStep { goal: goal_id(), step: step_id(), what: "谈三家店".into(), owner: rep(), due: DAY };
    let ask = AskHelp {
        help: help_id(),
        territory: territory(),
        outlet: Some(outlet()),
        what: "冰柜坏了".into(),
        urgent: true,
    };
    let (name, feedback, next) = ("赵强".into(), "先看价签".into(), "周三前换价签".into());
    vec![
        set.clone().into(),
        SetGoal { kind: GoalKind::Expense, owner: None, dropped: true, ..set.clone() }.into(),
        SetGoal { kind: GoalKind::Customers, target: 3, ..set }.into(),
        plan.clone().into(),
        PlanStep { what: String::new(), ..plan }.into(),
        FinishStep { goal: goal_id(), step: step_id(), done: true }.into(),
        ReportGoal { goal: goal_id(), reached: 12_000 }.into(),
        ask.clone().into(),
        AskHelp { outlet: None, urgent: false, ..ask }.into(),
        TakeHelp { help: help_id(), take: true }.into(),
        SettleHelp { help: help_id() }.into(),
        NoteCompanion { visit: visit_id(), name, role: JointRole::Trainer, feedback, next }.into(),
    ]
}

pub fn records() -> Vec<AnyRecord> {
    let report = Reached { value: 12_000, by: rep(), by_name: "李娜".into(), at: moment() };
    let done = GoalStep { done: Some(DAY), ..a_step(rep()) };
    let whole = Goal { owner: None, owner_name: String::new(), dropped: true, set_at: moment(), ..a_goal() };
    let taken = HelpTaken { by: other_rep(), by_name: "王芳".into(), at: moment() };
    let settled = SignOff { name: "王芳".into(), at: moment() };
    let asked = Help { asked_at: moment(), ..a_help() };
    vec![
        Goal { steps: vec![a_step(rep()), done], reports: vec![report], set_at: moment(), ..a_goal() }.into(),
        whole.into(),
        asked.clone().into(),
        Help {
            outlet: None,
            outlet_name: String::new(),
            urgent: false,
            taken: Some(taken),
            settled: Some(settled),
            ..asked
        }
        .into(),
    ]
}
