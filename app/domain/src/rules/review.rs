//! What a manager sees of a visit at a glance, and which verdict comes next.
//! Photos that have not arrived are counted apart: a number says what it does not contain yet (law 6).

use crate::id::{PhotoId, UserId, VerdictId};
use crate::limits::AUDIT_PERCENT;
use crate::records::{Audit, Photo, Ruling, Verdict, Visit};

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

/// Whether the lot falls on a verdict. It falls alike on every device, and nobody knows it before the verdict is made:
/// whoever passes a photo cannot look more closely at those that will be checked.
#[must_use]
pub fn is_drawn(verdict: VerdictId) -> bool {
    let hash = verdict
        .0
        .as_bytes()
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    hash % 100 < AUDIT_PERCENT
}

/// The verdict by which a photo was passed, if a second pair of eyes is to look at it (F34). Once for a photo.
#[must_use]
pub fn to_audit(photo: &Photo) -> Option<VerdictId> {
    let passed = photo.ruling == Some(Ruling::Pass) && photo.audit.is_none();
    photo.verdict.filter(|verdict| passed && is_drawn(*verdict))
}

/// What becomes of the audit of a photo when somebody judges it: nobody is their own second pair of eyes.
#[must_use]
pub fn audited(
    photo: &Photo,
    standing: Option<&Verdict>,
    judge: UserId,
    second: VerdictId,
    ruling: Ruling,
) -> Option<Audit> {
    let first = to_audit(photo).filter(|_| standing.is_some_and(|verdict| verdict.judge != judge));
    first.map(|first| Audit { first, second, agrees: ruling == Ruling::Pass }).or(photo.audit)
}

/// How often the second pair of eyes said the same, and how often it looked.
#[must_use]
pub fn agreement<'a>(photos: impl IntoIterator<Item = &'a Photo>) -> (usize, usize) {
    photos
        .into_iter()
        .filter_map(|photo| photo.audit)
        .fold((0, 0), |(agreed, looked), audit| (agreed + usize::from(audit.agrees), looked + 1))
}
