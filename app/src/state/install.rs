//! Putting the app on the home screen: the browser offers it once, early, so the offer is kept until a person wants it.

use super::State;
use crate::account::detect;
use js_sys::{Function, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::Event;
use std::cell::RefCell;

thread_local! {
    static OFFER: RefCell<Option<Event>> = const { RefCell::new(None) };
}

/// Listens for the offer, and notices when the app already runs from the home screen.
pub(super) fn listen(state: State) {
    let standalone = window().match_media("(display-mode: standalone)").ok().flatten();
    let navigator = window().navigator();
    let said = |name: &str| Reflect::get(&navigator, &name.into()).unwrap_or(JsValue::UNDEFINED);
    // Older iPhones know only their own word for it.
    state.installed.set(standalone.is_some_and(|query| query.matches()) || said("standalone").is_truthy());
    let touch = said("maxTouchPoints").as_f64().is_some_and(|points| points > 1.0);
    state.browser.set(detect(&said("userAgent").as_string().unwrap_or_default(), touch));
    let offered = window_event_listener_untyped("beforeinstallprompt", move |event| {
        event.prevent_default();
        OFFER.with_borrow_mut(|offer| *offer = Some(event));
        state.installable.set(true);
    });
    let done = window_event_listener_untyped("appinstalled", move |_| {
        state.installed.set(true);
        state.installable.set(false);
    });
    // Both are wanted as long as the page lives.
    std::mem::forget((offered, done));
}

/// Takes the offer up.
pub(super) fn accept(state: State) {
    let Some(offer) = OFFER.with_borrow_mut(Option::take) else { return };
    state.installable.set(false);
    let prompt =
        Reflect::get(&offer, &JsValue::from_str("prompt")).ok().and_then(|prompt| prompt.dyn_into::<Function>().ok());
    if let Some(prompt) = prompt {
        // What the person answers comes back as an event.
        drop(prompt.call0(&offer));
    }
}
