//! What the arrival of a photo's bytes changes. The server calls it when the hash is right; nobody else may.

use crate::records::Photo;
use crate::time::Moment;

/// The photo with its receipt, or nothing if it had one.
#[must_use]
pub fn received(photo: &Photo, at: Moment) -> Option<Photo> {
    photo.received_at.is_none().then(|| Photo { received_at: Some(at), ..photo.clone() })
}
