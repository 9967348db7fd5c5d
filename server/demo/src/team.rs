//! What the team has agreed on for this month: goals of all three kinds with steps, some of them done; what the manager
//! said on two joint visits; and two calls for help, one of them taken.

use super::chance::Chance;
use super::region::Handan;
use super::{before, id};
use domain::id::{TerritoryId, UserId};
use domain::records::{
    AnyRecord, Companion, Goal, GoalKind, GoalStep, Help, HelpTaken, JointRole, Reached, Role, User, Visit,
};
use domain::time::{Moment, Offset};
use jiff::civil::Date;

/// What is to be sold by each rep, in yuan, and how much of it they have reported, in percent.
const SALES: [(i64, i64); 4] = [(120_000, 88), (95_000, 71), (80_000, 93), (60_000, 54)];
/// What each rep plans: what, until which day of the month, and whether it is done.
const STEPS: [&[(&str, i8, bool)]; 4] = [
    &[("谈下三家烟酒店的端架", 12, true), ("人民路沿线补齐 500 毫升", 20, true), ("年底堆头方案交给店主", 28, false)],
    &[("学校周边十家店换冰柜贴", 15, true), ("和平路两家 B 类店提到 A 类", 27, false)],
    &[("复兴区盘一遍竞品促销", 10, true), ("钢厂家属区开新店两家", 26, false)],
    &[("县城批发部对账", 18, false), ("乡镇集市摆样三场", 28, false)],
];
/// What the manager says on a joint visit, and what comes next.
const SAID: [(&str, &str); 2] = [
    ("进店先看缺货再谈生意，这次顺序对了。", "下周把端架照片发给店主看一次。"),
    ("价签漏了两个，陈列讲得很清楚。", "价签随身带二十张，缺了当场补。"),
];

/// Who is spoken of.
struct Cast<'a> {
    region: &'a Handan,
    today: Date,
    manager: &'a User,
}

/// Goals and help.
#[must_use]
pub fn team(region: &Handan, today: Date, chance: &Chance) -> Vec<AnyRecord> {
    let Some(manager) = manager(region) else { return Vec::new() };
    let (cast, mut draw) = (Cast { region, today, manager }, chance.stream("team"));
    let mut records = Vec::new();
    for (((rep, territory), (yuan, percent)), steps) in region.reps.iter().zip(SALES).zip(STEPS) {
        let (fen, name) = (yuan * 100, cast.name(*rep));
        let steps = steps.iter().map(|(what, day, done)| cast.step(*rep, what, *day, *done, &mut draw)).collect();
        let goal = cast.goal(GoalKind::Sales, *territory, fen, &mut draw);
        let reports = vec![cast.report(*rep, fen * percent / 100)];
        records.push(Goal { owner: Some(*rep), owner_name: name, steps, reports, ..goal }.into());
    }
    let mut places: Vec<(UserId, TerritoryId)> = region.reps.clone();
    places.dedup_by_key(|(_, territory)| *territory);
    for (rep, territory) in &places {
        let expense = cast.goal(GoalKind::Expense, *territory, 600_000, &mut draw);
        records.push(Goal { reports: vec![cast.report(*rep, 410_000)], ..expense }.into());
        records.push(cast.goal(GoalKind::Customers, *territory, 2, &mut draw).into());
    }
    records.extend(cast.helps(&mut draw).map(AnyRecord::from));
    records
}

/// Writes what the manager said into the last visit of two reps.
pub fn coach(region: &Handan, records: &mut [AnyRecord]) {
    let Some(manager) = manager(region) else { return };
    for ((rep, _), (feedback, next)) in region.reps.iter().zip(SAID) {
        let theirs = records.iter_mut().filter_map(|record| match record {
            AnyRecord::Visit(visit) if visit.rep == *rep && visit.check_out.is_some() => Some(visit),
            _ => None,
        });
        let last: Option<&mut Visit> = theirs.max_by_key(|visit| (visit.check_in.at, visit.id));
        if let Some(visit) = last {
            let at = visit.check_out.as_ref().map_or(visit.check_in.at, |out| out.at);
            let (by, name, role) = (manager.id, manager.name.clone(), JointRole::Trainer);
            visit.companions.push(Companion {
                by,
                name,
                role,
                feedback: feedback.into(),
                next: next.into(),
                at,
                read: None,
            });
        }
    }
}

fn manager(region: &Handan) -> Option<&User> {
    region.accounts.iter().map(|account| &account.user).find(|user| user.role == Role::RegionalManager)
}

impl Cast<'_> {
    fn name(&self, user: UserId) -> String {
        let known = self.region.accounts.iter().find(|account| account.user.id == user);
        known.map(|account| account.user.name.clone()).unwrap_or_default()
    }

    /// Of this month, for everybody of a territory.
    fn goal(&self, kind: GoalKind, territory: TerritoryId, target: i64, draw: &mut Chance) -> Goal {
        let month = self.today.first_of_month();
        Goal {
            id: id(month, draw),
            territory,
            kind,
            owner: None,
            owner_name: String::new(),
            month,
            target,
            steps: Vec::new(),
            reports: Vec::new(),
            set_by_name: self.manager.name.clone(),
            set_at: Moment::start_of(month, Offset::CHINA).plus(9 * 60 * 60 * 1000),
            dropped: false,
        }
    }

    /// Done only if its day is over: the demo is looked at on any day of the month.
    fn step(&self, rep: UserId, what: &str, day: i8, done: bool, draw: &mut Chance) -> GoalStep {
        let month = self.today.first_of_month();
        let due = month.saturating_add(jiff::Span::new().days(i64::from(day) - 1));
        GoalStep {
            id: id(month, draw),
            what: what.to_owned(),
            owner: rep,
            owner_name: self.name(rep),
            due,
            done: Some(due).filter(|due| done && *due < self.today),
        }
    }

    fn report(&self, rep: UserId, value: i64) -> Reached {
        let at = Moment::start_of(before(self.today, 1), Offset::CHINA).plus(18 * 60 * 60 * 1000);
        Reached { value, by: rep, by_name: self.name(rep), at }
    }

    /// The first rep asks, and so does the second; the manager has taken that.
    fn helps(&self, draw: &mut Chance) -> impl Iterator<Item = Help> {
        let yesterday = Moment::start_of(before(self.today, 1), Offset::CHINA).plus(16 * 60 * 60 * 1000);
        let taken = HelpTaken { by: self.manager.id, by_name: self.manager.name.clone(), at: yesterday };
        let what = [
            ("冰柜不制冷，店主急着要修，谁认识维修的人？", None),
            ("周五要去总部开会，谁能替我送一份海报？", Some(taken)),
        ];
        let mut helps = Vec::new();
        for ((rep, territory), (what, taken)) in self.region.reps.iter().zip(what) {
            let urgent = taken.is_none();
            let shop = self.region.outlets.iter().find(|shop| shop.territory == *territory && urgent);
            helps.push(Help {
                id: id(before(self.today, 1), draw),
                region: self.region.region,
                asked_by: *rep,
                asked_by_name: self.name(*rep),
                asked_at: yesterday.plus(-60 * 60 * 1000),
                outlet: shop.map(|shop| shop.id),
                outlet_name: shop.map(|shop| shop.name.clone()).unwrap_or_default(),
                what: what.to_owned(),
                urgent,
                taken,
                settled: None,
            });
        }
        helps.into_iter()
    }
}
