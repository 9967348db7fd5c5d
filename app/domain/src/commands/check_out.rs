//! Leaving the shop. The visit is scored with the version of the checklist it began with,
//! by the same code on the phone and on the server.

use super::answer_item::visit_and_checklist;
use super::{Changes, Context, Decide};
use crate::geo::Fix;
use crate::id::VisitId;
use crate::limits::TEXT_CHARS;
use crate::records::{Attendance, Checklist, LastVisit, Outlet, Purpose, Visit};
use crate::refusal::Refusal;
use crate::rules::score::{open_items, score, walk};
use crate::rules::text::within;
use crate::rules::visit::open_for;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::CheckOut`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckOut {
    /// The visit.
    pub visit: VisitId,
    /// Where the phone was, if it knew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// What the rep wants to say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Decide for CheckOut {
    fn needs(&self, world: &World) -> Vec<Need> {
        let mut needs = visit_and_checklist(self.visit, world);
        if let Some(visit) = world.get::<Visit>(self.visit) {
            needs.push(Need::record::<Outlet>(visit.outlet));
            needs.push(Need::record::<LastVisit>(LastVisit::of(visit.outlet)));
        }
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let mut visit = open_for(world, self.visit, context)?.clone();
        let checklist = world.get::<Checklist>(visit.checklist).ok_or(Refusal::ChecklistUnknown)?;
        within(&self.note, TEXT_CHARS)?;
        let open = open_items(checklist, &visit.answers);
        if !open.is_empty() {
            return Err(Refusal::ItemsOpen { items: open });
        }
        let outlet = world.get::<Outlet>(visit.outlet);
        visit.check_out = Some(Attendance {
            at: context.captured_at,
            fix: self.fix,
            distance: self.fix.zip(outlet).map(|(fix, outlet)| fix.position.metres_to(outlet.position)),
            exception: None,
        });
        visit.odd = walk(checklist, &visit.answers).broken.iter().map(|check| check.key.clone()).collect();
        visit.score = Some(score(checklist, &visit.answers));
        visit.note = self.note.trim().to_owned();
        Ok(ended(visit, world))
    }
}

/// The ended visit, and that it was the last one at its shop.
pub(super) fn ended(visit: Visit, world: &World) -> Changes {
    let shop = world.get::<Checklist>(visit.checklist).is_none_or(|list| list.purpose == Purpose::Shop);
    // How often a partner is seen is nobody's route.
    let last = LastVisit::after(&visit, world.get::<LastVisit>(LastVisit::of(visit.outlet))).filter(|_| shop);
    let changes = Changes::put(visit);
    match last {
        Some(last) => changes.and(last),
        None => changes,
    }
}
