//! What the slots of a photo question are called.

use crate::text::Texts;
use domain::records::{Checklist, ItemKey, ItemKind};

/// The question and the slot, unless there is only one slot.
pub fn slot_name(t: Texts, list: Option<&Checklist>, item: &ItemKey, slot: &str) -> String {
    let Some(item) = list.and_then(|list| list.item(item)) else { return String::new() };
    let title = item.title.get(t.language);
    let ItemKind::Photo { slots, .. } = &item.kind else { return title.to_owned() };
    match slots.iter().find(|known| known.key == slot) {
        Some(known) if slots.len() > 1 => format!("{title}{}{}", t.frame.comma, known.words.get(t.language)),
        _ => title.to_owned(),
    }
}

/// The slot alone, for the foot of a tile.
pub fn slot_caption(t: Texts, list: Option<&Checklist>, item: &ItemKey, slot: &str) -> String {
    let Some(item) = list.and_then(|list| list.item(item)) else { return String::new() };
    match &item.kind {
        ItemKind::Photo { slots, .. } => slots
            .iter()
            .find(|known| known.key == slot)
            .map(|known| known.words.get(t.language).to_owned())
            .unwrap_or_default(),
        _ => item.title.get(t.language).to_owned(),
    }
}
