//! The photos of a question: the standard they are judged by, their slots, and which of them shows a shelf again after
//! it was put right (F33).

use super::desk::Desk;
use super::entries::{entries, free_number, photo as slot};
use crate::text::both;
use crate::ui::{Icon, icon_small, select};
use domain::limits::FORM_OPTIONS;
use domain::records::{ItemKey, ItemKind, Slot};
use leptos::prelude::*;

/// See the module.
pub fn photo(desk: Desk, key: &ItemKey) -> AnyView {
    let t = desk.t;
    let (standard, slots) = (standard(desk, key), entries(desk, key, t.forms.editor.photos, pair));
    let key = StoredValue::new(key.clone());
    let full = move || {
        let count = key.with_value(|key| desk.read(key, |item| slots_of(&item.kind).len()));
        count.is_none_or(|count| count + 2 > FORM_OPTIONS)
    };
    view! {
        {standard}
        {slots}
        <div class="chips wrap">
            <button type="button" class="chip" disabled=full on:click=move |_| key.with_value(|key| add_pair(desk, key))>
                {icon_small(Icon::Plus)}
                {t.forms.editor.add_pair}
            </button>
        </div>
    }
    .into_any()
}

fn slots_of(kind: &ItemKind) -> &[Slot] {
    match kind {
        ItemKind::Photo { slots, .. } => slots,
        _ => &[],
    }
}

fn add_pair(desk: Desk, key: &ItemKey) {
    let number = free_number(desk, key);
    let before = Slot { words: both(|t| t.forms.editor.before.to_owned()), ..slot(number) };
    let after = Slot {
        key: format!("{}-after", before.key),
        words: both(|t| t.forms.editor.after.to_owned()),
        after: Some(before.key.clone()),
    };
    desk.item(key, |item| {
        if let ItemKind::Photo { slots, .. } = &mut item.kind {
            slots.extend([before, after]);
        }
    });
}

/// Which photo before it shows the same shelf as it was.
fn pair(desk: Desk, key: &ItemKey, at: usize) -> AnyView {
    let t = desk.t;
    let key = StoredValue::new(key.clone());
    // Keys and names of those before, and which of them this one belongs to.
    let known = Memo::new(move |_| {
        let read = key.with_value(|key| {
            desk.read(key, |item| {
                let slots = slots_of(&item.kind);
                let names = slots.iter().take(at).map(|slot| (slot.key.clone(), slot.words.get(t.language).to_owned()));
                (names.collect::<Vec<_>>(), slots.get(at).and_then(|slot| slot.after.clone()).unwrap_or_default())
            })
        });
        read.unwrap_or_default()
    });
    let choose = move |before: String| {
        key.with_value(|key| {
            desk.item(key, |item| {
                if let ItemKind::Photo { slots, .. } = &mut item.kind
                    && let Some(slot) = slots.get_mut(at)
                {
                    slot.after = (!before.is_empty()).then_some(before);
                }
            });
        });
    };
    (move || {
        let (before, chosen) = known.get();
        if before.is_empty() && chosen.is_empty() {
            return ().into_any();
        }
        let none = (String::new(), t.forms.editor.no_pair.to_owned());
        let chosen = StoredValue::new(chosen);
        let options = std::iter::once(none).chain(before).collect();
        select(format!("form-pair-{at}"), t.forms.editor.pair, options, move || chosen.get_value(), choose)
    })
    .into_any()
}

fn standard(desk: Desk, key: &ItemKey) -> AnyView {
    let t = desk.t;
    let key = StoredValue::new(key.clone());
    let id = move || {
        let standard = key.with_value(|key| {
            desk.read(key, |item| match &item.kind {
                ItemKind::Photo { standard, .. } => *standard,
                _ => None,
            })
        });
        standard.flatten()
    };
    // A version that is not the newest is kept until another one is chosen.
    let begun = untrack(id);
    let standards: Vec<_> = desk.held.with_untracked(|held| {
        let all = held.iter().flat_map(|held| &held.standards);
        all.map(|standard| (standard.id, standard.name.get(t.language).to_owned())).collect()
    });
    let older = begun.filter(|begun| standards.iter().all(|(id, _)| id != begun));
    let mut options = vec![(String::new(), t.forms.editor.no_standard.to_owned())];
    options.extend(older.map(|id| (id.to_string(), t.forms.editor.older_standard.to_owned())));
    options.extend(standards.into_iter().map(|(id, name)| (id.to_string(), name)));
    let chosen = move || id().map(|id| id.to_string()).unwrap_or_default();
    let choose = move |chosen: String| {
        key.with_value(|key| {
            desk.item(key, |item| {
                if let ItemKind::Photo { standard, .. } = &mut item.kind {
                    *standard = chosen.parse().ok();
                }
            });
        });
    };
    select("form-standard", t.forms.editor.standard, options, chosen, choose)
}
