//! What a move of a shop means, as it is shown before it is done.

use crate::sample::*;
use domain::commands::{Hands, MoveOutlet, Place};
use domain::id::TerritoryId;
use domain::records::*;
use domain::rules::relocation::{Ground, all_back};
use domain::time::DateWindow;
use domain::{Command, World};
use jiff::civil::date;

fn a_route(number: u128, territory: TerritoryId, rep: domain::id::UserId, stops: &[u128]) -> JourneyPlan {
    JourneyPlan {
        id: id(number),
        territory,
        region: region(),
        rep,
        name: "丛台二线".into(),
        weekdays: vec![1],
        weeks: Weeks::Every,
        window: DateWindow { from: DAY, until: None },
        skip: vec![],
        stops: stops.iter().map(|stop| id(*stop)).collect(),
    }
}

fn posted(number: u128, user: domain::id::UserId, territory: TerritoryId) -> Assignment {
    Assignment { id: id(number), user, territory, window: DateWindow { from: DAY, until: None }, ..a_posting() }
}

struct Sample {
    users: Vec<User>,
    postings: Vec<Assignment>,
    plans: Vec<JourneyPlan>,
}

impl Sample {
    fn new() -> Self {
        Self {
            users: vec![user(rep(), Role::Rep), user(other_rep(), Role::Rep), user(manager(), Role::RegionalManager)],
            postings: vec![
                posted(90, rep(), territory()),
                posted(91, other_rep(), other_territory()),
                posted(92, manager(), other_territory()),
            ],
            plans: vec![
                a_route(45, territory(), rep(), &[31, 30, 32]),
                a_route(46, other_territory(), other_rep(), &[33]),
            ],
        }
    }

    fn ground(&self) -> Ground<'_> {
        Ground { users: &self.users, postings: &self.postings, plans: &self.plans, today: DAY }
    }
}

#[test]
fn a_shop_leaves_its_routes_and_what_is_owed_there_goes_to_whoever_works_where_it_comes() {
    let sample = Sample::new();
    let moved = sample.ground().relocation(&an_outlet(), other_territory(), None, &[a_follow_up()]);
    assert_eq!((moved.leaves.clone(), moved.joins.clone()), (vec![id(45)], vec![]));
    assert_eq!(moved.hands, Some(Hands { from: rep(), to: other_rep() }));
    let joined = sample.ground().relocation(&an_outlet(), other_territory(), Some(id(46)), &[]);
    assert_eq!((joined.joins, joined.hands), (vec![Place { plan: id(46), at: u32::MAX }], None));
}

#[test]
fn what_is_owed_stays_whose_it_is_where_nobody_or_more_than_one_could_take_it() {
    let mut sample = Sample::new();
    let hands =
        |sample: &Sample| sample.ground().relocation(&an_outlet(), other_territory(), None, &[a_follow_up()]).hands;
    sample.postings.retain(|posting| posting.user != other_rep());
    assert_eq!(hands(&sample), None, "nobody works there");
    sample.users.push(user(id(23), Role::Rep));
    sample.postings.extend([posted(93, other_rep(), other_territory()), posted(94, id(23), other_territory())]);
    assert_eq!(hands(&sample), None, "two work there");
}

#[test]
fn a_route_that_is_over_and_one_of_another_territory_are_left_alone() {
    let mut sample = Sample::new();
    sample.plans[0].window.until = Some(date(2026, 3, 8));
    sample.plans[1].stops.push(outlet());
    assert!(sample.ground().routes_of(&an_outlet()).is_empty());
    let foreign = sample.ground().relocation(&an_outlet(), other_territory(), Some(id(45)), &[]);
    assert!(foreign.joins.is_empty(), "nothing joins a route of the territory that it leaves");
}

#[test]
fn only_reps_who_are_posted_that_day_work_in_a_territory() {
    let mut sample = Sample::new();
    let names = |sample: &Sample| sample.ground().reps(territory()).iter().map(|rep| rep.id).collect::<Vec<_>>();
    assert_eq!(names(&sample), [rep()]);
    sample.users[0].active = false;
    assert!(names(&sample).is_empty());
    sample.users[0].active = true;
    sample.postings[0].window = DateWindow { from: date(2026, 3, 10), until: None };
    assert!(names(&sample).is_empty());
}

#[test]
fn many_moves_that_are_taken_back_leave_every_route_as_it_was() {
    let mut sample = Sample::new();
    sample.plans[0].stops = [34, 31, 30, 35, 32].map(id).to_vec();
    let shops: Vec<Outlet> = [35, 30, 31].map(|number| Outlet { id: id(number), ..an_outlet() }).to_vec();
    let moves: Vec<MoveOutlet> =
        shops.iter().map(|shop| sample.ground().relocation(shop, other_territory(), Some(id(46)), &[])).collect();
    let stage = Stage::manager();
    let mut world = World::new();
    for shop in &shops {
        world.put(shop.clone());
    }
    world.put(a_territory(territory(), region()));
    world.put(a_territory(other_territory(), region()));
    for plan in &sample.plans {
        world.put(plan.clone());
    }
    for one in moves.iter().cloned().chain(all_back(&sample.ground(), &moves)) {
        Command::from(one).carry_out(&mut world, &stage.context).unwrap();
    }
    for plan in &sample.plans {
        assert_eq!(world.get::<JourneyPlan>(plan.id).unwrap().stops, plan.stops);
    }
}
