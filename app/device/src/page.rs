//! The page that the device lives in: whether somebody looks at it, and what happens to it.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{EventTarget, VisibilityState};

/// Whether somebody can see the page.
pub(crate) fn is_visible() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_none_or(|document| document.visibility_state() == VisibilityState::Visible)
}

/// Calls back whenever the line may have come or gone, or the page was left or returned to. For the life of the page.
/// What the browser says of the line is only ever a reason to try.
pub(crate) fn on_sign(callback: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let callback = Closure::<dyn Fn()>::new(callback).into_js_value();
    let callback = callback.unchecked_ref();
    // A browser without one of these events has the timer still.
    for event in ["online", "offline", "pageshow"] {
        drop(window.add_event_listener_with_callback(event, callback));
    }
    if let Some(line) = connection() {
        drop(line.add_event_listener_with_callback("change", callback));
    }
    if let Some(document) = window.document() {
        drop(document.add_event_listener_with_callback("visibilitychange", callback));
    }
}

/// What kind of line the browser says there is, such as `wifi` or `cellular`. Most say nothing.
pub(crate) fn line_kind() -> Option<String> {
    let kind = js_sys::Reflect::get(connection()?.as_ref(), &"type".into()).ok()?.as_string()?;
    (kind != "unknown").then_some(kind)
}

fn connection() -> Option<EventTarget> {
    let navigator = web_sys::window()?.navigator();
    let connection = js_sys::Reflect::get(&navigator, &"connection".into()).ok()?;
    connection.is_object().then(|| connection.unchecked_into())
}

/// Something of the page's `navigator` that older browsers and insecure pages lack.
pub(crate) fn navigator_has(name: &str) -> bool {
    web_sys::window().is_some_and(|window| {
        js_sys::Reflect::get(&window.navigator(), &name.into()).is_ok_and(|value| value.is_object())
    })
}

/// Where the service worker keeps pictures that were only looked at.
const SEEN: &str = "lianying-thumbnails";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = caches, js_name = delete, catch)]
    fn delete_cache(name: &str) -> Result<Promise, JsValue>;
}

/// Bytes that the app uses, and bytes that the browser would allow it; none if it does not say.
pub(crate) async fn room() -> Option<(u64, u64)> {
    if !navigator_has("storage") {
        return None;
    }
    let asked = web_sys::window()?.navigator().storage().estimate().ok()?;
    let estimate = JsFuture::from(asked).await.ok()?;
    let bytes = |name: &str| Reflect::get(&estimate, &name.into()).ok().and_then(|value| value.as_f64());
    Some((bytes("usage")? as u64, bytes("quota")? as u64))
}

/// Lets pictures go that were only looked at: they are fetched again when they are wanted.
pub(crate) async fn forget_seen() {
    if let Ok(deleted) = delete_cache(SEEN) {
        // What could not be deleted is still in the way, and the next step follows.
        drop(JsFuture::from(deleted).await);
    }
}
