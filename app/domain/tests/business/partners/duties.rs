//! What each side of the alliance owes in a month (S43, S44).

use super::{on, too_long};
use crate::sample::*;
use domain::Refusal;
use domain::commands::MarkDuty;
use domain::limits::TEXT_CHARS;
use domain::records::*;
use domain::rules::duty::{Owed, owed};
use domain::time::Offset;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn mark(duty: Duty, done: bool) -> MarkDuty {
    MarkDuty { alliance: alliance_id(), month: MONTH, duty, done, words: " 讲了新品 ".into() }
}

fn in_month(month: Date) -> MarkDuty {
    MarkDuty { month, ..mark(Duty::Training, true) }
}

fn alliance() -> Stage {
    Stage::rep().having(an_alliance())
}

fn done(stage: &Stage) -> Vec<Duty> {
    let month = stage.get::<DutyMonth>(DutyMonth::of(alliance_id(), MONTH));
    month.done.iter().map(|done| done.duty).collect()
}

#[test]
fn seven_duties_are_the_manufacturers_and_six_the_dealers() {
    let of = |party| Duty::ALL.into_iter().filter(|duty| duty.party() == party).count();
    assert_eq!(Party::ALL.map(of), [7, 6, 0]);
    assert_eq!(Duty::ALL.into_iter().collect::<BTreeSet<_>>().len(), 13);
}

#[test]
fn a_duty_is_ticked_off_with_what_there_is_to_show_and_the_tick_is_taken_back() {
    let stage = alliance().after(mark(Duty::Training, true));
    assert_eq!(stage.get::<DutyMonth>(DutyMonth::of(alliance_id(), MONTH)), &a_duty_month());
    let stage = stage.after(mark(Duty::Orders, true));
    assert_eq!(done(&stage), [Duty::Training, Duty::Orders]);
    let stage = stage.after(mark(Duty::Training, false));
    assert_eq!(done(&stage), [Duty::Orders]);
    assert_eq!(done(&stage.after(mark(Duty::Training, false))), [Duty::Orders], "a second tap changes nothing");
}

#[test]
fn what_is_ticked_twice_is_done_once_by_the_last_word() {
    let words = MarkDuty { words: "签到表".into(), ..mark(Duty::Training, true) };
    let stage = alliance().after(mark(Duty::Training, true)).after(words);
    let month = stage.get::<DutyMonth>(DutyMonth::of(alliance_id(), MONTH));
    assert_eq!((month.done.len(), month.done[0].words.as_str()), (1, "签到表"));
}

#[test]
fn what_was_not_done_in_the_month_before_is_late_and_what_is_not_done_in_this_one_is_open() {
    let all_but = |duty: Duty| Duty::ALL.into_iter().filter(|known| *known != duty).collect::<Vec<_>>();
    let (training, april) = (a_duty_month(), (date(2026, 4, 2), Offset::CHINA));
    let found = owed(&an_alliance(), Some(&training), None, april);
    assert_eq!(found, Owed { late: all_but(Duty::Training), open: Duty::ALL.to_vec() });
    let march = (DAY, Offset::CHINA);
    let new = owed(&an_alliance(), None, Some(&training), march);
    assert_eq!(
        new,
        Owed { late: vec![], open: all_but(Duty::Training) },
        "it was founded in March and owes nothing of February"
    );
}

#[test]
fn a_month_is_named_by_its_first_day_and_has_begun() {
    for month in [date(2026, 3, 2), date(2026, 4, 1), date(2027, 1, 1)] {
        assert_eq!(alliance().refusal(in_month(month)), Refusal::DatesUnfit, "{month}");
    }
    assert!(alliance().decide(in_month(date(2025, 12, 1))).is_ok(), "what is late is ticked off late");
    assert!(on(alliance(), date(2026, 4, 1)).decide(in_month(date(2026, 4, 1))).is_ok());
}

#[test]
fn nothing_is_owed_to_nobody_and_said_at_too_great_length() {
    assert_eq!(Stage::rep().refusal(mark(Duty::Training, true)), Refusal::AllianceUnknown);
    let wordy = MarkDuty { words: too_long(TEXT_CHARS), ..mark(Duty::Training, true) };
    assert_eq!(alliance().refusal(wordy), Refusal::TooLong { limit: TEXT_CHARS as u32 });
}

proptest! {
    /// Two phones mean one month, and two alliances never share one, however near their numbers.
    #[test]
    fn each_month_of_each_alliance_is_one_record(one: u128, step in 0_u128..300, months in (0_i16..2_000, 1_i8..13, 0_i16..2_000, 1_i8..13)) {
        let other = one ^ step;
        let (first, second) = (date(1990 + months.0, months.1, 1), date(1990 + months.2, months.3, 1));
        let same = one == other && first == second;
        prop_assert_eq!(DutyMonth::of(id(one), first) == DutyMonth::of(id(other), second), same);
        prop_assert_eq!(DutyMonth::of(id(one), first).0.get_version_num(), 8);
    }
}
