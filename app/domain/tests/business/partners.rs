//! Partners (S1, S15-S18, S30-S44; F41-F55): from a name heard on the street to a member of the alliance, and whose
//! ground is whose on the way.

mod adding;
mod alike;
mod claiming;
mod claims;
mod drafting;
mod duties;
mod ending;
mod events;
mod grounds;
mod guarantees;
mod moving;
mod pinyin;
mod qualifying;
mod requalifying;
mod road;
mod ruling;
mod signing;
mod terms;

use crate::sample::*;
use domain::records::Candidate;
use domain::time::{Moment, Offset};
use jiff::civil::Date;

/// A stage on which the candidate is known, with its place and a dealer.
pub fn with(stage: Stage, candidate: Candidate) -> Stage {
    stage.having(a_territory(territory(), region())).having(a_dealer()).having(a_place()).having(candidate)
}

/// The same on a day.
pub fn on(mut stage: Stage, day: Date) -> Stage {
    stage.context.captured_at = Moment::start_of(day, Offset::CHINA).plus(8 * 3_600_000);
    stage
}

/// One letter more than a text may have.
pub fn too_long(most: usize) -> String {
    "长".repeat(most + 1)
}
