//! How far a position can be believed (F110). A browser can only give hints, and a hint blocks nobody: a person reads
//! the reasons and decides.

use crate::geo::{Fix, Position};
use crate::limits::AT_OUTLET_METRES;
use crate::time::Moment;

/// What speaks against a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// There was none.
    NoFix,
    /// So many metres from the shop.
    Away(u32),
    /// Known only to so many metres.
    Coarse(u32),
    /// So many minutes old when it was used.
    Old(u32),
    /// Several readings, and not a centimetre between them. Receivers wander; most inventions do not.
    Still,
    /// The accuracy is claimed to be better than a receiver's ever is.
    TooGood,
    /// Both numbers are round: typed rather than measured.
    Round,
    /// So many km/h since the place before.
    Leap(u32),
}

/// How far it can be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Something contradicts it.
    Low,
    /// Something is missing.
    Fair,
    /// Nothing speaks against it.
    Good,
}

/// A level with its reasons, the gravest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trust {
    /// The level.
    pub level: Level,
    /// The reasons; none for a good one.
    pub hints: Vec<Hint>,
}

/// Older than this a fix says where the phone was, not where it is; minutes.
const OLD_MINUTES: i64 = 5;
/// Nobody drives faster than this between two shops, in km/h.
const FASTEST: u64 = 160;
/// Below this the distance is within the error of both readings, in metres.
const NOISE_METRES: u32 = 500;

/// What can be said of a fix that was used at a shop at a moment, after another one.
#[must_use]
pub fn assess(fix: Option<&Fix>, at: Moment, outlet: Option<Position>, before: Option<&Fix>) -> Trust {
    let Some(fix) = fix else { return Trust { level: Level::Fair, hints: vec![Hint::NoFix] } };
    let mut grave = Vec::new();
    let mut light = Vec::new();
    if let Some(speed) = before.and_then(|before| leap(before, fix)) {
        grave.push(Hint::Leap(speed));
    }
    if fix.jitter.is_some_and(|jitter| jitter.readings >= 3 && jitter.centimetres == 0) {
        grave.push(Hint::Still);
    }
    if fix.accuracy == 0 {
        grave.push(Hint::TooGood);
    }
    // A thousandth of a degree is a hundred metres: no receiver stops there twice.
    if fix.position.lat % 1_000 == 0 && fix.position.lon % 1_000 == 0 {
        grave.push(Hint::Round);
    }
    if let Some(outlet) = outlet {
        let metres = fix.position.metres_to(outlet);
        if metres.saturating_sub(fix.accuracy) > AT_OUTLET_METRES {
            grave.push(Hint::Away(metres));
        }
    }
    if fix.accuracy > AT_OUTLET_METRES {
        light.push(Hint::Coarse(fix.accuracy));
    }
    let minutes = at.since(fix.measured_at) / 60_000;
    if minutes >= OLD_MINUTES {
        light.push(Hint::Old(u32::try_from(minutes).unwrap_or(u32::MAX)));
    }
    let level = match (grave.is_empty(), light.is_empty()) {
        (false, _) => Level::Low,
        (true, false) => Level::Fair,
        (true, true) => Level::Good,
    };
    grave.append(&mut light);
    Trust { level, hints: grave }
}

/// Where the phone was last before a moment, of all the moments at which it was asked.
#[must_use]
pub fn latest_before(at: Moment, asked: impl IntoIterator<Item = (Moment, Option<Fix>)>) -> Option<Fix> {
    let found = asked.into_iter().filter_map(|(when, fix)| Some((when, fix?))).filter(|(when, _)| *when < at);
    found.max_by_key(|(when, _)| *when).map(|(_, fix)| fix)
}

/// The speed between two fixes in km/h, if nobody can be that fast.
fn leap(before: &Fix, fix: &Fix) -> Option<u32> {
    let metres = before.position.metres_to(fix.position).saturating_sub(before.accuracy).saturating_sub(fix.accuracy);
    if metres < NOISE_METRES {
        return None;
    }
    // Two fixes of one second are a second apart; a clock that was set back in between tells nothing.
    let millis = u64::try_from(fix.measured_at.since(before.measured_at)).ok()?.max(1_000);
    let speed = u64::from(metres) * 3_600 / millis;
    (speed > FASTEST).then(|| u32::try_from(speed).unwrap_or(u32::MAX))
}
