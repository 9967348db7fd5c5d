//! Moments and civil days, against jiff's own reckoning.

use domain::time::{DAY, DateWindow, Moment, Offset};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use proptest::option;
use proptest::prelude::*;

/// From the year 100 to the year 9900, in milliseconds: what a date of this product can be.
fn moment() -> impl Strategy<Value = Moment> {
    (-59_011_459_200_000_i64..250_249_219_200_000).prop_map(Moment)
}

fn offset() -> impl Strategy<Value = Offset> {
    (-14 * 60_i16..=14 * 60).prop_map(Offset)
}

fn any_day() -> impl Strategy<Value = Date> {
    (100_i16..9_900, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

proptest! {
    #[test]
    fn date_and_clock_are_what_jiff_says(moment in moment(), offset in offset()) {
        let fixed = jiff::tz::Offset::from_seconds(i32::from(offset.0) * 60).unwrap();
        let civil = fixed.to_datetime(Timestamp::from_millisecond(moment.0).unwrap());
        prop_assert_eq!(moment.date(offset), civil.date());
        prop_assert_eq!(moment.clock(offset), (civil.hour() as u8, civil.minute() as u8));
    }

    #[test]
    fn a_day_begins_at_its_first_moment_and_not_one_earlier(day in any_day(), offset in offset()) {
        let start = Moment::start_of(day, offset);
        prop_assert_eq!(start.date(offset), day);
        prop_assert_eq!(start.clock(offset), (0, 0));
        prop_assert_eq!(start.plus(-1).date(offset), day.yesterday().unwrap());
        prop_assert_eq!(start.plus(DAY - 1).date(offset), day);
        let fixed = jiff::tz::Offset::from_seconds(i32::from(offset.0) * 60).unwrap();
        prop_assert_eq!(start.0, fixed.to_timestamp(day.at(0, 0, 0, 0)).unwrap().as_millisecond());
    }

    #[test]
    fn a_phones_clock_may_say_anything_and_nothing_breaks(millis: i64, by: i64, minutes: i16) {
        let (moment, offset) = (Moment(millis), Offset(minutes));
        let (hour, minute) = moment.clock(offset);
        prop_assert!(hour < 24 && minute < 60);
        prop_assert!((1..=12).contains(&moment.date(offset).month()));
        prop_assert_eq!(moment.plus(by).0, millis.saturating_add(by));
        prop_assert_eq!(moment.since(Moment(by)), millis.saturating_sub(by));
    }

    #[test]
    fn a_later_moment_is_never_on_an_earlier_day(a: i64, b: i64, offset in offset()) {
        prop_assert!(Moment(a.min(b)).date(offset) <= Moment(a.max(b)).date(offset));
    }

    #[test]
    fn a_window_holds_both_its_ends_and_an_open_end_never_comes(from in any_day(), until in option::of(any_day()), day in any_day()) {
        let window = DateWindow { from, until };
        prop_assert_eq!(window.contains(day), day >= from && day <= until.unwrap_or(Date::MAX));
        if until.is_none_or(|until| until >= from) {
            prop_assert!(window.contains(from) && window.contains(until.unwrap_or(Date::MAX)));
        }
    }
}
