//! A new version of a display standard (S45), with its picture. What is published is never changed: photos keep the
//! version that they were taken by.

use super::publish::{may_publish, may_publish_for};
use super::{Changes, Context, Decide};
use crate::id::{PhotoId, StandardId};
use crate::limits::{SHORT_TEXT_CHARS, STANDARD_POINTS};
use crate::records::{DisplayStandard, Look, Photo, PhotoRef, Record};
use crate::refusal::Refusal;
use crate::rules::photo::picture_fits;
use crate::rules::text::within;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::PublishStandard`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublishStandard {
    /// The new version, under an id of its own.
    pub standard: DisplayStandard,
    /// Where its picture comes from; nowhere if it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<PictureFrom>,
}

/// Where the picture of a standard comes from. Whoever sees the standard sees it: nobody shows others what they may not
/// see themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureFrom {
    /// Another version has it.
    Version(StandardId),
    /// A photo of a visit.
    Photo(PhotoId),
    /// This tablet, with a small JPEG as base64.
    Here(String),
}

impl PublishStandard {
    /// The picture whose bytes travel after the command, and its small one.
    pub(super) fn travels(&self) -> Option<(&PhotoRef, &str)> {
        match (&self.standard.reference, &self.picture) {
            (Some(reference), Some(PictureFrom::Here(thumbnail))) => Some((reference, thumbnail)),
            _ => None,
        }
    }

    fn has_its_picture(&self, world: &World, context: &Context) -> Result<(), Refusal> {
        let Some(reference) = &self.standard.reference else { return Ok(()) };
        let fits = match self.picture.as_ref().ok_or(Refusal::PhotoUnfit)? {
            PictureFrom::Here(thumbnail) => return picture_fits(reference, thumbnail, &Look::default()),
            PictureFrom::Version(id) => world
                .get::<DisplayStandard>(*id)
                .filter(|other| context.holds(other.scope))
                .is_some_and(|other| other.reference.as_ref() == Some(reference)),
            PictureFrom::Photo(id) => world
                .get::<Photo>(*id)
                .filter(|photo| context.holds(photo.scope()))
                .is_some_and(|photo| photo.picture == *reference),
        };
        if fits { Ok(()) } else { Err(Refusal::PhotoUnfit) }
    }
}

impl Decide for PublishStandard {
    fn needs(&self, _: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<DisplayStandard>(self.standard.id)];
        match self.picture {
            Some(PictureFrom::Version(id)) => needs.push(Need::record::<DisplayStandard>(id)),
            Some(PictureFrom::Photo(id)) => needs.push(Need::record::<Photo>(id)),
            Some(PictureFrom::Here(_)) | None => {}
        }
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        may_publish(self.standard.from, context)?;
        may_publish_for(self.standard.scope, context)?;
        if world.get::<DisplayStandard>(self.standard.id).is_some() {
            return Err(Refusal::StandardUnfit);
        }
        standard_fits(&self.standard)?;
        self.has_its_picture(world, context)?;
        Ok(Changes::put(self.standard.clone()))
    }
}

/// Whether a photo can be held against it. The screen says the same while it is drawn.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn standard_fits(standard: &DisplayStandard) -> Result<(), Refusal> {
    let points = &standard.points;
    if points.len() > STANDARD_POINTS {
        return Err(Refusal::TooMany { limit: STANDARD_POINTS as u32 });
    }
    let texts = || points.iter().map(|point| &point.words).chain([&standard.name]);
    if standard.lineage.trim().is_empty() || texts().any(|words| words.zh.trim().is_empty()) {
        return Err(Refusal::WordsNeeded);
    }
    for words in texts() {
        within(&words.zh, SHORT_TEXT_CHARS)?;
        within(&words.en, SHORT_TEXT_CHARS)?;
    }
    within(&standard.lineage, SHORT_TEXT_CHARS)?;
    let on_the_picture = points.iter().all(|point| point.at.0 <= 1_000 && point.at.1 <= 1_000);
    let fits = standard.version > 0 && !standard.classes.is_empty() && !points.is_empty() && on_the_picture;
    if fits { Ok(()) } else { Err(Refusal::StandardUnfit) }
}
