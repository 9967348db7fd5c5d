//! A question in the list: one line, which opens to its details in place.

use super::desk::{Desk, Opened, focus, row_id};
use super::{condition, details, flawed};
use crate::ui::{Icon, icon_small};
use domain::records::ItemKey;
use leptos::prelude::*;

/// What the line says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Face {
    number: usize,
    title: String,
    second: String,
    /// The step that begins with it.
    step: Option<String>,
}

/// See the module.
pub fn question(desk: Desk, key: ItemKey) -> AnyView {
    let id = row_id(&key);
    let flaws = flawed::of(desk, Some(key.clone()));
    let key = StoredValue::new(key);
    let face = Memo::new(move |_| key.with_value(|key| face(desk, key)));
    let is_open = Memo::new(move |_| {
        key.with_value(|key| desk.open.with(|open| matches!(open, Some(Opened::Item(open)) if open == key)))
    });
    let toggle = move |_| {
        let opened = (!is_open.get_untracked()).then(|| Opened::Item(key.get_value()));
        desk.open.set(opened);
    };
    let move_by_key = move |event: leptos::ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            _ if !event.alt_key() => return,
            "ArrowUp" => -1,
            "ArrowDown" => 1,
            _ => return,
        };
        event.prevent_default();
        key.with_value(|key| {
            desk.shift(key, by);
            // The browser lets go of what is put elsewhere.
            focus(row_id(key));
        });
    };
    let step = move || face.with(|face| face.step.clone()).map(|step| view! { <h3 class="qgroup">{step}</h3> });
    view! {
        <li class="formitem" class:open=move || is_open.get()>
            {step}
            <button
                type="button"
                class="line"
                id=id
                aria-expanded=move || is_open.get().to_string()
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                on:click=toggle
                on:keydown=move_by_key
            >
                <span class="number">{move || face.with(|face| face.number)}</span>
                <span class="grow">
                    <span class="t">{move || face.with(|face| face.title.clone())}</span>
                    <span class="w">{move || face.with(|face| face.second.clone())}</span>
                    {flaws}
                </span>
                <span class="quiet">{move || icon_small(if is_open.get() { Icon::ChevronUp } else { Icon::ChevronDown })}</span>
            </button>
            {move || is_open.get().then(|| details::details(desk, &key.get_value()))}
        </li>
    }
    .into_any()
}

fn face(desk: Desk, key: &ItemKey) -> Face {
    let t = desk.t;
    desk.list.with(|list| {
        let Some(at) = list.items.iter().position(|item| &item.key == key) else { return Face::default() };
        let item = &list.items[at];
        let mut second = vec![(t.forms.editor.kind)(&item.kind).to_owned()];
        if item.weight > 0 {
            second.push((t.forms.editor.worth)(item.weight));
        }
        if item.required {
            second.push(t.forms.required.to_owned());
        }
        if item.knock_out.is_some() {
            second.push(t.forms.knock_out.to_owned());
        }
        if let Some(show_if) = &item.show_if {
            second.push((t.forms.editor.asked_when)(&condition::sentence(t, list, show_if)));
        }
        let before = at.checked_sub(1).map(|before| &list.items[before].step);
        let begins = before != Some(&item.step);
        Face {
            number: at + 1,
            title: desk.title_of(item),
            second: second.join(t.frame.dot),
            step: begins.then(|| item.step.get(t.language).to_owned()).filter(|step| !step.is_empty()),
        }
    })
}
