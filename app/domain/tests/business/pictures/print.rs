//! F38: the print of a picture stays when the picture is lit otherwise, made smaller or coarser, and is another one
//! for another shelf.

use super::{HEIGHT, WIDTH, blurred, drawn, grey, lit, shelf};
use domain::records::{NoPrint, Print};
use domain::rules::picture::{ELSEWHERE, Grey, print};
use proptest::prelude::*;

fn print_of(pixels: Vec<u8>) -> Print {
    print(&grey(pixels)).unwrap()
}

#[test]
fn a_picture_taken_again_from_a_screen_keeps_its_print() {
    for seed in 1..12 {
        let shelf = shelf(seed);
        let first = print_of(shelf.clone());
        let coarse = shelf.iter().map(|pixel| pixel / 12 * 12).collect();
        let light = lit(&shelf, 80, 25);
        let small: Vec<u8> = (0..WIDTH * HEIGHT / 4)
            .map(|at| (at % (WIDTH / 2), at / (WIDTH / 2)))
            .map(|(x, y)| shelf[y * 2 * WIDTH + x * 2])
            .collect();
        let small = print(&Grey::new(small, WIDTH / 2).unwrap()).unwrap();
        for again in [print_of(coarse), print_of(light), print_of(blurred(&shelf, 2)), small] {
            assert!(first.distance(again) <= ELSEWHERE, "shop {seed}: {first} {again}");
        }
    }
}

#[test]
fn other_shelves_have_other_prints() {
    let prints: Vec<Print> = (1..40).map(|seed| print_of(shelf(seed))).collect();
    for (at, one) in prints.iter().enumerate() {
        for other in &prints[at + 1..] {
            assert!(one.distance(*other) > ELSEWHERE, "{one} {other}");
        }
    }
}

#[test]
fn a_covered_lens_has_no_print() {
    assert_eq!(print(&grey(vec![3; WIDTH * HEIGHT])), None);
    assert_eq!(print(&grey(drawn(|x, y| 3 + ((x * 7 + y * 13) % 4) as u8))), None, "nor has noise");
    assert_eq!(print(&Grey::new(vec![0, 255], 2).unwrap()), None, "nor has a dot");
}

#[test]
fn what_gets_darker_to_the_right_is_all_ones() {
    assert_eq!(print_of(drawn(|x, _| (255 - x / 2) as u8)), Print(u64::MAX));
    assert_eq!(print_of(drawn(|x, _| (x / 2) as u8)), Print(0));
}

#[test]
fn a_print_is_sixteen_digits() {
    for text in ["", "f", "+000000000000001", "00000000000000000", "000000000000000g"] {
        assert_eq!(text.parse::<Print>(), Err(NoPrint), "{text}");
    }
}

proptest! {
    #[test]
    fn a_print_survives_being_written(bits: u64) {
        let text = serde_json::to_string(&Print(bits)).unwrap();
        prop_assert_eq!(text.len(), 18);
        prop_assert_eq!(serde_json::from_str::<Print>(&text).unwrap(), Print(bits));
    }

    #[test]
    fn distance_is_a_distance(a: u64, b: u64, c: u64) {
        let (a, b, c) = (Print(a), Print(b), Print(c));
        prop_assert_eq!(a.distance(a), 0);
        prop_assert_eq!(a.distance(b), b.distance(a));
        prop_assert!(a.distance(c) <= a.distance(b) + b.distance(c));
    }
}
