//! What a phone holds: the records of its user's scopes on a day (F102). Shown before somebody is posted, so that nobody
//! finds a phone empty or full in the field.

use crate::records::{Assignment, Kind, Record, User};
use crate::rules::reach::{Directory, Strictness, scopes_of};
use crate::scope::Scope;
use crate::time::{DateWindow, Moment};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Records by kind, and their bytes together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holding {
    counts: BTreeMap<Kind, usize>,
    /// About what they weigh, in bytes.
    pub bytes: u64,
}

impl Holding {
    /// Takes in those records that lie in the scopes.
    pub fn take<R: Record>(&mut self, records: &[R], scopes: &[Scope]) {
        for record in records.iter().filter(|record| scopes.contains(&record.scope())) {
            *self.counts.entry(R::KIND).or_default() += 1;
            let any: crate::records::AnyRecord = record.clone().into();
            self.bytes += any.body().len() as u64;
        }
    }

    /// How many of a kind.
    #[must_use]
    pub fn of(&self, kind: Kind) -> usize {
        self.counts.get(&kind).copied().unwrap_or_default()
    }

    /// How many of all kinds but those.
    #[must_use]
    pub fn beside(&self, kinds: &[Kind]) -> usize {
        self.counts.iter().filter(|(kind, _)| !kinds.contains(kind)).map(|(_, count)| count).sum()
    }
}

/// A change of postings that is thought about.
#[derive(Clone, Debug, PartialEq)]
pub enum Posting {
    /// One more.
    New(Assignment),
    /// One that ends.
    Ends(Assignment, Date),
}

impl Posting {
    /// The first day on which it makes a difference.
    #[must_use]
    pub fn first_day(&self) -> Date {
        match self {
            Self::New(posting) => posting.window.from,
            Self::Ends(_, until) => until.saturating_add(1.day()),
        }
    }

    /// The postings with it.
    #[must_use]
    pub fn with(&self, known: &[Assignment]) -> Vec<Assignment> {
        match self {
            Self::New(posting) => known.iter().chain([posting]).cloned().collect(),
            Self::Ends(ended, until) => {
                let end = |one: &Assignment| match one.id == ended.id {
                    true => Assignment { window: DateWindow { until: Some(*until), ..one.window }, ..one.clone() },
                    false => one.clone(),
                };
                known.iter().map(end).collect()
            }
        }
    }
}

/// The scopes of a user on a day, without a change and with it.
#[must_use]
pub fn before_and_after(user: &User, directory: &Directory<'_>, change: &Posting) -> [Vec<Scope>; 2] {
    let day = change.first_day();
    let at = Moment::start_of(day, directory.offset);
    let after = change.with(directory.assignments);
    let changed = Directory { territories: directory.territories, assignments: &after, offset: directory.offset };
    [directory, &changed].map(|directory| scopes_of(user, directory, at, Strictness::Exact))
}
