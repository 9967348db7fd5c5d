//! Looking at somebody's visit is an act too: whoever is looked at may see by whom (F114).

use super::{Changes, Context, Decide};
use crate::id::{ViewingId, VisitId};
use crate::records::{Viewing, Visit};
use crate::refusal::Refusal;
use crate::world::{Index, Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::ViewVisit`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ViewVisit {
    /// What comes into being, if it is the first time on that day.
    pub viewing: ViewingId,
    /// The visit.
    pub visit: VisitId,
}

impl Decide for ViewVisit {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![
            Need::record::<Visit>(self.visit),
            Need::record::<Viewing>(self.viewing),
            Need::Index(Index::ViewingsOf(self.visit)),
        ]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let visit = world.get::<Visit>(self.visit).ok_or(Refusal::VisitUnknown { visit: self.visit })?;
        let day = context.captured_at.date(context.offset);
        let known = world.all::<Viewing>().any(|viewing| {
            viewing.id == self.viewing
                || (viewing.visit == self.visit && viewing.viewer == context.actor && viewing.day == day)
        });
        // One's own visits are nobody else's business, and the second look of a day says nothing new.
        if known || visit.rep == context.actor {
            return Ok(Changes::default());
        }
        Ok(Changes::put(Viewing {
            id: self.viewing,
            visit: self.visit,
            outlet: visit.outlet,
            territory: visit.territory,
            rep: visit.rep,
            viewer: context.actor,
            viewer_name: context.actor_name.clone(),
            role: context.role,
            day,
            at: context.captured_at,
        }))
    }
}
