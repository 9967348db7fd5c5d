//! What a competitor does in a shop.

use crate::sample::*;
use domain::commands::{DropSighting, NoteSighting};
use domain::limits::{MONEY_MOST, SHORT_TEXT_CHARS};
use domain::measure::Money;
use domain::records::{Photo, Sighting};
use domain::{Refusal, Scope};

fn note() -> NoteSighting {
    NoteSighting {
        sighting: sighting_id(),
        visit: visit_id(),
        brand: " 红牛 ".into(),
        product: " 250ml ".into(),
        price: Some(Money(600)),
        promotion: " 买二送一 ".into(),
        spend: Some(Money(50_000)),
        photo: None,
    }
}

fn drop_sighting() -> DropSighting {
    DropSighting { sighting: sighting_id(), visit: visit_id() }
}

fn stage() -> Stage {
    Stage::rep().having(a_visit())
}

#[test]
fn a_sighting_is_kept_with_its_shop_its_visit_and_its_author() {
    assert_eq!(stage().after(note()).get::<Sighting>(sighting_id()), &a_sighting());
}

#[test]
fn a_brand_is_enough() {
    let bare = NoteSighting { product: String::new(), price: None, promotion: String::new(), spend: None, ..note() };
    assert!(stage().decide(bare).is_ok());
    assert_eq!(stage().refusal(NoteSighting { brand: " ".into(), ..note() }), Refusal::WordsNeeded);
}

#[test]
fn a_sighting_is_written_over_while_the_visit_is_open_and_twice_the_same_is_once() {
    let stage = stage().after(note()).after(note());
    assert_eq!(stage.get::<Sighting>(sighting_id()), &a_sighting());
    assert_eq!(stage.world.all::<Sighting>().count(), 1);
    let stage = stage.after(NoteSighting { price: Some(Money(500)), ..note() });
    assert_eq!(stage.get::<Sighting>(sighting_id()).price, Some(Money(500)));
}

#[test]
fn a_sighting_of_another_visit_is_neither_written_over_nor_thrown_away() {
    let elsewhere = || stage().having(Sighting { visit: id(51), ..a_sighting() });
    let unknown = Refusal::SightingUnknown { sighting: sighting_id() };
    assert_eq!(elsewhere().refusal(note()), unknown);
    assert_eq!(elsewhere().refusal(drop_sighting()), unknown);
}

#[test]
fn a_sighting_is_shown_by_a_photo_of_the_same_visit_only() {
    let shown = || NoteSighting { photo: Some(photo_id()), ..note() };
    let unknown = Refusal::PhotoUnknown { photo: photo_id() };
    assert_eq!(stage().refusal(shown()), unknown);
    assert_eq!(stage().having(Photo { visit: id(51), ..a_photo() }).refusal(shown()), unknown);
    let stage = stage().having(a_photo()).after(shown());
    assert_eq!(stage.get::<Sighting>(sighting_id()).photo, Some(photo_id()));
}

#[test]
fn texts_that_are_too_long_are_refused_with_the_limit() {
    let long = || "长".repeat(SHORT_TEXT_CHARS + 1);
    for command in [
        NoteSighting { brand: long(), ..note() },
        NoteSighting { product: long(), ..note() },
        NoteSighting { promotion: long(), ..note() },
    ] {
        assert_eq!(stage().refusal(command), Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 });
    }
}

#[test]
fn amounts_below_nothing_or_beyond_all_measure_are_refused() {
    for fen in [-1, MONEY_MOST + 1] {
        let refusal = Refusal::AmountUnfit { most: Money(MONEY_MOST) };
        assert_eq!(stage().refusal(NoteSighting { price: Some(Money(fen)), ..note() }), refusal);
        assert_eq!(stage().refusal(NoteSighting { spend: Some(Money(fen)), ..note() }), refusal);
    }
    for fen in [0, MONEY_MOST] {
        assert!(stage().decide(NoteSighting { price: Some(Money(fen)), spend: Some(Money(fen)), ..note() }).is_ok());
    }
}

#[test]
fn a_sighting_is_thrown_away_while_the_visit_is_open() {
    let stage = stage().after(note()).after(drop_sighting());
    assert_eq!(stage.world.all::<Sighting>().count(), 0);
    assert_eq!(stage.refusal(drop_sighting()), Refusal::SightingUnknown { sighting: sighting_id() });
}

#[test]
fn sightings_come_and_go_in_ones_own_open_visit_only() {
    let unknown = Refusal::VisitUnknown { visit: visit_id() };
    assert_eq!(Stage::rep().refusal(note()), unknown);
    assert_eq!(Stage::rep().having(a_sighting()).refusal(drop_sighting()), unknown);
    let over = || Stage::rep().having(ended(a_visit())).having(a_sighting());
    assert_eq!(over().refusal(note()), Refusal::VisitEnded);
    assert_eq!(over().refusal(drop_sighting()), Refusal::VisitEnded);
    let others = || stage().having(a_sighting()).acting_as(other_rep());
    let not_yours = Refusal::NotYourVisit { rep_name: "李娜".into() };
    assert_eq!(others().refusal(note()), not_yours);
    assert_eq!(others().refusal(drop_sighting()), not_yours);
}

#[test]
fn sightings_outside_ones_areas_are_neither_written_nor_thrown_away() {
    let elsewhere = || stage().holding(vec![Scope::Territory(other_territory())]);
    let refusal = Refusal::OutsideYourArea { name: String::new() };
    assert_eq!(elsewhere().refusal(note()), refusal);
    assert_eq!(elsewhere().having(a_sighting()).refusal(drop_sighting()), refusal);
}
