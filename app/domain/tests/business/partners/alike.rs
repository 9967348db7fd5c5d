//! Whether somebody is being talked to already (F42).

use crate::sample::*;
use domain::geo::Position;
use domain::records::CandidateFacts;
use domain::rules::alike::{Alike, Known, NEAR_METRES, alike, edits, same_name};
use proptest::prelude::*;

fn named(name: &str) -> CandidateFacts {
    CandidateFacts { name: name.into(), ..CandidateFacts::default() }
}

fn reasons(mine: &CandidateFacts, other: &CandidateFacts) -> Vec<Alike> {
    let known = Known { who: 1, facts: other, position: None };
    alike(mine, None, [known]).into_iter().flat_map(|(_, reasons)| reasons).collect()
}

#[test]
fn the_same_licence_is_seen_whatever_its_case_and_blanks() {
    let licence = |licence: &str| CandidateFacts { licence: licence.into(), ..named("") };
    assert_eq!(reasons(&licence("91130402MA0001"), &licence("9113 0402 ma0001")), [Alike::Licence]);
    assert_eq!(reasons(&licence(""), &licence("")), [], "what nobody said is not the same");
}

#[test]
fn a_name_is_alike_by_what_tells_it_from_others() {
    for (one, other) in [
        ("鑫源商贸", "鑫源商贸有限公司"),
        ("邯郸市鑫源商贸", "邯郸市鑫源食品"),
        ("河北省邯郸市丛台区鑫源商贸有限公司", "鑫源商贸"),
        ("石家庄市鑫源", "鑫源"),
        ("鑫源（丛台）经销部", "鑫源丛台"),
        // One sound, another letter.
        ("惠民超市", "慧民超市"),
        ("广源老店", "广缘老店"),
        // One letter more in a long name.
        ("邯郸丰泽园", "邯郸丰泽园店"),
    ] {
        assert_eq!(reasons(&named(one), &named(other)), [Alike::Name], "{one}, {other}");
        assert!(same_name(one, other), "{one}, {other}");
    }
    for (one, other) in [
        ("鑫源商贸", "广源商贸"),
        ("丰泽", "丰源"),
        ("王记批发部", "李记批发部"),
        ("邯郸市鑫源商贸", "邯郸市广源副食"),
        ("河北省邯郸市鑫源", "河北省邯郸市广源"),
        ("邯郸鑫源", "邯郸广源"),
        ("惠民超市丛台店", "家乐超市丛台店"),
        ("金色小区便利店", "阳光小区便利店"),
        ("", ""),
        ("，", "。"),
    ] {
        assert_eq!(reasons(&named(one), &named(other)), [], "{one}, {other}");
        assert!(!same_name(one, other), "{one}, {other}");
    }
}

#[test]
fn a_business_that_is_called_by_common_words_alone_is_called_by_them() {
    assert!(same_name("食品商贸", "食品商贸"));
    assert!(!same_name("食品商贸", "酒水副食"));
}

#[test]
fn who_is_near_is_shown_with_how_near() {
    let there = |north: i32| Some(Position { lat: HOME.lat + north, ..HOME });
    let near = |position| {
        let facts = named("");
        let known = Known { who: 1, facts: &facts, position };
        alike(&named(""), Some(HOME), [known])
    };
    assert_eq!(near(there(0)), [(1, vec![Alike::Near(0)])]);
    let some_way = near(there(4_000));
    assert!(matches!(some_way[0].1[0], Alike::Near(metres) if (440..=450).contains(&metres)), "{some_way:?}");
    assert_eq!(near(there(5_000)), [], "more than {NEAR_METRES} metres");
    assert_eq!(near(None), []);
}

#[test]
fn the_likeliest_come_first_and_no_more_than_five() {
    let mine = CandidateFacts { licence: "91A".into(), phone: "139".into(), ..named("鑫源丛台老店") };
    let by_licence = CandidateFacts { licence: "91a".into(), ..named("别的") };
    let by_phone = CandidateFacts { phone: "1-39".into(), ..named("别的") };
    let by_name = named("鑫源丛台老店");
    let by_both = CandidateFacts { phone: "139".into(), ..by_name.clone() };
    let known = [&by_name, &by_phone, &by_both, &by_licence, &by_name, &by_name, &by_name];
    let known = known.into_iter().enumerate().map(|(who, facts)| Known { who, facts, position: None });
    let found: Vec<usize> = alike(&mine, None, known).into_iter().map(|(who, _)| who).collect();
    assert_eq!(found, [3, 2, 1, 0, 4]);
}

/// The same number as people write it.
fn spelt(digits: &str, gaps: &[u8]) -> String {
    let gap = |at: usize| [" ", "-", "", "", " - ", "+", "("][usize::from(gaps[at % gaps.len()]) % 7];
    digits.chars().enumerate().map(|(at, digit)| format!("{}{digit}", gap(at))).collect()
}

fn letters() -> impl Strategy<Value = Vec<char>> {
    prop::collection::vec(prop::sample::select(vec!['鑫', '源', 'a', 'b']), 0..7)
}

proptest! {
    #[test]
    fn the_same_phone_is_found_whatever_blanks_and_dashes(digits in "1[0-9]{10}", gaps in prop::collection::vec(0_u8..7, 1..12), other in "1[0-9]{10}") {
        let phone = |phone: String| CandidateFacts { phone, ..named("") };
        let found = reasons(&phone(digits.clone()), &phone(spelt(&digits, &gaps)));
        prop_assert_eq!(found, vec![Alike::Phone]);
        let found = reasons(&phone(digits.clone()), &phone(spelt(&other, &gaps)));
        prop_assert_eq!(found.is_empty(), digits != other);
    }

    #[test]
    fn edits_are_a_distance(a in letters(), b in letters(), c in letters()) {
        prop_assert_eq!(edits(&a, &b) == 0, a == b);
        prop_assert_eq!(edits(&a, &b), edits(&b, &a));
        prop_assert!(edits(&a, &c) <= edits(&a, &b) + edits(&b, &c));
        prop_assert!(edits(&a, &b) <= a.len().max(b.len()));
        prop_assert!(edits(&a, &b) >= a.len().abs_diff(b.len()));
    }

    #[test]
    fn to_be_alike_goes_both_ways(a in "[鑫源广民惠慧商贸a]{0,8}", b in "[鑫源广民惠慧商贸a]{0,8}") {
        prop_assert_eq!(same_name(&a, &b), same_name(&b, &a));
    }

    #[test]
    fn no_text_is_too_strange_to_be_compared(a: String, b: String) {
        let (one, other) = (CandidateFacts { phone: b.clone(), licence: a.clone(), ..named(&a) }, named(&b));
        let found = alike(&one, None, [Known { who: (), facts: &other, position: None }]);
        prop_assert!(found.len() <= 1);
    }
}
