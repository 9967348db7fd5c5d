//! Handing a file to the person: the browser puts it where it puts downloads, with or without a network.

use js_sys::Array;
use leptos::prelude::document;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// How long the browser may take to begin reading it, in milliseconds.
const READ_WITHIN: u32 = 60_000;

/// Saves a text under a name; says whether the browser took it.
pub fn save(name: &str, text: &str) -> bool {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let parts = Array::of1(&JsValue::from_str(text));
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &kind) else { return false };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return false };
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlElement>().ok());
    let Some(link) = link else { return false };
    let ready = link.set_attribute("href", &address).and_then(|()| link.set_attribute("download", name)).is_ok();
    if ready {
        link.click();
    }
    // The bytes are read after the click: freed at once, some browsers save an empty file.
    gloo_timers::callback::Timeout::new(READ_WITHIN, move || drop(Url::revoke_object_url(&address))).forget();
    ready
}
