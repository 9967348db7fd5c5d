//! Planning a rep's routes anew from a day on.

use crate::sample::*;
use domain::commands::{PlanRoutes, RouteChange};
use domain::id::{OutletId, PlanId, UserId};
use domain::limits::{PLAN_STOPS, ROUTES_AT_ONCE};
use domain::records::*;
use domain::rules::plan::{changed_from, is_walked_on, weeks_from};
use domain::time::DateWindow;
use domain::{Refusal, Scope};
use jiff::Span;
use jiff::civil::Date;
use proptest::prelude::*;

fn ids(numbers: &[u128]) -> Vec<OutletId> {
    numbers.iter().map(|number| id(*number)).collect()
}

fn a_route(stops: &[u128]) -> JourneyPlan {
    JourneyPlan {
        id: id(45),
        territory: territory(),
        region: region(),
        rep: rep(),
        name: "丛台二线".into(),
        weekdays: vec![1],
        weeks: Weeks::Every,
        window: DateWindow { from: DAY - Span::new().days(70), until: None },
        skip: vec![],
        stops: ids(stops),
    }
}

fn tomorrow() -> Date {
    DAY.tomorrow().unwrap()
}

fn other_stops(stops: &[u128]) -> RouteChange {
    RouteChange::Stops { plan: id(45), seen: ids(&[31, 32]), stops: ids(stops), next: id(46), name: None, to: None }
}

fn new_route(stops: &[u128]) -> RouteChange {
    RouteChange::New {
        plan: id(47),
        territory: territory(),
        name: " 丛台六线 ".into(),
        weekdays: vec![6],
        weeks: Weeks::Every,
        stops: ids(stops),
    }
}

fn plan(routes: Vec<RouteChange>) -> PlanRoutes {
    PlanRoutes { rep: rep(), from: tomorrow(), routes }
}

/// A rep with a route of two stops; a third shop is on none.
fn stage() -> Stage {
    [31, 32].into_iter().fold(
        Stage::manager()
            .having(a_territory(territory(), region()))
            .having(user(rep(), Role::Rep))
            .having(Assignment { window: DateWindow { from: DAY, until: None }, ..a_posting() })
            .having(a_route(&[31, 32])),
        |stage, number| stage.having(Outlet { id: id(number), ..an_outlet() }),
    )
}

fn unfit(name: &str) -> Refusal {
    Refusal::RouteUnfit { name: name.into() }
}

#[test]
fn a_route_that_has_begun_ends_the_day_before_and_goes_on_in_another() {
    let stage = stage().after(plan(vec![other_stops(&[32, 30, 31])]));
    let (old, new) = (stage.get::<JourneyPlan>(id(45)), stage.get::<JourneyPlan>(id(46)));
    assert_eq!((old.stops.clone(), old.window.until), (ids(&[31, 32]), Some(DAY)));
    assert_eq!((new.stops.clone(), new.window.from), (ids(&[32, 30, 31]), tomorrow()));
    assert_eq!((new.rep, new.name.as_str(), new.weekdays.as_slice()), (rep(), "丛台二线", [1].as_slice()));
}

#[test]
fn a_route_that_has_not_begun_just_has_other_stops() {
    let soon = JourneyPlan { window: DateWindow { from: tomorrow(), until: None }, ..a_route(&[31, 32]) };
    let stage = stage().having(soon.clone()).after(plan(vec![other_stops(&[30])]));
    assert_eq!(stage.get::<JourneyPlan>(id(45)), &JourneyPlan { stops: ids(&[30]), ..soon });
    assert!(stage.world.get::<JourneyPlan>(id::<PlanId>(46)).is_none());
}

#[test]
fn a_new_route_begins_on_the_day_for_whoever_is_posted_there() {
    let stage = stage().after(plan(vec![other_stops(&[31]), new_route(&[32, 30])]));
    let new = stage.get::<JourneyPlan>(id(47));
    assert_eq!((new.name.as_str(), new.region, new.window.from), ("丛台六线", region(), tomorrow()));
    assert_eq!((new.stops.clone(), stage.get::<JourneyPlan>(id(46)).stops.clone()), (ids(&[32, 30]), ids(&[31])));
    let nobody = self::stage().without::<Assignment>(posting_id());
    assert_eq!(nobody.refusal(plan(vec![new_route(&[30])])), Refusal::PostingUnfit);
    let over = Assignment { window: DateWindow { from: DAY, until: Some(DAY) }, ..a_posting() };
    assert_eq!(self::stage().having(over).refusal(plan(vec![new_route(&[30])])), Refusal::PostingUnfit);
}

fn handed(change: fn(&mut Option<String>, &mut Option<UserId>)) -> PlanRoutes {
    let (mut called, mut other) = (Some(" 丛台东线 ".to_owned()), Some(other_rep()));
    change(&mut called, &mut other);
    let stops = ids(&[31, 32]);
    plan(vec![RouteChange::Stops { plan: id(45), seen: stops.clone(), stops, next: id(46), name: called, to: other }])
}

/// Somebody else works there too.
fn two_reps() -> Stage {
    let posted = Assignment { id: id(91), user: other_rep(), ..a_posting() };
    stage().having(user(other_rep(), Role::Rep)).having(posted)
}

#[test]
fn a_route_is_renamed_and_handed_over_from_a_day_on_and_stays_whose_it_was_before() {
    let stage = two_reps().after(handed(|_, _| {}));
    let (old, new) = (stage.get::<JourneyPlan>(id(45)), stage.get::<JourneyPlan>(id(46)));
    assert_eq!((old.rep, old.name.as_str(), old.window.until), (rep(), "丛台二线", Some(DAY)));
    assert_eq!((new.rep, new.name.as_str(), new.window.from), (other_rep(), "丛台东线", tomorrow()));
    assert_eq!((new.stops.clone(), new.weekdays.as_slice()), (ids(&[31, 32]), [1].as_slice()));
    let named = self::stage().after(handed(|_, to| *to = None));
    assert_eq!(
        (named.get::<JourneyPlan>(id(46)).rep, two_reps().refusal(handed(|name, _| *name = Some(" ".into())))),
        (rep(), Refusal::WordsNeeded)
    );
}

#[test]
fn a_route_is_handed_over_only_to_a_rep_who_works_there_on_the_first_day() {
    let refused = |stage: Stage| stage.refusal(handed(|_, _| {}));
    let not_there = Refusal::NotPosted { rep_name: user(other_rep(), Role::Rep).name, name: "丛台二线".into() };
    assert_eq!(refused(stage()), Refusal::PostingUnfit, "nobody of that number");
    assert_eq!(refused(two_reps().having(user(other_rep(), Role::RegionalManager))), Refusal::PostingUnfit);
    assert_eq!(
        refused(two_reps().having(User { active: false, ..user(other_rep(), Role::Rep) })),
        Refusal::PostingUnfit
    );
    let theirs = User { region: id(2), ..user(other_rep(), Role::Rep) };
    assert_eq!(refused(two_reps().having(theirs)), Refusal::PostingUnfit, "of another region nothing is told");
    assert_eq!(refused(two_reps().without::<Assignment>(id(91))), not_there);
    for window in
        [DateWindow { from: DAY, until: Some(DAY) }, DateWindow { from: tomorrow().tomorrow().unwrap(), until: None }]
    {
        let posted = Assignment { id: id(91), user: other_rep(), window, ..a_posting() };
        assert_eq!(refused(two_reps().having(posted)), not_there);
    }
}

#[test]
fn only_managers_plan_only_for_reps_and_never_for_the_past() {
    assert_eq!(Stage::rep().refusal(plan(vec![other_stops(&[])])), Refusal::NotYourRole);
    let managers = stage().having(user(rep(), Role::RegionalManager));
    assert_eq!(managers.refusal(plan(vec![other_stops(&[])])), Refusal::PostingUnfit);
    let past = PlanRoutes { from: DAY.yesterday().unwrap(), ..plan(vec![other_stops(&[])]) };
    assert_eq!(stage().refusal(past), Refusal::DatesUnfit);
}

#[test]
fn a_route_that_was_changed_meanwhile_is_looked_at_again() {
    let changed = stage().having(a_route(&[31]));
    assert_eq!(changed.refusal(plan(vec![other_stops(&[32])])), unfit("丛台二线"));
    let theirs = stage().having(JourneyPlan { rep: other_rep(), ..a_route(&[31, 32]) });
    assert_eq!(theirs.refusal(plan(vec![other_stops(&[32])])), unfit("丛台二线"));
    let over = DateWindow { until: Some(DAY), ..a_route(&[]).window };
    let over = stage().having(JourneyPlan { window: over, ..a_route(&[31, 32]) });
    assert_eq!(over.refusal(plan(vec![other_stops(&[32])])), unfit("丛台二线"));
    let taken = stage().having(JourneyPlan { id: id(46), ..a_route(&[]) });
    assert_eq!(taken.refusal(plan(vec![other_stops(&[32])])), unfit("丛台二线"));
    assert_eq!(stage().refusal(plan(vec![other_stops(&[31]), other_stops(&[32])])), unfit("丛台二线"), "twice at once");
}

#[test]
fn a_route_gains_open_shops_of_its_territory_only_and_keeps_what_it_has() {
    let gain = |shop: Outlet| stage().having(shop).refusal(plan(vec![other_stops(&[31, 32, 30])]));
    assert_eq!(gain(Outlet { open: false, ..an_outlet() }), Refusal::OutletClosed { name: an_outlet().name });
    assert_eq!(gain(Outlet { partner: true, ..an_outlet() }), Refusal::PlaceOfPartner { name: an_outlet().name });
    assert_eq!(gain(Outlet { territory: other_territory(), ..an_outlet() }), unfit("丛台二线"));
    let unknown = stage().refusal(plan(vec![other_stops(&[39])]));
    assert_eq!(unknown, Refusal::OutletUnknown { outlet: id(39) });
    let closed = stage().having(Outlet { id: id(31), open: false, ..an_outlet() });
    closed.after(plan(vec![other_stops(&[32, 31])]));
}

#[test]
fn a_route_is_named_fits_a_week_and_is_not_too_long() {
    let new = |change: fn(&mut Vec<u8>, &mut String)| {
        let (mut days, mut called) = (vec![6], "丛台六线".to_owned());
        change(&mut days, &mut called);
        let route = RouteChange::New {
            plan: id(47),
            territory: territory(),
            name: called,
            weekdays: days,
            weeks: Weeks::Every,
            stops: vec![],
        };
        stage().refusal(plan(vec![route]))
    };
    assert_eq!(new(|_, name| name.clear()), Refusal::WordsNeeded);
    assert_eq!(new(|days, _| days.clear()), unfit("丛台六线"));
    assert_eq!(new(|days, _| days.push(8)), unfit("丛台六线"));
    assert_eq!(stage().refusal(plan(vec![other_stops(&[31, 31])])), unfit("丛台二线"), "a shop twice");
    let long: Vec<u128> = (0..=PLAN_STOPS as u128).map(|number| 1_000 + number).collect();
    assert_eq!(stage().refusal(plan(vec![other_stops(&long)])), Refusal::TooMany { limit: PLAN_STOPS as u32 });
    let many = vec![other_stops(&[]); ROUTES_AT_ONCE + 1];
    assert_eq!(stage().refusal(plan(many)), Refusal::TooMany { limit: ROUTES_AT_ONCE as u32 });
}

#[test]
fn of_another_region_nothing_is_changed_and_nothing_is_told() {
    let outside =
        || stage().holding(vec![Scope::Company, Scope::Office(region()), Scope::Territory(other_territory())]);
    assert_eq!(outside().refusal(plan(vec![other_stops(&[32])])), unfit(""), "not even its name");
    let new = outside().refusal(plan(vec![new_route(&[30])]));
    assert_eq!(new, Refusal::OutletUnknown { outlet: outlet() });
    let theirs = stage().holding(vec![Scope::Company, Scope::Territory(territory())]);
    assert_eq!(theirs.refusal(plan(vec![other_stops(&[32])])), Refusal::PostingUnfit, "nor whether the rep is one");
}

proptest! {
    #[test]
    fn a_route_that_goes_on_is_walked_on_the_days_on_which_it_would_have_been(
        n in 0_u32..5, phase in 0_u32..5, begun in 1_i64..80, every in any::<bool>(), ahead in 0_i64..120,
    ) {
        let weeks = if every { Weeks::Every } else { Weeks::EveryNth { n, phase } };
        let window = DateWindow { from: DAY - Span::new().days(begun), until: None };
        let old = JourneyPlan { weeks, window, weekdays: vec![1, 4, 7], ..a_route(&[31]) };
        let [new, ended] = changed_from(&old, DAY, id(46), |plan| plan.stops = ids(&[32])).try_into().unwrap();
        let day = DAY + Span::new().days(ahead);
        prop_assert_eq!(is_walked_on(&new, day), is_walked_on(&old, day));
        prop_assert!(!is_walked_on(&ended, day));
        let before = DAY - Span::new().days(1 + ahead);
        prop_assert_eq!(is_walked_on(&ended, before), is_walked_on(&old, before));
        prop_assert!(!is_walked_on(&new, before));
        prop_assert_eq!(weeks_from(&new, DAY), new.weeks);
    }
}
