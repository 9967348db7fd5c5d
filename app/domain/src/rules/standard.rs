//! Versions of display standards: which is the newest, and which forms hold photos against it. A form names a version,
//! so that a visit keeps the one that it began with; a new version takes hold by new versions of these forms.

use crate::id::{ChecklistId, StandardId};
use crate::language::Words;
use crate::order::InOrder;
use crate::records::{Checklist, DisplayStandard, ItemKind, MissedPoint};
use crate::rules::versions::{self, RegionOf};
use crate::scope::Scope;
use crate::time::Moment;

/// The newest version of each standard, by name, whoever it is for.
#[must_use]
pub fn newest(versions: &[DisplayStandard]) -> Vec<DisplayStandard> {
    let mut all = versions.to_vec();
    all.order_by(|a, b| (&a.lineage, b.version, b.from).cmp(&(&b.lineage, a.version, a.from)));
    all.dedup_by(|later, newest| later.lineage == newest.lineage);
    all.order_by(|a, b| (&a.name.zh, a.id).cmp(&(&b.name.zh, b.id)));
    all
}

/// The forms that hold photos against one of some versions of a standard, and follow the next one that is published for a
/// scope: the form that is the newest for all of them, to be published for them, and what some of them have of their own,
/// which stays theirs.
#[must_use]
pub fn held_against(
    forms: &[Checklist],
    versions: &[StandardId],
    scope: Scope,
    region_of: RegionOf<'_>,
) -> Vec<Checklist> {
    let for_all = versions::newest_for(forms, scope, region_of).into_iter();
    let for_all = for_all.map(|form| Checklist { scope, ..form.clone() });
    let inside = |form: &&Checklist| form.scope != scope && form.scope.lies_in(scope, region_of);
    let of_some = versions::newest(forms, region_of).into_iter().filter(inside).cloned();
    let mut all: Vec<Checklist> =
        for_all.chain(of_some).filter(|form| form.standards().any(|id| versions.contains(&id))).collect();
    all.order_by(|a, b| (&a.lineage, a.scope).cmp(&(&b.lineage, b.scope)));
    all
}

/// The next version of a form, which holds photos against another version of a standard from a moment on.
#[must_use]
pub fn following(
    form: &Checklist,
    versions: &[StandardId],
    next: StandardId,
    from: Moment,
    id: ChecklistId,
) -> Checklist {
    let mut form = form.clone();
    for item in &mut form.items {
        if let ItemKind::Photo { standard: Some(standard), .. } = &mut item.kind
            && versions.contains(standard)
        {
            *standard = next;
        }
    }
    // A form that was published for later begins no earlier than that.
    Checklist { id, version: form.version + 1, from: form.from.max(from), ..form }
}

/// The points of a standard that a photo missed, by number, each once. Where the standard is not known the numbers are all
/// that can be said; a number that it does not have says nothing.
#[must_use]
pub fn missed(standard: Option<&DisplayStandard>, numbers: &[u8]) -> Vec<MissedPoint> {
    let mut numbers: Vec<u8> = numbers.iter().copied().filter(|number| *number > 0).collect();
    numbers.in_order();
    numbers.dedup();
    let point = |number: u8| match standard {
        None => Some(MissedPoint { number, words: Words::default() }),
        Some(standard) => {
            let point = standard.points.get(usize::from(number) - 1)?;
            Some(MissedPoint { number, words: point.words.clone() })
        }
    };
    numbers.into_iter().filter_map(point).collect()
}
