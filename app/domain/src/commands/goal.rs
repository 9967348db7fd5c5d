//! Goals and the steps that lead to them (S67, S68): a manager sets them, whoever works for one plans, ticks off and
//! reports. Each act is about one thing of a goal, so that two people who work on it do not overwrite each other.

use super::{Changes, Context, Decide};
use crate::id::{GoalId, StepId, TerritoryId, UserId};
use crate::limits::{CUSTOMERS_MOST, GOAL_REPORTS, GOAL_STEPS, MONEY_MOST, SHORT_TEXT_CHARS};
use crate::measure::Money;
use crate::records::{Goal, GoalKind, GoalStep, Reached, Role, Territory, User};
use crate::refusal::Refusal;
use crate::rules::text::within;
use crate::world::{Need, World};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// See [`super::Command::SetGoal`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetGoal {
    /// Which; a new one comes into being.
    pub goal: GoalId,
    /// Whose ground it is about.
    pub territory: TerritoryId,
    /// Its kind.
    pub kind: GoalKind,
    /// Whose it is; none is everybody's in the territory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<UserId>,
    /// The first day of the month.
    pub month: Date,
    /// Minor units where it is told in money, else how many.
    pub target: i64,
    /// Calls it off.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dropped: bool,
}

impl Decide for SetGoal {
    fn needs(&self, _: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Goal>(self.goal), Need::record::<Territory>(self.territory)];
        needs.extend(self.owner.map(Need::record::<User>));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        if !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        let territory = world.get::<Territory>(self.territory).ok_or(Refusal::PostingUnfit)?;
        if self.month.day() != 1 {
            return Err(Refusal::DatesUnfit);
        }
        fits(self.kind, self.target)?;
        let known = world.get::<Goal>(self.goal);
        // What was reached for one thing says nothing about another.
        let same = |goal: &Goal| (goal.territory, goal.kind, goal.month) == (self.territory, self.kind, self.month);
        if known.is_some_and(|goal| !same(goal)) {
            return Err(Refusal::GoalUnfit);
        }
        let owner = match self.owner {
            Some(owner) => Some(rep(world, owner, territory)?),
            None => None,
        };
        Ok(Changes::put(Goal {
            id: self.goal,
            territory: self.territory,
            kind: self.kind,
            owner: self.owner,
            owner_name: owner.map(|owner| owner.name.clone()).unwrap_or_default(),
            month: self.month,
            target: self.target,
            steps: known.map(|goal| goal.steps.clone()).unwrap_or_default(),
            reports: known.map(|goal| goal.reports.clone()).unwrap_or_default(),
            set_by_name: context.actor_name.clone(),
            set_at: context.captured_at,
            dropped: self.dropped,
        }))
    }
}

/// See [`super::Command::PlanStep`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanStep {
    /// Of which goal.
    pub goal: GoalId,
    /// Which; a new one comes into being.
    pub step: StepId,
    /// What is done; empty takes the step away.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub what: String,
    /// By whom.
    pub owner: UserId,
    /// Until when.
    pub due: Date,
}

impl Decide for PlanStep {
    fn needs(&self, world: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Goal>(self.goal), Need::record::<User>(self.owner)];
        needs.extend(world.get::<Goal>(self.goal).map(|goal| Need::record::<Territory>(goal.territory)));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let mut goal = running(world, self.goal)?.clone();
        let planned = goal.steps.iter().position(|step| step.id == self.step);
        let theirs = planned.and_then(|at| goal.steps.get(at)).is_none_or(|step| step.owner == context.actor);
        let own = self.owner == context.actor && theirs && goal.concerns(context.actor);
        if !own && !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        within(&self.what, SHORT_TEXT_CHARS)?;
        let what = self.what.trim();
        if what.is_empty() {
            goal.steps.retain(|step| step.id != self.step);
            return Ok(Changes::put(goal));
        }
        let owner_name = if self.owner == context.actor {
            context.actor_name.clone()
        } else {
            let territory = world.get::<Territory>(goal.territory).ok_or(Refusal::PostingUnfit)?;
            rep(world, self.owner, territory)?.name.clone()
        };
        let done = planned.and_then(|at| goal.steps.get(at)).and_then(|step| step.done);
        let (id, what, owner, due) = (self.step, what.to_owned(), self.owner, self.due);
        let step = GoalStep { id, what, owner, owner_name, due, done };
        if planned.is_none() && goal.steps.len() >= GOAL_STEPS {
            return Err(Refusal::TooMany { limit: GOAL_STEPS as u32 });
        }
        match planned.and_then(|at| goal.steps.get_mut(at)) {
            Some(known) => *known = step,
            None => goal.steps.push(step),
        }
        Ok(Changes::put(goal))
    }
}

/// See [`super::Command::FinishStep`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinishStep {
    /// Of which goal.
    pub goal: GoalId,
    /// Which.
    pub step: StepId,
    /// Whether it was done; if not, the tick is taken back.
    pub done: bool,
}

impl Decide for FinishStep {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Goal>(self.goal)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let mut goal = running(world, self.goal)?.clone();
        let step = goal.steps.iter_mut().find(|step| step.id == self.step).ok_or(Refusal::StepUnknown)?;
        if step.owner != context.actor && !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        step.done = self.done.then(|| context.captured_at.date(context.offset));
        Ok(Changes::put(goal))
    }
}

/// See [`super::Command::ReportGoal`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportGoal {
    /// Of which goal.
    pub goal: GoalId,
    /// What was reached since the first day of the month, in minor units.
    pub reached: i64,
}

impl Decide for ReportGoal {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Goal>(self.goal)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let mut goal = running(world, self.goal)?.clone();
        if !goal.concerns(context.actor) && !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        if !goal.kind.is_money() {
            return Err(Refusal::GoalUnfit);
        }
        if !(0..=MONEY_MOST).contains(&self.reached) {
            return Err(Refusal::AmountUnfit { most: Money(MONEY_MOST) });
        }
        let (value, by, at) = (self.reached, context.actor, context.captured_at);
        goal.reports.push(Reached { value, by, by_name: context.actor_name.clone(), at });
        let more = goal.reports.len().saturating_sub(GOAL_REPORTS);
        goal.reports.drain(..more);
        Ok(Changes::put(goal))
    }
}

fn running(world: &World, goal: GoalId) -> Result<&Goal, Refusal> {
    world.get::<Goal>(goal).filter(|goal| !goal.dropped).ok_or(Refusal::GoalUnknown)
}

/// Somebody who may work in a territory.
fn rep<'a>(world: &'a World, user: UserId, territory: &Territory) -> Result<&'a User, Refusal> {
    let fits = |user: &&User| user.active && user.role == Role::Rep && user.region == territory.region;
    world.get::<User>(user).filter(fits).ok_or(Refusal::PostingUnfit)
}

fn fits(kind: GoalKind, target: i64) -> Result<(), Refusal> {
    match kind.is_money() {
        true if (1..=MONEY_MOST).contains(&target) => Ok(()),
        true => Err(Refusal::AmountUnfit { most: Money(MONEY_MOST) }),
        false if (1..=i64::from(CUSTOMERS_MOST)).contains(&target) => Ok(()),
        false => Err(Refusal::TooMany { limit: CUSTOMERS_MOST }),
    }
}
