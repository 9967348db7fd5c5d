//! What a manager sees of a visit at a glance, and which verdict comes next.
//! Photos that have not arrived are counted apart: a number says what it does not contain yet (law 6).

use crate::id::PhotoId;
use crate::records::{Photo, Ruling, Visit};

/// How far a visit has come on its way to the manager and through their hands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReviewState {
    /// Photos that the visit names.
    pub photos: u32,
    /// Photos whose bytes the server has.
    pub received: u32,
    /// Photos that nobody has judged.
    pub unjudged: u32,
    /// Photos sent back.
    pub redo: u32,
    /// Photos whose rep waits for the answer to an appeal (F32).
    pub appealed: u32,
}

impl ReviewState {
    /// Whether every photo's bytes are here.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.received >= self.photos
    }
}

/// Counts a visit's photos. The visit names how many there are; records of some may still be missing.
#[must_use]
pub fn review_state<'a>(visit: &Visit, photos: impl IntoIterator<Item = &'a Photo>) -> ReviewState {
    let mut state = ReviewState { photos: visit.photos, ..ReviewState::default() };
    for photo in photos.into_iter().filter(|photo| photo.visit == visit.id) {
        state.received += u32::from(photo.received_at.is_some());
        state.unjudged += u32::from(photo.ruling.is_none());
        state.redo += u32::from(photo.ruling == Some(Ruling::Redo));
        state.appealed += u32::from(photo.open_appeal().is_some());
    }
    state
}

/// The next photo without a verdict after the one at hand, going round once; none if all are judged.
#[must_use]
pub fn next_unjudged(photos: &[Photo], current: Option<PhotoId>) -> Option<PhotoId> {
    let start = current.and_then(|id| photos.iter().position(|photo| photo.id == id)).map_or(0, |at| at + 1);
    let (before, after) = photos.split_at(start.min(photos.len()));
    after.iter().chain(before).find(|photo| photo.ruling.is_none() && Some(photo.id) != current).map(|photo| photo.id)
}
