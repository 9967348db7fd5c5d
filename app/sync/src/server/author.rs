//! Whose commands these are, and what they were allowed at the moment of capture.

use crate::body::Body;
use domain::Context;
use domain::Scope;
use domain::id::{DeviceId, RegionId, TerritoryId};
use domain::records::{Assignment, User};
use domain::rules::reach::{Directory, Strictness, scopes_of};
use domain::time::{Moment, Offset};

/// The account behind a session, with all its postings and the company's territories.
#[derive(Clone, Debug)]
pub struct Author {
    /// The account.
    pub user: User,
    /// Its postings, past and present.
    pub assignments: Vec<Assignment>,
    /// All territories with their regions.
    pub territories: Vec<(TerritoryId, RegionId)>,
    /// The device that sends was taken out of use: what it still holds is for a manager to decide (P26).
    pub revoked: bool,
}

impl Author {
    /// The scopes held at a moment.
    #[must_use]
    pub fn scopes(&self, at: Moment, offset: Offset, strictness: Strictness) -> Vec<Scope> {
        let directory = Directory { territories: &self.territories, assignments: &self.assignments, offset };
        scopes_of(&self.user, &directory, at, strictness)
    }

    /// The region of a territory.
    pub(super) fn region_of(&self, territory: TerritoryId) -> Option<RegionId> {
        self.territories.iter().find(|(known, _)| *known == territory).map(|(_, region)| *region)
    }

    /// The context of a command. The moment of capture is the phone's clock moved by how wrong that clock is
    /// seen to be now, and never later than the arrival. For what the author held, the moment by the error that was
    /// known at capture counts too, because a clock may have been set since, and so does the arrival:
    /// a wrong clock makes no difference to what is accepted (I12).
    pub(super) fn context(
        &self,
        body: &Body,
        device: DeviceId,
        clock: Moment,
        received_at: Moment,
        offset: Offset,
    ) -> Context {
        let skew = received_at.since(clock);
        let captured_at = Moment(body.captured_at.plus(skew).0.min(received_at.0));
        let mut scopes = self.scopes(captured_at, offset, Strictness::WithGrace);
        // A phone whose clock nobody had compared yet says 0, and knew nothing.
        if body.skew != 0 {
            let as_known_then = Moment(body.captured_at.plus(body.skew).0.min(received_at.0));
            scopes.extend(self.scopes(as_known_then, offset, Strictness::WithGrace));
        }
        scopes.extend(self.scopes(received_at, offset, Strictness::Exact));
        Context {
            actor: self.user.id,
            actor_name: self.user.name.clone(),
            role: self.user.role,
            device,
            captured_at,
            decided_at: received_at,
            offset,
            scopes,
        }
    }

    /// The same context with every scope the author ever held.
    pub(super) fn ever(&self, context: &Context, offset: Offset) -> Context {
        Context { scopes: self.scopes(context.captured_at, offset, Strictness::Ever), ..context.clone() }
    }
}
