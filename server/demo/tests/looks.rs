//! The thresholds of `rules::picture`, held against pictures as a phone takes them: what the demo's lens spoils
//! on purpose raises its doubt, and what it does not raises none.

#![allow(clippy::unwrap_used, reason = "a test may panic: that is how it fails")]

use demo::chance::Chance;
use demo::shelf::scenes::{Fault, compose};
use demo::shelf::{Angle, Kind, Studio};
use domain::records::{Doubt, Print};
use domain::rules::picture::{ELSEWHERE, GREY_EDGE, Grey, doubts, measure, print};
use image::imageops::FilterType;

/// Half of what a phone sends; the drawing takes its time.
const SIZE: (u32, u32) = (960, 1_280);

/// The grey picture as the phone makes it of a JPEG.
fn grey(jpeg: &[u8]) -> Grey {
    let picture = image::load_from_memory(jpeg).unwrap().resize(GREY_EDGE, GREY_EDGE, FilterType::Triangle).to_rgba8();
    Grey::of_rgba(picture.as_raw(), picture.width() as usize).unwrap()
}

fn pictures(kind: Kind, fault: Fault, count: u32) -> Vec<Grey> {
    let mut studio = Studio::default();
    let chance = Chance::new(7).stream("looks");
    let scenes = (0..count).map(|number| compose(kind, fault, &chance.numbered("scene", number.into())));
    scenes.map(|scene| grey(&studio.photograph(&scene, &[Angle::Front], SIZE)[0].bytes)).collect()
}

fn doubts_of(kind: Kind, fault: Fault) -> Vec<Vec<Doubt>> {
    pictures(kind, fault, 3).iter().map(|grey| doubts(&measure(grey))).collect()
}

#[test]
fn a_picture_that_can_be_judged_raises_no_doubt() {
    for kind in [Kind::MainShelf, Kind::Fridge, Kind::Storefront] {
        assert_eq!(doubts_of(kind, Fault::Nothing), [[]; 3], "{kind:?}");
    }
    assert_eq!(doubts_of(Kind::MainShelf, Fault::Tilt), [[]; 3], "a crooked phone is no blur");
}

#[test]
fn a_shaken_hand_and_a_dark_shop_are_seen() {
    assert_eq!(doubts_of(Kind::MainShelf, Fault::Blur), [[Doubt::Blurred]; 3]);
    assert_eq!(doubts_of(Kind::MainShelf, Fault::Dark), [[Doubt::Dark]; 3]);
}

#[test]
fn shelves_that_resemble_each_other_are_not_taken_for_one() {
    for kind in [Kind::MainShelf, Kind::Fridge, Kind::Storefront] {
        let prints: Vec<Print> = pictures(kind, Fault::Nothing, 5).iter().filter_map(print).collect();
        assert_eq!(prints.len(), 5);
        for (at, one) in prints.iter().enumerate() {
            for other in &prints[at + 1..] {
                assert!(one.distance(*other) > ELSEWHERE, "{kind:?}: {one} {other}");
            }
        }
    }
}

#[test]
fn a_picture_in_worse_light_and_out_of_focus_is_still_the_same() {
    // The same scenes, spoilt: the stream of the scene does not know the fault.
    let clear = pictures(Kind::MainShelf, Fault::Nothing, 3);
    for fault in [Fault::Blur, Fault::Dark] {
        for (clear, spoilt) in clear.iter().zip(&pictures(Kind::MainShelf, fault, 3)) {
            let distance = print(clear).unwrap().distance(print(spoilt).unwrap());
            assert!(distance <= 2 * ELSEWHERE, "{fault:?}: {distance}");
        }
    }
}
