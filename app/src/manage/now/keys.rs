//! The arrows go through what has to be seen to; Enter opens it, as it opens any link. News draw the rows anew, and the
//! focus stays on the one that had it.

use super::Desk;
use crate::manage::keys::{focused, is_taken};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// Listens as long as the screen is open.
pub fn listen(desk: Desk) {
    let held: StoredValue<Option<String>> = StoredValue::new(None);
    Effect::new(move |_| {
        let handle = window_event_listener(leptos::ev::focusin, move |_| {
            held.set_value(row_with_focus().map(|row| leads(&row)))
        });
        on_cleanup(move || handle.remove());
    });
    Effect::new(move |_| {
        // Whatever they are drawn from.
        desk.book.track();
        desk.said.track();
        desk.now.track();
        // The rows are drawn by then.
        request_animation_frame(move || {
            if let Some(to) = held.try_get_value().flatten() {
                hold(&to);
            }
        });
    });
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

/// The row that has the focus.
fn row_with_focus() -> Option<Element> {
    focused()?.closest(".inbox li").ok().flatten()
}

/// Where a row leads.
fn leads(row: &Element) -> String {
    row.query_selector("a.ex").ok().flatten().and_then(|link| link.get_attribute("href")).unwrap_or_default()
}

/// Gives the focus back to the row that leads there, if nothing else has it.
fn hold(to: &str) {
    // Addresses of our own, in which nothing is to be escaped.
    let row = document()
        .query_selector(&format!(".inbox a.ex[href=\"{to}\"]"))
        .ok()
        .flatten()
        .filter(|_| focused().is_none());
    if let Some(row) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()) {
        // A row that is shown can have the focus; without it the next arrow begins at the first.
        drop(row.focus());
    }
}

/// Puts the focus on the next row or the one before; on the first where none has it. False where there is none to go to.
fn go(down: bool) -> bool {
    let next = match row_with_focus() {
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
