//! Writing down what somebody says of a candidate, and throwing that away again (F46).

use super::{Changes, Context, Decide};
use crate::id::{CandidateId, ClaimId};
use crate::limits::{MONEY_MOST, SHORT_TEXT_CHARS};
use crate::measure::Money;
use crate::records::{Candidate, Claim, RecordKey, Said, Topic, Witness};
use crate::refusal::Refusal;
use crate::rules::candidate::known;
use crate::rules::text::within;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::NoteClaim`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteClaim {
    /// What comes into being, or is changed by whoever wrote it.
    pub claim: ClaimId,
    /// About whom.
    pub candidate: CandidateId,
    /// About what.
    pub topic: Topic,
    /// What is said.
    pub said: Said,
    /// By what sort of person.
    pub witness: Witness,
    /// By whom.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub witness_name: String,
}

impl Decide for NoteClaim {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Candidate>(self.candidate), Need::record::<Claim>(self.claim)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let candidate = known(world, self.candidate)?;
        let before = world.get::<Claim>(self.claim);
        if before.is_some_and(|claim| claim.candidate != self.candidate || claim.by != context.actor) {
            return Err(Refusal::ClaimUnknown);
        }
        within(&self.witness_name, SHORT_TEXT_CHARS)?;
        if !self.topic.fits(&self.said) {
            return Err(Refusal::SaidUnfit { topic: self.topic });
        }
        match &self.said {
            Said::Amount(money) if !(0..=MONEY_MOST).contains(&money.0) => {
                return Err(Refusal::AmountUnfit { most: Money(MONEY_MOST) });
            }
            Said::Number(number) if !(0..=MONEY_MOST).contains(number) => {
                return Err(Refusal::AmountUnfit { most: Money(MONEY_MOST) });
            }
            Said::Words(words) => {
                within(words, SHORT_TEXT_CHARS)?;
                if words.trim().is_empty() {
                    return Err(Refusal::WordsNeeded);
                }
            }
            _ => {}
        }
        Ok(Changes::put(Claim {
            id: self.claim,
            candidate: self.candidate,
            region: candidate.region,
            topic: self.topic,
            said: self.said.clone(),
            witness: self.witness,
            witness_name: self.witness_name.trim().to_owned(),
            by: context.actor,
            by_name: context.actor_name.clone(),
            at: context.captured_at,
        }))
    }
}

/// See [`super::Command::DropClaim`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DropClaim {
    /// Which.
    pub claim: ClaimId,
}

impl Decide for DropClaim {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Claim>(self.claim)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let claim = world.get::<Claim>(self.claim).filter(|claim| claim.by == context.actor);
        claim.ok_or(Refusal::ClaimUnknown)?;
        Ok(Changes::default().without(RecordKey::of::<Claim>(self.claim)))
    }
}
