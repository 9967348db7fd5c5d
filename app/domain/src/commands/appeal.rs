//! Speaking against a verdict, once for a photo (F32). The redo stays owed until the answer: a word changes nothing by
//! itself.

use super::{Changes, Context, Decide};
use crate::id::{PhotoId, VerdictId};
use crate::limits::TEXT_CHARS;
use crate::records::{Appeal, Photo, Ruling, Task, Verdict};
use crate::refusal::Refusal;
use crate::rules::text::within;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::AppealVerdict`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AppealVerdict {
    /// The photo.
    pub photo: PhotoId,
    /// The verdict that the rep saw.
    pub verdict: VerdictId,
    /// Why.
    pub because: String,
}

impl Decide for AppealVerdict {
    fn needs(&self, world: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Photo>(self.photo), Need::record::<Verdict>(self.verdict)];
        let task = world.get::<Verdict>(self.verdict).and_then(|verdict| verdict.task);
        needs.extend(task.map(Need::record::<Task>));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let unknown = Refusal::PhotoUnknown { photo: self.photo };
        let photo = world.get::<Photo>(self.photo).ok_or_else(|| unknown.clone())?;
        if photo.rep != context.actor {
            return Err(Refusal::NotYourVisit { rep_name: photo.rep_name.clone() });
        }
        if photo.appeal.is_some() {
            return Err(Refusal::AppealedBefore);
        }
        let verdict = world.get::<Verdict>(self.verdict).filter(|verdict| verdict.photo == self.photo);
        let verdict = verdict.ok_or(unknown)?;
        if photo.verdict != Some(self.verdict) || verdict.ruling != Ruling::Redo {
            return Err(Refusal::JudgedByOther { judge_name: verdict.judge_name.clone() });
        }
        // Taken again or called off: there is nothing left to speak against.
        let owed = verdict.task.and_then(|task| world.get::<Task>(task));
        if owed.is_none_or(|task| !task.is_open()) {
            return Err(Refusal::TaskClosed);
        }
        within(&self.because, TEXT_CHARS)?;
        let because = self.because.trim().to_owned();
        if because.is_empty() {
            return Err(Refusal::WordsNeeded);
        }
        let appeal = Appeal { against: self.verdict, because, at: context.captured_at, answered: None };
        Ok(Changes::put(Photo { appeal: Some(appeal), ..photo.clone() }))
    }
}
