//! Looking at somebody's visit.

use crate::sample::*;
use domain::commands::{Changes, ViewVisit};
use domain::records::{Role, Viewing};
use domain::{Refusal, Scope};

fn view(viewing: u128) -> ViewVisit {
    ViewVisit { viewing: id(viewing), visit: visit_id() }
}

fn stage() -> Stage {
    Stage::manager().having(ended(a_visit()))
}

fn count(stage: &Stage) -> usize {
    stage.world.all::<Viewing>().count()
}

#[test]
fn whose_visit_was_looked_at_can_see_by_whom_and_when_first() {
    assert_eq!(stage().after(view(140)).get::<Viewing>(viewing_id()), &a_viewing());
}

#[test]
fn the_second_look_of_a_day_says_nothing_new_whatever_its_id() {
    let mut stage = stage().after(view(140));
    stage.context.captured_at = morning().plus(3_600_000);
    for viewing in [140, 141] {
        assert_eq!(stage.decide(view(viewing)), Ok(Changes::default()));
    }
    assert_eq!(stage.get::<Viewing>(viewing_id()).at, morning());
}

#[test]
fn the_next_day_another_person_and_another_visit_are_looks_of_their_own() {
    let mut stage = stage().having(domain::records::Visit { id: id(51), ..a_visit() }).after(view(140));
    stage = stage.after(ViewVisit { visit: id(51), ..view(141) });
    stage.context.captured_at = morning().plus(24 * 3_600_000);
    stage = stage.after(view(142));
    assert_eq!(stage.get::<Viewing>(id(142)).day, DAY.tomorrow().unwrap());
    stage = stage.acting_as(id(23)).after(view(143));
    assert_eq!(count(&stage), 4);
}

#[test]
fn an_id_that_is_taken_is_not_written_over() {
    let taken = stage().having(Viewing { visit: id(51), ..a_viewing() });
    assert_eq!(taken.decide(view(140)), Ok(Changes::default()));
}

#[test]
fn looking_at_ones_own_visit_is_nobody_elses_business() {
    assert_eq!(Stage::rep().having(a_visit()).decide(view(140)), Ok(Changes::default()));
}

#[test]
fn a_colleague_who_looks_is_seen_too_and_as_what() {
    let stage = Stage::rep().having(a_visit()).acting_as(other_rep()).after(view(140));
    let viewing = stage.get::<Viewing>(viewing_id());
    assert_eq!((viewing.viewer, viewing.role), (other_rep(), Role::Rep));
}

#[test]
fn a_visit_that_is_not_known_is_not_looked_at() {
    assert_eq!(Stage::manager().refusal(view(140)), Refusal::VisitUnknown { visit: visit_id() });
}

#[test]
fn a_look_from_outside_ones_areas_is_not_written() {
    let elsewhere = stage().holding(vec![Scope::Company, Scope::Territory(other_territory())]);
    assert_eq!(elsewhere.refusal(view(140)), Refusal::OutsideYourArea { name: String::new() });
}
