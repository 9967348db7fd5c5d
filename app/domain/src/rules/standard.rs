//! Versions of display standards: which is the newest, and which forms hold photos against it. A form names a version,
//! so that a visit keeps the one that it began with; a new version takes hold by new versions of these forms.

use crate::id::{ChecklistId, StandardId};
use crate::language::Words;
use crate::order::InOrder;
use crate::records::{Checklist, DisplayStandard, ItemKind, MissedPoint};
use crate::time::Moment;

/// The newest version of each standard, by name.
#[must_use]
pub fn newest(versions: &[DisplayStandard]) -> Vec<DisplayStandard> {
    let mut all = versions.to_vec();
    all.order_by(|a, b| (&a.lineage, b.version, b.from).cmp(&(&b.lineage, a.version, a.from)));
    all.dedup_by(|later, newest| later.lineage == newest.lineage);
    all.order_by(|a, b| (&a.name.zh, a.id).cmp(&(&b.name.zh, b.id)));
    all
}

/// The newest version of each form that holds photos against one of some versions of a standard.
#[must_use]
pub fn held_against(forms: &[Checklist], versions: &[StandardId]) -> Vec<Checklist> {
    let mut all: Vec<&Checklist> = forms.iter().collect();
    all.order_by(|a, b| (&a.lineage, b.version, b.from).cmp(&(&b.lineage, a.version, a.from)));
    all.dedup_by(|later, newest| later.lineage == newest.lineage);
    let names = |form: &&&Checklist| {
        form.items
            .iter()
            .any(|item| matches!(&item.kind, ItemKind::Photo { standard: Some(id), .. } if versions.contains(id)))
    };
    all.iter().filter(names).map(|form| (*form).clone()).collect()
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
