//! What an act asks to be loaded is all that it looks at.

use crate::draw::Draw;
use crate::sample::*;
use domain::commands::{CheckIn, CheckOut};
use domain::records::{
    Agreement, AnyRecord, Assignment, Item, LastVisit, Outlet, Product, Record, Task, Viewing, VisitReason,
};
use domain::{Command, Index, Kind, Need, World};
use proptest::prelude::*;
use serde_json::Value;
use std::slice;

/// The records of a kind that the stores find by a field.
fn under(index: Index, full: &World) -> Vec<AnyRecord> {
    fn of<R: Record>(full: &World) -> Vec<AnyRecord> {
        full.all::<R>().cloned().map(Into::into).collect()
    }
    let (kind, field, text) = index.parts();
    let mut records = match kind {
        Kind::Viewing => of::<Viewing>(full),
        Kind::Agreement => of::<Agreement>(full),
        Kind::Task => of::<Task>(full),
        Kind::Assignment => of::<Assignment>(full),
        Kind::Outlet => of::<Outlet>(full),
        Kind::Product => of::<Product>(full),
        other => panic!("no act asks for {other} by an index yet"),
    };
    records.retain(|record| serde_json::from_str::<Value>(&record.body()).unwrap()[field] == text.as_str());
    records
}

/// Loads what is asked for from a full world, round by round, as the phone and the server do.
fn loaded(commands: &[Command], full: &World) -> World {
    let mut part = World::new();
    for _ in 0..6 {
        let missing = part.missing(commands.iter().flat_map(|command| command.needs(&part)));
        if missing.is_empty() {
            return part;
        }
        for need in missing {
            let found: Vec<AnyRecord> = match need {
                Need::Record(key) => full.any(key).cloned().into_iter().collect(),
                Need::Index(index) => under(index, full),
            };
            found.into_iter().for_each(|record| part.put(record));
            part.answer(need);
        }
    }
    panic!("an act's needs should come to an end: {commands:?}");
}

proptest! {
    #[test]
    fn an_act_decides_the_same_with_only_what_it_asked_for(seed: u64, manages: bool) {
        let mut draw = Draw::crowded(seed);
        let stage = if manages { Stage::manager() } else { Stage::rep() };
        let mut full = stage.world;
        for _ in 0..40 {
            full.put(draw.any_record());
        }
        for _ in 0..40 {
            let command = draw.any_command();
            let decided = command.decide(&loaded(slice::from_ref(&command), &full), &stage.context);
            prop_assert_eq!(&decided, &command.decide(&full, &stage.context), "{:?}", command);
            if let Ok(changes) = decided {
                changes.apply(&mut full);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// A push is loaded once, before its first command is decided: what one act asks for because of another in the same
    /// push is asked for by that one already.
    #[test]
    fn acts_that_come_together_decide_the_same_with_what_they_asked_for_together(seed: u64, manages: bool) {
        let mut draw = Draw::crowded(seed);
        let stage = if manages { Stage::manager() } else { Stage::rep() };
        let mut full = stage.world;
        for _ in 0..24 {
            full.put(draw.any_record());
        }
        for _ in 0..8 {
            let commands: Vec<Command> = (0..8).map(|_| draw.any_command()).collect();
            let mut part = loaded(&commands, &full);
            for command in &commands {
                let decided = command.carry_out(&mut part, &stage.context);
                prop_assert_eq!(&decided, &command.carry_out(&mut full, &stage.context), "{:?}", command);
            }
        }
    }
}

/// Offline for days, a phone sends whole visits at once.
#[test]
fn a_whole_visit_that_comes_at_once_finds_the_last_visit_at_its_shop_loaded() {
    let items = items_of_every_kind().into_iter().map(|item| Item { required: false, ..item });
    let newer = LastVisit { visit: id(59), day: DAY.tomorrow().unwrap(), ..a_last_visit() };
    let stage = Stage::rep().having(checklist(items.collect())).having(newer.clone());
    let check_in = CheckIn {
        visit: visit_id(),
        outlet: outlet(),
        checklist: id(4),
        reason: VisitReason::Planned,
        fix: Some(fix_at(HOME, 10)),
        exception: None,
    };
    let commands = [check_in.into(), CheckOut { visit: visit_id(), fix: None, note: String::new() }.into()];
    let mut part = loaded(&commands, &stage.world);
    for command in &commands {
        command.carry_out(&mut part, &stage.context).unwrap();
    }
    assert_eq!(part.get::<LastVisit>(newer.id), Some(&newer));
}

/// The properties over random acts would say little if random acts never held.
#[test]
fn random_acts_of_every_sort_hold_now_and_then() {
    let mut held = std::collections::BTreeSet::new();
    for seed in 0..6_000 {
        if held.len() == Draw::COMMANDS.len() {
            break;
        }
        let mut draw = Draw::crowded(seed);
        let mut stage = match seed % 3 {
            0 => Stage::manager(),
            1 => Stage::centre(),
            _ => Stage::rep(),
        };
        for _ in 0..40 {
            stage.world.put(draw.any_record());
        }
        for _ in 0..80 {
            let command = draw.any_command();
            if command.carry_out(&mut stage.world, &stage.context).is_ok() {
                held.insert(Draw::name(&command));
            }
        }
    }
    assert_eq!(held.into_iter().collect::<Vec<_>>(), {
        let mut names = Draw::COMMANDS.to_vec();
        names.sort_unstable();
        names
    });
}
