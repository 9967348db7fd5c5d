//! Deciding about a command that the server keeps (P21, P22): it is carried out as its author's and at its own time,
//! or it goes back with a reason. What went back may still be accepted; what was accepted stays.

use super::{Changes, Context, Decide};
use crate::Command;
use crate::id::{QuarantineId, UserId};
use crate::limits::TEXT_CHARS;
use crate::records::{AnyRecord, Quarantine, Reviewed, Role, User};
use crate::refusal::Refusal;
use crate::rules::text::within;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::ReviewQuarantine`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReviewQuarantine {
    /// Which.
    pub quarantine: QuarantineId,
    /// What becomes of it.
    pub decision: Decision,
}

/// What becomes of a command that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "how")]
pub enum Decision {
    /// It is carried out.
    Accept,
    /// It is carried out, and the task that it leaves is owed by somebody else.
    Rehome {
        /// By whom.
        to: UserId,
    },
    /// It goes back to its author.
    Return {
        /// Why.
        because: String,
    },
}

impl Decide for ReviewQuarantine {
    fn needs(&self, world: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Quarantine>(self.quarantine)];
        if let Decision::Rehome { to } = self.decision {
            needs.push(Need::record::<User>(to));
        }
        let kept = world.get::<Quarantine>(self.quarantine);
        needs.extend(kept.and_then(Quarantine::acceptable).map(|command| command.needs(world)).unwrap_or_default());
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        if !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        let kept = world.get::<Quarantine>(self.quarantine).ok_or(Refusal::QuarantineUnknown)?;
        let returns = matches!(self.decision, Decision::Return { .. });
        if let Some(reviewed) = kept.reviewed.as_ref().filter(|_| returns || kept.is_accepted()) {
            return Err(Refusal::ReviewedBefore { judge_name: reviewed.by_name.clone() });
        }
        let changes = match &self.decision {
            Decision::Accept => carried_out(kept, world, context)?,
            Decision::Rehome { to } => rehomed(carried_out(kept, world, context)?, kept, *to, world)?,
            Decision::Return { because } => {
                within(because, TEXT_CHARS)?;
                if because.trim().is_empty() {
                    return Err(Refusal::WordsNeeded);
                }
                Changes::default()
            }
        };
        let reviewed = Reviewed {
            decision: self.decision.clone(),
            by: context.actor,
            by_name: context.actor_name.clone(),
            at: context.captured_at,
        };
        Ok(changes.and(Quarantine { reviewed: Some(reviewed), ..kept.clone() }))
    }
}

/// What the kept command changes, decided as its author's. That the manager may change it is seen to by
/// [`Command::decide`] like for any other command.
fn carried_out(kept: &Quarantine, world: &World, context: &Context) -> Result<Changes, Refusal> {
    let command = kept.acceptable().ok_or(Refusal::NotAcceptable)?;
    let author = Context {
        actor: kept.rep,
        actor_name: kept.rep_name.clone(),
        role: kept.role,
        device: kept.device,
        captured_at: kept.captured_at,
        decided_at: context.decided_at,
        offset: context.offset,
        scopes: kept.scopes.clone(),
    };
    command.decide(world, &author)
}

fn rehomed(mut changes: Changes, kept: &Quarantine, to: UserId, world: &World) -> Result<Changes, Refusal> {
    let user = world.get::<User>(to).ok_or(Refusal::PostingUnfit)?;
    let fits = user.active && user.role == Role::Rep && user.region == kept.region;
    if !fits || !matches!(kept.acceptable(), Some(Command::LeaveTask(_))) {
        return Err(Refusal::PostingUnfit);
    }
    for record in &mut changes.put {
        if let AnyRecord::Task(task) = record {
            task.owner = to;
        }
    }
    Ok(changes)
}
