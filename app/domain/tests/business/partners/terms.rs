//! What an agreement must keep to, and what is signed (S6, S17, S34, S41, S42, S76; F54).

use crate::draw::Draw;
use crate::sample::*;
use domain::Refusal;
use domain::limits::*;
use domain::measure::Money;
use domain::records::*;
use domain::rules::agreement::*;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// What somebody has found of the partner, and of the dealer.
fn found(partner: bool, dealer: Option<bool>) -> Strength {
    Strength { partner: Some(partner), dealer }
}

fn for_term(from: Date, until: Date) -> Terms {
    Terms { from, until, ..terms() }
}

fn with_ground(ground: Ground) -> Terms {
    Terms { ground, ..terms() }
}

#[test]
fn a_term_is_a_year_at_least_and_five_at_most() {
    let short = |until| Err(Refusal::TermTooShort { until });
    assert_eq!(offerable(&for_term(DAY, YEAR_END)), Ok(()));
    assert_eq!(offerable(&for_term(DAY, date(2027, 3, 7))), short(YEAR_END));
    assert_eq!(offerable(&for_term(DAY, date(2031, 3, 9))), Ok(()));
    let long = Err(Refusal::TermTooLong { until: date(2031, 3, 9) });
    assert_eq!(offerable(&for_term(DAY, date(2031, 3, 10))), long);
    assert_eq!(writable(&for_term(DAY, DAY)), Ok(()), "a draft may lack what an offer needs");
    assert_eq!(writable(&for_term(DAY, date(2026, 3, 8))), short(YEAR_END), "and may not end before it begins");
}

#[test]
fn a_year_is_a_year_when_there_is_a_leap_day_in_it() {
    for (from, until) in [
        (date(2026, 1, 1), date(2026, 12, 31)),
        (date(2027, 3, 1), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2029, 2, 27)),
        (date(2028, 3, 1), date(2029, 2, 28)),
        (date(2024, 1, 1), date(2024, 12, 31)),
    ] {
        assert_eq!(a_year_from(from), until, "{from}");
    }
}

#[test]
fn deliveries_are_half_a_month_apart_at_most() {
    let cycle = |cycle_days| offerable(&Terms { cycle_days, ..terms() });
    assert_eq!((cycle(1), cycle(15)), (Ok(()), Ok(())));
    for days in [0, 16, u16::MAX] {
        assert_eq!(cycle(days), Err(Refusal::CycleTooLong { most: 15 }), "{days}");
    }
}

#[test]
fn a_partner_in_a_county_is_a_marked_exception() {
    let county = Terms {
        ground: Ground { ground_type: TerritoryType::County, ..ground_of(&["130424"]) },
        exception: " ".into(),
        ..terms()
    };
    assert_eq!(offerable(&county), Err(Refusal::ExceptionNeeded));
    assert_eq!(writable(&county), Ok(()));
    assert_eq!(offerable(&Terms { exception: "经销商够不到".into(), ..county }), Ok(()));
    // Calling it a city makes it none.
    let urban = |codes: &[&str]| offerable(&Terms { exception: String::new(), ..with_ground(ground_of(codes)) });
    for codes in [&["130423"][..], &["130402", "130481"], &["130423001"]] {
        assert_eq!(urban(codes), Err(Refusal::ExceptionNeeded), "{codes:?}");
    }
    assert_eq!((urban(&["130400"]), urban(&["130408", "130402001"])), (Ok(()), Ok(())));
    let shop = Ground { outlets: vec![ground_shop(31, "130481")], ..ground_of(&["130402"]) };
    assert_eq!(offerable(&Terms { exception: String::new(), ..with_ground(shop) }), Err(Refusal::ExceptionNeeded));
}

#[test]
fn an_offer_has_a_ground_and_says_who_develops_which_outlets() {
    assert_eq!(offerable(&with_ground(ground_of(&[]))), Err(Refusal::GroundEmpty));
    let single = Ground { outlets: vec![ground_shop(31, "130402")], ..ground_of(&[]) };
    assert_eq!(offerable(&with_ground(single)), Ok(()), "one shop is a ground");
    let covered = |coverage| offerable(&Terms { coverage, ..terms() });
    assert_eq!(covered(vec![]), Err(Refusal::CoverageUnfit));
    let by = |by| Coverage { class: OutletClass::A, by };
    assert_eq!(covered(vec![by(Party::Dealer), by(Party::Manufacturer)]), Err(Refusal::CoverageUnfit));
    assert_eq!(covered(vec![by(Party::Dealer)]), Ok(()));
}

#[test]
fn a_single_shop_is_offered_once_it_is_known_where_it_lies() {
    for area in ["", "1304", "130402001002"] {
        let ground =
            Ground { outlets: vec![ground_shop(30, "130402"), ground_shop(31, area)], ..ground_of(&["130403"]) };
        assert_eq!(writable(&with_ground(ground.clone())), Ok(()), "a draft may lack it");
        assert_eq!(offerable(&with_ground(ground)), Err(Refusal::ShopUnplaced { shop: "店31".into() }), "{area}");
    }
    let without = Ground { without: vec![ground_shop(31, "")], ..ground_of(&["130402"]) };
    assert_eq!(offerable(&with_ground(without)), Ok(()), "who is left out is left out wherever they lie");
}

#[test]
fn no_ground_is_too_large_and_no_area_is_without_a_code() {
    let large = Err(Refusal::GroundTooLarge { areas: AREAS as u32, outlets: GROUND_OUTLETS as u32 });
    let areas = Ground { areas: vec![area("130402"); AREAS + 1], ..ground_of(&[]) };
    let channels = Ground { channels: vec!["餐饮".into(); AREAS + 1], ..ground_of(&["130402"]) };
    let half = vec![ground_shop(31, ""); GROUND_OUTLETS / 2];
    let shops = Ground { outlets: half.clone(), without: [half, vec![ground_shop(32, "")]].concat(), ..ground_of(&[]) };
    for ground in [areas, channels, shops] {
        assert_eq!(writable(&with_ground(ground)), large);
    }
    for code in ["", "1304", "13040A", "1304021", "130402001002", "000000", "001304", "１３０４０２"] {
        assert_eq!(writable(&with_ground(ground_of(&[code]))), Err(Refusal::AreaUnfit), "{code}");
    }
}

#[test]
fn texts_and_prices_keep_to_their_limits() {
    let text = |most: usize| "长".repeat(most + 1);
    let long = |limit: usize| Err(Refusal::TooLong { limit: limit as u32 });
    assert_eq!(writable(&Terms { more: text(TEXT_CHARS), ..terms() }), long(TEXT_CHARS));
    assert_eq!(writable(&Terms { exception: text(TEXT_CHARS), ..terms() }), long(TEXT_CHARS));
    let mut named = ground_of(&["130402"]);
    named.areas[0].name = text(SHORT_TEXT_CHARS);
    let shop = GroundOutlet { name: text(SHORT_TEXT_CHARS), ..ground_shop(31, "") };
    for ground in [
        named,
        Ground { channels: vec![text(SHORT_TEXT_CHARS)], ..ground_of(&[]) },
        Ground { outlets: vec![shop.clone()], ..ground_of(&[]) },
        Ground { without: vec![shop], ..ground_of(&[]) },
    ] {
        assert_eq!(writable(&with_ground(ground)), long(SHORT_TEXT_CHARS));
    }
    for price in [-1, MONEY_MOST + 1] {
        let prices = vec![PriceLine { product: id(40), price: Money(price), ex_works: None, shop: None }];
        assert_eq!(writable(&Terms { prices, ..terms() }), Err(Refusal::AmountUnfit { most: Money(MONEY_MOST) }));
    }
}

#[test]
fn each_type_says_who_develops_what_and_a_premise_that_does_not_hold_warns() {
    let by = |alliance_type| preset(alliance_type).into_iter().map(|line| line.by).collect::<Vec<_>>();
    let (dealer, sub) = (Party::Dealer, Party::SubDistributor);
    assert_eq!(by(AllianceType::Comprehensive), [sub, sub, sub, sub]);
    assert_eq!(by(AllianceType::TerminalFill), [sub, dealer, dealer, dealer]);
    let of = |alliance_type, codes: &[&str]| Terms { alliance_type, ground: ground_of(codes), ..terms() };
    let (narrow, wide) = (&["130402"][..], &["130402", "130403", "130404"][..]);
    let (all, fill) = (AllianceType::Comprehensive, AllianceType::TerminalFill);
    assert_eq!(premises(&of(all, narrow), found(false, None)), [Premise::TooNarrow, Premise::TooWeak]);
    assert_eq!(premises(&of(all, wide), found(true, Some(false))), [], "this type asks nothing of the dealer");
    let all_wrong = [Premise::TooWide, Premise::TooStrong, Premise::DealerWeak];
    assert_eq!(premises(&of(fill, wide), found(true, Some(false))), all_wrong);
    assert_eq!(premises(&of(fill, narrow), found(false, Some(true))), []);
    assert_eq!(
        premises(&of(fill, narrow), Strength { partner: None, dealer: Some(true) }),
        [],
        "no inspection, no warning"
    );
    let unseen = [Premise::DealerUnseen];
    assert_eq!(
        premises(&of(fill, narrow), Strength::default()),
        unseen,
        "a dealer is known well enough to be looked at"
    );
}

#[test]
fn the_end_is_reminded_of_at_ninety_sixty_and_thirty_days() {
    let agreement = active(an_agreement());
    let before = |days: i64| reminder(&agreement, YEAR_END.saturating_sub(days.days()));
    let seen = [91, 90, 61, 60, 31, 30, 1, 0].map(before);
    assert_eq!(seen, [None, Some(90), Some(90), Some(60), Some(60), Some(30), Some(30), Some(30)]);
    assert_eq!(reminder(&agreement, YEAR_END.saturating_add(1.day())), None);
    assert_eq!(reminder(&signed(an_agreement()), YEAR_END), None, "what is not in force does not end");
}

#[test]
fn an_agreement_is_in_force_from_its_first_day_to_its_last() {
    let agreement = active(an_agreement());
    let on = |day| in_force(&agreement, day);
    assert_eq!([date(2026, 3, 8), DAY, YEAR_END, date(2027, 3, 9)].map(on), [false, true, true, false]);
    assert!(!in_force(&signed(an_agreement()), DAY));
    assert_eq!((days_left(&agreement, DAY), days_left(&agreement, date(2027, 3, 10))), (364, -2));
}

proptest! {
    /// S17, whatever the day: the last day of a year is the eve of the day on which the next one begins.
    #[test]
    fn a_year_has_as_many_days_as_a_year_has(days in 0_i64..40_000) {
        let from = date(1990, 1, 1).saturating_add(days.days());
        let until = a_year_from(from);
        let length = from.until(until).unwrap().get_days() + 1;
        prop_assert!(length == 365 || length == 366, "{from} {until}");
        let next_begins = until.saturating_add(1.day());
        prop_assert_eq!(next_begins, from.saturating_add(1.year()));
        prop_assert_eq!(offerable(&for_term(from, until)), Ok(()));
        prop_assert_eq!(offerable(&for_term(from, until.saturating_sub(1.day()))), Err(Refusal::TermTooShort { until }));
    }

    #[test]
    fn other_terms_have_another_hash_and_signatures_change_nothing(seed: u64) {
        let mut draw = Draw::wild(seed);
        let (agreement, other) = (draw.agreement(), draw.agreement());
        let hash = content_hash(&agreement);
        prop_assert!(hash.len() == 64 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')));
        let later = Agreement {
            id: agreement.id,
            dealer: agreement.dealer,
            dealer_name: agreement.dealer_name.clone(),
            candidate: agreement.candidate,
            candidate_name: agreement.candidate_name.clone(),
            terms: agreement.terms.clone(),
            ..other.clone()
        };
        prop_assert_eq!(content_hash(&later), hash.clone(), "what is signed, handed over and approved");
        let terms = |terms| content_hash(&Agreement { terms, ..agreement.clone() });
        if other.terms != agreement.terms {
            prop_assert_ne!(terms(other.terms.clone()), hash.clone());
        }
        let mine = agreement.terms.clone();
        for changed in [
            Terms { from: mine.from.tomorrow().unwrap(), ..mine.clone() },
            Terms { until: mine.until.tomorrow().unwrap(), ..mine.clone() },
            Terms { cycle_days: mine.cycle_days.wrapping_add(1), ..mine.clone() },
            Terms { more: format!("{}。", mine.more), ..mine.clone() },
            Terms { exception: format!("{}。", mine.exception), ..mine.clone() },
            Terms { products: [mine.products.clone(), vec![id(1)]].concat(), ..mine.clone() },
            Terms { ground: Ground { channels: [mine.ground.channels.clone(), vec!["餐饮".into()]].concat(), ..mine.ground.clone() }, ..mine.clone() },
        ] {
            prop_assert_ne!(terms(changed), hash.clone());
        }
        let parties = [
            Agreement { id: id(1), ..agreement.clone() },
            Agreement { dealer: id(1), ..agreement.clone() },
            Agreement { candidate: id(1), ..agreement.clone() },
            Agreement { dealer_name: format!("{}。", agreement.dealer_name), ..agreement.clone() },
            Agreement { candidate_name: format!("{}。", agreement.candidate_name), ..agreement.clone() },
        ];
        for changed in parties {
            prop_assert_ne!(content_hash(&changed), hash.clone());
        }
    }

    /// Where it was written is no matter: what comes back from the wire has the hash that went.
    #[test]
    fn every_phone_comes_to_the_same_hash(seed: u64) {
        let agreement = Draw::wild(seed).agreement();
        let there: Agreement = serde_json::from_str(&serde_json::to_string(&agreement).unwrap()).unwrap();
        prop_assert_eq!(content_hash(&there), content_hash(&agreement));
    }
}
