//! Whose ground is whose (F52, F53, S15).

use crate::draw::Draw;
use crate::sample::*;
use domain::records::*;
use domain::rules::ground::{Overlap, covers, holds, overlaps};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// An agreement in force over a ground.
fn over(number: u128, ground: Ground) -> Agreement {
    let agreement = others(number);
    active(Agreement { terms: Terms { ground, ..terms() }, ..agreement })
}

fn of(number: u128, codes: &[&str]) -> Agreement {
    over(number, ground_of(codes))
}

fn term(agreement: Agreement, from: Date, until: Date) -> Agreement {
    Agreement { terms: Terms { from, until, ..agreement.terms.clone() }, ..agreement }
}

fn meet(one: &Agreement, other: &Agreement) -> bool {
    let [there, back] = [overlaps(one, [other]), overlaps(other, [one])];
    assert_eq!(there.len(), back.len(), "to meet goes both ways");
    !there.is_empty()
}

#[test]
fn a_city_holds_its_districts_and_a_district_its_streets() {
    for (whole, part) in [
        ("130400", "130402"),
        ("130400", "130402001"),
        ("130402", "130402001"),
        ("130000", "130481"),
        ("130402", "130402"),
        ("130402001", "130402001"),
        ("130400", "130400"),
    ] {
        assert!(covers(whole, part), "{whole} {part}");
    }
    for (whole, part) in [
        ("130402", "130403"),
        ("130402", "130400"),
        ("130402001", "130402"),
        ("130402001", "130402002"),
        ("130400", "130500"),
        ("130402", ""),
        ("", "130402"),
        ("000000", "130402"),
    ] {
        assert!(!covers(whole, part), "{whole} {part}");
    }
}

#[test]
fn a_ground_holds_its_shops_and_those_in_its_areas_but_not_what_it_leaves_out() {
    let ground = Ground {
        outlets: vec![ground_shop(31, "130481")],
        without: vec![ground_shop(32, "130402")],
        ..ground_of(&["130402"])
    };
    assert!(holds(&ground, id(31), "") && holds(&ground, id(33), "130402") && holds(&ground, id(33), "130402001"));
    assert!(!holds(&ground, id(32), "130402") && !holds(&ground, id(33), "130403") && !holds(&ground, id(33), ""));
}

#[test]
fn a_shop_of_which_only_the_district_is_known_may_lie_in_any_street_of_it() {
    let street = ground_of(&["130402001"]);
    assert!(holds(&street, id(31), "130402") && !holds(&street, id(31), "130403"));
    let single = |number, code| over(number, Ground { outlets: vec![ground_shop(31, code)], ..ground_of(&[]) });
    assert!(meet(&of(200, &["130402001"]), &single(201, "130402")));
    assert!(!meet(&of(200, &["130402001"]), &single(201, "130402002")));
    let without = Ground { without: vec![ground_shop(31, "")], ..street };
    assert!(!meet(&over(200, without), &single(201, "130402")), "until one of them leaves it out");
}

#[test]
fn two_agreements_meet_where_area_channel_product_and_day_are_in_both() {
    let mine = of(200, &["130402"]);
    assert!(meet(&mine, &of(201, &["130400"])), "a city and its district");
    assert!(!meet(&mine, &of(201, &["130403", "130481"])), "another district");
    let channels = |number, channels: &[&str]| {
        let channels = channels.iter().map(|&channel| channel.to_owned()).collect();
        over(number, Ground { channels, ..ground_of(&["130402"]) })
    };
    assert!(meet(&channels(200, &["便利店"]), &channels(201, &["便利店", "餐饮"])));
    assert!(meet(&channels(200, &["便利店"]), &channels(201, &[])), "none said means all");
    assert!(!meet(&channels(200, &["便利店"]), &channels(201, &["餐饮"])));
    let products = |number, products: &[u128]| {
        let agreement = of(number, &["130402"]);
        let products = products.iter().map(|product| id(*product)).collect();
        Agreement { terms: Terms { products, ..agreement.terms.clone() }, ..agreement }
    };
    assert!(meet(&products(200, &[40, 41]), &products(201, &[41])));
    assert!(meet(&products(200, &[40]), &products(201, &[])));
    assert!(!meet(&products(200, &[40]), &products(201, &[41])));
    let next = term(of(201, &["130402"]), date(2027, 3, 9), date(2028, 3, 8));
    assert!(!meet(&mine, &next), "the next year");
    assert!(meet(&mine, &term(next, YEAR_END, date(2028, 3, 8))), "one day is enough");
}

#[test]
fn an_overlap_says_where_when_with_whom_and_in_which_clause() {
    let channel = |channels: &[&str]| channels.iter().map(|&channel| channel.to_owned()).collect::<Vec<_>>();
    let mine = Ground {
        outlets: vec![ground_shop(31, "130481")],
        channels: channel(&["便利店", "餐饮"]),
        ..ground_of(&["130400"])
    };
    let theirs = Ground {
        outlets: vec![ground_shop(31, "130481")],
        channels: channel(&["餐饮"]),
        ..ground_of(&["130403", "130402"])
    };
    let other = term(over(201, theirs), date(2026, 6, 1), date(2027, 6, 1));
    let wanted = Overlap {
        with: id(201),
        number: other.number(),
        partner: "广源副食".into(),
        areas: vec!["130403".into(), "130402".into()],
        outlets: vec![id(31)],
        places: vec!["区130403".into(), "区130402".into(), "店31".into()],
        channels: channel(&["餐饮"]),
        products: vec![],
        from: date(2026, 6, 1),
        until: YEAR_END,
    };
    assert_eq!(overlaps(&over(200, mine), [&other]), [wanted]);
}

#[test]
fn a_shop_that_one_leaves_out_is_the_others() {
    let without = Ground { without: vec![ground_shop(31, "130402")], ..ground_of(&["130402"]) };
    let single = |number| over(number, Ground { outlets: vec![ground_shop(31, "130402")], ..ground_of(&[]) });
    assert!(!meet(&over(200, without), &single(201)));
    assert!(meet(&of(200, &["130402"]), &single(201)));
    assert!(meet(&single(200), &single(201)));
}

#[test]
fn only_what_is_offered_signed_or_in_force_keeps_others_out() {
    let mine = of(200, &["130402"]);
    let other = |state| Agreement { state, ..of(201, &["130402"]) };
    for (state, holds) in [
        (AgreementState::Draft, false),
        (AgreementState::Offered, true),
        (AgreementState::Signed, true),
        (AgreementState::Active, true),
        (AgreementState::Ended, false),
    ] {
        assert_eq!(!overlaps(&mine, [&other(state)]).is_empty(), holds, "{state:?}");
    }
}

#[test]
fn who_ended_early_is_met_until_their_last_day_whoever_asks() {
    let ended = Ending {
        on: date(2026, 5, 31),
        because: "断货".into(),
        dealer_note: String::new(),
        partner_note: String::new(),
        by_name: "赵强".into(),
        at: morning(),
    };
    let early = Agreement { ended: Some(ended), ..of(201, &["130402"]) };
    let after = term(of(200, &["130402"]), date(2026, 6, 1), date(2027, 5, 31));
    assert!(!meet(&after, &early));
    assert!(meet(&term(after, date(2026, 5, 31), date(2027, 5, 30)), &early));
}

#[test]
fn the_earliest_is_shown_first() {
    let late = term(of(201, &["130402"]), date(2026, 9, 1), date(2027, 8, 31));
    let early = term(of(202, &["130402"]), date(2025, 9, 1), date(2026, 8, 31));
    let found: Vec<_> = overlaps(&of(200, &["130402"]), [&late, &early]).into_iter().map(|met| met.with).collect();
    assert_eq!(found, [id(202), id(201)]);
}

/// Where two meet, whatever the order in which it is told.
fn where_met(found: &[Overlap]) -> Vec<(BTreeSet<String>, BTreeSet<Date>)> {
    let names = |met: &Overlap| {
        let shops = met.outlets.iter().map(ToString::to_string);
        let products = met.products.iter().map(ToString::to_string);
        met.areas.iter().chain(&met.channels).cloned().chain(shops).chain(products).collect()
    };
    found.iter().map(|met| (names(met), BTreeSet::from([met.from, met.until]))).collect()
}

fn code() -> impl Strategy<Value = String> {
    let pair = || prop::sample::select(vec!["00", "01", "02", "04"]);
    let head = prop::sample::select(vec!["13", "14"]);
    let street = prop::sample::select(vec!["", "", "001", "002"]);
    (head, pair(), pair(), street).prop_map(|(head, city, county, street)| format!("{head}{city}{county}{street}"))
}

proptest! {
    #[test]
    fn to_cover_is_reflexive_and_transitive(a in code(), b in code(), c in code()) {
        prop_assert!(covers(&a, &a));
        prop_assert!(!(covers(&a, &b) && covers(&b, &c)) || covers(&a, &c), "{a} {b} {c}");
        prop_assert!(!(covers(&a, &b) && covers(&b, &a)) || a == b, "{a} {b}: each lies in the other");
    }

    #[test]
    fn to_meet_is_symmetric_and_nobody_meets_themselves(seed: u64) {
        let mut draw = Draw::crowded(seed);
        let holding = |number, agreement: Agreement| Agreement {
            id: id(number), candidate: id(number), state: AgreementState::Active, ..agreement
        };
        let (one, other) = (holding(1, draw.agreement()), holding(2, draw.agreement()));
        let (there, back) = (overlaps(&one, [&other]), overlaps(&other, [&one]));
        prop_assert_eq!(where_met(&there), where_met(&back));
        prop_assert!(overlaps(&one, [&one]).is_empty());
        let renewal = Agreement { renews: Some(one.id), ..other };
        prop_assert!(overlaps(&renewal, [&one]).is_empty(), "nor what they renew");
        let same_partner = Agreement { candidate: one.candidate, renews: None, ..renewal };
        prop_assert!(overlaps(&same_partner, [&one]).is_empty(), "nor the same partner");
    }

    /// What is shown is true: every area and shop that two meet in is held by both.
    #[test]
    fn where_two_meet_both_are(seed: u64) {
        let mut draw = Draw::crowded(seed);
        let (mine, theirs) = (draw.ground(), draw.ground());
        for met in overlaps(&over(200, mine.clone()), [&over(201, theirs.clone())]) {
            prop_assert!(!met.places.is_empty() && met.places.len() == met.areas.len() + met.outlets.len());
            for code in &met.areas {
                let within = |ground: &Ground| ground.areas.iter().any(|whole| covers(&whole.code, code));
                prop_assert!(within(&mine) && within(&theirs), "{code}");
            }
            for shop in &met.outlets {
                let listed = mine.outlets.iter().chain(&theirs.outlets).filter(|listed| listed.outlet == *shop);
                let both = listed.clone().any(|at| holds(&mine, *shop, &at.area) && holds(&theirs, *shop, &at.area));
                prop_assert!(both, "{shop}");
            }
        }
    }
}
