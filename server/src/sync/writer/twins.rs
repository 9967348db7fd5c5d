//! Photos of different visits that are one picture, across all reps (F38). A phone compares with what it holds; here each
//! new photo is held against every other one, by prints that are kept in memory: 24 bytes a photo.

use super::group::Group;
use domain::id::PhotoId;
use domain::limits::TWINS_PER_PHOTO;
use domain::records::{Photo, Print, Twin};
use domain::rules::picture::{ELSEWHERE, alike};
use domain::{Changes, Need};
use store::StoreError;

/// Most photos that are looked at more closely: a print that so many share tells nothing.
const CANDIDATES: usize = 32;

/// The prints of all photos.
#[derive(Default)]
pub(super) struct Prints(Vec<(PhotoId, Print)>);

impl Prints {
    pub(super) const fn new(known: Vec<(PhotoId, Print)>) -> Self {
        Self(known)
    }

    /// The photos that may be the same picture, the closest first.
    fn near(&self, photo: PhotoId, print: Print) -> Vec<PhotoId> {
        let near = self.0.iter().filter(|(other, _)| *other != photo);
        let mut near: Vec<(u32, PhotoId)> = near
            .map(|(other, known)| (known.distance(print), *other))
            .filter(|(distance, _)| *distance <= ELSEWHERE)
            .collect();
        near.sort_unstable();
        near.truncate(CANDIDATES);
        near.into_iter().map(|(_, photo)| photo).collect()
    }
}

impl Group<'_> {
    /// Notes on a photo that was just taken in which others are the same picture.
    pub(super) async fn find_twins(&mut self, id: PhotoId) -> Result<(), StoreError> {
        let Some(photo) = self.world.get::<Photo>(id).cloned() else { return Ok(()) };
        let Some(print) = photo.look.print else { return Ok(()) };
        let near = self.standing.prints.near(id, print);
        self.standing.prints.0.push((id, print));
        let missing = self.world.missing(near.iter().copied().map(Need::record::<Photo>));
        if !missing.is_empty() {
            self.bring(missing).await?;
        }
        // One that was thrown away or replaced meanwhile is not there any more.
        let others = near.into_iter().filter_map(|other| self.world.get::<Photo>(other));
        let mut twins: Vec<Twin> = others
            .filter_map(|other| alike(&photo, other).map(|distance| Twin { photo: other.id, distance }))
            .collect();
        twins.truncate(TWINS_PER_PHOTO);
        if !twins.is_empty() {
            self.standing.versions.apply(&Changes::put(Photo { twins, ..photo }), &mut self.world);
        }
        Ok(())
    }
}
