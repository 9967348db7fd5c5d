//! What may be taken as a photo, and what the arrival of its bytes changes.

use crate::limits::{PHOTO_BYTES, PHOTO_EDGE, THUMBNAIL_BYTES};
use crate::records::{Doubt, Look, Photo, PhotoRef};
use crate::refusal::Refusal;
use crate::time::Moment;

/// Whether a picture keeps to the limits, and is named by a hash at all.
///
/// # Errors
/// [`Refusal::PhotoUnfit`].
pub fn picture_fits(picture: &PhotoRef, thumbnail: &str, look: &Look) -> Result<(), Refusal> {
    let PhotoRef { hash, bytes, width, height } = picture;
    let edges = 1..=PHOTO_EDGE;
    let fits = is_sha256(hash)
        && (1..=PHOTO_BYTES).contains(bytes)
        && edges.contains(width)
        && edges.contains(height)
        && look.doubts.len() <= Doubt::ALL.len()
        // Base64 writes three bytes as four characters.
        && thumbnail.len() <= THUMBNAIL_BYTES.div_ceil(3) * 4;
    if fits { Ok(()) } else { Err(Refusal::PhotoUnfit) }
}

/// Whether a text is a SHA-256 in lower-case hex.
fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The photo with its receipt, or nothing if it had one. The server calls this when the hash is right; nobody else may.
#[must_use]
pub fn received(photo: &Photo, at: Moment) -> Option<Photo> {
    photo.received_at.is_none().then(|| Photo { received_at: Some(at), ..photo.clone() })
}
