//! Versions of what is published for some: a form, a display standard. Two regions may have different ones at the same
//! time; where a version is for more people and begins later, it takes the place of those for fewer.

use crate::id::{RegionId, TerritoryId};
use crate::records::{Checklist, DisplayStandard};
use crate::scope::Scope;
use crate::time::Moment;

/// What a version is told by.
pub trait Version {
    /// What it has in common with the others.
    fn lineage(&self) -> &str;
    /// For whom it is.
    fn scope(&self) -> Scope;
    /// What grows from one to the next.
    fn age(&self) -> (Moment, u32);
}

macro_rules! versions {
    ($($record:ty),+) => {
        $(impl Version for $record {
            fn lineage(&self) -> &str {
                &self.lineage
            }

            fn scope(&self) -> Scope {
                self.scope
            }

            fn age(&self) -> (Moment, u32) {
                (self.from, self.version)
            }
        })+
    };
}

versions!(Checklist, DisplayStandard);

/// In which region a territory lies.
pub type RegionOf<'a> = &'a dyn Fn(TerritoryId) -> Option<RegionId>;

/// The newest versions: of each thing one for each scope, without those that a later one for more people has replaced.
#[must_use]
pub fn newest<'a, T: Version>(versions: &'a [T], region_of: RegionOf<'_>) -> Vec<&'a T> {
    let replaced = |one: &T| {
        versions.iter().any(|other| {
            other.lineage() == one.lineage() && other.age() > one.age() && one.scope().lies_in(other.scope(), region_of)
        })
    };
    versions.iter().filter(|one| !replaced(one)).collect()
}

/// The version of each thing that is the newest for everybody in a scope.
#[must_use]
pub fn newest_for<'a, T: Version>(
    versions: impl IntoIterator<Item = &'a T>,
    scope: Scope,
    region_of: RegionOf<'_>,
) -> Vec<&'a T> {
    let reach: Vec<&T> = versions.into_iter().filter(|one| scope.lies_in(one.scope(), region_of)).collect();
    let replaced = |one: &T| reach.iter().any(|other| other.lineage() == one.lineage() && other.age() > one.age());
    reach.iter().copied().filter(|one| !replaced(one)).collect()
}
