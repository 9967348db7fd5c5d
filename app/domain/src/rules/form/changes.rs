//! What one version of a form has changed of another. Questions are told apart by their keys, which outlive versions.

use crate::records::{Checklist, Item, ItemKey};

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormChanges {
    /// Questions that are new, in the order of the later version.
    pub added: Vec<ItemKey>,
    /// Questions that are gone, in the order of the earlier one.
    pub removed: Vec<ItemKey>,
    /// Questions that were changed, and in what.
    pub changed: Vec<(ItemKey, Vec<ItemPart>)>,
    /// What changed of the form as a whole.
    pub form: Vec<FormPart>,
}

impl FormChanges {
    /// Whether both are the same form.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty() && self.form.is_empty()
    }
}

/// A part of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemPart {
    /// How it is asked.
    Title,
    /// What to look at.
    Hint,
    /// Its step.
    Step,
    /// What is answered.
    Answer,
    /// Its points, before and after.
    Points(u32, u32),
    /// Whether it has to be answered now.
    Required(bool),
    /// Its knock-out.
    KnockOut,
    /// When it is asked.
    Condition,
}

/// A part of the form as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FormPart {
    /// Its title.
    Title,
    /// Where it is used.
    Classes,
    /// Where passing begins.
    Bands,
    /// What must hold between answers.
    Checks,
    /// The order of the questions that both have.
    Order,
}

/// What `after` has changed of `before`.
#[must_use]
pub fn form_changes(before: &Checklist, after: &Checklist) -> FormChanges {
    let missing = |in_list: &Checklist, from: &Checklist| {
        let keys = from.items.iter().map(|item| &item.key);
        keys.filter(|key| in_list.item(key).is_none()).cloned().collect()
    };
    let changed = after.items.iter().filter_map(|item| {
        let parts = item_parts(before.item(&item.key)?, item);
        (!parts.is_empty()).then(|| (item.key.clone(), parts))
    });
    let kept = |from: &Checklist, in_list: &Checklist| -> Vec<ItemKey> {
        let keys = from.items.iter().map(|item| &item.key);
        keys.filter(|key| in_list.item(key).is_some()).cloned().collect()
    };
    let form = [
        (before.title != after.title, FormPart::Title),
        (before.classes != after.classes, FormPart::Classes),
        (before.bands != after.bands, FormPart::Bands),
        (before.checks != after.checks, FormPart::Checks),
        (kept(before, after) != kept(after, before), FormPart::Order),
    ];
    FormChanges {
        added: missing(before, after),
        removed: missing(after, before),
        changed: changed.collect(),
        form: form.into_iter().filter(|(differs, _)| *differs).map(|(_, part)| part).collect(),
    }
}

fn item_parts(before: &Item, after: &Item) -> Vec<ItemPart> {
    let parts = [
        (before.title != after.title, ItemPart::Title),
        (before.hint != after.hint, ItemPart::Hint),
        (before.step != after.step, ItemPart::Step),
        (before.kind != after.kind, ItemPart::Answer),
        (before.weight != after.weight, ItemPart::Points(before.weight, after.weight)),
        (before.required != after.required, ItemPart::Required(after.required)),
        (before.knock_out != after.knock_out, ItemPart::KnockOut),
        (before.show_if != after.show_if, ItemPart::Condition),
    ];
    parts.into_iter().filter(|(differs, _)| *differs).map(|(_, part)| part).collect()
}
