//! What a manager changes about shops, and moving one to another territory.

use crate::sample::*;
use domain::commands::{ChangeOutlet, CheckIn, Hands, MoveOutlet, Place, SkipStop};
use domain::id::PlanId;
use domain::limits::SHORT_TEXT_CHARS;
use domain::records::*;
use domain::time::DateWindow;
use domain::{Refusal, Scope};

fn change() -> ChangeOutlet {
    ChangeOutlet {
        outlet: outlet(),
        name: None,
        class: None,
        channel: None,
        address: None,
        owner: None,
        phone: None,
        open: None,
    }
}

fn a_route(number: u128, territory: domain::id::TerritoryId, stops: &[u128]) -> JourneyPlan {
    JourneyPlan {
        id: id(number),
        territory,
        region: region(),
        rep: rep(),
        name: "丛台二线".into(),
        weekdays: vec![1],
        weeks: Weeks::Every,
        window: DateWindow { from: DAY, until: None },
        skip: vec![],
        stops: stops.iter().map(|stop| id(*stop)).collect(),
    }
}

fn over() -> MoveOutlet {
    MoveOutlet {
        outlet: outlet(),
        from: territory(),
        to: other_territory(),
        leaves: vec![id(45)],
        joins: vec![Place { plan: id(46), at: 1 }],
        hands: Some(Hands { from: rep(), to: other_rep() }),
    }
}

fn back() -> MoveOutlet {
    MoveOutlet {
        outlet: outlet(),
        from: other_territory(),
        to: territory(),
        leaves: vec![id(46)],
        joins: vec![Place { plan: id(45), at: 1 }],
        hands: Some(Hands { from: other_rep(), to: rep() }),
    }
}

/// Two territories with a route each; the shop is the second of three stops of the first.
fn stage() -> Stage {
    let last = LastVisit::after(&ended(a_visit()), None).unwrap();
    Stage::manager()
        .having(a_territory(territory(), region()))
        .having(a_territory(other_territory(), region()))
        .having(user(rep(), Role::Rep))
        .having(user(other_rep(), Role::Rep))
        .having(a_route(45, territory(), &[31, 30, 32]))
        .having(a_route(46, other_territory(), &[33, 34]))
        .having(ended(a_visit()))
        .having(last)
        .having(a_follow_up())
}

fn stops(stage: &Stage, plan: u128) -> Vec<u128> {
    stage.get::<JourneyPlan>(id::<PlanId>(plan)).stops.iter().map(|stop| stop.0.as_u128()).collect()
}

#[test]
fn a_change_touches_what_it_names_and_nothing_else() {
    let stage = stage().after(ChangeOutlet { phone: Some(" 13900000009 ".into()), ..change() });
    let stage = stage.after(ChangeOutlet { class: Some(OutletClass::C), ..change() });
    let expected = Outlet { phone: "13900000009".into(), class: OutletClass::C, ..an_outlet() };
    assert_eq!(stage.get::<Outlet>(outlet()), &expected);
    let stage = stage.after(ChangeOutlet { open: Some(false), ..change() });
    assert!(!stage.get::<Outlet>(outlet()).open);
}

#[test]
fn what_differs_between_two_states_of_a_shop_makes_the_one_of_the_other_and_back() {
    let (before, after) = (an_outlet(), Outlet { name: "建国".into(), open: false, ..an_outlet() });
    let there = ChangeOutlet::between(&before, &after);
    assert_eq!(there, ChangeOutlet { name: Some("建国".into()), open: Some(false), ..change() });
    assert!(ChangeOutlet::between(&before, &before).is_nothing() && !there.is_nothing());
    let stage = stage().after(there).after(ChangeOutlet::between(&after, &before));
    assert_eq!(stage.get::<Outlet>(outlet()), &before);
}

#[test]
fn a_shop_with_another_name_is_found_by_its_new_initials() {
    let stage = stage().after(ChangeOutlet { name: Some("建国".into()), ..change() });
    let shop = stage.get::<Outlet>(outlet());
    assert_eq!((shop.name.as_str(), shop.initials.as_str()), ("建国", "jg"));
}

#[test]
fn a_shop_keeps_a_name_and_no_text_is_too_long() {
    assert_eq!(stage().refusal(ChangeOutlet { name: Some("  ".into()), ..change() }), Refusal::WordsNeeded);
    let long = || Some("店".repeat(SHORT_TEXT_CHARS + 1));
    for change in [
        ChangeOutlet { name: long(), ..change() },
        ChangeOutlet { channel: long(), ..change() },
        ChangeOutlet { address: long(), ..change() },
        ChangeOutlet { owner: long(), ..change() },
        ChangeOutlet { phone: long(), ..change() },
    ] {
        assert_eq!(stage().refusal(change), Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 });
    }
}

#[test]
fn a_rep_changes_no_shop_and_moves_none() {
    assert_eq!(Stage::rep().refusal(change()), Refusal::NotYourRole);
    assert_eq!(Stage::rep().refusal(over()), Refusal::NotYourRole);
}

#[test]
fn the_place_of_a_partner_goes_by_the_partners_file() {
    let stage = stage().having(Outlet { partner: true, ..an_outlet() });
    let refused = Refusal::PlaceOfPartner { name: an_outlet().name };
    assert_eq!(stage.refusal(change()), refused);
    assert_eq!(stage.refusal(over()), refused);
}

#[test]
fn a_shop_that_is_not_there_is_neither_changed_nor_moved() {
    let stage = stage().without::<Outlet>(outlet());
    assert_eq!(stage.refusal(change()), Refusal::OutletUnknown { outlet: outlet() });
    assert_eq!(stage.refusal(over()), Refusal::OutletUnknown { outlet: outlet() });
}

#[test]
fn a_move_takes_along_what_is_still_owed_and_leaves_what_was_done() {
    let stage = stage().after(over());
    let shop = stage.get::<Outlet>(outlet());
    let moved = Some(Moved { from: territory(), at: stage.context.decided_at });
    assert_eq!((shop.territory, shop.moved), (other_territory(), moved));
    assert_eq!((stops(&stage, 45), stops(&stage, 46)), (vec![31, 32], vec![33, 30, 34]));
    let task = stage.get::<Task>(task_id());
    assert_eq!((task.territory, task.owner), (other_territory(), other_rep()));
    assert_eq!(stage.get::<LastVisit>(LastVisit::of(outlet())).territory, other_territory());
    assert_eq!(stage.get::<Visit>(visit_id()), &ended(a_visit()), "what was recorded keeps its place");
}

#[test]
fn a_move_that_is_moved_back_leaves_everything_as_it_was() {
    let before = stage();
    let after = stage().after(over()).after(back());
    let shop = Outlet { moved: None, ..after.get::<Outlet>(outlet()).clone() };
    assert_eq!(&shop, before.get::<Outlet>(outlet()));
    assert_eq!((stops(&after, 45), stops(&after, 46)), (vec![31, 30, 32], vec![33, 34]));
    assert_eq!(after.get::<Task>(task_id()), before.get::<Task>(task_id()));
    let last = LastVisit::of(outlet());
    assert_eq!(after.get::<LastVisit>(last), before.get::<LastVisit>(last));
}

#[test]
fn a_closed_task_and_one_of_somebody_else_stay_whose_they_are() {
    let done = Task { id: id(81), closed: Some(closing(None, false)), ..a_follow_up() };
    let others = Task { id: id(82), owner: manager(), ..a_follow_up() };
    let stage = stage().having(done.clone()).having(others).after(over());
    assert_eq!(stage.get::<Task>(id(81)), &done);
    let others = stage.get::<Task>(id(82));
    assert_eq!((others.owner, others.territory), (manager(), other_territory()));
}

#[test]
fn a_move_that_does_not_fit_changes_nothing() {
    let unfit = Refusal::MoveUnfit { name: an_outlet().name };
    let elsewhere = stage().having(Outlet { territory: other_territory(), ..an_outlet() });
    assert_eq!(elsewhere.refusal(over()), unfit, "moved meanwhile");
    assert_eq!(stage().refusal(MoveOutlet { to: territory(), ..over() }), unfit, "to where it is");
    assert_eq!(stage().without::<Territory>(other_territory()).refusal(over()), unfit, "to nowhere");
    let managers = stage().having(user(other_rep(), Role::RegionalManager));
    assert_eq!(managers.refusal(over()), Refusal::PostingUnfit, "a manager walks no territory");
    let outside = stage().holding(vec![Scope::Company, Scope::Territory(territory())]);
    assert!(matches!(outside.refusal(over()), Refusal::OutsideYourArea { .. }));
}

#[test]
fn a_route_that_was_changed_meanwhile_keeps_what_it_has_gained() {
    let stage = stage().having(a_route(45, territory(), &[31, 32])).having(a_route(46, other_territory(), &[30]));
    let stage = stage.after(over());
    assert_eq!((stops(&stage, 45), stops(&stage, 46)), (vec![31, 32], vec![30]));
    let gone = self::stage().without::<JourneyPlan>(id(45)).without::<JourneyPlan>(id(46));
    assert_eq!(gone.after(over()).get::<Outlet>(outlet()).territory, other_territory());
}

#[test]
fn what_a_rep_did_there_before_hearing_of_the_move_counts_where_they_did_it() {
    let moved = stage().after(over()).get::<Outlet>(outlet()).clone();
    let rep = || Stage::rep().having(moved.clone());
    let arrive = CheckIn {
        visit: visit_id(),
        outlet: outlet(),
        checklist: id(4),
        reason: VisitReason::Planned,
        fix: None,
        exception: Some("没信号".into()),
    };
    assert_eq!(rep().after(arrive.clone()).get::<Visit>(visit_id()).territory, territory());
    assert_eq!(rep().after(leave_task()).get::<Task>(task_id()).territory, territory());
    let skip = SkipStop { skip: skip_id(), outlet: outlet(), reason: SkipReason::Other, note: "封路".into() };
    assert_eq!(rep().after(skip).get::<Skip>(skip_id()).territory, territory());
    let theirs = || rep().holding(vec![Scope::Company, Scope::Territory(other_territory())]);
    assert_eq!(theirs().after(arrive.clone()).get::<Visit>(visit_id()).territory, other_territory());
    let nobodys = rep().holding(vec![Scope::Company]);
    assert!(matches!(nobodys.refusal(arrive), Refusal::OutsideYourArea { .. }));
}

#[test]
fn a_visit_that_began_before_the_move_ends_without_touching_what_the_new_territory_knows() {
    let stage = stage().after(over());
    let known = stage.get::<LastVisit>(LastVisit::of(outlet()));
    let later = Visit { id: id(51), day: DAY.tomorrow().unwrap(), ..ended(a_visit()) };
    assert_eq!(LastVisit::after(&later, Some(known)), None);
}
