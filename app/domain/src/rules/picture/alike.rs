//! Whether two photos are the same picture (F38): the same bytes, or prints that differ in few bits.

use crate::records::Photo;

/// Most bits between two photos of different places that are one picture. A picture taken again from a screen, cut or
/// compressed anew differs in up to six; of two shelves that merely resemble each other almost none come below ten.
pub const ELSEWHERE: u32 = 6;
/// The same between two photos of one shelf: last time's in the same slot, or before and after. These are framed alike
/// on purpose, with the one as the ghost of the other, so that only a picture that is hardly changed at all counts.
pub const SAME_SHELF: u32 = 2;

/// In how many bits two photos differ, if they are to be taken for one picture.
#[must_use]
pub fn alike(photo: &Photo, other: &Photo) -> Option<u32> {
    if photo.id == other.id {
        return None;
    }
    if photo.picture.hash == other.picture.hash {
        return Some(0);
    }
    let pair = photo.before == Some(other.id) || other.before == Some(photo.id);
    let slot = photo.outlet == other.outlet && photo.item == other.item && photo.slot == other.slot;
    let limit = if pair || slot { SAME_SHELF } else { ELSEWHERE };
    Some(photo.look.print?.distance(other.look.print?)).filter(|distance| *distance <= limit)
}

/// The photo that is most like one; of several the latest.
pub fn nearest<'a>(photo: &Photo, others: impl IntoIterator<Item = &'a Photo>) -> Option<(&'a Photo, u32)> {
    let alike = others.into_iter().filter_map(|other| Some((other, alike(photo, other)?)));
    alike.min_by_key(|(other, distance)| (*distance, std::cmp::Reverse(other.taken_at)))
}
