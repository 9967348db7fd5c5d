//! Routes while they are planned: what a day holds, what it asks, and which shops are seen too seldom.

use crate::sample::*;
use domain::commands::PlanRoutes;
use domain::geo::Position;
use domain::id::{OutletId, PlanId};
use domain::limits::{DAY_MINUTES, METRES_A_MINUTE, VISIT_MINUTES, VISITS_THAT_TELL};
use domain::records::*;
use domain::rules::load::{Load, VisitTime};
use domain::rules::planner::{Fresh, Planner, back, longest_gaps, stops_in, too_seldom};
use domain::time::{DateWindow, Moment};
use jiff::Span;
use jiff::civil::Date;

/// A Monday.
const MONDAY: Date = DAY;

fn day(number: i64) -> Date {
    MONDAY + Span::new().days(number)
}

fn a_route(number: u128, weekday: u8, weeks: Weeks, stops: &[u128]) -> JourneyPlan {
    JourneyPlan {
        id: id(number),
        territory: territory(),
        region: region(),
        rep: rep(),
        name: format!("路线{number}"),
        weekdays: vec![weekday],
        weeks,
        window: DateWindow { from: day(-70), until: None },
        skip: vec![],
        stops: stops.iter().map(|stop| id(*stop)).collect(),
    }
}

const fn second(phase: u32) -> Weeks {
    Weeks::EveryNth { n: 2, phase }
}

/// Mondays every week; Tuesdays by turns.
fn plans() -> Vec<JourneyPlan> {
    vec![a_route(45, 1, Weeks::Every, &[30, 31]), a_route(46, 2, second(0), &[32]), a_route(47, 2, second(1), &[33])]
}

fn planner() -> Planner {
    Planner::of(rep(), MONDAY, &plans())
}

fn fresh() -> Fresh {
    Fresh { plan: id(60), region: region(), name: "周三".into() }
}

fn shop(number: u128) -> (OutletId, domain::id::TerritoryId) {
    (id(number), territory())
}

fn on(planner: &Planner, number: i64) -> Vec<u128> {
    planner.stops(day(number)).iter().map(|stop| stop.0.as_u128()).collect()
}

fn numbers() -> impl FnMut() -> PlanId {
    let mut last = 900;
    move || {
        last += 1;
        id(last)
    }
}

/// The stage on which the command of a planner is carried out.
fn stage() -> Stage {
    let shops = (30..36).map(|number| Outlet { id: id(number), ..an_outlet() });
    let stage = Stage::manager().having(user(rep(), Role::Rep)).having(a_posting());
    let stage = stage.having(a_territory(territory(), region()));
    let stage = shops.fold(stage, Stage::having);
    plans().into_iter().fold(stage, Stage::having)
}

fn plans_of(stage: &Stage) -> Vec<JourneyPlan> {
    stage.world.all::<JourneyPlan>().cloned().collect()
}

#[test]
fn a_day_holds_what_its_routes_make_of_it() {
    let planner = planner();
    assert_eq!((on(&planner, 0), on(&planner, 1), on(&planner, 8)), (vec![30, 31], vec![32], vec![33]));
    assert_eq!((planner.names(day(1)), planner.cycle()), (vec!["路线46"], 2));
    assert!(on(&planner, 2).is_empty() && !planner.is_changed() && planner.command(numbers()).is_none());
    let over = JourneyPlan { window: DateWindow { until: Some(day(-1)), ..plans()[0].window }, ..plans()[0].clone() };
    assert_eq!(Planner::of(rep(), MONDAY, &[over]).plans().count(), 0);
    assert_eq!(Planner::of(other_rep(), MONDAY, &plans()).plans().count(), 0);
}

#[test]
fn a_stop_that_is_moved_leaves_the_one_day_and_comes_to_the_other_before_whom_it_is_put() {
    let mut planner = planner();
    planner.move_stop(shop(32), (day(1), day(0)), Some(id(31)), fresh());
    assert_eq!((on(&planner, 0), on(&planner, 1), on(&planner, 8)), (vec![30, 32, 31], vec![], vec![33]));
    planner.move_stop(shop(30), (day(0), day(0)), None, fresh());
    assert_eq!(on(&planner, 0), [32, 31, 30], "also within a day");
    planner.shift(id(30), day(0), false);
    planner.shift(id(30), day(0), false);
    planner.shift(id(30), day(0), false);
    assert_eq!(on(&planner, 0), [30, 32, 31], "and no further than to its end");
    planner.order(day(0), &[id(31), id(32)]);
    assert_eq!(on(&planner, 0), [31, 32, 30]);
}

#[test]
fn a_day_without_a_route_gets_one_in_the_rhythm_that_the_stop_had() {
    let mut planner = planner();
    planner.move_stop(shop(33), (day(8), day(9)), None, fresh());
    assert_eq!((on(&planner, 9), on(&planner, 2), on(&planner, 23)), (vec![33], vec![], vec![33]));
    let stage = stage().after(planner.command(numbers()).unwrap());
    let again = Planner::of(rep(), MONDAY, &plans_of(&stage));
    assert_eq!((on(&again, 9), on(&again, 2), on(&again, 8)), (vec![33], vec![], vec![]));
}

#[test]
fn what_was_planned_is_what_is_walked_once_the_command_is_carried_out() {
    let mut planner = planner();
    planner.put(shop(34), day(1), None, Weeks::Every, fresh());
    planner.put(shop(34), day(1), None, Weeks::Every, fresh());
    planner.take_off(id(30), day(0));
    assert!(planner.is_changed());
    let stage = stage().after(planner.command(numbers()).unwrap());
    let again = Planner::of(rep(), MONDAY, &plans_of(&stage));
    for number in 0..28 {
        assert_eq!(on(&again, number), on(&planner, number), "day {number}");
    }
}

#[test]
fn a_plan_that_is_taken_back_is_walked_as_before() {
    let mut planner = planner();
    planner.move_stop(shop(31), (day(0), day(2)), None, fresh());
    planner.take_off(id(33), day(8));
    let done: PlanRoutes = planner.command(numbers()).unwrap();
    let before = plans();
    let mut later = numbers();
    let undo = back(&done, &before, move || id(later().0.as_u128() + 50));
    let stage = undo.into_iter().fold(stage().after(done), Stage::after);
    let (again, first) = (Planner::of(rep(), MONDAY, &plans_of(&stage)), self::planner());
    for number in 0..28 {
        assert_eq!(on(&again, number), on(&first, number), "day {number}");
    }
}

#[test]
fn a_route_that_is_handed_over_leaves_the_week_and_is_walked_by_the_other_one_under_its_new_name() {
    let mut planner = planner();
    planner.rename(id(45), " 周一东线 ");
    planner.rename(id(46), "  ");
    planner.take_off(id(31), day(0));
    planner.hand(id(45), other_rep());
    planner.put(shop(34), day(0), None, Weeks::Every, fresh());
    assert_eq!((on(&planner, 0), planner.handed().count(), planner.names(day(1))), (vec![34], 1, vec!["路线46"]));
    let done = planner.command(numbers()).unwrap();
    let mut later = numbers();
    let undo = back(&done, &plans(), move || id(later().0.as_u128() + 50));
    let posted = Assignment { id: id(91), user: other_rep(), ..a_posting() };
    let stage = stage().having(user(other_rep(), Role::Rep)).having(posted).after(done);
    let theirs = Planner::of(other_rep(), MONDAY, &plans_of(&stage));
    assert_eq!((on(&theirs, 0), theirs.names(day(0))), (vec![30], vec!["周一东线"]));
    assert_eq!(on(&Planner::of(rep(), MONDAY, &plans_of(&stage)), 0), [34]);
    assert_eq!(undo.len(), 2, "one for each of those who walk them now");
    let stage = undo.into_iter().fold(stage, Stage::after);
    let again = Planner::of(rep(), MONDAY, &plans_of(&stage));
    assert_eq!((on(&again, 0), again.names(day(0)).contains(&"路线45")), (vec![30, 31], true));
    assert_eq!(Planner::of(other_rep(), MONDAY, &plans_of(&stage)).plans().count(), 0);
}

#[test]
fn what_is_drawn_is_the_same_after_it_was_kept_and_says_whether_it_still_fits() {
    let mut planner = planner();
    planner.move_stop(shop(31), (day(0), day(2)), None, fresh());
    let kept = serde_json::to_string(&planner).unwrap();
    assert_eq!(serde_json::from_str::<Planner>(&kept).unwrap(), planner);
    assert!(planner.fits(&plans()));
    let mut changed = plans();
    changed[0].stops.pop();
    assert!(!planner.fits(&changed));
}

#[test]
fn what_was_left_lying_is_planned_from_a_later_day_on_in_the_same_weeks() {
    let mut planner = planner();
    planner.move_stop(shop(33), (day(8), day(9)), None, fresh());
    let later = planner.clone().put_off(day(7));
    assert_eq!((later.first_day(), on(&later, 9), on(&later, 16)), (day(7), vec![33], vec![]));
    let stage = stage().after(later.command(numbers()).unwrap());
    let again = Planner::of(rep(), day(7), &plans_of(&stage));
    assert_eq!((on(&again, 9), on(&again, 8), on(&again, 23)), (vec![33], vec![], vec![33]));
}

#[test]
fn stops_are_counted_over_the_days_of_all_routes() {
    assert_eq!((stops_in(&plans(), MONDAY, 28), stops_in(&plans(), MONDAY, 1)), (4 * 2 + 2 + 2, 2));
}

#[test]
fn the_longest_time_between_two_visits_counts_from_the_day_and_to_the_end() {
    let gaps = longest_gaps(&plans(), MONDAY);
    let of = |number: u128| gaps.get(&id(number)).copied();
    assert_eq!((of(30), of(32), of(33), of(34)), (Some(7), Some(14), Some(14), None));
    let ends = JourneyPlan { window: DateWindow { until: Some(day(20)), ..plans()[0].window }, ..plans()[0].clone() };
    assert!(longest_gaps(&[ends], MONDAY)[&outlet()] > 60);
}

#[test]
fn a_shop_is_seen_too_seldom_only_where_a_rule_says_so() {
    let every = vec![Every { class: OutletClass::A, days: 7 }];
    let rule = Frequency { id: id(150), version: 1, every, from: Moment(0) };
    assert_eq!(too_seldom(Some(&rule), OutletClass::A, 8), Some(7));
    assert_eq!(too_seldom(Some(&rule), OutletClass::A, 7), None);
    assert_eq!(too_seldom(Some(&rule), OutletClass::B, 99), None);
    assert_eq!(too_seldom(None, OutletClass::A, 99), None);
}

#[test]
fn a_visit_takes_what_the_middle_one_of_enough_visits_took() {
    let took = |minutes: i64| {
        let at = morning().plus(minutes * 60_000);
        Visit { check_out: Some(Attendance { at, ..a_visit().check_in }), ..a_visit() }
    };
    let few: Vec<Visit> = (1..VISITS_THAT_TELL as i64).map(took).collect();
    assert_eq!(VisitTime::of(&few), VisitTime { minutes: VISIT_MINUTES, of: None });
    let mut enough: Vec<Visit> = [12, 13, 14, 15, 16, 300, 301, 16, 17, 15].map(took).to_vec();
    enough.push(a_visit());
    enough.push(Visit { forgotten: Some(morning()), ..took(900) });
    assert_eq!(VisitTime::of(&enough), VisitTime { minutes: 16, of: Some(10) });
}

#[test]
fn a_day_is_too_much_when_its_shops_and_its_way_take_longer_than_a_day() {
    let time = VisitTime { minutes: 30, of: None };
    let apart = |number: i32| Position { lat: HOME.lat + number * 10_000, lon: HOME.lon };
    let sixteen: Vec<Position> = vec![HOME; 16];
    let full = Load::of(&sixteen, time);
    assert_eq!((full.stops, full.metres, full.minutes, full.is_too_much()), (16, 0, DAY_MINUTES, false));
    let far = Load::of(&(0..16).map(apart).collect::<Vec<_>>(), time);
    assert!(far.is_too_much() && far.metres > 15_000);
    assert_eq!(u64::from(far.minutes), 480 + far.metres / METRES_A_MINUTE);
    assert_eq!(Load::of(&[], time), Load::default());
}
