//! Whose a visit is, and until when it can be changed.

use crate::commands::Context;
use crate::id::VisitId;
use crate::limits::FORGOTTEN_AFTER_MILLIS;
use crate::records::Visit;
use crate::refusal::Refusal;
use crate::time::Moment;
use crate::world::World;

/// The visit, if it is still open and the actor's own.
///
/// # Errors
/// When it is unknown, somebody else's or ended.
pub fn open_for<'a>(world: &'a World, id: VisitId, context: &Context) -> Result<&'a Visit, Refusal> {
    let visit = world.get::<Visit>(id).ok_or(Refusal::VisitUnknown { visit: id })?;
    if visit.rep != context.actor {
        return Err(Refusal::NotYourVisit { rep_name: visit.rep_name.clone() });
    }
    if visit.is_open() { Ok(visit) } else { Err(Refusal::VisitEnded) }
}

/// Whether nobody has checked out, and nobody will (F15).
#[must_use]
pub fn is_forgotten(visit: &Visit, now: Moment) -> bool {
    visit.is_open() && now.since(visit.last_touched()) >= FORGOTTEN_AFTER_MILLIS
}
