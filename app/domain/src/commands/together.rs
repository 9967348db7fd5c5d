//! Who was there beside the rep: the shop that signs what was found (F18), and somebody who came along (F16), whose note
//! the rep reads.

use super::{Changes, Context, Decide};
use crate::id::{UserId, VisitId};
use crate::limits::{COMPANIONS, SHORT_TEXT_CHARS, TEXT_CHARS};
use crate::records::{Companion, Confirmation, JointRole, Visit};
use crate::refusal::Refusal;
use crate::rules::answer::signature_fits;
use crate::rules::text::within;
use crate::rules::visit::open_for;
use crate::time::Moment;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::ConfirmVisit`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConfirmVisit {
    /// The visit, which is still open.
    pub visit: VisitId,
    /// Who signs for the shop.
    pub name: String,
    /// SVG path data in a 300 x 100 box; empty takes the confirmation back.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signature: String,
}

impl Decide for ConfirmVisit {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Visit>(self.visit)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let visit = open_for(world, self.visit, context)?;
        within(&self.name, SHORT_TEXT_CHARS)?;
        signature_fits(&self.signature)?;
        let confirmed = (!self.signature.is_empty()).then(|| Confirmation {
            name: self.name.trim().to_owned(),
            signature: self.signature.clone(),
            at: context.captured_at,
        });
        if confirmed.as_ref().is_some_and(|confirmed| confirmed.name.is_empty()) {
            return Err(Refusal::WordsNeeded);
        }
        Ok(Changes::put(Visit { confirmed, ..visit.clone() }))
    }
}

/// See [`super::Command::NoteCompanion`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoteCompanion {
    /// The visit: the rep's own while it is open, or one that the companion, a manager, came along on.
    pub visit: VisitId,
    /// Who came along; empty takes the entry back.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// As what.
    pub role: JointRole,
    /// What they told the rep.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub feedback: String,
    /// The one thing that the rep is to do next.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub next: String,
}

impl Decide for NoteCompanion {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Visit>(self.visit)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let mut visit = if context.role.manages() {
            world.get::<Visit>(self.visit).ok_or(Refusal::VisitUnknown { visit: self.visit })?
        } else {
            open_for(world, self.visit, context)?
        }
        .clone();
        within(&self.name, SHORT_TEXT_CHARS)?;
        within(&self.feedback, TEXT_CHARS)?;
        within(&self.next, SHORT_TEXT_CHARS)?;
        visit.companions.retain(|companion| companion.by != context.actor);
        if !self.name.trim().is_empty() {
            if visit.companions.len() >= COMPANIONS {
                return Err(Refusal::TooManyCompanions { limit: COMPANIONS as u32 });
            }
            visit.companions.push(Companion {
                by: context.actor,
                name: self.name.trim().to_owned(),
                role: self.role,
                feedback: self.feedback.trim().to_owned(),
                next: self.next.trim().to_owned(),
                at: context.captured_at,
                read: None,
            });
        }
        Ok(Changes::put(visit))
    }
}

/// See [`super::Command::ReadNote`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadNote {
    /// The visit.
    pub visit: VisitId,
    /// Who wrote it.
    pub by: UserId,
    /// When they had written what was read.
    pub written: Moment,
}

impl Decide for ReadNote {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Visit>(self.visit)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let visit = world.get::<Visit>(self.visit).ok_or(Refusal::VisitUnknown { visit: self.visit })?;
        if visit.rep != context.actor {
            return Err(Refusal::NotYourVisit { rep_name: visit.rep_name.clone() });
        }
        let mut visit = visit.clone();
        // What was written anew or taken back since was not read: that is nobody's fault, and the new words stay unread.
        let is_it = |note: &&mut Companion| note.by == self.by && note.at == self.written && note.is_for(visit.rep);
        let Some(note) = visit.companions.iter_mut().find(is_it) else { return Ok(Changes::default()) };
        note.read = note.read.or(Some(context.captured_at));
        Ok(Changes::put(visit))
    }
}
