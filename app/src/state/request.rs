//! A request to the API beside the sync, for the few screens that need the network by their nature.

use super::phone::NotDone;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Blob, Headers, RequestInit, Response, window};
use sync::wire::Problem;
use wasm_bindgen_futures::JsFuture;

/// The body of a good answer of our server; none for anything else, such as a captive portal's page.
pub async fn fetch(method: &str, path: &str) -> Option<String> {
    ask(method, path, None).await.ok()
}

/// The same for a file that is handed in.
pub async fn hand_in(path: &str, file: &Blob) -> Option<String> {
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(file);
    answer(path, &init).await.ok()
}

/// The same with a body of JSON, and with what our server says against it.
pub async fn ask(method: &str, path: &str, body: Option<&str>) -> Result<String, NotDone> {
    let init = RequestInit::new();
    init.set_method(method);
    if let Some(body) = body {
        let headers = Headers::new().map_err(|_| NotDone::NoNetwork)?;
        headers.set("content-type", "application/json").map_err(|_| NotDone::NoNetwork)?;
        init.set_headers(&headers);
        init.set_body(&JsValue::from_str(body));
    }
    answer(path, &init).await
}

async fn answer(path: &str, init: &RequestInit) -> Result<String, NotDone> {
    let lost = |_: JsValue| NotDone::NoNetwork;
    let window = window().ok_or(NotDone::NoNetwork)?;
    let answered = JsFuture::from(window.fetch_with_str_and_init(path, init)).await.map_err(lost)?;
    let response: Response = answered.dyn_into().map_err(lost)?;
    if response.headers().get(sync::limits::HEADER).map_err(lost)?.is_none() {
        return Err(NotDone::NoNetwork);
    }
    let body = JsFuture::from(response.text().map_err(lost)?).await.map_err(lost)?;
    let body = body.as_string().ok_or(NotDone::NoNetwork)?;
    if response.ok() {
        return Ok(body);
    }
    let problem = serde_json::from_str::<Problem>(&body).map_err(|_| NotDone::NoNetwork)?;
    Err(NotDone::Said(problem.code))
}
