//! What a manager has to know now: how the day of each rep stands, how much of it is still on a phone (F88), and what is
//! not as it should be, the most urgent first (F89).
//!
//! Nothing here is ticked off by hand: a matter is gone when the records say that it was dealt with, by a verdict, a
//! decision, another visit, or a phone that was heard from again.

mod inbox;
mod plot;

pub use inbox::{Exception, Matter, inbox};
pub use plot::{nearest, plot};

use crate::id::{OutletId, QuarantineId, UserId, VisitId};
use crate::limits::{SILENT_AFTER_MILLIS, WORK_BEGINS_MILLIS};
use crate::order::InOrder;
use crate::records::{Band, Photo, Ruling, Skip, Visit};
use crate::rules::today::{Stop, StopState};
use crate::rules::trust::{Hint, Level, Trust};
use crate::time::{Moment, Offset};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What the phones of a rep have said of themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// When one of them was last heard of.
    pub last: Moment,
    /// Commands that were made on them and have not come.
    pub commands: u64,
    /// Photos that were still on them.
    pub photos: u32,
    /// When the oldest of those commands was made, if that is known.
    pub oldest: Option<Moment>,
    /// Commands that came back refused and that their maker has not seen to.
    pub refused: u32,
}

impl Heard {
    /// Whether something is on a phone that the server has not got.
    #[must_use]
    pub const fn owes(&self) -> bool {
        self.commands > 0 || self.photos > 0
    }
}

/// Everybody's phones, by whose they are; who never had one is not in it.
pub type Phones = BTreeMap<UserId, Heard>;

/// The stops of a rep on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Who.
    pub rep: UserId,
    /// Their name.
    pub name: String,
    /// Which day.
    pub date: Date,
    /// Their stops.
    pub stops: Vec<Stop>,
}

impl Day {
    /// How many stops were walked.
    #[must_use]
    pub fn done(&self) -> usize {
        self.stops.iter().filter(|stop| matches!(stop.state, StopState::Done(_))).count()
    }

    /// How many are still to come.
    #[must_use]
    pub fn to_come(&self) -> usize {
        self.stops.iter().filter(|stop| stop.state == StopState::ToDo).count()
    }

    /// Whether nothing was heard of their phone for so long that somebody should ask: because it holds something, or
    /// because there are stops to walk, which counts from when work begins.
    #[must_use]
    pub fn is_silent(&self, heard: &Heard, now: Moment, offset: Offset) -> bool {
        let begins = Moment::start_of(self.date, offset).plus(WORK_BEGINS_MILLIS);
        let since = if heard.owes() { heard.last } else { heard.last.max(begins) };
        (heard.owes() || self.to_come() > 0) && now.since(since) >= SILENT_AFTER_MILLIS
    }
}

/// A visit of these days, as far as it is looked at here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The visit.
    pub visit: VisitId,
    /// The shop.
    pub outlet: OutletId,
    /// Who.
    pub rep: UserId,
    /// Their name then.
    pub rep_name: String,
    /// On which day.
    pub day: Date,
    /// When it began.
    pub arrived: Moment,
    /// Whether it has ended.
    pub ended: bool,
    /// Milliseconds in the shop.
    pub stayed: Option<i64>,
    /// What it came to, in percent.
    pub percent: Option<u32>,
    /// Whether the display failed.
    pub failed: bool,
    /// Why its position is hardly to be believed; none where it is.
    pub low: Vec<Hint>,
    /// Whether a manager has looked at it.
    pub looked_at: bool,
    /// Whether it left something to be done, or something was asked for since.
    pub followed: bool,
    /// Photos that it names.
    pub photos: u32,
    /// Photos whose bytes are here.
    pub received: u32,
    /// Photos that were passed.
    pub passed: u32,
    /// Photos that were judged.
    pub judged: u32,
    /// When the oldest photo was taken whose bytes are not here.
    pub lacks_since: Option<Moment>,
}

impl Seen {
    /// From the records. What was done about it is for who knows to add.
    #[must_use]
    pub fn of(visit: &Visit, photos: &[Photo], trust: &Trust) -> Self {
        let ruled = |ruling| photos.iter().filter(|photo| photo.ruling == Some(ruling)).count() as u32;
        let (passed, redone) = (ruled(Ruling::Pass), ruled(Ruling::Redo));
        let lacking = photos.iter().filter(|photo| photo.received_at.is_none());
        Self {
            visit: visit.id,
            outlet: visit.outlet,
            rep: visit.rep,
            rep_name: visit.rep_name.clone(),
            day: visit.day,
            arrived: visit.check_in.at,
            ended: !visit.is_open(),
            stayed: visit.stayed(),
            percent: visit.score.as_ref().map(|score| score.share.percent()),
            failed: visit.score.as_ref().is_some_and(|score| score.band == Band::Fail),
            low: if trust.level == Level::Low { trust.hints.clone() } else { Vec::new() },
            looked_at: false,
            followed: false,
            photos: visit.photos,
            received: photos.iter().filter(|photo| photo.received_at.is_some()).count() as u32,
            passed,
            judged: passed + redone,
            lacks_since: lacking.map(|photo| photo.taken_at).min(),
        }
    }

    /// Whether photos of it are still on the phone.
    #[must_use]
    pub const fn lacks_photos(&self) -> bool {
        self.received < self.photos
    }
}

/// A visit with photos whose rep speaks against a verdict and has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appealed {
    /// The visit.
    pub visit: VisitId,
    /// The shop.
    pub outlet: OutletId,
    /// Who.
    pub rep: UserId,
    /// Their name then.
    pub rep_name: String,
    /// What was said first.
    pub because: String,
    /// When.
    pub at: Moment,
    /// How many photos.
    pub photos: usize,
}

/// Something that is kept for a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// By which name it is found.
    pub id: QuarantineId,
    /// Who made it.
    pub rep: UserId,
    /// Their name then.
    pub rep_name: String,
    /// The shop's name, where it is known.
    pub shop: String,
    /// When it came.
    pub at: Moment,
    /// How many records.
    pub parts: usize,
}

/// What the records of a region say of today and the days before that still matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Today.
    pub today: Date,
    /// Where days begin and end.
    pub offset: Offset,
    /// The days of everybody who had stops, today's and those before.
    pub days: Vec<Day>,
    /// The visits of these days.
    pub visits: Vec<Seen>,
    /// What was left out on these days.
    pub skips: Vec<Skip>,
    /// What is spoken against.
    pub appealed: Vec<Appealed>,
    /// What is kept.
    pub held: Vec<Held>,
}

impl Field {
    /// The days of today, of those who have something to walk.
    pub fn now(&self) -> impl Iterator<Item = &Day> {
        self.days.iter().filter(|day| day.date == self.today && !day.stops.is_empty())
    }

    /// The visits of today.
    pub fn visits_now(&self) -> impl Iterator<Item = &Seen> {
        self.visits.iter().filter(|seen| seen.day == self.today)
    }

    /// The figures of the day.
    #[must_use]
    pub fn figures(&self) -> Figures {
        let mut figures = Figures::default();
        for day in self.now() {
            figures.done += day.done();
            figures.stops += day.stops.len();
        }
        let mut stays = Vec::new();
        for seen in self.visits_now() {
            figures.photos += seen.photos;
            figures.received += seen.received.min(seen.photos);
            figures.judged += seen.judged;
            figures.passed += seen.passed;
            stays.extend(seen.stayed);
        }
        stays.in_order();
        figures.stayed = stays.get(stays.len() / 2).copied();
        figures.visits = stays.len();
        figures
    }

    /// From whom the figures of the day are, and what they cannot contain yet.
    #[must_use]
    pub fn freshness(&self, phones: &Phones, now: Moment) -> Freshness {
        let mut fresh = Freshness::default();
        for day in self.now() {
            fresh.all += 1;
            let heard = phones.get(&day.rep);
            if heard.is_some_and(|heard| !heard.owes() && !day.is_silent(heard, now, self.offset)) {
                fresh.told += 1;
            }
            if let Some(heard) = heard.filter(|heard| heard.owes()) {
                fresh.commands += heard.commands;
                fresh.photos += heard.photos;
                fresh.from.push(day.name.clone());
            }
        }
        fresh
    }
}

/// The figures of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Stops that were walked.
    pub done: usize,
    /// All stops.
    pub stops: usize,
    /// Photos of the visits.
    pub photos: u32,
    /// Photos whose bytes are here.
    pub received: u32,
    /// Photos that were judged.
    pub judged: u32,
    /// Photos that were passed.
    pub passed: u32,
    /// Milliseconds in the shop: half of the visits were shorter.
    pub stayed: Option<i64>,
    /// Of how many visits that is.
    pub visits: usize,
}

/// How much of the day has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Freshness {
    /// Reps with stops today.
    pub all: usize,
    /// Those whose phone was heard from and holds nothing back.
    pub told: usize,
    /// Commands that are still on phones.
    pub commands: u64,
    /// Photos that are still on phones.
    pub photos: u32,
    /// On whose.
    pub from: Vec<String>,
}
