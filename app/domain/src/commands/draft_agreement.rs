//! Writing an agreement (F50): the draft, the boundary list that is agreed first (S34), and the offer, which freezes it
//! and takes its ground (F53).

use super::{Changes, Context, Decide};
use crate::id::{AgreementId, CandidateId, DealerId, OutletId, SubDistributorId};
use crate::limits::SHORT_TEXT_CHARS;
use crate::records::{
    Agreement, AgreementState, Alliance, Candidate, CandidateStage, Dealer, Outlet, RecordKey, SignOff, SubDistributor,
    Terms,
};
use crate::refusal::Refusal;
use crate::rules::agreement::{content_hash, is_ripe, may_write, offerable, placed, writable};
use crate::rules::candidate::{known, own};
use crate::rules::ground::overlaps;
use crate::rules::text::within;
use crate::world::{Index, Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::DraftAgreement`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftAgreement {
    /// What comes into being, or is changed while it is a draft.
    pub agreement: AgreementId,
    /// With whom.
    pub candidate: CandidateId,
    /// Under which dealer.
    pub dealer: DealerId,
    /// What is agreed so far.
    pub terms: Terms,
    /// The one that it takes the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renews: Option<AgreementId>,
}

impl Decide for DraftAgreement {
    fn needs(&self, world: &World) -> Vec<Need> {
        // Written, offered, signed and approved in one push, it is loaded here with all that the others ask for.
        let mut needs = vec![
            Need::record::<Agreement>(self.agreement),
            Need::record::<Candidate>(self.candidate),
            Need::record::<Dealer>(self.dealer),
            Need::record::<Outlet>(OutletId(self.candidate.0)),
            Need::record::<Alliance>(Alliance::of(self.dealer)),
            Need::record::<SubDistributor>(SubDistributorId(self.candidate.0)),
        ];
        needs.extend(self.renews.map(Need::record::<Agreement>));
        needs.extend(world.get::<Dealer>(self.dealer).map(|dealer| Need::Index(Index::AgreementsIn(dealer.region))));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let candidate = signable(world, self.candidate)?;
        let dealer = world.get::<Dealer>(self.dealer).filter(|dealer| dealer.region == candidate.region);
        let dealer = dealer.ok_or(Refusal::DealerUnknown)?;
        if let Some(renews) = self.renews {
            // Only what came into force is replaced: neither itself nor another draft.
            let was_in_force = |old: &&Agreement| matches!(old.state, AgreementState::Active | AgreementState::Ended);
            let old = world.get::<Agreement>(renews).filter(|old| old.candidate == self.candidate && was_in_force(old));
            old.ok_or(Refusal::AgreementUnknown { agreement: renews })?;
        }
        writable(&self.terms)?;
        let before = world.get::<Agreement>(self.agreement);
        if let Some(before) = before {
            may_write(before, context)?;
            if before.candidate != self.candidate {
                return Err(Refusal::AgreementUnknown { agreement: self.agreement });
            }
            if before.state != AgreementState::Draft {
                return Err(Refusal::AgreementFrozen { number: before.number() });
            }
        }
        // Another boundary has to be agreed to anew.
        let same_ground = before.filter(|before| before.terms.ground == self.terms.ground);
        let author = before
            .map_or((context.actor, context.actor_name.clone()), |before| (before.author, before.author_name.clone()));
        Ok(Changes::put(Agreement {
            id: self.agreement,
            region: candidate.region,
            territory: candidate.territory,
            dealer: self.dealer,
            dealer_name: dealer.name.clone(),
            candidate: self.candidate,
            candidate_name: candidate.facts.name.clone(),
            terms: self.terms.clone(),
            state: AgreementState::Draft,
            ground_signed: same_ground.and_then(|before| before.ground_signed.clone()),
            hash: None,
            signatures: Vec::new(),
            pages: Vec::new(),
            copies: Vec::new(),
            approved: None,
            sent_back: before.map(|before| before.sent_back.clone()).unwrap_or_default(),
            ended: None,
            renews: self.renews,
            author: author.0,
            author_name: author.1,
            touched_at: context.captured_at,
        }))
    }
}

/// A candidate with whom something may be agreed.
fn signable(world: &World, id: CandidateId) -> Result<&Candidate, Refusal> {
    let candidate = known(world, id)?;
    let stage = candidate.stage;
    if stage.is_over() || stage == CandidateStage::Suspended {
        return Err(Refusal::StageUnfit { stage });
    }
    Ok(candidate)
}

/// A draft that the actor may write.
fn draft<'a>(world: &'a World, id: AgreementId, context: &Context) -> Result<&'a Agreement, Refusal> {
    let agreement = world.get::<Agreement>(id).ok_or(Refusal::AgreementUnknown { agreement: id })?;
    may_write(agreement, context)?;
    match agreement.state {
        AgreementState::Draft => Ok(agreement),
        _ => Err(Refusal::AgreementFrozen { number: agreement.number() }),
    }
}

/// See [`super::Command::SignOffGround`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOffGround {
    /// Whose ground.
    pub agreement: AgreementId,
    /// Who agrees to the list, for the partner.
    pub name: String,
}

impl Decide for SignOffGround {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Agreement>(self.agreement)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let agreement = draft(world, self.agreement, context)?;
        within(&self.name, SHORT_TEXT_CHARS)?;
        if self.name.trim().is_empty() {
            return Err(Refusal::WordsNeeded);
        }
        if agreement.terms.ground.areas.is_empty() && agreement.terms.ground.outlets.is_empty() {
            return Err(Refusal::GroundEmpty);
        }
        placed(&agreement.terms.ground)?;
        Ok(Changes::put(Agreement {
            ground_signed: Some(SignOff { name: self.name.trim().to_owned(), at: context.captured_at }),
            touched_at: context.captured_at,
            ..agreement.clone()
        }))
    }
}

/// See [`super::Command::OfferAgreement`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferAgreement {
    /// Which.
    pub agreement: AgreementId,
}

impl Decide for OfferAgreement {
    fn needs(&self, world: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Agreement>(self.agreement)];
        if let Some(agreement) = world.get::<Agreement>(self.agreement) {
            needs.push(Need::record::<Candidate>(agreement.candidate));
            needs.push(Need::Index(Index::AgreementsIn(agreement.region)));
        }
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let agreement = draft(world, self.agreement, context)?;
        let candidate = own(world, agreement.candidate, context)?;
        // Whoever was cut since it was written takes nobody's ground, and neither does a mere name.
        if !is_ripe(candidate) {
            return Err(Refusal::StageUnfit { stage: candidate.stage });
        }
        offerable(&agreement.terms)?;
        if agreement.ground_signed.is_none() {
            return Err(Refusal::GroundNotSigned);
        }
        ground_is_free(agreement, world)?;
        let frozen = Agreement {
            state: AgreementState::Offered,
            hash: Some(content_hash(agreement)),
            sent_back: String::new(),
            touched_at: context.captured_at,
            ..agreement.clone()
        };
        let stage =
            if candidate.stage == CandidateStage::Qualified { CandidateStage::Signing } else { candidate.stage };
        let changes = Changes::put(frozen);
        if stage == candidate.stage {
            return Ok(changes);
        }
        Ok(changes.and(Candidate { stage, touched_at: context.captured_at, ..candidate.clone() }))
    }
}

/// Whether nobody else holds any of the ground (S15).
pub(super) fn ground_is_free(agreement: &Agreement, world: &World) -> Result<(), Refusal> {
    match overlaps(agreement, world.all::<Agreement>().filter(|other| other.region == agreement.region)).first() {
        None => Ok(()),
        Some(met) => Err(Refusal::GroundTaken {
            number: met.number.clone(),
            partner: met.partner.clone(),
            places: met.places.iter().take(3).cloned().collect(),
        }),
    }
}

/// See [`super::Command::DropAgreement`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DropAgreement {
    /// Which draft.
    pub agreement: AgreementId,
}

impl Decide for DropAgreement {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Agreement>(self.agreement)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        draft(world, self.agreement, context)?;
        Ok(Changes::default().without(RecordKey::of::<Agreement>(self.agreement)))
    }
}
