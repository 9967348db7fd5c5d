//! Reading a code with the camera, where the browser can (F20). Many cannot, and are asked before anything is offered:
//! typing is always there.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlVideoElement;

/// What codes on pieces and cases are written in.
const FORMATS: [&str; 5] = ["ean_13", "ean_8", "itf", "code_128", "upc_a"];
const NAME: &str = "BarcodeDetector";

/// The browser's own reader of codes.
pub struct CodeReader(JsValue);

impl CodeReader {
    /// The reader; none where the browser has none, or has one that knows no code of ours.
    pub async fn find() -> Option<Self> {
        let class: Function = field(&js_sys::global(), NAME)?.dyn_into().ok()?;
        let known: Promise = call(&class, "getSupportedFormats", &[])?.dyn_into().ok()?;
        let known: Array = JsFuture::from(known).await.ok()?.dyn_into().ok()?;
        let wanted = Array::new();
        for format in FORMATS.map(JsValue::from) {
            if known.includes(&format, 0) {
                wanted.push(&format);
            }
        }
        if wanted.length() == 0 {
            return None;
        }
        let options = Object::new();
        // Setting a field of a plain object cannot fail.
        drop(Reflect::set(&options, &"formats".into(), &wanted));
        Reflect::construct(&class, &Array::of1(&options)).ok().map(Self)
    }

    /// The code in the frame that is shown; none if there is none, or the frame cannot be looked at yet.
    pub async fn read(&self, video: &HtmlVideoElement) -> Option<String> {
        let looked: Promise = call(&self.0, "detect", &[video])?.dyn_into().ok()?;
        let found: Array = JsFuture::from(looked).await.ok()?.dyn_into().ok()?;
        let code = field(&found.get(0), "rawValue")?.as_string()?;
        Some(code).filter(|code| !code.is_empty())
    }
}

fn field(object: &JsValue, name: &str) -> Option<JsValue> {
    if !object.is_object() && !object.is_function() {
        return None;
    }
    Reflect::get(object, &name.into()).ok().filter(|value| !value.is_undefined())
}

fn call(object: &JsValue, name: &str, given: &[&JsValue]) -> Option<JsValue> {
    let method: Function = field(object, name)?.dyn_into().ok()?;
    let given: Array = given.iter().copied().collect();
    method.apply(object, &given).ok()
}
