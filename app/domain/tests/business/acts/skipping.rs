//! Leaving out a stop of the day.

use crate::sample::*;
use domain::commands::{SkipStop, UnskipStop};
use domain::limits::SHORT_TEXT_CHARS;
use domain::records::{Outlet, RecordKey, Skip, SkipReason};
use domain::{Refusal, Scope};

fn skip() -> SkipStop {
    SkipStop { skip: skip_id(), outlet: outlet(), reason: SkipReason::Shut, note: String::new() }
}

fn unskip() -> UnskipStop {
    UnskipStop { skip: skip_id() }
}

#[test]
fn a_stop_is_left_out_on_the_captured_day_with_its_reason() {
    let stage = Stage::rep().after(SkipStop { note: " 修路 ".into(), reason: SkipReason::NoWay, ..skip() });
    let wanted = Skip { note: "修路".into(), reason: SkipReason::NoWay, ..a_skip() };
    assert_eq!(stage.get::<Skip>(skip_id()), &wanted);
    let mut night = Stage::rep();
    // Midnight in China, the afternoon before in UTC.
    night.context.captured_at = morning().plus(16 * 3_600_000);
    assert_eq!(night.after(skip()).get::<Skip>(skip_id()).day, DAY.tomorrow().unwrap());
}

#[test]
fn every_reason_is_enough_by_itself_except_another_one() {
    for reason in SkipReason::ALL {
        let bare = Stage::rep().decide(SkipStop { reason, ..skip() });
        assert_eq!(bare.is_err(), reason == SkipReason::Other, "{reason:?}");
    }
    for note in ["", "  "] {
        let other = SkipStop { reason: SkipReason::Other, note: note.into(), ..skip() };
        assert_eq!(Stage::rep().refusal(other), Refusal::WordsNeeded);
    }
    let other = SkipStop { reason: SkipReason::Other, note: "店主生病".into(), ..skip() };
    assert!(Stage::rep().decide(other).is_ok());
}

#[test]
fn a_skip_id_that_is_taken_is_refused_so_a_double_tap_is_one_act() {
    assert_eq!(Stage::rep().after(skip()).refusal(skip()), Refusal::SkipExists { skip: skip_id() });
}

#[test]
fn a_shop_that_is_not_known_is_not_left_out() {
    let stage = Stage::rep().without::<Outlet>(outlet());
    assert_eq!(stage.refusal(skip()), Refusal::OutletUnknown { outlet: outlet() });
}

#[test]
fn a_note_that_is_too_long_is_refused_with_the_limit() {
    let long = SkipStop { note: "长".repeat(SHORT_TEXT_CHARS + 1), ..skip() };
    assert_eq!(Stage::rep().refusal(long), Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 });
}

#[test]
fn leaving_out_is_taken_back_without_a_trace_and_can_be_said_again() {
    let stage = Stage::rep().after(skip());
    let changes = stage.decide(unskip()).unwrap();
    assert_eq!((changes.put.len(), changes.remove), (0, vec![RecordKey::of::<Skip>(skip_id())]));
    assert!(stage.after(unskip()).decide(skip()).is_ok());
}

#[test]
fn what_is_not_left_out_is_not_taken_back() {
    assert_eq!(Stage::rep().refusal(unskip()), Refusal::SkipUnknown { skip: skip_id() });
    let twice = Stage::rep().after(skip()).after(unskip());
    assert_eq!(twice.refusal(unskip()), Refusal::SkipUnknown { skip: skip_id() });
}

#[test]
fn what_somebody_else_left_out_is_theirs_to_take_back() {
    let refusal = Refusal::NotYourVisit { rep_name: "李娜".into() };
    assert_eq!(Stage::rep().having(a_skip()).acting_as(other_rep()).refusal(unskip()), refusal);
    assert_eq!(Stage::manager().having(a_skip()).refusal(unskip()), refusal);
}

#[test]
fn a_skip_outside_ones_areas_is_neither_written_nor_taken_back() {
    let elsewhere = || Stage::rep().holding(vec![Scope::Company, Scope::Territory(other_territory())]);
    assert_eq!(elsewhere().refusal(skip()), Refusal::OutsideYourArea { name: "惠民超市".into() });
    assert_eq!(elsewhere().having(a_skip()).refusal(unskip()), Refusal::OutsideYourArea { name: String::new() });
}
