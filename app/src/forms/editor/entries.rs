//! What a question offers: the options of a choice, the steps of a scale, the photos. Each can be worded, moved and
//! taken out; the keys of those that stay do not change, so that answers stay comparable.

use super::desk::{Desk, focus};
use super::fields::{Spot, words};
use crate::text::both;
use crate::ui::{Icon, Toast, icon_button, icon_small, stepper};
use domain::language::Words;
use domain::limits::FORM_OPTIONS;
use domain::measure::Share;
use domain::records::{ItemKey, ItemKind, Pick, Slot};
use leptos::prelude::*;

/// One of them.
#[derive(Clone)]
enum Entry {
    Option(Pick),
    Anchor(Words),
    Photo(Slot),
}

/// A new option.
pub fn option(number: usize, rate: Share) -> Pick {
    Pick { key: format!("o{number}"), words: both(|t| (t.forms.editor.new_option)(number)), rate }
}

/// A new photo.
pub fn photo(number: usize) -> Slot {
    Slot { key: format!("p{number}"), words: both(|t| (t.forms.editor.new_photo)(number)), after: None }
}

fn count(kind: &ItemKind) -> usize {
    match kind {
        ItemKind::Choice { options, .. } => options.len(),
        ItemKind::Scale { anchors } => anchors.len(),
        ItemKind::Photo { slots, .. } => slots.len(),
        _ => 0,
    }
}

fn swap(kind: &mut ItemKind, one: usize, other: usize) {
    match kind {
        ItemKind::Choice { options, .. } => options.swap(one, other),
        ItemKind::Scale { anchors } => anchors.swap(one, other),
        ItemKind::Photo { slots, .. } => slots.swap(one, other),
        _ => {}
    }
}

fn take(kind: &mut ItemKind, at: usize) -> Option<Entry> {
    if at >= count(kind) {
        return None;
    }
    match kind {
        ItemKind::Choice { options, .. } => Some(Entry::Option(options.remove(at))),
        ItemKind::Scale { anchors } => Some(Entry::Anchor(anchors.remove(at))),
        ItemKind::Photo { slots, .. } => Some(Entry::Photo(slots.remove(at))),
        _ => None,
    }
}

fn put(kind: &mut ItemKind, at: usize, entry: Entry) {
    match (kind, entry) {
        (ItemKind::Choice { options, .. }, Entry::Option(option)) => options.insert(at.min(options.len()), option),
        (ItemKind::Scale { anchors }, Entry::Anchor(anchor)) => anchors.insert(at.min(anchors.len()), anchor),
        (ItemKind::Photo { slots, .. }, Entry::Photo(slot)) => slots.insert(at.min(slots.len()), slot),
        _ => {}
    }
}

/// A number that no entry of the question has had in its key, in any version.
pub fn free_number(desk: Desk, key: &ItemKey) -> usize {
    let has = |kind: &ItemKind, name: &str| match kind {
        ItemKind::Choice { options, .. } => options.iter().any(|option| option.key == name),
        ItemKind::Photo { slots, .. } => slots.iter().any(|slot| slot.key == name),
        _ => false,
    };
    let used = |number: usize| {
        let is_in = |kind: &ItemKind| ["o", "p"].iter().any(|letter| has(kind, &format!("{letter}{number}")));
        let now = desk.list.with_untracked(|list| list.item(key).is_some_and(|item| is_in(&item.kind)));
        now || desk.held.with_untracked(|held| {
            let versions = held.iter().flat_map(|held| &held.versions);
            versions.filter_map(|version| version.item(key)).any(|item| is_in(&item.kind))
        })
    };
    (1..).find(|number| !used(*number)).unwrap_or(1)
}

/// See the module. `more` stands under each of them.
pub fn entries(desk: Desk, key: &ItemKey, title: &'static str, more: fn(Desk, &ItemKey, usize) -> AnyView) -> AnyView {
    let key = StoredValue::new(key.clone());
    let count = Memo::new(move |_| key.with_value(|key| desk.read(key, |item| count(&item.kind))).unwrap_or_default());
    let full = move || count.get() >= FORM_OPTIONS;
    let row = move |at: usize| key.with_value(|key| entry(desk, key, at, more));
    view! {
        <h3 class="formpart">{title}</h3>
        <ol class="entries">
            <For each=move || 0..count.get() key=|at| *at children=row/>
        </ol>
        <div class="chips wrap">
            <button
                type="button"
                class="chip"
                disabled=full
                on:click=move |_| key.with_value(|key| add(desk, key))
            >
                {icon_small(Icon::Plus)}
                {desk.t.forms.editor.add_entry}
            </button>
        </div>
    }
    .into_any()
}

fn entry(desk: Desk, key: &ItemKey, at: usize, more: fn(Desk, &ItemKey, usize) -> AnyView) -> AnyView {
    let t = desk.t;
    let (spot, below) = (Spot::Entry(key.clone(), at), more(desk, key, at));
    let key = StoredValue::new(key.clone());
    let shift = move |by: isize| {
        let Some(to) = at.checked_add_signed(by) else { return };
        key.with_value(|key| {
            desk.item(key, |item| {
                if to < count(&item.kind) {
                    swap(&mut item.kind, at, to);
                }
            });
        });
        focus(format!("form-entry-{to}-zh"));
    };
    view! {
        <li>
            {words(desk, spot, (t.forms.editor.entry)(at + 1))}
            <div class="formrow">
                {below}
                <span class="grow"></span>
                {icon_button(Icon::ChevronUp, t.forms.up, move || shift(-1))}
                {icon_button(Icon::ChevronDown, t.forms.down, move || shift(1))}
                {icon_button(Icon::Trash, t.forms.remove, move || remove(desk, &key.get_value(), at))}
            </div>
        </li>
    }
    .into_any()
}

fn add(desk: Desk, key: &ItemKey) {
    let number = free_number(desk, key);
    let mut at = 0;
    desk.item(key, |item| {
        at = count(&item.kind);
        match &mut item.kind {
            ItemKind::Choice { options, .. } => options.push(option(number, Share::WHOLE)),
            ItemKind::Scale { anchors } => anchors.push(both(|t| (t.forms.editor.new_option)(at + 1))),
            ItemKind::Photo { slots, .. } => slots.push(photo(number)),
            _ => {}
        }
    });
    focus(format!("form-entry-{at}-zh"));
}

fn remove(desk: Desk, key: &ItemKey, at: usize) {
    let mut gone = None;
    desk.item(key, |item| gone = take(&mut item.kind, at));
    let Some(gone) = gone else { return };
    let key = key.clone();
    let back = move || desk.item(&key, |item| put(&mut item.kind, at, gone.clone()));
    Toast::saved(desk.t.forms.editor.entry_removed).with_undo(back).show(desk.state);
}

/// What an option is worth, in percent of the points.
pub fn rate(desk: Desk, key: &ItemKey, at: usize) -> AnyView {
    let key = StoredValue::new(key.clone());
    let label = desk.t.forms.editor.rate;
    let value = move || {
        let percent = key.with_value(|key| {
            desk.read(key, |item| match &item.kind {
                ItemKind::Choice { options, .. } => options.get(at).map(|option| option.rate.percent()),
                _ => None,
            })
        });
        percent.flatten().map(i64::from)
    };
    let set = move |percent: i64| {
        let share = Share(u32::try_from(percent.clamp(0, 100)).unwrap_or_default() * 100);
        key.with_value(|key| {
            desk.item(key, |item| {
                if let ItemKind::Choice { options, .. } = &mut item.kind
                    && let Some(option) = options.get_mut(at)
                {
                    option.rate = share;
                }
            });
        });
    };
    view! {
        <span class="meta">{label}</span>
        {stepper(desk.t, label.to_owned(), true, (0, 100), value, set)}
    }
    .into_any()
}
