//! The deterministic simulator: phones, a server and a line between them, all made of one number.
//! The protocol inside is the code that ships; everything around it can fail, at any step.
//!
//! `LIANYING_RUNS` says how many runs. A run that breaks a law is shrunk, and says by which command the short one is
//! played again, aloud: `LIANYING_SEED` is its number, and `LIANYING_ONLY` are the steps that are left of it.
//! `MINUTES` is how long `the_laws_hold_for_as_long_as_there_is_time` looks for one.

#![allow(clippy::unwrap_used, reason = "a test may panic: that is how it fails")]

mod build;
mod chance;
mod check;
mod network;
mod phone;
mod plant;
mod plants;
mod region;
mod run;
mod server;
mod shrink;
mod storage;
mod tally;

use chance::Chance;
use plant::Plant;
use run::{Broken, Plan, Run};
use std::env;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use tally::Tally;

/// Enough for a minute or two of an unoptimised build on two cores.
const RUNS: u64 = 1_000;

impl Plan {
    /// The run of a seed.
    pub fn of(seed: u64) -> Self {
        let steps = 200 + Chance::from(seed).below(1_800) as u32;
        Self { seed, steps, only: None, wrong_clocks: true, twin: false, plant: None, aloud: false }
    }
}

fn play(plan: Plan) -> Result<Tally, Broken> {
    // Code that panics has broken a law too, and is shrunk like the rest.
    catch_unwind(AssertUnwindSafe(|| Run::new(plan.clone()).play())).unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().map(String::as_str);
        let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
        Err(Broken { step: plan.steps, plan, what: format!("panic: {words}") })
    })
}

/// Plays the runs of many seeds, on every core, for no longer than there is time. The first that breaks a law ends it.
fn play_all(seeds: Range<u64>, time: Duration) -> Result<Tally, Broken> {
    let (next, begun) = (AtomicU64::new(seeds.start), Instant::now());
    let one_core = || {
        let mut all = Tally::default();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= seeds.end || begun.elapsed() > time {
                return Ok(all);
            }
            match play(Plan::of(seed)) {
                Ok(tally) => all.add(&tally),
                Err(broken) => {
                    next.store(seeds.end, Ordering::Relaxed);
                    return Err(broken);
                }
            }
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let ended: Vec<Result<Tally, Broken>> = thread::scope(|scope| {
        let working: Vec<_> = (0..cores).map(|_| scope.spawn(one_core)).collect();
        working.into_iter().map(|core| core.join().expect("a panic inside a run is caught there")).collect()
    });
    let mut all = Tally::default();
    for tally in ended {
        all.add(&tally?);
    }
    Ok(all)
}

fn text(name: &str) -> Option<String> {
    env::var(name).ok().filter(|text| !text.is_empty())
}

fn number(name: &str) -> Option<u64> {
    text(name).map(|text| text.parse().expect("a number"))
}

fn fail(broken: &Broken) -> ! {
    let Broken { plan, step, what } = broken;
    panic!("seed={} steps={} (step {step}): {what}\nplay it again: {}", plan.seed, plan.steps, plan.command());
}

fn fail_short(broken: Broken) -> ! {
    fail(&shrink::shrink(broken))
}

/// One run, aloud.
fn play_again(seed: u64) {
    let plant = text("LIANYING_PLANT").map(|name| Plant::named(&name).expect("a fault that can be planted"));
    let plan = Plan { aloud: true, plant, ..Plan::of(seed) };
    let only = text("LIANYING_ONLY").map(|only| plan.only(shrink::read_ranges(&only)));
    match play(only.unwrap_or(plan)) {
        Ok(tally) => println!("{tally:#?}"),
        Err(broken) => fail(&broken),
    }
}

#[test]
fn the_laws_hold_whatever_goes_wrong() {
    if let Some(seed) = number("LIANYING_SEED") {
        return play_again(seed);
    }
    let runs = number("LIANYING_RUNS").unwrap_or(RUNS);
    let all = play_all(0..runs, Duration::MAX).unwrap_or_else(|broken| fail_short(broken));
    println!("{all:?}");
    if runs >= RUNS {
        assert!(all.missing().is_empty(), "runs that never saw {:?} prove nothing about it", all.missing());
    }
}

#[test]
#[ignore = "takes as many minutes as MINUTES says: `make soak MINUTES=60`"]
fn the_laws_hold_for_as_long_as_there_is_time() {
    let minutes = number("MINUTES").unwrap_or(10);
    // Other seeds than those of every day.
    let all = play_all(RUNS..u64::MAX, Duration::from_secs(minutes * 60)).unwrap_or_else(|broken| fail_short(broken));
    println!("{minutes} minutes: {all:?}");
}

#[test]
fn a_run_is_the_same_every_time() {
    for seed in [3, 14, 15] {
        let [first, again] = [0; 2].map(|_| play(Plan::of(seed)).unwrap_or_else(|broken| fail(&broken)));
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
