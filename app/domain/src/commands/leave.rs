//! Being away, and who steps in (F7). The rep says when and writes the hand-over; a manager names who walks meanwhile,
//! and that posts them to the territory from now until the rep is back. Taken back, the posting ends and is not forgotten.

use super::{Changes, Context, Decide};
use crate::id::{AssignmentId, LeaveId, TerritoryId, UserId};
use crate::limits::{LEAVE_DAYS, TEXT_CHARS};
use crate::records::{Assignment, Leave, Territory, User};
use crate::refusal::Refusal;
use crate::rules::text::within;
use crate::time::DateWindow;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::AskLeave`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AskLeave {
    /// What comes into being.
    pub leave: LeaveId,
    /// From which territory.
    pub territory: TerritoryId,
    /// From which day to which.
    pub window: DateWindow,
    /// The hand-over.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub brief: String,
}

impl Decide for AskLeave {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Leave>(self.leave), Need::record::<Territory>(self.territory)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let known = world.get::<Leave>(self.leave);
        // Until somebody steps in the rep may still change it.
        if known.is_some_and(|leave| leave.rep != context.actor || leave.territory != self.territory) {
            return Err(Refusal::LeaveUnfit);
        }
        if known.is_some_and(|leave| leave.substitute.is_some()) {
            return Err(Refusal::LeaveSettled);
        }
        if world.get::<Territory>(self.territory).is_none() {
            return Err(Refusal::LeaveUnfit);
        }
        within(&self.brief, TEXT_CHARS)?;
        let days = self.window.until.map(|until| self.window.from.until(until).map_or(-1, |span| span.get_days()));
        if !days.is_some_and(|days| (0..i32::from(LEAVE_DAYS)).contains(&days)) {
            return Err(Refusal::LeaveUnfit);
        }
        Ok(Changes::put(Leave {
            id: self.leave,
            rep: context.actor,
            rep_name: context.actor_name.clone(),
            territory: self.territory,
            window: self.window,
            brief: self.brief.trim().to_owned(),
            asked_at: context.captured_at,
            substitute: None,
            substitute_name: String::new(),
            settled_by_name: String::new(),
            withdrawn: false,
        }))
    }
}

/// See [`super::Command::WithdrawLeave`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WithdrawLeave {
    /// Which.
    pub leave: LeaveId,
}

impl Decide for WithdrawLeave {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Leave>(self.leave)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let leave = world.get::<Leave>(self.leave).ok_or(Refusal::LeaveUnfit)?;
        if leave.rep != context.actor {
            return Err(Refusal::NotYourRole);
        }
        // Somebody else's days depend on it by now: the manager has to say so.
        if leave.substitute.is_some() {
            return Err(Refusal::LeaveSettled);
        }
        Ok(Changes::put(Leave { withdrawn: true, ..leave.clone() }))
    }
}

/// See [`super::Command::HandOver`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HandOver {
    /// The leave.
    pub leave: LeaveId,
    /// Who steps in.
    pub to: UserId,
    /// The posting of that person for those days, which comes into being.
    pub assignment: AssignmentId,
}

impl Decide for HandOver {
    fn needs(&self, world: &World) -> Vec<Need> {
        let mut needs = vec![
            Need::record::<Leave>(self.leave),
            Need::record::<User>(self.to),
            Need::record::<Assignment>(self.assignment),
        ];
        needs.extend(world.get::<Leave>(self.leave).map(|leave| Need::record::<Territory>(leave.territory)));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        if !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        let leave = world.get::<Leave>(self.leave).ok_or(Refusal::LeaveUnfit)?;
        let user = world.get::<User>(self.to).ok_or(Refusal::PostingUnfit)?;
        let territory = world.get::<Territory>(leave.territory).ok_or(Refusal::PostingUnfit)?;
        let fits = user.active && user.region == territory.region && self.to != leave.rep;
        if !fits || world.get::<Assignment>(self.assignment).is_some() {
            return Err(Refusal::PostingUnfit);
        }
        if leave.withdrawn || leave.substitute.is_some() {
            return Err(Refusal::LeaveSettled);
        }
        // From now on, not from the first day away: whoever steps in has to have the shops on the phone before the
        // network is gone.
        let from = leave.window.from.min(context.captured_at.date(context.offset));
        let posting = Assignment {
            id: self.assignment,
            user: self.to,
            territory: leave.territory,
            region: territory.region,
            window: DateWindow { from, ..leave.window },
            changed_at: context.decided_at,
        };
        Ok(Changes::put(posting).and(Leave {
            substitute: Some(self.to),
            substitute_name: user.name.clone(),
            settled_by_name: context.actor_name.clone(),
            ..leave.clone()
        }))
    }
}

/// See [`super::Command::TakeBackHandOver`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakeBackHandOver {
    /// The leave.
    pub leave: LeaveId,
    /// The posting that handing over made.
    pub assignment: AssignmentId,
}

impl Decide for TakeBackHandOver {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Leave>(self.leave), Need::record::<Assignment>(self.assignment)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        if !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        let leave = world.get::<Leave>(self.leave).ok_or(Refusal::LeaveUnfit)?;
        let posting = world.get::<Assignment>(self.assignment).ok_or(Refusal::PostingUnfit)?;
        let today = context.captured_at.date(context.offset);
        if leave.substitute.is_none() || leave.window.until.is_some_and(|until| until < today) {
            return Err(Refusal::HandOverGone);
        }
        // A posting that stands for itself, or for another leave, has the same person and place but not the same end.
        let made_for_it = leave.substitute == Some(posting.user)
            && leave.territory == posting.territory
            && leave.window.until == posting.window.until;
        if !made_for_it {
            return Err(Refusal::HandOverGone);
        }
        // Ended with the day and not before: what was done in the shops until now is still theirs to send.
        let until = Some(today.max(posting.window.from));
        let posting = Assignment {
            window: DateWindow { until, ..posting.window },
            changed_at: context.decided_at,
            ..posting.clone()
        };
        Ok(Changes::put(posting).and(Leave {
            substitute: None,
            substitute_name: String::new(),
            settled_by_name: String::new(),
            ..leave.clone()
        }))
    }
}
