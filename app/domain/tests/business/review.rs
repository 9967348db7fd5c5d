//! What a manager sees of a visit's photos, and which is next.

use crate::sample::*;
use domain::id::{PhotoId, VerdictId, new_uuid};
use domain::records::{Audit, Photo, Ruling, Visit};
use domain::rules::photo::received;
use domain::rules::review::{ReviewState, agreement, is_drawn, next_unjudged, review_state, to_audit};
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

/// The lot as it fell when it was introduced: phones and server of different versions draw the same.
#[test]
fn the_lot_falls_alike_everywhere() {
    let drawn: Vec<u128> = (0..64).filter(|n| is_drawn(id(*n))).collect();
    assert_eq!(drawn, [8, 31, 38, 45, 52, 59]);
}

#[test]
fn about_a_tenth_of_all_verdicts_is_drawn() {
    let mut random = 0_u64;
    let verdicts = (0..10_000).map(|n: u64| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let [a, b, c, d, e, f, g, h] = random.to_be_bytes();
        VerdictId(new_uuid(1_773_014_400_000 + n, [a, b, c, d, e, f, g, h, a, b]))
    });
    let drawn = verdicts.filter(|verdict| is_drawn(*verdict)).count();
    assert!((900..1_100).contains(&drawn), "{drawn} of 10,000");
}

#[test]
fn only_a_photo_that_was_passed_and_never_audited_waits_for_a_second_pair_of_eyes() {
    let verdict = (0..).map(id).find(|verdict| is_drawn(*verdict)).unwrap();
    let passed = Photo { verdict: Some(verdict), ..photo(60, Some(Ruling::Pass)) };
    assert_eq!(to_audit(&passed), Some(verdict));
    assert_eq!(to_audit(&Photo { ruling: Some(Ruling::Redo), ..passed.clone() }), None);
    assert_eq!(to_audit(&Photo { audit: Some(audit(true)), ..passed.clone() }), None);
    let other = (0..).map(id).find(|verdict| !is_drawn(*verdict));
    assert_eq!(to_audit(&Photo { verdict: other, ..passed }), None);
    assert_eq!(to_audit(&photo(60, None)), None);
}

#[test]
fn agreement_counts_those_that_were_looked_at_twice() {
    let twice = |agrees| Photo { audit: Some(audit(agrees)), ..a_photo() };
    assert_eq!(agreement(&[a_photo(), twice(true), twice(false), twice(true)]), (2, 3));
    assert_eq!(agreement(&[a_photo()]), (0, 0));
}

fn audit(agrees: bool) -> Audit {
    Audit { first: id(71), second: id(72), agrees }
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
