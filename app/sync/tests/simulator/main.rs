//! The deterministic simulator: phones, a server and a line between them, all made of one number.
//! The protocol inside is the code that ships; everything around it can fail, at any step.
//!
//! `LIANYING_RUNS` says how many runs, `LIANYING_SEED` plays one run again, aloud
//! (`cargo test -p sync --test simulator -- --nocapture the_laws`).

#![allow(clippy::unwrap_used, reason = "a test may panic: that is how it fails")]

mod chance;
mod check;
mod network;
mod phone;
mod plant;
mod plants;
mod region;
mod run;
mod server;
mod storage;
mod tally;

use chance::Chance;
use run::{Broken, Plan, Run};
use std::env;
use tally::Tally;

/// Enough for some twenty seconds of an unoptimised build.
const RUNS: u64 = 120;

impl Plan {
    /// The run of a seed.
    pub fn of(seed: u64) -> Self {
        let steps = 200 + Chance::from(seed).below(1_800) as u32;
        Self { seed, steps, wrong_clocks: true, twin: false, plant: None, aloud: false }
    }
}

fn play(plan: Plan) -> Result<Tally, Broken> {
    Run::new(plan).play()
}

fn number(name: &str) -> Option<u64> {
    env::var(name).ok().map(|text| text.parse().expect("a number"))
}

fn fail(broken: &Broken) -> ! {
    let Broken { plan, step, what } = broken;
    panic!(
        "seed={} steps={} (step {step}): {what}\nplay it again with LIANYING_SEED={}",
        plan.seed, plan.steps, plan.seed
    );
}

#[test]
fn the_laws_hold_whatever_goes_wrong() {
    if let Some(seed) = number("LIANYING_SEED") {
        match play(Plan { aloud: true, ..Plan::of(seed) }) {
            Ok(tally) => println!("{tally:#?}"),
            Err(broken) => fail(&broken),
        }
        return;
    }
    let runs = number("LIANYING_RUNS").unwrap_or(RUNS);
    let mut all = Tally::default();
    for seed in 0..runs {
        match play(Plan::of(seed)) {
            Ok(tally) => all.add(&tally),
            Err(broken) => fail(&broken),
        }
    }
    println!("{runs} runs: {all:?}");
    if runs >= RUNS {
        assert!(all.missing().is_empty(), "runs that never saw {:?} prove nothing about it", all.missing());
    }
}

#[test]
fn a_run_is_the_same_every_time() {
    for seed in [3, 14, 15] {
        let [first, again] = [Plan::of(seed); 2].map(|plan| play(plan).unwrap_or_else(|broken| fail(&broken)));
        assert_eq!(format!("{first:?}"), format!("{again:?}"));
    }
}

/// I12. Clocks may be wrong by years, as long as they are wrong by the same amount.
#[test]
fn wrong_clocks_change_nothing_that_becomes_of_any_command() {
    for seed in 1_000..1_015 {
        let fates = |wrong_clocks| {
            play(Plan { wrong_clocks, twin: true, ..Plan::of(seed) }).unwrap_or_else(|broken| fail(&broken)).fates
        };
        assert_eq!(fates(true), fates(false), "seed={seed}");
    }
}
