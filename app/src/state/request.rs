//! A request to the API beside the sync, for the few screens that need the network by their nature.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Blob, RequestInit, Response, window};
use wasm_bindgen_futures::JsFuture;

/// The body of a good answer of our server; none for anything else, such as a captive portal's page.
pub async fn fetch(method: &str, path: &str) -> Option<String> {
    let init = RequestInit::new();
    init.set_method(method);
    answer(path, &init).await
}

/// The same for a file that is handed in.
pub async fn hand_in(path: &str, file: &Blob) -> Option<String> {
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(file);
    answer(path, &init).await
}

async fn answer(path: &str, init: &RequestInit) -> Option<String> {
    let answered = JsFuture::from(window()?.fetch_with_str_and_init(path, init)).await.ok()?;
    let response: Response = answered.dyn_into().ok()?;
    if !response.ok() || response.headers().get(sync::limits::HEADER).ok()?.is_none() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
