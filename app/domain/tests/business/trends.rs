//! What the trends count.

use crate::sample::*;
use domain::measure::Share;
use domain::records::{Band, Photo, Ruling, Score, Visit};
use domain::rules::trends::{By, Figure, Measure, Tally, Week, counts, of_visit};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

fn scored(band: Band) -> Visit {
    let score = Score { share: Share(9_000), points: 9, out_of: 10, band, knocked_out: vec![], items: vec![] };
    Visit { score: Some(score), ..ended(a_visit()) }
}

fn judged(number: u128, ruling: Option<Ruling>) -> Photo {
    Photo { id: id(number), ruling, ..a_photo() }
}

fn tally(visit: &Visit, photos: &[Photo]) -> Tally {
    of_visit(visit, photos, &BTreeMap::new())[0].1
}

#[test]
fn a_week_is_named_by_its_monday_and_begins_with_it() {
    let monday = date(2026, 3, 9);
    assert_eq!(Week::of(monday).monday(), monday);
    assert_eq!(Week::of(date(2026, 3, 15)), Week::of(monday), "Sunday is its last day");
    assert_ne!(Week::of(date(2026, 3, 16)), Week::of(monday));
    assert_eq!(Week::of(date(2026, 1, 1)).monday(), date(2025, 12, 29), "the new year cuts no week in two");
    assert_eq!(Week::of(monday).back(2).monday(), date(2026, 2, 23));
    assert!(Week::of(Date::MIN).back(9) <= Week::of(Date::MIN));
}

#[test]
fn weeks_are_told_in_order_and_never_more_than_a_bound() {
    let (from, to) = (Week::of(date(2026, 2, 25)), Week::of(date(2026, 3, 9)));
    let mondays: Vec<Date> = Week::range(from, to, 53).into_iter().map(Week::monday).collect();
    assert_eq!(mondays, [date(2026, 2, 23), date(2026, 3, 2), date(2026, 3, 9)]);
    assert_eq!(Week::range(from, to, 2).len(), 2);
    assert!(Week::range(to, from, 53).is_empty());
}

#[test]
fn only_visits_to_shops_that_have_ended_count() {
    assert!(counts(&ended(a_visit()), false));
    assert!(!counts(&a_visit(), false), "it goes on");
    assert!(!counts(&ended(a_visit()), true), "a partner's place is inspected");
}

#[test]
fn a_visit_counts_as_passed_only_if_it_passed_and_as_scored_only_if_it_was() {
    let of = |visit| {
        let tally = tally(&visit, &[]);
        (tally.passed, tally.scored)
    };
    assert_eq!(of(scored(Band::Pass)), (1, 1));
    assert_eq!((of(scored(Band::Conditional)), of(scored(Band::Fail))), ((0, 1), (0, 1)));
    assert_eq!(of(ended(a_visit())), (0, 0));
}

#[test]
fn a_visit_that_ended_by_itself_says_nothing_about_how_long_it_took() {
    let known = tally(&ended(a_visit()), &[]);
    assert_eq!((known.timed, known.seconds), (1, 600));
    let forgotten = Visit { forgotten: Some(morning().plus(600_000)), ..ended(a_visit()) };
    let unknown = tally(&forgotten, &[]);
    assert_eq!((unknown.visits, unknown.timed, unknown.seconds), (1, 0, 0));
}

#[test]
fn photos_count_once_they_are_judged_under_the_whole_and_under_their_standard() {
    let lineages = BTreeMap::from([(id(5), "shelf".to_owned())]);
    let elsewhere = Photo { visit: id(999), ..judged(63, Some(Ruling::Redo)) };
    let of_none = Photo { standard: None, ..judged(64, Some(Ruling::Redo)) };
    let photos = [judged(60, None), judged(61, Some(Ruling::Pass)), judged(62, Some(Ruling::Redo)), elsewhere, of_none];
    let tallies = of_visit(&scored(Band::Pass), &photos, &lineages);
    let told: Vec<_> = tallies.iter().map(|(name, tally)| (name.as_str(), tally.sent_back, tally.judged)).collect();
    assert_eq!(told, [("", 2, 3), ("shelf", 1, 2)]);
    assert!(tallies.iter().all(|(_, tally)| tally.visits == 1 && tally.passed == 1));
    let unknown = of_visit(&scored(Band::Pass), &photos, &BTreeMap::new());
    assert_eq!(unknown.len(), 1, "a standard that is not known is counted under no name");
}

#[test]
fn a_figure_is_a_part_of_a_whole_and_of_nothing_there_is_none() {
    let tally = Tally { visits: 6, shops: 4, timed: 4, seconds: 2_730, scored: 3, passed: 2, judged: 8, sent_back: 1 };
    let told = |measure: Measure| (measure.figure(&tally, 5), measure.hundredths(measure.figure(&tally, 5)));
    let figure = |part, whole| Figure { part, whole };
    assert_eq!(told(Measure::Compliance), (figure(2, 3), Some(6_667)));
    assert_eq!(told(Measure::Coverage), (figure(4, 5), Some(8_000)));
    assert_eq!(told(Measure::Frequency), (figure(6, 5), Some(120)));
    assert_eq!(told(Measure::Stay), (figure(2_730, 4), Some(1_138)), "minutes");
    assert_eq!(told(Measure::Redo), (figure(1, 8), Some(1_250)));
    for measure in Measure::ALL {
        assert_eq!(measure.hundredths(measure.figure(&Tally::default(), 0)), None, "{measure:?}");
    }
}

#[test]
fn the_worst_comes_first_and_what_has_no_figure_last() {
    let order = |measure: Measure| {
        let mut figures = [(1, 2), (0, 0), (9, 10), (1, 10)].map(|(part, whole)| Figure { part, whole });
        figures.sort_by_key(|figure| measure.badness(*figure));
        figures.map(|figure| (figure.part, figure.whole))
    };
    assert_eq!(order(Measure::Compliance), [(1, 10), (1, 2), (9, 10), (0, 0)]);
    assert_eq!(order(Measure::Redo), [(9, 10), (1, 2), (1, 10), (0, 0)]);
}

#[test]
fn an_address_calls_things_what_the_wire_calls_them() {
    for measure in Measure::ALL {
        assert_eq!(serde_json::to_value(measure).unwrap(), measure.word());
    }
    for by in By::ALL {
        assert_eq!(serde_json::to_value(by).unwrap(), by.word());
    }
}
