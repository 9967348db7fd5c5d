//! Last time's answer, one tap away (F25): the rep looks, and says that it still is so. It is never carried over by
//! itself, so that what nobody looked at does not read as if somebody had.

use super::desk::Desk;
use super::words::line_words;
use crate::ui::{Icon, icon_small};
use domain::records::Item;
use leptos::prelude::*;

/// See the module.
pub fn last_time(desk: Desk, item: &Item) -> AnyView {
    let t = desk.t;
    let Some(value) = desk.offered(item) else { return ().into_any() };
    let last = line_words(t, item, &value);
    let item = StoredValue::new(item.clone());
    let now =
        Memo::new(move |_| item.with_value(|item| (desk.value(&item.key).is_some(), desk.is_confirmed(&item.key))));
    (move || match now.get() {
        // Looked at and found the same.
        (_, true) => view! { <p class="as-before on">{icon_small(Icon::Check)}{t.visit.same_as_last}</p> }.into_any(),
        (true, false) => ().into_any(),
        (false, false) => view! {
            <button type="button" class="as-before" on:click=move |_| item.with_value(|item| desk.confirm(item))>
                {icon_small(Icon::History)}
                <span class="grow">{(t.visit.last_time)(&last)}</span>
                <b>{t.visit.still_so}</b>
            </button>
        }
        .into_any(),
    })
    .into_any()
}
