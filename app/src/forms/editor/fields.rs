//! The few fields that everything about a question is entered with.

use super::desk::Desk;
use crate::ui::stepper;
use domain::language::Words;
use domain::records::{Checklist, Item, ItemKey, ItemKind};
use leptos::prelude::*;

/// Where in a form words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The title of the form.
    Title,
    /// How a question is asked.
    Question(ItemKey),
    /// What to look at.
    Hint(ItemKey),
    /// What its knock-out means.
    Floor(ItemKey),
    /// The unit of its number.
    Unit(ItemKey),
    /// What a check between answers says when it is broken, by its key.
    Check(String),
    /// One of its options, steps or photos, by its place.
    Entry(ItemKey, usize),
}

impl Spot {
    fn id(&self) -> String {
        match self {
            Self::Title => "form-title".to_owned(),
            Self::Question(_) => "form-question".to_owned(),
            Self::Hint(_) => "form-hint".to_owned(),
            Self::Floor(_) => "form-floor".to_owned(),
            Self::Unit(_) => "form-unit".to_owned(),
            Self::Check(key) => format!("check-{key}"),
            Self::Entry(_, at) => format!("form-entry-{at}"),
        }
    }

    fn find<'a>(&self, list: &'a mut Checklist) -> Option<&'a mut Words> {
        let key = match self {
            Self::Title => return Some(&mut list.title),
            Self::Check(key) => {
                return list.checks.iter_mut().find(|check| check.key == *key).map(|check| &mut check.words);
            }
            Self::Question(key) | Self::Hint(key) | Self::Floor(key) | Self::Unit(key) | Self::Entry(key, _) => key,
        };
        let item = list.items.iter_mut().find(|item| item.key == *key)?;
        match (self, &mut item.kind) {
            (Self::Hint(_), _) => Some(&mut item.hint),
            (Self::Floor(_), _) => item.knock_out.as_mut().map(|floor| &mut floor.words),
            (Self::Unit(_), ItemKind::Number { unit, .. } | ItemKind::Computed { unit, .. }) => Some(unit),
            (Self::Entry(_, at), ItemKind::Choice { options, .. }) => options.get_mut(*at).map(|pick| &mut pick.words),
            (Self::Entry(_, at), ItemKind::Scale { anchors }) => anchors.get_mut(*at),
            (Self::Entry(_, at), ItemKind::Photo { slots, .. }) => slots.get_mut(*at).map(|slot| &mut slot.words),
            (Self::Unit(_) | Self::Entry(..), _) => None,
            _ => Some(&mut item.title),
        }
    }

    fn read<'a>(&self, list: &'a Checklist) -> Option<&'a Words> {
        let key = match self {
            Self::Title => return Some(&list.title),
            Self::Check(key) => return list.checks.iter().find(|check| check.key == *key).map(|check| &check.words),
            Self::Question(key) | Self::Hint(key) | Self::Floor(key) | Self::Unit(key) | Self::Entry(key, _) => key,
        };
        let item = list.item(key)?;
        match (self, &item.kind) {
            (Self::Hint(_), _) => Some(&item.hint),
            (Self::Floor(_), _) => item.knock_out.as_ref().map(|floor| &floor.words),
            (Self::Unit(_), ItemKind::Number { unit, .. } | ItemKind::Computed { unit, .. }) => Some(unit),
            (Self::Entry(_, at), ItemKind::Choice { options, .. }) => options.get(*at).map(|pick| &pick.words),
            (Self::Entry(_, at), ItemKind::Scale { anchors }) => anchors.get(*at),
            (Self::Entry(_, at), ItemKind::Photo { slots, .. }) => slots.get(*at).map(|slot| &slot.words),
            (Self::Unit(_) | Self::Entry(..), _) => None,
            _ => Some(&item.title),
        }
    }
}

/// Words in both languages, Chinese first.
pub fn words(desk: Desk, spot: Spot, label: String) -> AnyView {
    let english = (desk.t.forms.editor.english)(&label);
    let id = spot.id();
    view! {
        <div class="twofields">
            {text(desk, spot.clone(), format!("{id}-zh"), label, false)}
            {text(desk, spot, format!("{id}-en"), english, true)}
        </div>
    }
    .into_any()
}

fn text(desk: Desk, spot: Spot, id: String, label: String, english: bool) -> AnyView {
    let spot = StoredValue::new(spot);
    let value = move || {
        desk.list.with(|list| {
            let words = spot.with_value(|spot| spot.read(list));
            words.map(|words| if english { words.en.clone() } else { words.zh.clone() }).unwrap_or_default()
        })
    };
    let write = move |event| {
        let value = event_target_value(&event);
        desk.list.update(|list| {
            if let Some(words) = spot.with_value(|spot| spot.find(list)) {
                *(if english { &mut words.en } else { &mut words.zh }) = value;
            }
        });
    };
    let lang = if english { "en" } else { "zh-CN" };
    view! {
        <div class="field">
            <input id=id.clone() type="text" lang=lang autocomplete="off" placeholder=" " prop:value=value on:input=write/>
            <label for=id>{label}</label>
        </div>
    }
    .into_any()
}

/// A number of a question, in a row of its own.
pub fn number(
    desk: Desk,
    key: &ItemKey,
    label: &'static str,
    range: (i64, i64),
    read: fn(&Item) -> Option<i64>,
    write: fn(&mut Item, i64),
) -> AnyView {
    let key = StoredValue::new(key.clone());
    let value = move || key.with_value(|key| desk.read(key, read)).flatten();
    let set = move |value: i64| {
        let (min, max) = range;
        key.with_value(|key| desk.item(key, |item| write(item, value.clamp(min, max))));
    };
    view! {
        <div class="line">
            <span class="grow t">{label}</span>
            {stepper(desk.t, label.to_owned(), true, range, value, set)}
        </div>
    }
    .into_any()
}

/// Something that is so or not.
pub fn switch(
    desk: Desk,
    key: &ItemKey,
    label: &'static str,
    read: fn(&Item) -> bool,
    write: fn(&mut Item, bool),
) -> AnyView {
    let key = StoredValue::new(key.clone());
    let on = Callback::new(move |on: bool| key.with_value(|key| desk.item(key, |item| write(item, on))));
    toggle(label, move || key.with_value(|key| desk.read(key, read)).unwrap_or_default(), on)
}

/// The same for something that is not of a question alone.
pub fn toggle(
    label: &'static str,
    on: impl Fn() -> bool + Send + Sync + Copy + 'static,
    set: Callback<bool>,
) -> AnyView {
    view! {
        <label class="line">
            <span class="grow t">{label}</span>
            <input
                type="checkbox"
                role="switch"
                class="switch"
                prop:checked=on
                on:change=move |event| set.run(event_target_checked(&event))
            />
        </label>
    }
    .into_any()
}
