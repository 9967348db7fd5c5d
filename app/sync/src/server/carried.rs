//! Commands that somebody else carried here (F101): the device that made them says nothing of itself meanwhile.

use super::Incoming;
use domain::time::Moment;

/// The clock of the device as it would show now. What it signed tells, as far as it knew; `heard` is how far its clock was
/// behind the server's when it last spoke for itself. Nothing that a bearer says can move the hour of somebody else's work.
#[must_use]
pub fn clock_as_signed(commands: &[Incoming], heard: i64, now: Moment) -> Moment {
    // A phone whose clock nobody had compared yet says 0, and knew nothing.
    let mut known = commands.iter().rev().filter_map(|command| command.head.as_ref()).map(|head| head.skew);
    now.plus(known.find(|skew| *skew != 0).unwrap_or(heard).saturating_neg())
}
