//! Light and zoom, where the camera has them (F28). Browsers tell through `getCapabilities`, which web-sys knows only
//! in part; whoever does not tell has neither.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::MediaStreamTrack;

/// What can be set at an open camera.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Abilities {
    /// Whether it has a light that can stay on.
    pub torch: bool,
    /// How many times it can bring the shelf nearer; 1 for not at all.
    pub zoom: f64,
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = MediaStreamTrack)]
    type Track;

    #[wasm_bindgen(method, catch, js_name = getCapabilities)]
    fn capabilities(this: &Track) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = applyConstraints)]
    fn apply(this: &Track, constraints: &Object) -> Result<Promise, JsValue>;
}

/// What a track says of itself.
pub(super) fn abilities(track: &MediaStreamTrack) -> Abilities {
    let track: &Track = track.unchecked_ref();
    let Ok(said) = track.capabilities() else { return Abilities { torch: false, zoom: 1.0 } };
    let zoom = range(&said).map_or(1.0, |(least, most)| most / least);
    Abilities { torch: field(&said, "torch").is_truthy(), zoom }
}

/// Switches the light. Phones that cannot, do nothing.
pub(super) async fn light(track: &MediaStreamTrack, on: bool) -> bool {
    set(track, "torch", on.into()).await
}

/// Brings the shelf so many times nearer.
pub(super) async fn zoom(track: &MediaStreamTrack, times: f64) -> bool {
    let least = track.unchecked_ref::<Track>().capabilities().ok().and_then(|said| range(&said));
    match least {
        Some((least, most)) => set(track, "zoom", (least * times).min(most).into()).await,
        None => false,
    }
}

async fn set(track: &MediaStreamTrack, name: &str, value: JsValue) -> bool {
    let wish = Object::new();
    let wishes = Object::new();
    // Setting a field of a plain object cannot fail.
    drop(Reflect::set(&wish, &name.into(), &value));
    drop(Reflect::set(&wishes, &"advanced".into(), &Array::of1(&wish)));
    match track.unchecked_ref::<Track>().apply(&wishes) {
        Ok(applied) => JsFuture::from(applied).await.is_ok(),
        Err(_) => false,
    }
}

/// The least and the most of its zoom, if it has one.
fn range(said: &JsValue) -> Option<(f64, f64)> {
    let zoom = field(said, "zoom");
    let (least, most) = (field(&zoom, "min").as_f64()?, field(&zoom, "max").as_f64()?);
    (least > 0.0 && most > least).then_some((least, most))
}

fn field(object: &JsValue, name: &str) -> JsValue {
    if object.is_object() {
        Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
    } else {
        JsValue::UNDEFINED
    }
}
