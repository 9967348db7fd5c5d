//! Whose a candidate is to change.

use crate::commands::Context;
use crate::id::CandidateId;
use crate::records::Candidate;
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
