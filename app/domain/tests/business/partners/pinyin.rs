//! Pinyin initials of names (F42, F115).

use domain::rules::pinyin::initials;
use proptest::prelude::*;

#[test]
fn a_name_is_found_by_the_letters_that_its_sounds_begin_with() {
    for (name, wanted) in [
        ("惠民超市", "hmcs"),
        ("鑫源便利店", "xybld"),
        ("邯郸市丛台区", "hdsctq"),
        ("永顺商贸", "yssm"),
        ("广源副食", "gyfs"),
        ("滏东宾馆", "fdbg"),
        ("老王烟酒", "lwyj"),
        ("顺达商行", "sdsh"),
    ] {
        assert_eq!(initials(name), wanted, "{name}");
    }
}

#[test]
fn letters_and_digits_stay_and_brackets_and_what_cannot_be_read_are_left_out() {
    assert_eq!(initials("7-Eleven（丛台店）"), "7elevenctd");
    assert_eq!(initials("A 1 店"), "a1d");
    assert_eq!(initials(""), "");
    assert_eq!(initials("😀(!)é"), "");
}

#[test]
fn what_sounds_alike_is_written_alike() {
    assert_eq!(initials("惠民"), initials("慧民"));
    assert_eq!(initials("广源"), initials("广缘"));
}

proptest! {
    #[test]
    fn initials_are_small_letters_and_digits_one_for_each_character_at_most(name: String) {
        let initials = initials(&name);
        prop_assert!(initials.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit()));
        prop_assert!(initials.chars().count() <= name.chars().count());
    }

    #[test]
    fn a_part_of_a_name_is_found_in_the_whole(before in "[鑫源广民a1]{0,5}", part in "[鑫源广民a1]{1,5}", after in "[鑫源广民a1]{0,5}") {
        let whole = initials(&[before, part.clone(), after].concat());
        prop_assert!(whole.contains(&initials(&part)));
    }
}
