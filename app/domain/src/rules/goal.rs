//! How a goal stands against the part of its month that is gone (S67), and how many partners were won. The phone of a
//! rep and the manager's tablet tell the same.

use crate::id::{CandidateId, UserId};
use crate::measure::Share;
use crate::order::InOrder;
use crate::records::{Agreement, AgreementState, Candidate, CandidateRuling, Goal, GoalKind, GoalStep};
use crate::time::{Moment, Offset};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Less than the month that is gone asks for; of expenses, more.
    Behind,
    /// As the month goes.
    OnTrack,
    /// Reached; of expenses, kept within until the month was over.
    Reached,
}

/// How many days of a month are over before a day, and how many it has.
#[must_use]
pub fn gone(month: Date, today: Date) -> (i64, i64) {
    let days = i64::from(month.days_in_month());
    let over = month.until(today).map_or(0, |span| i64::from(span.get_days()));
    (over.clamp(0, days), days)
}

/// How much of the month is over, as a share.
#[must_use]
pub fn month_gone(month: Date, today: Date) -> Share {
    let (over, days) = gone(month, today);
    Share::of(over, days)
}

/// How it stands with what was reached. What is sold is measured by the days that are over; what is spent may be spent
/// for today too.
#[must_use]
pub fn standing(goal: &Goal, reached: i64, today: Date) -> Standing {
    let (over, days) = gone(goal.month, today);
    let (reached, target) = (i128::from(reached) * i128::from(days), i128::from(goal.target));
    match goal.kind {
        GoalKind::Expense if over == days && reached <= target * i128::from(days) => Standing::Reached,
        GoalKind::Expense if reached <= target * i128::from((over + 1).min(days)) => Standing::OnTrack,
        GoalKind::Expense => Standing::Behind,
        GoalKind::Sales | GoalKind::Customers if reached >= target * i128::from(days) => Standing::Reached,
        GoalKind::Sales | GoalKind::Customers if reached >= target * i128::from(over) => Standing::OnTrack,
        GoalKind::Sales | GoalKind::Customers => Standing::Behind,
    }
}

/// What was reached: reported, or of partners counted.
#[must_use]
pub fn reached(goal: &Goal, candidates: &[Candidate], agreements: &[Agreement], offset: Offset) -> i64 {
    if goal.kind.is_money() {
        return goal.reached().map_or(0, |reached| reached.value);
    }
    i64::try_from(won(goal, candidates, agreements, offset).len()).unwrap_or(i64::MAX)
}

/// The partners who were won in the month of a goal: qualified for the first time, or by a first agreement that came
/// into force.
#[must_use]
pub fn won(goal: &Goal, candidates: &[Candidate], agreements: &[Agreement], offset: Offset) -> BTreeSet<CandidateId> {
    let in_month = |at: Moment| at.date(offset).first_of_month() == goal.month;
    let of_goal = |candidate: &&Candidate| candidate.territory == goal.territory && goal.concerns(candidate.owner);
    let first = |candidate: &Candidate| {
        let mut rulings = candidate.minutes.iter().filter(|minute| minute.ruling == CandidateRuling::Qualify);
        rulings.next().is_some_and(|minute| in_month(minute.at))
    };
    let qualified = candidates.iter().filter(of_goal).filter(|candidate| first(candidate)).map(|one| one.id);
    let joined = agreements.iter().filter(|agreement| {
        let came = matches!(agreement.state, AgreementState::Active | AgreementState::Ended);
        let owner =
            candidates.iter().find(|one| one.id == agreement.candidate).map_or(agreement.author, |one| one.owner);
        came && agreement.renews.is_none()
            && agreement.territory == goal.territory
            && goal.concerns(owner)
            && agreement.approved.as_ref().is_some_and(|approved| in_month(approved.at))
    });
    qualified.chain(joined.map(|agreement| agreement.candidate)).collect()
}

/// Steps that somebody owes, the earliest first.
#[must_use]
pub fn open_steps(goal: &Goal, owner: UserId) -> Vec<&GoalStep> {
    let mut steps: Vec<&GoalStep> =
        goal.steps.iter().filter(|step| step.owner == owner && step.done.is_none()).collect();
    steps.order_by_key(|step| (step.due, step.id));
    steps
}
