//! The field in which something is looked for, above the list that it narrows.

use super::{Icon, icon, icon_button};
use crate::text::Texts;
use leptos::prelude::*;

/// See the module. What is looked for is in `text`, as typed.
pub fn find(t: Texts, label: &'static str, text: RwSignal<String>) -> AnyView {
    let clear = move || {
        let empty = text.with(String::is_empty);
        (!empty).then(|| icon_button(Icon::Close, t.frame.clear, move || text.set(String::new())))
    };
    view! {
        <label class="find">
            {icon(Icon::Search)}
            <input
                type="search"
                autocomplete="off"
                enterkeyhint="search"
                placeholder=label
                aria-label=label
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            />
            {clear}
        </label>
    }
    .into_any()
}
