//! Routes expanded into days, against a model that walks through the calendar one day at a time.

mod away;

use crate::sample::*;
use domain::id::OutletId;
use domain::records::{JourneyPlan, Weeks};
use domain::rules::plan::{Away, is_walked_on, stops_on};
use domain::time::DateWindow;
use jiff::Span;
use jiff::civil::{Date, Weekday, date};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

fn plan() -> JourneyPlan {
    JourneyPlan {
        id: id(45),
        territory: territory(),
        region: region(),
        rep: rep(),
        name: "丛台二线".into(),
        weekdays: vec![1, 4],
        weeks: Weeks::Every,
        window: DateWindow { from: date(2026, 1, 1), until: None },
        skip: vec![],
        stops: vec![id(30), id(31)],
    }
}

fn every_nth(n: u32, phase: u32) -> JourneyPlan {
    JourneyPlan { weeks: Weeks::EveryNth { n, phase }, ..plan() }
}

fn days(from: Date, count: usize) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(from), |day| Some(day.tomorrow().unwrap())).take(count)
}

/// Counts the weeks by walking from the Monday on or before the first day of the window.
fn naive(plan: &JourneyPlan, count: usize) -> Vec<Date> {
    let mut monday = plan.window.from;
    while monday.weekday() != Weekday::Monday {
        monday = monday.yesterday().unwrap();
    }
    let mut walked = Vec::new();
    let mut week: u32 = 0;
    for (day, place) in days(monday, count).zip((1_u8..=7).cycle()) {
        let in_window = day >= plan.window.from && plan.window.until.is_none_or(|until| day <= until);
        let in_week = match plan.weeks {
            Weeks::Every => true,
            Weeks::EveryNth { n, phase } => n < 2 || week % n == phase % n,
        };
        if in_window && in_week && plan.weekdays.contains(&place) && !plan.skip.contains(&day) {
            walked.push(day);
        }
        week += u32::from(place == 7);
    }
    walked
}

fn any_day() -> impl Strategy<Value = Date> {
    (0_i64..3_000).prop_map(|days| date(2020, 1, 1) + Span::new().days(days))
}

fn any_plan() -> impl Strategy<Value = JourneyPlan> {
    let weeks =
        prop_oneof![Just(Weeks::Every), (0_u32..7, 0_u32..9).prop_map(|(n, phase)| Weeks::EveryNth { n, phase }),];
    let length = option::of(-3_i64..900);
    (any_day(), length, weeks, vec(0_u8..10, 0..5), vec(0_i64..900, 0..20)).prop_map(
        |(from, length, weeks, weekdays, skip)| JourneyPlan {
            window: DateWindow { from, until: length.map(|days| from + Span::new().days(days)) },
            weeks,
            weekdays,
            skip: skip.into_iter().map(|days| from + Span::new().days(days)).collect(),
            ..plan()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_route_is_walked_on_the_days_that_a_calendar_walked_by_hand_says(plan in any_plan()) {
        const YEARS: usize = 3 * 366;
        let before = plan.window.from - Span::new().days(400);
        let walked: Vec<Date> = days(before, 400 + YEARS).filter(|day| is_walked_on(&plan, *day)).collect();
        let end = before + Span::new().days(400 + YEARS as i64);
        let wanted: Vec<Date> = naive(&plan, YEARS + 7).into_iter().filter(|day| *day < end).collect();
        prop_assert_eq!(walked, wanted);
    }

    #[test]
    fn the_stops_of_a_day_are_each_named_once_in_walking_order(
        stops in vec(vec(30_u128..36, 0..6), 0..4),
        walked in vec(any::<bool>(), 4),
    ) {
        let plans: Vec<JourneyPlan> = stops
            .iter()
            .zip(&walked)
            .map(|(stops, walked)| JourneyPlan {
                weekdays: if *walked { vec![1, 2, 3, 4, 5, 6, 7] } else { vec![] },
                stops: stops.iter().map(|n| id(*n)).collect(),
                ..plan()
            })
            .collect();
        let mut wanted: Vec<OutletId> = Vec::new();
        for (stops, _) in stops.iter().zip(&walked).filter(|(_, walked)| **walked) {
            for stop in stops {
                if !wanted.contains(&id(*stop)) {
                    wanted.push(id(*stop));
                }
            }
        }
        prop_assert_eq!(stops_on(rep(), &plans, Away::default(), DAY), wanted);
    }
}

#[test]
fn every_second_week_is_counted_from_the_week_of_the_first_day_over_the_new_year() {
    let even = JourneyPlan { window: DateWindow { from: date(2026, 12, 16), until: None }, ..every_nth(2, 0) };
    let walked: Vec<Date> = days(date(2026, 12, 14), 35).filter(|day| is_walked_on(&even, *day)).collect();
    // The window begins on a Wednesday: the Monday before is not in it, its week counts all the same.
    assert_eq!(
        walked,
        [date(2026, 12, 17), date(2026, 12, 28), date(2026, 12, 31), date(2027, 1, 11), date(2027, 1, 14),]
    );
}

#[test]
fn a_cycle_of_no_weeks_or_one_is_every_week() {
    for n in [0, 1] {
        let walked = days(date(2026, 1, 5), 28).filter(|day| is_walked_on(&every_nth(n, 5), *day)).count();
        assert_eq!(walked, 8);
    }
}

#[test]
fn a_day_at_the_end_of_all_calendars_is_no_panic() {
    for day in [Date::MIN, Date::MAX] {
        for from in [Date::MIN, Date::MAX] {
            let plan = JourneyPlan { window: DateWindow { from, until: None }, ..every_nth(3, 1) };
            assert!(!is_walked_on(&plan, day) || day >= from);
        }
    }
}
