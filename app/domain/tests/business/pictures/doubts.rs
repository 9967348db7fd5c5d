//! F31: a warning before the rep has left the shelf, and none where there is nothing to warn of.

use super::{HEIGHT, WIDTH, blurred, drawn, grey, lit, shelf};
use domain::records::Doubt;
use domain::rules::picture::{Grey, Measured, doubts, look, measure};
use proptest::prelude::*;

fn doubts_of(pixels: Vec<u8>) -> Vec<Doubt> {
    look(&grey(pixels)).doubts
}

#[test]
fn a_sharp_and_well_lit_shelf_raises_no_doubt() {
    for seed in 1..8 {
        assert_eq!(doubts_of(shelf(seed)), [], "shop {seed}: {:?}", measure(&grey(shelf(seed))));
    }
}

#[test]
fn a_shelf_in_focus_before_a_bare_wall_is_in_focus() {
    let shelf = shelf(3);
    let half = drawn(|x, y| if x < WIDTH * 3 / 4 { 180 } else { shelf[y * WIDTH + x] });
    assert_eq!(doubts_of(half), []);
}

#[test]
fn a_shaken_hand_is_seen() {
    for seed in 1..8 {
        assert_eq!(doubts_of(blurred(&shelf(seed), 3)), [Doubt::Blurred], "shop {seed}");
    }
}

#[test]
fn more_blur_is_never_sharper() {
    let shelf = shelf(7);
    let sharpness: Vec<u32> = (0..6).map(|radius| measure(&grey(blurred(&shelf, radius))).sharpness).collect();
    assert!(sharpness.is_sorted_by(|before, after| before >= after), "{sharpness:?}");
}

#[test]
fn a_shop_without_light_is_too_dark_and_only_that_is_said() {
    assert_eq!(doubts_of(lit(&shelf(2), 25, 0)), [Doubt::Dark]);
    assert_eq!(doubts_of(blurred(&lit(&shelf(2), 25, 0), 3)), [Doubt::Dark]);
    assert_eq!(doubts_of(lit(&shelf(2), 60, 0)), [], "one lamp is enough");
}

#[test]
fn a_reflection_on_the_fridge_door_is_seen_and_white_price_tags_are_not() {
    let shelf = shelf(5);
    let at = |x: usize, y: usize| shelf[y * WIDTH + x];
    let glaring =
        drawn(|x, y| if x.abs_diff(300).pow(2) + y.abs_diff(200).pow(2) < 100 * 100 { 255 } else { at(x, y) });
    assert_eq!(doubts_of(glaring), [Doubt::Glare]);
    let tags = drawn(|x, y| if y % 128 > 114 && x % 32 < 20 { 255 } else { at(x, y) });
    assert_eq!(doubts_of(tags), []);
    assert!(doubts_of(lit(&shelf, 180, 60)).contains(&Doubt::Glare), "overexposed");
}

#[test]
fn pixels_that_do_not_fill_their_rows_are_no_picture() {
    assert_eq!(Grey::new(vec![0; 7], 3), None);
    assert_eq!(Grey::new(vec![], 3), None);
    assert_eq!(Grey::new(vec![0; 6], 0), None);
    assert_eq!(Grey::of_rgba(&[255, 255, 255, 255, 0, 0, 0, 255], 2), Grey::new(vec![255, 0], 2));
}

proptest! {
    /// Whatever a camera gives: nothing panics, and the figures are what they say.
    #[test]
    fn any_picture_is_measured(pixels in prop::collection::vec(any::<u8>(), 1..900), width in 1_usize..60) {
        let rows = pixels.len() / width;
        prop_assume!(rows > 0);
        let pixels = pixels[..rows * width].to_vec();
        let (low, high) = (*pixels.iter().min().unwrap(), *pixels.iter().max().unwrap());
        let white = pixels.iter().filter(|pixel| **pixel >= 250).count();
        let measured = measure(&Grey::new(pixels, width).unwrap());
        prop_assert!((low..=high).contains(&measured.mean));
        prop_assert_eq!(measured.clipped as usize, white * 1_000 / (rows * width));
        prop_assert!(doubts(&measured).len() <= Doubt::ALL.len());
    }

}

proptest! {
    // Whole pictures take their time in a build for tests.
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Light that is added everywhere changes nothing of what is sharp.
    #[test]
    fn sharpness_does_not_depend_on_the_light(seed in 0_u64..1_000, plus in 0_u32..20) {
        let before = measure(&grey(lit(&shelf(seed), 90, 0)));
        let after = measure(&grey(lit(&shelf(seed), 90, plus)));
        prop_assert_eq!(before.sharpness, after.sharpness);
    }

    #[test]
    fn a_picture_of_one_grey_has_nothing_sharp_in_it(value: u8) {
        let even = Measured { sharpness: 0, mean: value, clipped: if value >= 250 { 1_000 } else { 0 } };
        prop_assert_eq!(measure(&grey(vec![value; WIDTH * HEIGHT])), even);
        prop_assert!(!doubts(&even).is_empty());
    }
}
