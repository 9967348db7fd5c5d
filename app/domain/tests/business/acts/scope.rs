//! Law 4: no act changes what lies outside its author's areas.

use crate::draw::Draw;
use crate::sample::*;
use domain::commands::{CheckIn, Command, SkipStop};
use domain::records::{AnyRecord, SkipReason, Visit, VisitReason};
use domain::{Refusal, Scope};
use proptest::prelude::*;

fn check_in() -> CheckIn {
    CheckIn {
        visit: visit_id(),
        outlet: outlet(),
        checklist: id(4),
        reason: VisitReason::Planned,
        fix: Some(fix_at(HOME, 10)),
        exception: None,
    }
}

#[test]
fn an_act_at_a_shop_of_another_area_is_refused_by_the_shops_name() {
    let elsewhere = || Stage::rep().holding(vec![Scope::Company, Scope::Territory(other_territory())]);
    let refusal = Refusal::OutsideYourArea { name: "惠民超市".into() };
    assert_eq!(elsewhere().refusal(check_in()), refusal);
    let leave = leave_task();
    assert_eq!(elsewhere().refusal(leave), refusal);
    let skip = SkipStop { skip: skip_id(), outlet: outlet(), reason: SkipReason::Shut, note: String::new() };
    assert_eq!(elsewhere().refusal(skip), refusal);
}

#[test]
fn an_act_in_another_area_that_names_no_shop_is_refused_without_a_name() {
    let stage = Stage::rep().having(a_follow_up()).holding(vec![]);
    let close = close_task();
    assert_eq!(stage.refusal(close), Refusal::OutsideYourArea { name: String::new() });
}

#[test]
fn a_refused_act_leaves_the_world_as_it_was() {
    let mut stage = Stage::rep().holding(vec![]);
    assert!(Command::from(check_in()).carry_out(&mut stage.world, &stage.context).is_err());
    assert!(stage.world.get::<Visit>(visit_id()).is_none());
}

fn some_scopes() -> impl Strategy<Value = Vec<Scope>> {
    let all = vec![
        Scope::Company,
        Scope::Region(region()),
        Scope::Office(region()),
        Scope::Territory(territory()),
        Scope::Territory(other_territory()),
    ];
    prop::sample::subsequence(all, 0..=5)
}

proptest! {
    /// Whatever the command, the world and the author: what is written, and what was there before, lies in the
    /// author's areas, or nothing happens.
    #[test]
    fn no_act_ever_touches_what_its_author_does_not_hold(seed: u64, scopes in some_scopes(), manages: bool) {
        let mut draw = Draw::crowded(seed);
        let mut stage = if manages { Stage::manager() } else { Stage::rep() }.holding(scopes.clone());
        for _ in 0..40 {
            let record = draw.any_record();
            stage.world.put(record);
        }
        for _ in 0..40 {
            let command = draw.any_command();
            let before = stage.world.clone();
            if let Ok(changes) = command.carry_out(&mut stage.world, &stage.context) {
                let keys = changes.put.iter().map(AnyRecord::key).chain(changes.remove.iter().copied());
                let touched = keys.filter_map(|key| before.any(key)).chain(&changes.put);
                for record in touched {
                    prop_assert!(scopes.contains(&record.scope()), "{command:?} touched {record:?}");
                }
            }
        }
    }
}
