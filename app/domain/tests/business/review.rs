//! What a manager sees of a visit's photos, and which is next.

use crate::sample::*;
use domain::id::PhotoId;
use domain::records::{Photo, Ruling, Visit};
use domain::rules::photo::received;
use domain::rules::review::{ReviewState, next_unjudged, review_state};
use domain::time::Moment;
use proptest::collection::vec;
use proptest::prelude::*;

fn photo(n: u128, ruling: Option<Ruling>) -> Photo {
    Photo { id: id(n), ruling, ..a_photo() }
}

#[test]
fn photos_that_have_not_arrived_are_counted_apart() {
    let visit = Visit { photos: 4, ..a_visit() };
    let photos = [
        Photo { received_at: Some(morning()), ..photo(60, Some(Ruling::Pass)) },
        photo(61, Some(Ruling::Redo)),
        photo(62, None),
        Photo { visit: id(51), ..photo(63, None) },
    ];
    let state = review_state(&visit, &photos);
    assert_eq!(state, ReviewState { photos: 4, received: 1, unjudged: 1, redo: 1, appealed: 0 });
    assert!(!state.is_complete());
    assert!(ReviewState { received: 4, ..state }.is_complete());
}

#[test]
fn a_photo_is_received_once_and_nothing_else_of_it_changes() {
    let first = received(&a_photo(), Moment(5)).unwrap();
    assert_eq!(first, Photo { received_at: Some(Moment(5)), ..a_photo() });
    assert_eq!(received(&first, Moment(9)), None);
}

proptest! {
    #[test]
    fn going_from_photo_to_photo_passes_every_unjudged_one_and_comes_round(judged in vec(any::<bool>(), 0..7), start in 0_usize..8) {
        let photos: Vec<Photo> =
            judged.iter().zip(60..).map(|(judged, n)| photo(n, judged.then_some(Ruling::Pass))).collect();
        let unjudged: Vec<PhotoId> = photos.iter().filter(|photo| photo.ruling.is_none()).map(|photo| photo.id).collect();
        let begin = photos.get(start).map(|photo| photo.id);
        let mut seen = Vec::new();
        let mut at = begin;
        for _ in 0..unjudged.len() {
            match next_unjudged(&photos, at) {
                Some(next) => { seen.push(next); at = Some(next); }
                None => break,
            }
        }
        if unjudged.len() == 1 && begin == Some(unjudged[0]) {
            prop_assert_eq!(next_unjudged(&photos, begin), None, "the one at hand is not the next");
        } else {
            seen.sort_unstable();
            prop_assert_eq!(seen, unjudged);
        }
    }
}
