//! What the trends count: five measures of the work in shops, by week. A number is always a part of a whole, so that it
//! can be added to others, and followed to what it counts.
//!
//! The week of a visit is the ISO week of its day. Only visits that have ended count, and only those to shops: the place
//! of a partner is inspected, not served. In a week a shop counts once, for whoever was there first; so the shops of reps
//! and classes add up to those of their territory.

use crate::id::StandardId;
use crate::records::{Band, Photo, Ruling, Visit};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// 达标: visits that reached the pass mark of their checklist, of those that were scored.
    #[default]
    Compliance,
    /// 覆盖: shops that were visited, of those that there are.
    Coverage,
    /// 频次: visits to a shop.
    Frequency,
    /// 在店: time from arriving to leaving. A visit that ended by itself says nothing about that.
    Stay,
    /// 退回: photos whose verdict is that they be taken again, of those that were judged.
    Redo,
}

/// By what the figures are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Region.
    Region,
    /// Territory, as it was at the check-in.
    #[default]
    Territory,
    /// Whoever was there.
    Rep,
    /// Class of the shop.
    Class,
    /// Display standard: visits with a photo that it judges. All its versions are one.
    Standard,
}

/// A week, named by its Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Week(Date);

impl Week {
    /// The week of a day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self(day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days()))
    }

    /// Its first day.
    #[must_use]
    pub const fn monday(self) -> Date {
        self.0
    }

    /// So many weeks before.
    #[must_use]
    pub fn back(self, weeks: u32) -> Self {
        Self(self.0.saturating_sub(i64::from(weeks).weeks()))
    }

    /// From one to another, both included; none if the other comes before, and never more than `most`, the last ones.
    #[must_use]
    pub fn range(from: Self, to: Self, most: u32) -> Vec<Self> {
        let mut weeks: Vec<Self> =
            (0..most).map(|back| to.back(back)).take_while(|week| *week >= from && week.0 > Date::MIN).collect();
        weeks.reverse();
        weeks
    }
}

/// What is counted, of one visit or of many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Visits.
    pub visits: i64,
    /// Shops that were visited.
    pub shops: i64,
    /// Visits whose length is known.
    pub timed: i64,
    /// How long those took together.
    pub seconds: i64,
    /// Visits that were scored.
    pub scored: i64,
    /// Those of them that passed.
    pub passed: i64,
    /// Photos that were judged.
    pub judged: i64,
    /// Those of them that are to be taken again.
    pub sent_back: i64,
}

impl Tally {
    /// Adds another one.
    pub const fn add(&mut self, other: &Self) {
        self.visits += other.visits;
        self.shops += other.shops;
        self.timed += other.timed;
        self.seconds += other.seconds;
        self.scored += other.scored;
        self.passed += other.passed;
        self.judged += other.judged;
        self.sent_back += other.sent_back;
    }
}

/// Whether a visit counts: to a shop, or to the place of a partner.
#[must_use]
pub const fn counts(visit: &Visit, of_partner: bool) -> bool {
    !visit.is_open() && !of_partner
}

/// What an ended visit counts for: as a whole, under the empty name, and for each display standard that its photos are
/// judged by, under what the versions of that have in common. `shops` is left at 0: whether a visit was the first of its
/// week in its shop is not known from it alone.
#[must_use]
pub fn of_visit(visit: &Visit, photos: &[Photo], lineages: &BTreeMap<StandardId, String>) -> Vec<(String, Tally)> {
    let whole = of_attendance(visit);
    let mut tallies = BTreeMap::from([(String::new(), whole)]);
    for photo in photos.iter().filter(|photo| photo.visit == visit.id) {
        let lineage = photo.standard.and_then(|standard| lineages.get(&standard));
        // The name of none would be counted as the whole.
        let lineage = lineage.filter(|lineage| !lineage.is_empty());
        for name in std::iter::once(String::new()).chain(lineage.cloned()) {
            let tally = tallies.entry(name).or_insert(whole);
            tally.judged += i64::from(photo.ruling.is_some());
            tally.sent_back += i64::from(photo.ruling == Some(Ruling::Redo));
        }
    }
    tallies.into_iter().collect()
}

fn of_attendance(visit: &Visit) -> Tally {
    let stayed = visit.stayed().filter(|_| visit.forgotten.is_none());
    Tally {
        visits: 1,
        shops: 0,
        timed: i64::from(stayed.is_some()),
        seconds: stayed.unwrap_or_default() / 1000,
        scored: i64::from(visit.score.is_some()),
        passed: i64::from(visit.score.as_ref().is_some_and(|score| score.band == Band::Pass)),
        judged: 0,
        sent_back: 0,
    }
}

/// A part of a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// What was counted.
    pub part: i64,
    /// Of what.
    pub whole: i64,
}

impl Measure {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Compliance, Self::Coverage, Self::Frequency, Self::Stay, Self::Redo];

    /// What an address and the wire call it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Compliance => "compliance",
            Self::Coverage => "coverage",
            Self::Frequency => "frequency",
            Self::Stay => "stay",
            Self::Redo => "redo",
        }
    }

    /// The figure, where there are so many shops.
    #[must_use]
    pub const fn figure(self, tally: &Tally, shops: i64) -> Figure {
        let (part, whole) = match self {
            Self::Compliance => (tally.passed, tally.scored),
            Self::Coverage => (tally.shops, shops),
            Self::Frequency => (tally.visits, shops),
            Self::Stay => (tally.seconds, tally.timed),
            Self::Redo => (tally.sent_back, tally.judged),
        };
        Figure { part, whole }
    }

    /// A hundredth of its unit each: percent, visits or minutes. None of nothing.
    #[must_use]
    pub fn hundredths(self, figure: Figure) -> Option<i64> {
        let (times, over) = match self {
            Self::Compliance | Self::Coverage | Self::Redo => (10_000, 1),
            Self::Frequency => (100, 1),
            Self::Stay => (100, 60),
        };
        let whole = i128::from(figure.whole) * over;
        if whole <= 0 {
            return None;
        }
        let rounded = (i128::from(figure.part) * times + whole / 2).div_euclid(whole);
        i64::try_from(rounded).ok()
    }

    /// Whether it is a share of a hundred.
    #[must_use]
    pub const fn is_share(self) -> bool {
        matches!(self, Self::Compliance | Self::Coverage | Self::Redo)
    }

    /// Whether less of it is better.
    #[must_use]
    pub const fn less_is_better(self) -> bool {
        matches!(self, Self::Redo)
    }

    /// Puts the worst first; what has no figure comes last.
    #[must_use]
    pub fn badness(self, figure: Figure) -> (bool, i64) {
        match self.hundredths(figure) {
            None => (true, 0),
            Some(value) if self.less_is_better() => (false, -value),
            Some(value) => (false, value),
        }
    }
}

impl By {
    /// All of them, from the widest.
    pub const ALL: [Self; 5] = [Self::Region, Self::Territory, Self::Rep, Self::Class, Self::Standard];

    /// What an address and the wire call it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Territory => "territory",
            Self::Rep => "rep",
            Self::Class => "class",
            Self::Standard => "standard",
        }
    }
}
