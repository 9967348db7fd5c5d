//! The wasm entry. The page that was sent, a skeleton drawn by the server or by the service worker's neutral shell,
//! is only the first thing to be seen: the app is mounted in its place. Taking the server's elements over instead
//! (hydration) would carry every screen's code a second time, a quarter of the download, to save the drawing of
//! a skeleton.
#![cfg(target_arch = "wasm32")]

use app::{App, SPRITE};
use leptos::mount::mount_to_body;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Document, Element, HtmlElement, console, window};

/// Runs when the module is loaded.
#[wasm_bindgen(start)]
pub fn start() {
    // `boot.js` puts the words for a person on the screen; this is for whoever has to find the cause.
    std::panic::set_hook(Box::new(|panic| console::error_1(&panic.to_string().into())));
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let focused = document.active_element().map(|element| element.id());
    let sent = sent(&document);
    // In one task, so that nothing in between is ever painted.
    mount_to_body(App);
    sent.iter().for_each(Element::remove);
    focus(&document, focused);
}

/// What the page was sent with, but for the drawings: the app goes on using those.
fn sent(document: &Document) -> Vec<Element> {
    let Some(children) = document.body().map(|body| body.children()) else { return Vec::new() };
    let elements = (0..children.length()).filter_map(|at| children.item(at));
    elements.filter(|element| element.id() != SPRITE).collect()
}

/// Somebody who was typing goes on typing.
fn focus(document: &Document, id: Option<String>) {
    let field = id.filter(|id| !id.is_empty()).and_then(|id| document.get_element_by_id(&id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // A field that cannot be focused is as it would have been.
        drop(field.focus());
    }
}
