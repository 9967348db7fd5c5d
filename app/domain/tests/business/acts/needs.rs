//! What an act asks to be loaded is all that it looks at.

use crate::draw::Draw;
use crate::sample::Stage;
use domain::{Command, Need, World};
use proptest::prelude::*;

/// Loads what is asked for from a full world, round by round, as the phone and the server do.
fn loaded(command: &Command, full: &World) -> World {
    let mut part = World::new();
    for _ in 0..6 {
        let missing = part.missing(command.needs(&part));
        if missing.is_empty() {
            return part;
        }
        for need in missing {
            let Need::Record(key) = need else { panic!("no act asks by index yet: {need:?}") };
            if let Some(record) = full.any(key) {
                part.put(record.clone());
            }
            part.answer(need);
        }
    }
    panic!("an act's needs should come to an end: {command:?}");
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
            let decided = command.decide(&loaded(&command, &full), &stage.context);
            prop_assert_eq!(&decided, &command.decide(&full, &stage.context), "{:?}", command);
            if let Ok(changes) = decided {
                changes.apply(&mut full);
            }
        }
    }
}

/// The two properties over random acts would say little if random acts never held.
#[test]
fn random_acts_of_every_sort_hold_now_and_then() {
    let mut held = std::collections::BTreeSet::new();
    for seed in 0..600 {
        let mut draw = Draw::crowded(seed);
        let mut stage = if seed % 2 == 0 { Stage::manager() } else { Stage::rep() };
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
