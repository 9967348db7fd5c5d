//! What whoever steps in has to know, and what stepping in means in stops.

use crate::sample::*;
use domain::Words;
use domain::records::{Calendar, FreeDay, JourneyPlan, Leave, Task};
use domain::rules::handover::{fill, is_away, length, stops_left, stops_of, to_hand_over};
use domain::rules::plan::Away;
use domain::time::DateWindow;
use jiff::civil::{Date, date};

/// Monday to Friday.
fn a_week() -> DateWindow {
    DateWindow { from: date(2026, 3, 9), until: Some(date(2026, 3, 13)) }
}

fn route(stops: &[u128], weekdays: &[u8]) -> JourneyPlan {
    JourneyPlan { weekdays: weekdays.to_vec(), ..a_route(stops) }
}

fn owed(number: u128, due: Date) -> Task {
    Task { id: id(number), due, ..a_follow_up() }
}

fn lines(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn what_is_handed_over_is_what_is_open_there_the_most_urgent_first() {
    let later = owed(81, date(2026, 3, 20));
    let sooner = owed(82, date(2026, 3, 10));
    let done = Task { closed: Some(closing(None, false)), ..owed(83, date(2026, 3, 1)) };
    let elsewhere = Task { territory: other_territory(), ..owed(84, date(2026, 3, 1)) };
    let of_another = Task { owner: other_rep(), ..owed(85, date(2026, 3, 1)) };
    let tasks = [later.clone(), done, sooner.clone(), elsewhere, of_another];
    assert_eq!(to_hand_over(&tasks, rep(), territory()), [&sooner, &later]);
}

#[test]
fn an_empty_brief_is_filled_with_the_lines() {
    let filled = fill("", &lines(&["换海报", "补价签"]), 100);
    assert_eq!((filled.text.as_str(), filled.left_out), ("换海报\n补价签", 0));
}

#[test]
fn what_was_typed_stays_and_a_line_is_added_once() {
    let once = fill("钥匙在店主那里\n补价签\n", &lines(&["换海报", "补价签"]), 100);
    assert_eq!(once.text, "钥匙在店主那里\n补价签\n换海报");
    assert_eq!(fill(&once.text, &lines(&["换海报", "补价签"]), 100), once);
}

#[test]
fn a_brief_never_grows_beyond_its_limit_and_says_how_much_is_left_out() {
    let filled = fill("一二", &lines(&["三四", "五六七", "八"]), 7);
    assert_eq!((filled.text.as_str(), filled.left_out), ("一二\n三四", 2));
    assert!(filled.text.chars().count() <= 7);
}

#[test]
fn the_stops_of_a_leave_are_those_of_its_days_and_its_territory() {
    let elsewhere = JourneyPlan { territory: other_territory(), ..route(&[33], &[1, 2, 3]) };
    let plans = [route(&[30, 31], &[1, 3]), route(&[31, 32], &[3, 6]), elsewhere];
    let leave = Leave { window: a_week(), ..a_leave() };
    // Monday two, Wednesday three: the shop on both routes is walked to once.
    assert_eq!(stops_left(&leave, &plans, Away::default()), 5);
}

#[test]
fn a_free_day_has_no_stops() {
    let free = FreeDay { day: date(2026, 3, 9), name: Words::new("节", "Feast") };
    let calendars = [Calendar { id: id(160), year: 2026, free: vec![free] }];
    let leave = Leave { window: a_week(), ..a_leave() };
    let plans = [route(&[30, 31], &[1, 3])];
    assert_eq!(stops_left(&leave, &plans, Away { calendars: &calendars, leaves: &[] }), 2);
}

#[test]
fn the_stops_of_somebody_count_those_they_step_in_for_and_not_those_they_are_away_from() {
    let own = JourneyPlan { rep: other_rep(), ..route(&[32], &[1]) };
    let plans = [route(&[30, 31], &[1, 3]), own];
    let settled = [Leave { window: a_week(), substitute: Some(other_rep()), ..a_leave() }];
    let away = Away { calendars: &[], leaves: &settled };
    assert_eq!(stops_of(other_rep(), a_week(), &plans, Away::default()), 1);
    assert_eq!(stops_of(other_rep(), a_week(), &plans, away), 5);
    assert_eq!(stops_of(rep(), a_week(), &plans, away), 0);
}

#[test]
fn somebody_is_away_if_a_leave_of_theirs_touches_one_of_the_days() {
    let leaves =
        [Leave { window: DateWindow { from: date(2026, 3, 13), until: Some(date(2026, 3, 20)) }, ..a_leave() }];
    assert!(is_away(rep(), a_week(), &leaves));
    assert!(!is_away(other_rep(), a_week(), &leaves));
    let later = DateWindow { from: date(2026, 3, 21), until: Some(date(2026, 3, 22)) };
    assert!(!is_away(rep(), later, &leaves));
    assert!(!is_away(rep(), a_week(), &[Leave { withdrawn: true, ..leaves[0].clone() }]));
}

#[test]
fn a_window_is_as_long_as_its_days_and_never_longer_than_a_leave_may_be() {
    assert_eq!(length(a_week()), 5);
    assert_eq!(length(DateWindow { until: None, ..a_week() }), usize::from(domain::limits::LEAVE_DAYS));
}
