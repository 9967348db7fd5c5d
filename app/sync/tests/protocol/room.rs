//! A phone that is nearly full: the gentlest thing first, each once, and what only this phone has is never touched.

use proptest::prelude::*;
use sync::client::{Room, Step};

fn room(free: u64) -> Room {
    Room { free: Some(free), photo: 400, seen: true, received: true, large: true }
}

#[test]
fn steps_go_from_the_gentlest_to_asking() {
    let mut room = room(1_199);
    let mut steps = Vec::new();
    while !matches!(steps.last(), Some(Step::Ask | Step::Keep)) {
        let step = room.step();
        room = room.after(step);
        steps.push(step);
    }
    assert_eq!(steps, [Step::ForgetSeen, Step::FreeReceived, Step::Lean, Step::Ask]);
    assert_eq!(self::room(1_200).step(), Step::Keep);
    assert_eq!(
        Room { free: None, ..self::room(0) }.step(),
        Step::Keep,
        "a browser that does not say is believed to have room"
    );
    assert_eq!(Room { free: None, ..self::room(0) }.step_when_full(), Step::ForgetSeen);
}

proptest! {
    /// Whatever each step frees, it ends after at most three of them, and stops as soon as there is room.
    #[test]
    fn it_always_ends_and_does_no_more_than_is_needed(
        free in 0..5_000_u64,
        photo in 1..2_000_u64,
        lean in 1..2_000_u64,
        frees in (0..4_000_u64, 0..4_000_u64),
        there in (any::<bool>(), any::<bool>(), any::<bool>()),
    ) {
        let (seen, received, large) = there;
        let mut room = Room { free: Some(free), photo, seen, received, large };
        let mut before: Vec<Step> = Vec::new();
        loop {
            let step = room.step();
            prop_assert!(!before.contains(&step), "{step:?} was done already");
            let free = room.free.unwrap_or_default();
            prop_assert_eq!(step == Step::Keep, free >= 3 * room.photo);
            match step {
                Step::Keep => break,
                Step::Ask => {
                    prop_assert!(!room.seen && !room.received && !room.large);
                    break;
                }
                Step::ForgetSeen => room.free = Some(free + frees.0),
                Step::FreeReceived => {
                    prop_assert!(!room.seen);
                    room.free = Some(free + frees.1);
                }
                Step::Lean => {
                    prop_assert!(!room.seen && !room.received, "quality goes last");
                    room.photo = room.photo.min(lean);
                }
            }
            before.push(step);
            room = room.after(step);
        }
        prop_assert!(before.len() <= 3);
    }
}
