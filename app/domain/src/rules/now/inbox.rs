//! What is not as it should be, ranked.

use super::{Day, Field, Heard, Phones, Seen};
use crate::id::{OutletId, QuarantineId, UserId, VisitId};
use crate::limits::UNSENT_AFTER_MILLIS;
use crate::order::InOrder;
use crate::records::{Skip, SkipReason};
use crate::rules::today::{Stop, StopReason, StopState};
use crate::rules::trust::Hint;
use crate::time::Moment;
use jiff::civil::Date;

/// One thing that somebody has to see to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// What.
    pub matter: Matter,
    /// Whose.
    pub rep: UserId,
    /// Their name.
    pub rep_name: String,
    /// Since when.
    pub since: Moment,
}

/// What it is, and how much. In the order of urgency: what may still be lost comes before what may be unjust, that
/// before what went wrong in a shop, and that before what is doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Nothing is heard of the phone; it goes when it is heard from.
    Silent(Heard),
    /// It is heard from, and yet old work on it does not come; it goes when it has come.
    Unsent {
        /// Commands.
        commands: u64,
        /// Photos.
        photos: u32,
    },
    /// The server said no to something that a rep recorded, and they have neither mended nor put it away; it goes when
    /// they have.
    Refused {
        /// How many commands.
        commands: u32,
    },
    /// Kept for a decision; it goes with the decision.
    Held {
        /// By which name it is found.
        id: QuarantineId,
        /// The shop's name, where it is known.
        shop: String,
        /// How many records.
        parts: usize,
    },
    /// Somebody speaks against verdicts; it goes with the answer.
    Appealed {
        /// The visit.
        visit: VisitId,
        /// The shop.
        outlet: OutletId,
        /// How many photos.
        photos: usize,
        /// What was said.
        because: String,
    },
    /// A stop was not walked; it goes when somebody goes there.
    Missed {
        /// The shop.
        outlet: OutletId,
        /// On which day's route.
        day: Date,
        /// Why, if the rep said so.
        why: Option<(SkipReason, String)>,
    },
    /// A display failed; it goes with a better visit, or when something is asked for there.
    Failed {
        /// The visit.
        visit: VisitId,
        /// The shop.
        outlet: OutletId,
        /// What it came to.
        percent: u32,
    },
    /// A position is hardly to be believed; it goes when a manager has looked at it.
    Doubtful {
        /// The visit.
        visit: VisitId,
        /// The shop.
        outlet: OutletId,
        /// Why.
        hints: Vec<Hint>,
    },
}

impl Matter {
    /// How many kinds there are.
    pub const RANKS: u8 = 8;

    /// How urgent its kind is, from 0.
    #[must_use]
    pub const fn rank(&self) -> u8 {
        match self {
            Self::Silent(_) => 0,
            Self::Unsent { .. } => 1,
            Self::Refused { .. } => 2,
            Self::Held { .. } => 3,
            Self::Appealed { .. } => 4,
            Self::Missed { .. } => 5,
            Self::Failed { .. } => 6,
            Self::Doubtful { .. } => 7,
        }
    }

    /// The shop, if it is about one that is known by its id.
    #[must_use]
    pub const fn outlet(&self) -> Option<OutletId> {
        match self {
            Self::Appealed { outlet, .. }
            | Self::Missed { outlet, .. }
            | Self::Failed { outlet, .. }
            | Self::Doubtful { outlet, .. } => Some(*outlet),
            Self::Silent(_) | Self::Unsent { .. } | Self::Refused { .. } | Self::Held { .. } => None,
        }
    }
}

/// Everything that has to be seen to, the most urgent first and the oldest first among equals. Without `phones` nothing
/// is said of them.
#[must_use]
pub fn inbox(field: &Field, phones: Option<&Phones>, now: Moment) -> Vec<Exception> {
    let mut all: Vec<Exception> = Vec::new();
    let todays = field.days.iter().filter(|day| day.date == field.today);
    all.extend(todays.clone().filter_map(|day| of_phone(field, day, phones?.get(&day.rep)?, now)));
    all.extend(todays.filter_map(|day| refused(day, phones?.get(&day.rep)?)));
    all.extend(field.held.iter().map(|held| Exception {
        matter: Matter::Held { id: held.id, shop: held.shop.clone(), parts: held.parts },
        rep: held.rep,
        rep_name: held.rep_name.clone(),
        since: held.at,
    }));
    all.extend(field.appealed.iter().map(|appealed| Exception {
        matter: Matter::Appealed {
            visit: appealed.visit,
            outlet: appealed.outlet,
            photos: appealed.photos,
            because: appealed.because.clone(),
        },
        rep: appealed.rep,
        rep_name: appealed.rep_name.clone(),
        since: appealed.at,
    }));
    for day in &field.days {
        let heard = phones.and_then(|phones| phones.get(&day.rep));
        all.extend(day.stops.iter().filter_map(|stop| missed(field, day, stop, heard)));
    }
    all.extend(field.visits.iter().filter_map(|seen| failed(field, seen)));
    all.extend(field.visits.iter().filter(|seen| !seen.low.is_empty() && !seen.looked_at).map(|seen| {
        let matter = Matter::Doubtful { visit: seen.visit, outlet: seen.outlet, hints: seen.low.clone() };
        of_visit(seen, matter)
    }));
    all.order_by_key(|exception| (exception.matter.rank(), exception.since, exception.rep));
    all
}

fn of_visit(seen: &Seen, matter: Matter) -> Exception {
    Exception { matter, rep: seen.rep, rep_name: seen.rep_name.clone(), since: seen.arrived }
}

/// A phone is spoken of once: as silent, or as one that holds old work.
fn of_phone(field: &Field, day: &Day, heard: &Heard, now: Moment) -> Option<Exception> {
    let told = |matter, since| Some(Exception { matter, rep: day.rep, rep_name: day.name.clone(), since });
    if day.is_silent(heard, now, field.offset) {
        return told(Matter::Silent(*heard), heard.last);
    }
    let lacking = field.visits.iter().filter(|seen| seen.rep == day.rep && heard.photos > 0);
    let oldest = lacking.filter_map(|seen| seen.lacks_since).chain(heard.oldest).min()?;
    let waits = heard.owes() && now.since(oldest) >= UNSENT_AFTER_MILLIS;
    if waits { told(Matter::Unsent { commands: heard.commands, photos: heard.photos }, oldest) } else { None }
}

/// What a rep recorded and the server refused: nothing of it is lost, and somebody has to help before the shop is passed by.
fn refused(day: &Day, heard: &Heard) -> Option<Exception> {
    let matter = Matter::Refused { commands: heard.refused };
    (heard.refused > 0).then(|| Exception { matter, rep: day.rep, rep_name: day.name.clone(), since: heard.last })
}

/// A stop that nobody walked. What was settled by telephone is settled; that nothing was said of a stop can only be known
/// of a phone that was heard from after that day and holds nothing back.
fn missed(field: &Field, day: &Day, stop: &Stop, heard: Option<&Heard>) -> Option<Exception> {
    let (why, since) = match stop.state {
        StopState::Skipped(skip) => {
            let skip: &Skip = field.skips.iter().find(|known| known.id == skip)?;
            if skip.reason == SkipReason::ByPhone {
                return None;
            }
            (Some((skip.reason, skip.note.clone())), skip.at)
        }
        StopState::ToDo if day.date < field.today && stop.reasons.contains(&StopReason::Planned) => {
            let over = Moment::start_of(day.date.tomorrow().ok()?, field.offset);
            heard.filter(|heard| heard.last >= over && !heard.owes())?;
            (None, over)
        }
        StopState::ToDo | StopState::Open(_) | StopState::Done(_) => return None,
    };
    let went = |seen: &Seen| seen.outlet == stop.outlet && seen.day > day.date;
    if field.visits.iter().any(went) {
        return None;
    }
    let matter = Matter::Missed { outlet: stop.outlet, day: day.date, why };
    Some(Exception { matter, rep: day.rep, rep_name: day.name.clone(), since })
}

fn failed(field: &Field, seen: &Seen) -> Option<Exception> {
    let better =
        |other: &Seen| other.outlet == seen.outlet && other.arrived > seen.arrived && other.ended && !other.failed;
    if !seen.failed || seen.followed || field.visits.iter().any(better) {
        return None;
    }
    let matter = Matter::Failed { visit: seen.visit, outlet: seen.outlet, percent: seen.percent.unwrap_or_default() };
    Some(of_visit(seen, matter))
}
