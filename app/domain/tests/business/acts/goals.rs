//! Goals for a month, the steps that lead there, and what was reached.

use crate::sample::*;
use domain::commands::{FinishStep, PlanStep, ReportGoal, SetGoal};
use domain::limits::{CUSTOMERS_MOST, GOAL_REPORTS, GOAL_STEPS, MONEY_MOST, SHORT_TEXT_CHARS};
use domain::measure::Money;
use domain::records::*;
use domain::{Refusal, Scope};
use jiff::civil::date;

fn set() -> SetGoal {
    SetGoal {
        goal: goal_id(),
        territory: territory(),
        kind: GoalKind::Sales,
        owner: Some(rep()),
        month: MONTH,
        target: 30_000,
        dropped: false,
    }
}

fn plan(owner: domain::id::UserId) -> PlanStep {
    PlanStep { goal: goal_id(), step: step_id(), what: " 谈下三家烟酒店 ".into(), owner, due: date(2026, 3, 20) }
}

fn finish(done: bool) -> FinishStep {
    FinishStep { goal: goal_id(), step: step_id(), done }
}

fn report(reached: i64) -> ReportGoal {
    ReportGoal { goal: goal_id(), reached }
}

fn office() -> Stage {
    Stage::manager().having(a_territory(territory(), region())).having(user(rep(), Role::Rep))
}

fn goal(stage: &Stage) -> &Goal {
    stage.get::<Goal>(goal_id())
}

#[test]
fn a_manager_sets_a_goal_for_a_rep_or_for_all_who_work_there() {
    assert_eq!(goal(&office().after(set())), &a_goal());
    let all = office().after(SetGoal { owner: None, ..set() });
    assert_eq!((goal(&all).owner, goal(&all).owner_name.as_str()), (None, ""));
    assert!(goal(&all).concerns(rep()) && goal(&all).concerns(other_rep()));
    assert!(a_goal().concerns(rep()) && !a_goal().concerns(other_rep()));
}

#[test]
fn a_goal_that_is_changed_keeps_its_steps_and_what_was_reached() {
    let stage =
        office().after(set()).after(plan(rep())).after(report(9_000)).after(SetGoal { target: 40_000, ..set() });
    assert_eq!((goal(&stage).target, goal(&stage).steps.len(), goal(&stage).reports.len()), (40_000, 1, 1));
    for changed in [SetGoal { kind: GoalKind::Expense, ..set() }, SetGoal { month: date(2026, 4, 1), ..set() }] {
        assert_eq!(stage.refusal(changed), Refusal::GoalUnfit);
    }
}

#[test]
fn a_goal_that_was_called_off_is_not_worked_for_until_it_is_set_again() {
    let stage = office().after(set()).after(SetGoal { dropped: true, ..set() });
    assert_eq!(stage.refusal(report(1)), Refusal::GoalUnknown);
    assert_eq!(stage.refusal(plan(rep())), Refusal::GoalUnknown);
    assert!(!goal(&stage.after(set())).dropped);
}

#[test]
fn a_goal_has_a_month_a_fitting_target_and_somebody_of_its_region() {
    let refused = |set: SetGoal| office().refusal(set);
    assert_eq!(refused(SetGoal { month: DAY, ..set() }), Refusal::DatesUnfit);
    let most = Refusal::AmountUnfit { most: Money(MONEY_MOST) };
    assert_eq!(refused(SetGoal { target: 0, ..set() }), most);
    assert_eq!(refused(SetGoal { target: MONEY_MOST + 1, kind: GoalKind::Expense, ..set() }), most);
    let many = SetGoal { kind: GoalKind::Customers, target: i64::from(CUSTOMERS_MOST) + 1, ..set() };
    assert_eq!(refused(many), Refusal::TooMany { limit: CUSTOMERS_MOST });
    assert_eq!(refused(SetGoal { owner: Some(other_rep()), ..set() }), Refusal::PostingUnfit);
    let elsewhere = User { region: id(2), ..user(rep(), Role::Rep) };
    assert_eq!(office().having(elsewhere).refusal(set()), Refusal::PostingUnfit);
    assert_eq!(Stage::manager().having(user(rep(), Role::Rep)).refusal(set()), Refusal::PostingUnfit);
}

#[test]
fn a_rep_sets_no_goal_and_a_manager_none_outside_the_region() {
    let stage = Stage::rep().having(a_territory(territory(), region())).having(user(rep(), Role::Rep));
    assert_eq!(stage.refusal(set()), Refusal::NotYourRole);
    let outside = office().holding(vec![Scope::Company, Scope::Region(id(2))]);
    assert!(matches!(outside.refusal(set()), Refusal::OutsideYourArea { .. }));
}

#[test]
fn a_manager_plans_for_a_rep_and_the_rep_ticks_it_off_and_back() {
    let stage = office().after(set()).after(plan(rep()));
    assert_eq!(goal(&stage).steps, [a_step(rep())]);
    let theirs = Stage::rep().having(goal(&stage).clone()).after(finish(true));
    assert_eq!(goal(&theirs).steps[0].done, Some(DAY));
    let later = theirs.after(plan(rep()));
    assert_eq!(goal(&later).steps[0].done, Some(DAY), "planning again does not undo");
    assert_eq!(goal(&later.after(finish(false))).steps[0].done, None);
}

#[test]
fn a_rep_plans_and_takes_away_their_own_steps_only() {
    let stage = Stage::rep().having(a_goal()).after(plan(rep()));
    assert_eq!(goal(&stage).steps[0].owner_name, "李娜");
    assert_eq!(stage.refusal(plan(other_rep())), Refusal::NotYourRole);
    let gone = stage.after(PlanStep { what: " ".into(), ..plan(rep()) });
    assert_eq!(goal(&gone).steps, []);
    let others = Stage::rep().having(Goal { steps: vec![a_step(manager())], ..a_goal() });
    assert_eq!(others.refusal(plan(rep())), Refusal::NotYourRole, "what somebody else is to do stays theirs");
    assert_eq!(others.refusal(finish(true)), Refusal::NotYourRole);
    let not_mine = Stage::rep().having(Goal { owner: Some(other_rep()), ..a_goal() });
    assert_eq!(not_mine.refusal(plan(rep())), Refusal::NotYourRole);
}

#[test]
fn a_plan_has_an_end_and_names_somebody_who_can_do_it() {
    let steps = |count: u128| (0..count).map(|n| GoalStep { id: id(300 + n), ..a_step(rep()) }).collect();
    let full = office().having(Goal { steps: steps(GOAL_STEPS as u128), ..a_goal() });
    assert_eq!(full.refusal(plan(rep())), Refusal::TooMany { limit: GOAL_STEPS as u32 });
    let long = PlanStep { what: "长".repeat(SHORT_TEXT_CHARS + 1), ..plan(rep()) };
    assert_eq!(office().having(a_goal()).refusal(long), Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 });
    assert_eq!(office().having(a_goal()).refusal(plan(other_rep())), Refusal::PostingUnfit);
    let nowhere = office().having(a_goal()).without::<Territory>(territory());
    assert_eq!(nowhere.refusal(plan(rep())), Refusal::PostingUnfit);
    assert_eq!(office().refusal(plan(rep())), Refusal::GoalUnknown);
    assert_eq!(office().having(a_goal()).refusal(finish(true)), Refusal::StepUnknown);
}

#[test]
fn the_last_report_counts_and_the_ones_before_it_are_kept() {
    let stage = Stage::rep().having(a_goal()).after(report(9_000)).after(report(12_000));
    let reached = goal(&stage).reached().unwrap();
    assert_eq!((reached.value, reached.by_name.as_str(), goal(&stage).reports.len()), (12_000, "李娜", 2));
    let many = (0..GOAL_REPORTS + 3).fold(stage, |stage, n| stage.after(report(n as i64)));
    assert_eq!(goal(&many).reports.len(), GOAL_REPORTS);
    assert_eq!(goal(&many).reached().unwrap().value, GOAL_REPORTS as i64 + 2);
}

#[test]
fn partners_are_counted_and_not_reported_and_nobody_reports_for_somebody_else() {
    let partners = Goal { kind: GoalKind::Customers, target: 3, ..a_goal() };
    assert_eq!(Stage::rep().having(partners).refusal(report(1)), Refusal::GoalUnfit);
    let others = Goal { owner: Some(other_rep()), ..a_goal() };
    assert_eq!(Stage::rep().having(others.clone()).refusal(report(1)), Refusal::NotYourRole);
    assert!(Stage::manager().having(others).decide(report(1)).is_ok());
    let most = Refusal::AmountUnfit { most: Money(MONEY_MOST) };
    for reached in [-1, MONEY_MOST + 1] {
        assert_eq!(Stage::rep().having(a_goal()).refusal(report(reached)), most);
    }
    let away = Stage::rep().having(a_goal()).holding(vec![Scope::Company]);
    assert!(matches!(away.refusal(report(1)), Refusal::OutsideYourArea { .. }));
}
