//! Goals and help, drawn from a number: records and acts.

use super::Draw;
use domain::Command;
use domain::commands::*;
use domain::records::*;
use jiff::civil::date;

impl Draw {
    /// The first day of one when crowded, as it has to be.
    fn month(&mut self) -> jiff::civil::Date {
        if self.crowded { date(2026, 3, 1) } else { self.day() }
    }

    pub(super) fn goal(&mut self) -> Goal {
        Goal {
            id: self.id(230, 3),
            territory: self.id(10, 2),
            kind: self.of(&GoalKind::ALL),
            owner: self.maybe(|draw| draw.id(20, 2)),
            owner_name: self.text(),
            month: self.month(),
            target: self.whole(),
            steps: self.several(|draw| GoalStep {
                id: draw.id(240, 3),
                what: draw.text(),
                owner: draw.id(20, 2),
                owner_name: draw.text(),
                due: draw.day(),
                done: draw.maybe(Self::day),
            }),
            reports: self.several(|draw| Reached {
                value: draw.whole(),
                by: draw.id(20, 2),
                by_name: draw.text(),
                at: draw.moment(),
            }),
            set_by_name: self.text(),
            set_at: self.moment(),
            dropped: self.coin(),
        }
    }

    pub(super) fn help(&mut self) -> Help {
        Help {
            id: self.id(250, 4),
            region: self.id(1, 1),
            asked_by: self.id(20, 3),
            asked_by_name: self.text(),
            asked_at: self.moment(),
            outlet: self.maybe(|draw| draw.id(30, 2)),
            outlet_name: self.text(),
            what: self.text(),
            urgent: self.coin(),
            taken: self.maybe(|draw| HelpTaken { by: draw.id(20, 3), by_name: draw.text(), at: draw.moment() }),
            settled: self.maybe(|draw| SignOff { name: draw.text(), at: draw.moment() }),
        }
    }

    pub(super) fn act_of_a_team(&mut self, name: &str) -> Command {
        match name {
            "set_goal" => SetGoal {
                goal: self.id(230, 6),
                territory: self.id(10, 2),
                kind: self.of(&GoalKind::ALL),
                owner: self.maybe(|draw| draw.id(20, 2)),
                month: self.month(),
                target: self.whole(),
                dropped: self.coin(),
            }
            .into(),
            "plan_step" => PlanStep {
                goal: self.id(230, 3),
                step: self.id(240, 6),
                what: self.text(),
                owner: self.id(20, 2),
                due: self.day(),
            }
            .into(),
            "finish_step" => FinishStep { goal: self.id(230, 3), step: self.id(240, 3), done: self.coin() }.into(),
            "report_goal" => ReportGoal { goal: self.id(230, 3), reached: self.whole() }.into(),
            "ask_help" => AskHelp {
                help: self.id(250, 12),
                territory: self.id(10, 2),
                outlet: self.maybe(|draw| draw.id(30, 2)),
                what: self.text(),
                urgent: self.coin(),
            }
            .into(),
            "take_help" => TakeHelp { help: self.id(250, 4), take: self.coin() }.into(),
            "settle_help" => SettleHelp { help: self.id(250, 4) }.into(),
            other => self.act_with_partners(other),
        }
    }
}
