//! How often shops are visited, and which are overdue.

use crate::sample::*;
use domain::records::{Every, Frequency, LastVisit, OutletClass};
use domain::rules::frequency::{Standing, current, overdue, standing};
use domain::time::Moment;
use jiff::Span;
use jiff::civil::Date;
use proptest::prelude::*;

fn version(number: u32, from: i64, every: &[(OutletClass, u16)]) -> Frequency {
    let every = every.iter().map(|(class, days)| Every { class: *class, days: *days }).collect();
    Frequency { id: id(150 + u128::from(number)), version: number, every, from: Moment(from) }
}

/// A within a week, B within two; the others when there is a reason.
fn rule() -> Frequency {
    version(1, 0, &[(OutletClass::A, 7), (OutletClass::B, 14)])
}

fn gone(days: i64) -> LastVisit {
    LastVisit { day: DAY - Span::new().days(days), ..a_last_visit() }
}

fn of_a(days: i64) -> Standing {
    standing(OutletClass::A, Some(&gone(days)), &rule(), DAY)
}

#[test]
fn a_shop_is_in_time_up_to_and_on_its_last_day_and_overdue_from_the_next() {
    assert_eq!((of_a(0), of_a(6)), (Standing::InTime(7), Standing::InTime(1)));
    assert_eq!((of_a(7), of_a(8), of_a(40)), (Standing::InTime(0), Standing::Overdue(1), Standing::Overdue(33)));
    assert_eq!(standing(OutletClass::B, Some(&gone(8)), &rule(), DAY), Standing::InTime(6));
}

#[test]
fn a_class_without_a_rule_is_never_overdue() {
    for last in [None, Some(&gone(900))] {
        assert_eq!(standing(OutletClass::C, last, &rule(), DAY), Standing::Free);
        assert_eq!(overdue(OutletClass::C, last, &rule(), DAY), 0);
    }
}

#[test]
fn a_shop_where_nobody_has_ever_been_is_not_late_by_days() {
    assert_eq!(standing(OutletClass::A, None, &rule(), DAY), Standing::Never);
    assert_eq!(overdue(OutletClass::A, None, &rule(), DAY), 0);
}

#[test]
fn a_visit_of_tomorrow_by_a_wrong_clock_counts_as_todays() {
    assert_eq!((of_a(-1), of_a(-4_000)), (Standing::InTime(7), Standing::InTime(7)));
}

#[test]
fn the_latest_version_that_has_begun_holds() {
    let versions = [version(1, 0, &[]), version(3, 2_000, &[]), version(2, 1_000, &[])];
    let holds = |at| current(&versions, Moment(at)).map(|version| version.version);
    assert_eq!((holds(-1), holds(0), holds(999)), (None, Some(1), Some(1)));
    assert_eq!((holds(1_000), holds(1_999), holds(2_000), holds(i64::MAX)), (Some(2), Some(2), Some(3), Some(3)));
    assert_eq!(current([], Moment(0)), None);
}

#[test]
fn of_two_versions_that_begin_together_the_later_number_holds() {
    let versions = [version(5, 1_000, &[]), version(4, 1_000, &[])];
    assert_eq!(current(&versions, Moment(1_000)).map(|version| version.version), Some(5));
}

#[test]
fn a_day_at_the_end_of_all_calendars_is_no_panic() {
    for (day, today) in [(Date::MIN, Date::MAX), (Date::MAX, Date::MIN)] {
        let last = LastVisit { day, ..a_last_visit() };
        let late = overdue(OutletClass::A, Some(&last), &rule(), today);
        assert_eq!(late > 0, day < today);
    }
}

proptest! {
    #[test]
    fn days_over_and_days_left_are_two_sides_of_the_rule(days in 0_u16..800, every in 0_u16..400) {
        let rule = version(1, 0, &[(OutletClass::D, every)]);
        let last = gone(i64::from(days));
        let over = overdue(OutletClass::D, Some(&last), &rule, DAY);
        prop_assert_eq!(over, u32::from(days.saturating_sub(every)));
        let wanted = if days > every { Standing::Overdue(over) } else { Standing::InTime(u32::from(every - days)) };
        prop_assert_eq!(standing(OutletClass::D, Some(&last), &rule, DAY), wanted);
    }

    #[test]
    fn a_later_visit_never_makes_a_shop_later(days in 0_i64..400, less in 0_i64..400) {
        let late = |days| overdue(OutletClass::A, Some(&gone(days)), &rule(), DAY);
        prop_assert!(late((days - less).max(0)) <= late(days));
    }
}
