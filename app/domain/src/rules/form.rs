//! Forms (F27): which one is filled in where, what keeps people from filling one in, and what a version changes.

mod changes;
mod flaws;
mod rebase;

pub use changes::{FormChanges, FormPart, ItemPart, form_changes};
pub use flaws::{Flaw, FlawKind, counts_stock, flaws, is_number};
pub use rebase::{Rebased, rebased};

use crate::id::{RegionId, TerritoryId};
use crate::records::{Checklist, OutletClass, Purpose};
use crate::rules::versions::{Version, newest_for};
use crate::scope::Scope;
use crate::time::Moment;

/// The form that a visit of a purpose begins with at an outlet of a class in a territory. Of each form only the version in
/// use there counts, so that a class that was taken out of it does not keep the version before; a form for this class
/// goes before one for all.
#[must_use]
pub fn form_for(
    lists: &[Checklist],
    purpose: Purpose,
    class: OutletClass,
    (territory, region): (TerritoryId, Option<RegionId>),
    now: Moment,
) -> Option<&Checklist> {
    let begun = lists.iter().filter(|list| list.purpose == purpose && list.from <= now);
    let in_use = newest_for(begun, Scope::Territory(territory), &|_| region).into_iter();
    let fits = |list: &&Checklist| list.classes.is_empty() || list.classes.contains(&class);
    in_use.filter(fits).max_by_key(|list| (!list.classes.is_empty(), list.age()))
}
