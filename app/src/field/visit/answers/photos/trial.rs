//! A photo in a form that is filled in for trial: there is no shop to photograph, so that a tap says that it was taken.

use super::photo_in;
use crate::field::visit::Desk;
use crate::ui::{Icon, icon};
use domain::id::PhotoId;
use domain::records::{AnswerValue, ItemKey, Slot};
use leptos::prelude::*;
use uuid::Uuid;

/// The tile of a slot.
pub fn slot(desk: Desk, item: &ItemKey, slot: &Slot) -> AnyView {
    let t = desk.t;
    let name = slot.words.get(t.language).to_owned();
    let before_is_missing = slot.after.as_ref().is_some_and(|before| photo_in(desk, item, before).is_none());
    if before_is_missing {
        return view! {
            <span class="tile add off">
                {icon(Icon::Lock)}
                {name}
                <span class="meta">{t.visit.before_first}</span>
            </span>
        }
        .into_any();
    }
    let taken = photo_in(desk, item, &slot.key).is_some();
    let (item, key) = (item.clone(), slot.key.clone());
    let turn = move |_| {
        let mut photos = match untrack(|| desk.value(&item)) {
            Some(AnswerValue::Photos(photos)) => photos,
            _ => Default::default(),
        };
        if photos.remove(&key).is_none() {
            photos.insert(key.clone(), PhotoId(Uuid::nil()));
        }
        desk.answer(&item, (!photos.is_empty()).then_some(AnswerValue::Photos(photos)));
    };
    view! {
        <button type="button" class="tile add" aria-pressed=taken.to_string() on:click=turn>
            {icon(if taken { Icon::Check } else { Icon::Camera })}
            {name}
        </button>
    }
    .into_any()
}
