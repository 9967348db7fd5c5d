//! Which shops are overdue by the frequency of their class (F4).

use crate::records::{Frequency, LastVisit, OutletClass};
use crate::time::Moment;
use jiff::civil::Date;

/// The version that holds at a moment.
pub fn current<'a>(versions: impl IntoIterator<Item = &'a Frequency>, at: Moment) -> Option<&'a Frequency> {
    versions.into_iter().filter(|version| version.from <= at).max_by_key(|version| (version.from, version.version))
}

/// How a shop stands against its frequency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// No rule for its class.
    Free,
    /// So many days are left; 0 on the last day.
    InTime(u32),
    /// So many days over.
    Overdue(u32),
    /// Nobody has ever been there.
    Never,
}

/// See [`Standing`].
#[must_use]
pub fn standing(class: OutletClass, last: Option<&LastVisit>, frequency: &Frequency, today: Date) -> Standing {
    let Some(every) = frequency.every.iter().find(|every| every.class == class) else { return Standing::Free };
    let Some(last) = last else { return Standing::Never };
    // A visit of tomorrow, by a clock that was wrong, counts as today's.
    let gone = last.day.until(today).map_or(0, |span| span.get_days()).max(0).unsigned_abs();
    match u32::from(every.days).checked_sub(gone) {
        Some(left) => Standing::InTime(left),
        None => Standing::Overdue(gone - u32::from(every.days)),
    }
}

/// Days over; 0 for a shop that is not overdue. A shop where nobody has ever been is not called late by days.
#[must_use]
pub fn overdue(class: OutletClass, last: Option<&LastVisit>, frequency: &Frequency, today: Date) -> u32 {
    match standing(class, last, frequency, today) {
        Standing::Overdue(days) => days,
        _ => 0,
    }
}
