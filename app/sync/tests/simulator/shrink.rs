//! A run that broke a law is made as short as it can be: what did not matter is left out, so that somebody can read it.

use crate::play;
use crate::run::{Broken, Plan};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Most runs that it may take.
const TRIES: u32 = 1_500;

/// The same law, broken by as few steps as were found.
pub fn shrink(broken: Broken) -> Broken {
    let law = law(&broken.what).to_owned();
    let last = broken.step.min(broken.plan.steps);
    let mut steps: Vec<u32> = match &broken.plan.only {
        Some(only) => only.range(..=last).copied().collect(),
        None => (1..=last).collect(),
    };
    let mut best = broken;
    let mut tries = 0;
    let mut size = steps.len().div_ceil(2);
    while size > 0 && tries < TRIES {
        let mut fewer_now = false;
        let mut at = 0;
        while at < steps.len() && tries < TRIES {
            let end = steps.len().min(at + size);
            let fewer: Vec<u32> = steps[..at].iter().chain(&steps[end..]).copied().collect();
            tries += 1;
            match play(best.plan.only(fewer.iter().copied())) {
                Err(broken) if self::law(&broken.what) == law => {
                    best = broken;
                    steps = fewer;
                    fewer_now = true;
                }
                _ => at = end,
            }
        }
        if !fewer_now || size > 1 {
            size /= 2;
        }
    }
    best
}

/// Which law was broken, whoever broke it and by what.
fn law(what: &str) -> &str {
    let what = what.strip_prefix("phone ").and_then(|rest| rest.split_once(": ")).map_or(what, |(_, rest)| rest);
    what.split(':').next().unwrap_or(what)
}

impl Plan {
    /// The same run with no other steps than these.
    pub fn only(&self, steps: impl IntoIterator<Item = u32>) -> Self {
        Self { only: Some(Arc::new(steps.into_iter().collect())), ..self.clone() }
    }

    /// The command that plays it again, aloud.
    pub fn command(&self) -> String {
        let only = self.only.as_ref().map(|only| format!("LIANYING_ONLY={} ", ranges(only))).unwrap_or_default();
        let plant = self.plant.map(|plant| format!("LIANYING_PLANT={plant:?} ")).unwrap_or_default();
        let seed = self.seed;
        format!("LIANYING_SEED={seed} {plant}{only}cargo test -p sync --test simulator -- --nocapture the_laws")
    }
}

/// "3,7-9"
fn ranges(steps: &BTreeSet<u32>) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for step in steps.iter().copied() {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == step => *last = step,
            _ => ranges.push((step, step)),
        }
    }
    let texts = ranges.iter().map(|(from, to)| if from == to { format!("{from}") } else { format!("{from}-{to}") });
    texts.collect::<Vec<_>>().join(",")
}

/// Reads it again.
pub fn read_ranges(text: &str) -> BTreeSet<u32> {
    let number = |text: &str| -> u32 { text.parse().expect("LIANYING_ONLY is a list like 3,7-9") };
    let range = |part: &str| match part.split_once('-') {
        Some((from, to)) => number(from)..=number(to),
        None => number(part)..=number(part),
    };
    text.split(',').filter(|part| !part.is_empty()).flat_map(range).collect()
}

#[test]
fn a_run_that_breaks_a_law_is_made_short_and_still_breaks_it() {
    use crate::plant::Plant;
    let breaks = |seed| play(Plan { plant: Some(Plant::NeverSendsAgain), ..Plan::of(seed) }).err();
    let broken = (0..120).find_map(breaks).expect("the fault is found");
    let short = shrink(broken.clone());
    let steps = short.plan.only.as_ref().map_or(0, |only| only.len());
    assert!(steps > 0 && steps * 4 < broken.plan.steps as usize, "{steps} of {} steps", broken.plan.steps);
    assert_eq!(law(&short.what), law(&broken.what));
    println!("{} steps instead of {}: {}", steps, broken.step, short.plan.command());

    let command = short.plan.command();
    let only = command.split(' ').find_map(|part| part.strip_prefix("LIANYING_ONLY=")).expect("it names the steps");
    let again = play(broken.plan.only(read_ranges(only))).expect_err("played again, it breaks again");
    assert_eq!((again.step, again.what), (short.step, short.what));
}
