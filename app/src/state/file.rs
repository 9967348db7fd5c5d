//! Handing a file to the person: the browser puts it where it puts downloads, with or without a network.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};
use wasm_bindgen_futures::JsFuture;

/// How long the browser may take to begin reading it, in milliseconds.
const READ_WITHIN: u32 = 60_000;

/// Saves a text under a name; says whether the browser took it.
pub fn save(name: &str, text: &str) -> bool {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let parts = Array::of1(&JsValue::from_str(text));
    Blob::new_with_str_sequence_and_options(&parts, &kind).is_ok_and(|blob| hand_over(name, &blob))
}

/// Saves bytes under a name; says whether the browser took them.
pub fn hand_over(name: &str, blob: &Blob) -> bool {
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return false };
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

/// What a browser would share, if it shares such a file. Chrome shares only endings that it knows, so a parcel may have
/// to go as a text; whoever loads it looks at what is inside.
pub fn shareable(name: &str, blob: &Blob) -> Option<JsValue> {
    let texts = [name, ".txt"].concat();
    let ways = [(name, "application/octet-stream"), (texts.as_str(), "text/plain")];
    ways.into_iter().find_map(|(name, kind)| {
        let data = object(&[("files", Array::of1(&file(name, kind, blob)?).into())]);
        let may = call("canShare", &data)?.as_bool()?;
        may.then_some(data)
    })
}

/// Shares it; says whether the browser did, or the person thought better of it.
pub async fn share(name: &str, blob: &Blob) -> bool {
    let Some(data) = shareable(name, blob) else { return false };
    let Some(asked) = call("share", &data).and_then(|asked| asked.dyn_into::<Promise>().ok()) else { return false };
    match JsFuture::from(asked).await {
        Ok(_) => true,
        Err(error) => text_of(&error, "name").as_deref() == Some("AbortError"),
    }
}

/// A method of the navigator that not every browser has.
fn call(method: &str, data: &JsValue) -> Option<JsValue> {
    let navigator = window().navigator();
    let method: Function = Reflect::get(&navigator, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(&navigator, data).ok()
}

fn file(name: &str, kind: &str, blob: &Blob) -> Option<JsValue> {
    let maker: Function = Reflect::get(&window(), &"File".into()).ok()?.dyn_into().ok()?;
    let arguments = Array::of3(&Array::of1(blob), &name.into(), &object(&[("type", kind.into())]));
    Reflect::construct(&maker, &arguments).ok()
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object takes any property.
        drop(Reflect::set(&object, &(*name).into(), value));
    }
    object.into()
}

fn text_of(value: &JsValue, name: &str) -> Option<String> {
    Reflect::get(value, &name.into()).ok()?.as_string()
}
