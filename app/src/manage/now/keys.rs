//! The arrows go through what has to be seen to; Enter opens it, as it opens any link.

use crate::manage::keys::is_taken;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// Listens as long as the screen is open.
pub fn listen() {
    Effect::new(move |_| {
        let handle = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() || is_taken(&event) {
                return;
            }
            let down = match event.key().as_str() {
                "ArrowDown" => true,
                "ArrowUp" => false,
                _ => return,
            };
            if go(down) {
                event.prevent_default();
            }
        });
        on_cleanup(move || handle.remove());
    });
}

/// Puts the focus on the next row or the one before; on the first where none has it. False where there is none to go to.
fn go(down: bool) -> bool {
    let focused = document().active_element().and_then(|element| element.closest(".inbox li").ok().flatten());
    let next = match focused {
        Some(row) => beside(&row, down),
        None => document().query_selector(".inbox a.ex").ok().flatten(),
    };
    let Some(link) = next.and_then(|link| link.dyn_into::<HtmlElement>().ok()) else { return false };
    // A row of a page that is shown can have the focus.
    link.focus().is_ok()
}

/// The link of the row after or before one, across the border between two kinds.
fn beside(row: &Element, down: bool) -> Option<Element> {
    let step = |from: &Element| if down { from.next_element_sibling() } else { from.previous_element_sibling() };
    if let Some(row) = step(row) {
        return row.query_selector("a.ex").ok().flatten();
    }
    let kind = step(&row.closest("section").ok().flatten()?)?;
    kind.query_selector(if down { "a.ex" } else { "li:last-child > a.ex" }).ok().flatten()
}
