//! The wasm entry. A page with the app rendered into it is hydrated; into the neutral shell, which the service
//! worker keeps, the app is mounted: one wasm, both ways.
#![cfg(target_arch = "wasm32")]

use app::App;
use leptos::mount::{hydrate_body, mount_to_body};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{console, window};

/// Runs when the module is loaded.
#[wasm_bindgen(start)]
pub fn start() {
    // `boot.js` puts the words for a person on the screen; this is for whoever has to find the cause.
    std::panic::set_hook(Box::new(|panic| console::error_1(&panic.to_string().into())));
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let rendered = document.document_element().is_some_and(|html| html.has_attribute("data-ssr"));
    if rendered {
        hydrate_body(App);
    } else {
        if let Some(opening) = document.get_element_by_id("opening") {
            opening.remove();
        }
        mount_to_body(App);
    }
}
