//! Whose a candidate is to change, and what may be decided about it.

use crate::commands::Context;
use crate::id::CandidateId;
use crate::order::InOrder;
use crate::records::{Candidate, CandidateRuling, CandidateStage, ProposalKind, Weighed};
use crate::refusal::Refusal;
use crate::world::World;

/// The candidate.
///
/// # Errors
/// When it is unknown.
pub fn known(world: &World, id: CandidateId) -> Result<&Candidate, Refusal> {
    world.get::<Candidate>(id).ok_or(Refusal::CandidateUnknown { candidate: id })
}

/// The candidate, if the actor looks after it or manages those who do, and it is not over.
///
/// # Errors
/// When it is unknown, somebody else's or over.
pub fn own<'a>(world: &'a World, id: CandidateId, context: &Context) -> Result<&'a Candidate, Refusal> {
    let candidate = known(world, id)?;
    if candidate.owner != context.actor && !context.role.manages() {
        return Err(Refusal::NotYourCandidate { owner_name: candidate.owner_name.clone() });
    }
    if candidate.stage.is_over() { Err(Refusal::StageUnfit { stage: candidate.stage }) } else { Ok(candidate) }
}

/// Whether a decision needs a reason: nobody is sent back, held back, cut or put out without a word (S38), and nobody is
/// qualified without one whom the rule would not have passed (S39).
#[must_use]
pub fn says_why(ruling: CandidateRuling, weighed: Option<Weighed>) -> bool {
    match ruling {
        CandidateRuling::Qualify => weighed.is_some_and(|weighed| weighed != Weighed::Pass),
        CandidateRuling::Resume => false,
        _ => true,
    }
}

/// What a manager may decide about it now (F47, F48), the likeliest first; what was asked for comes before all else.
#[must_use]
pub fn rulings(candidate: &Candidate) -> Vec<CandidateRuling> {
    use {CandidateRuling as Ruling, CandidateStage as At};
    let fits: &[Ruling] = match candidate.stage {
        At::Proposed => &[Ruling::Qualify, Ruling::SendBack, Ruling::Eliminate],
        At::Lead | At::Contacted | At::Inspecting => &[Ruling::Eliminate],
        At::Qualified | At::Signing => &[Ruling::Suspend, Ruling::Eliminate, Ruling::Qualify],
        At::Member => &[Ruling::Qualify, Ruling::Suspend, Ruling::Exit],
        At::Suspended => &[Ruling::Resume, Ruling::Exit],
        At::Eliminated | At::Left => &[],
    };
    let mut fits = fits.to_vec();
    if let Some(proposal) = &candidate.proposal {
        if candidate.stage.is_qualified() {
            fits.push(Ruling::SendBack);
        }
        let asked = match proposal.kind {
            ProposalKind::Qualify => Ruling::Qualify,
            ProposalKind::Eliminate { .. } => Ruling::Eliminate,
        };
        // The answer that was asked for, then the other one.
        let rank = |ruling: &Ruling| match ruling {
            ruling if *ruling == asked => 0,
            Ruling::SendBack => 1,
            _ => 2,
        };
        fits.order_by_key(rank);
    }
    fits
}
