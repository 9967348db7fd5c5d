//! F38: which photos are one picture.

use crate::sample::*;
use domain::records::{Look, Photo, Print};
use domain::rules::picture::{ELSEWHERE, SAME_SHELF, alike, nearest};
use domain::time::Moment;

/// A photo of another shop, with so many bits unlike [`a_photo`]'s.
fn elsewhere(n: u128, bits: u32) -> Photo {
    Photo { id: id(n), outlet: id(31), visit: id(51), ..here(n, bits) }
}

/// One of the same slot on another day.
fn here(n: u128, bits: u32) -> Photo {
    let print = Some(Print((1_u64 << bits) - 1));
    Photo { id: id(n), visit: id(51), picture: picture('c'), look: Look { print, doubts: vec![] }, ..a_photo() }
}

fn taken() -> Photo {
    Photo { look: Look { print: Some(Print(0)), doubts: vec![] }, ..a_photo() }
}

#[test]
fn few_bits_apart_is_one_picture_and_more_are_not() {
    assert_eq!(alike(&taken(), &elsewhere(61, ELSEWHERE)), Some(ELSEWHERE));
    assert_eq!(alike(&taken(), &elsewhere(61, ELSEWHERE + 1)), None);
}

#[test]
fn the_same_shelf_on_another_day_may_look_alike() {
    assert_eq!(alike(&taken(), &here(61, SAME_SHELF + 1)), None);
    assert_eq!(alike(&taken(), &here(61, SAME_SHELF)), Some(SAME_SHELF));
    let side = Photo { slot: "side".into(), ..here(61, SAME_SHELF + 1) };
    assert!(alike(&taken(), &side).is_some(), "the side is not the front");
}

#[test]
fn before_and_after_are_framed_alike_on_purpose() {
    let before = Photo { slot: "before".into(), ..here(61, SAME_SHELF + 1) };
    let after = Photo { before: Some(id(61)), ..taken() };
    assert_eq!((alike(&after, &before), alike(&before, &after)), (None, None));
    let unchanged = Photo { slot: "before".into(), ..here(61, 0) };
    assert_eq!(alike(&after, &unchanged), Some(0));
}

#[test]
fn the_same_bytes_are_one_picture_whatever_is_known_of_them() {
    let copy = Photo { id: id(61), outlet: id(31), look: Look::default(), ..a_photo() };
    assert_eq!(alike(&taken(), &copy), Some(0));
    assert_eq!(alike(&copy, &taken()), Some(0));
}

#[test]
fn a_photo_is_not_its_own_twin_and_without_a_print_it_has_none() {
    assert_eq!(alike(&taken(), &taken()), None);
    let unknown = Photo { look: Look::default(), ..elsewhere(61, 0) };
    assert_eq!(alike(&taken(), &unknown), None);
}

#[test]
fn the_nearest_is_shown_and_of_several_the_latest() {
    let older = Photo { taken_at: Moment(1), ..elsewhere(61, 1) };
    let later = Photo { taken_at: Moment(2), ..elsewhere(62, 1) };
    let all = [elsewhere(63, 4), older, later.clone(), elsewhere(64, 60)];
    assert_eq!(nearest(&taken(), &all), Some((&later, 1)));
    assert_eq!(nearest(&taken(), &all[3..]), None);
}
