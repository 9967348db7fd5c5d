//! Ending a visit that nobody checked out of (F15). It ends when the rep last did something in it, and says so:
//! a guess at the hour of leaving would be worth less than a mark.

use super::answer_item::visit_and_checklist;
use super::check_out::ended;
use super::{Changes, Context, Decide};
use crate::id::VisitId;
use crate::limits::TEXT_CHARS;
use crate::records::{Attendance, Checklist, LastVisit, Visit};
use crate::refusal::Refusal;
use crate::rules::score::{open_items, score, walk};
use crate::rules::text::within;
use crate::rules::visit::{is_forgotten, open_for};
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::EndForgotten`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EndForgotten {
    /// The visit.
    pub visit: VisitId,
    /// What the rep had written for the check-out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Decide for EndForgotten {
    fn needs(&self, world: &World) -> Vec<Need> {
        let mut needs = visit_and_checklist(self.visit, world);
        let visit = world.get::<Visit>(self.visit);
        needs.extend(visit.map(|visit| Need::record::<LastVisit>(LastVisit::of(visit.outlet))));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let mut visit = open_for(world, self.visit, context)?.clone();
        if !is_forgotten(&visit, context.captured_at) {
            return Err(Refusal::VisitGoesOn);
        }
        within(&self.note, TEXT_CHARS)?;
        let checklist = world.get::<Checklist>(visit.checklist).ok_or(Refusal::ChecklistUnknown)?;
        visit.check_out = Some(Attendance { at: visit.last_touched(), fix: None, distance: None, exception: None });
        visit.forgotten = Some(context.captured_at);
        visit.odd = walk(checklist, &visit.answers).broken.iter().map(|check| check.key.clone()).collect();
        // Half a checklist comes to no score: its missing half would read as a bad shop.
        visit.score = open_items(checklist, &visit.answers).is_empty().then(|| score(checklist, &visit.answers));
        visit.note = self.note.trim().to_owned();
        Ok(ended(visit, world))
    }
}
