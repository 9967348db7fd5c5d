//! What a photo is evidence of: tasks that were closed with it (F14) and sightings that it shows (F17). When the photo
//! goes, nothing may go on naming it: what it alone had shown is owed again, and what else was said stays.

use crate::commands::Context;
use crate::id::PhotoId;
use crate::records::{Evidence, Photo, Record, Sighting, Task, TaskClosing, TaskKind};
use crate::world::{Need, World};

/// Whether what is shown is what was asked for.
#[must_use]
pub fn suffices(asked: Evidence, photo: Option<PhotoId>, words: &str) -> bool {
    match asked {
        Evidence::Word => true,
        Evidence::Sentence => !words.trim().is_empty(),
        Evidence::Photo => photo.is_some(),
    }
}

/// A task that was closed with a photo, once that photo is gone and another one is in its place or none: open again if
/// what is left of its evidence is less than was asked for. None if it was not closed with it.
#[must_use]
pub fn task_without(task: &Task, gone: PhotoId, instead: Option<PhotoId>) -> Option<Task> {
    let closed = task.closed.as_ref().filter(|closed| closed.photo == Some(gone))?;
    let asked = match task.kind {
        TaskKind::Redo { .. } => Evidence::Photo,
        TaskKind::FollowUp { .. } => task.evidence,
    };
    let stands = suffices(asked, instead, &closed.words);
    let closed = stands.then(|| TaskClosing { photo: instead, ..closed.clone() });
    Some(Task { closed, ..task.clone() })
}

/// A sighting that a photo showed, once that photo is gone. None if it was not shown by it.
#[must_use]
pub fn sighting_without(sighting: &Sighting, gone: PhotoId, instead: Option<PhotoId>) -> Option<Sighting> {
    (sighting.photo == Some(gone)).then(|| Sighting { photo: instead, ..sighting.clone() })
}

/// What has to be seen before a photo goes.
pub(crate) fn needs(photo: &Photo) -> impl Iterator<Item = Need> {
    let tasks = photo.redo_of.iter().chain(&photo.proves).copied().map(Need::record::<Task>);
    tasks.chain(photo.shows.iter().copied().map(Need::record::<Sighting>))
}

/// What named a photo, as it is without it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Bereft {
    /// The tasks.
    pub tasks: Vec<Task>,
    /// The sightings.
    pub sightings: Vec<Sighting>,
}

/// See [`Bereft`]. What lies in a territory that its author does not hold stays as it is: a shop may have been given
/// away in between, and the photo is still theirs to throw away.
pub(crate) fn bereft(world: &World, photo: &Photo, instead: Option<PhotoId>, context: &Context) -> Bereft {
    let mut named = photo.proves.clone();
    named.extend(photo.redo_of.filter(|task| !photo.proves.contains(task)));
    let tasks = named.into_iter().filter_map(|task| world.get::<Task>(task));
    let sightings = photo.shows.iter().filter_map(|sighting| world.get::<Sighting>(*sighting));
    Bereft {
        tasks: tasks
            .filter(|task| context.holds(task.scope()))
            .filter_map(|task| task_without(task, photo.id, instead))
            .collect(),
        sightings: sightings
            .filter(|sighting| context.holds(sighting.scope()))
            .filter_map(|sighting| sighting_without(sighting, photo.id, instead))
            .collect(),
    }
}
