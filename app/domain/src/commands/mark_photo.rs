//! What is said about a photo without touching its bytes: drawing on it, and why it is kept although it looks like
//! another one.

use super::{Changes, Context, Decide};
use crate::id::{PhotoId, VisitId};
use crate::limits::{MARK_CHARS, MARKS_PER_PHOTO, SHORT_TEXT_CHARS};
use crate::records::{Annotation, Mark, Photo, Visit};
use crate::refusal::Refusal;
use crate::rules::text::within;
use crate::rules::visit::open_for;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::AnnotatePhoto`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnnotatePhoto {
    /// The photo.
    pub photo: PhotoId,
    /// Its visit.
    pub visit: VisitId,
    /// All that the actor has drawn on it: what they drew before is replaced, what others drew stays.
    pub marks: Vec<Mark>,
}

impl Decide for AnnotatePhoto {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Photo>(self.photo), Need::record::<Visit>(self.visit)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        // A manager points at what is wrong when judging; a rep while still in the shop.
        if !context.role.manages() {
            open_for(world, self.visit, context)?;
        }
        let mut photo = photo_of(world, self.photo, self.visit)?.clone();
        if self.marks.len() > MARKS_PER_PHOTO {
            return Err(Refusal::TooManyMarks { limit: MARKS_PER_PHOTO as u32 });
        }
        for mark in &self.marks {
            let inside = match mark {
                Mark::Frame(from, to) | Mark::Arrow(from, to) => from.is_inside() && to.is_inside() && from != to,
                Mark::Words(at, words) => {
                    within(words, MARK_CHARS)?;
                    at.is_inside() && !words.trim().is_empty()
                }
            };
            if !inside {
                return Err(Refusal::MarkUnfit);
            }
        }
        photo.annotations.retain(|annotation| annotation.by != context.actor);
        if !self.marks.is_empty() {
            let by_name = context.actor_name.clone();
            photo.annotations.push(Annotation { by: context.actor, by_name, marks: self.marks.clone() });
        }
        Ok(Changes::put(photo))
    }
}

/// See [`super::Command::KeepPhoto`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeepPhoto {
    /// The photo.
    pub photo: PhotoId,
    /// Its visit, which is still open.
    pub visit: VisitId,
    /// Why; empty takes it back.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
}

impl Decide for KeepPhoto {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Photo>(self.photo), Need::record::<Visit>(self.visit)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        open_for(world, self.visit, context)?;
        let photo = photo_of(world, self.photo, self.visit)?;
        within(&self.because, SHORT_TEXT_CHARS)?;
        Ok(Changes::put(Photo { kept_because: self.because.trim().to_owned(), ..photo.clone() }))
    }
}

fn photo_of(world: &World, photo: PhotoId, visit: VisitId) -> Result<&Photo, Refusal> {
    world.get::<Photo>(photo).filter(|known| known.visit == visit).ok_or(Refusal::PhotoUnknown { photo })
}
