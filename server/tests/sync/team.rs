//! Goals and help over the wire: a rep sets no goal, what belongs to another region is neither seen nor changed, and a
//! colleague of the region sees who asks for help.

use crate::ground::{EAST, MANAGER, OTHER_REP, REP, east_shop};
use crate::phone::{Phone, outcomes};
use crate::served::Served;
use domain::commands::{AskHelp, FinishStep, PlanStep, ReportGoal, SetGoal, TakeHelp};
use domain::id::{GoalId, HelpId, RegionId, StepId, TerritoryId, UserId};
use domain::records::{GoalKind, Region, Role, Territory, TerritoryType, User};
use domain::{Refusal, Words};
use jiff::civil::date;
use sync::wire::{Outcome, PushResponse};
use uuid::Uuid;

const ELSEWHERE: RegionId = RegionId(Uuid::from_u128(901));
const FAR: TerritoryId = TerritoryId(Uuid::from_u128(911));
const FAR_MANAGER: UserId = UserId(Uuid::from_u128(921));
const GOAL: GoalId = GoalId(Uuid::from_u128(931));
const STEP: StepId = StepId(Uuid::from_u128(941));
const HELP: HelpId = HelpId(Uuid::from_u128(951));

fn set(goal: GoalId, territory: TerritoryId, owner: Option<UserId>) -> SetGoal {
    let (kind, month) = (GoalKind::Sales, date(2026, 2, 1));
    SetGoal { goal, territory, kind, owner, month, target: 30_000, dropped: false }
}

async fn stage() -> Served {
    let served = Served::new().await;
    let name = Words::new("聊城", "");
    let ground = Territory {
        id: FAR,
        region: ELSEWHERE,
        name: name.clone(),
        territory_type: TerritoryType::Urban,
        area_codes: Vec::new(),
    };
    let manager =
        User { id: FAR_MANAGER, region: ELSEWHERE, name: "远方".into(), role: Role::RegionalManager, active: true };
    served.plant(vec![Region { id: ELSEWHERE, name }.into(), ground.into(), manager.into()]).await;
    served
}

fn applied(response: &PushResponse) -> bool {
    outcomes(response).iter().all(|(_, outcome)| matches!(outcome, Outcome::Applied { .. }))
}

fn reasons(response: &PushResponse) -> Vec<Refusal> {
    let of = |(_, outcome): (u64, &Outcome)| match outcome {
        Outcome::Refused { reason } => Some(reason.clone()),
        _ => None,
    };
    outcomes(response).into_iter().filter_map(of).collect()
}

#[tokio::test]
async fn a_manager_sets_a_goal_and_plans_and_the_rep_finishes_and_reports() {
    let served = stage().await;
    let mut manager = Phone::new(&served, MANAGER, 1).await;
    manager.make(set(GOAL, EAST, Some(REP)));
    let due = date(2026, 2, 20);
    manager.make(PlanStep { goal: GOAL, step: STEP, what: "谈三家店".into(), owner: REP, due });
    assert!(applied(&manager.push().await));
    let mut rep = Phone::new(&served, REP, 2).await;
    rep.pull().await;
    assert_eq!(rep.count("goal"), 1);
    rep.make(FinishStep { goal: GOAL, step: STEP, done: true });
    rep.make(ReportGoal { goal: GOAL, reached: 12_000 });
    assert!(applied(&rep.push().await));
}

#[tokio::test]
async fn a_rep_sets_no_goal_and_sees_none_of_a_territory_that_they_do_not_walk() {
    let served = stage().await;
    let mut manager = Phone::new(&served, MANAGER, 1).await;
    manager.make(set(GOAL, EAST, None));
    manager.push().await;
    let mut other = Phone::new(&served, OTHER_REP, 2).await;
    other.make(set(GoalId(Uuid::from_u128(932)), EAST, None));
    other.make(ReportGoal { goal: GOAL, reached: 1 });
    let answer = other.push().await;
    let refused = reasons(&answer);
    assert_eq!(refused[0], Refusal::NotYourRole);
    assert!(matches!(refused[1], Refusal::OutsideYourArea { .. }), "{refused:?}");
    other.pull().await;
    assert_eq!(other.count("goal"), 0);
}

#[tokio::test]
async fn a_manager_of_another_region_neither_sees_nor_changes_anything_of_the_team() {
    let served = stage().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    rep.make(AskHelp {
        help: HELP,
        territory: EAST,
        outlet: Some(east_shop(1)),
        what: "冰柜坏了".into(),
        urgent: true,
    });
    assert!(applied(&rep.push().await));
    let mut manager = Phone::new(&served, MANAGER, 2).await;
    manager.make(set(GOAL, EAST, Some(REP)));
    assert!(applied(&manager.push().await));

    let mut far = Phone::new(&served, FAR_MANAGER, 3).await;
    far.pull().await;
    assert_eq!((far.count("goal"), far.count("help")), (0, 0));
    far.make(set(GOAL, EAST, None));
    far.make(set(GoalId(Uuid::from_u128(933)), FAR, Some(REP)));
    far.make(TakeHelp { help: HELP, take: true });
    let answer = far.push().await;
    let refused = reasons(&answer);
    assert_eq!(refused.len(), 3, "{:?}", outcomes(&answer));
    assert!(matches!(refused[0], Refusal::OutsideYourArea { .. }), "{refused:?}");
    assert_eq!(refused[1], Refusal::PostingUnfit, "nobody is named over the border");
    assert!(matches!(refused[2], Refusal::OutsideYourArea { .. }), "{refused:?}");
}

#[tokio::test]
async fn a_colleague_of_the_region_sees_who_asks_and_takes_it_once() {
    let served = stage().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    rep.make(AskHelp { help: HELP, territory: EAST, outlet: None, what: "冰柜坏了".into(), urgent: false });
    rep.push().await;
    let mut other = Phone::new(&served, OTHER_REP, 2).await;
    other.pull().await;
    assert_eq!(other.count("help"), 1);
    other.make(TakeHelp { help: HELP, take: true });
    assert!(applied(&other.push().await));
    let mut manager = Phone::new(&served, MANAGER, 3).await;
    manager.make(TakeHelp { help: HELP, take: true });
    assert_eq!(reasons(&manager.push().await), [Refusal::HelpTaken { by_name: "马晓燕".into() }]);
}
