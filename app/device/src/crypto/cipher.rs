//! What lies on the phone lies there sealed: whoever copies the browser's files reads ids, days and numbers in them, and no
//! more (see the crate `sealing`).
//!
//! A value says by its type what it is: a text or an `ArrayBuffer` is plain, a `Uint8Array` is sealed. Versions before
//! this one wrote plain values, and so does a browser without cryptography; both are read for ever, and never rewritten.

use crate::clock;
use js_sys::{ArrayBuffer, Uint8Array};
use sealing::Sealer;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// A data key: all that a user has on this phone is sealed with one.
pub(crate) type DataKey = sealing::Key;

/// Seals and opens; leaves everything plain where the browser makes no keys.
#[derive(Clone)]
pub(crate) struct Cipher(Option<Rc<InUse>>);

struct InUse {
    key: DataKey,
    sealer: Sealer,
}

impl Cipher {
    /// With a key.
    pub(crate) fn new(key: DataKey) -> Self {
        Self(Some(Rc::new(InUse { key, sealer: Sealer::new(&key, clock::random()) })))
    }

    /// Without one.
    pub(crate) const fn none() -> Self {
        Self(None)
    }

    /// The key, to be wrapped in another way.
    pub(crate) fn key(&self) -> Option<DataKey> {
        self.0.as_ref().map(|used| used.key)
    }

    /// Seals a text for a place; a value that is moved to another place does not open there.
    pub(crate) fn seal(&self, place: &[&str], text: &str) -> JsValue {
        match &self.0 {
            Some(used) => used.seal(place, text.as_bytes()),
            None => text.into(),
        }
    }

    /// The text of a place; none if there is none, or it was written with another key or for another place.
    pub(crate) fn text(&self, place: &[&str], value: &JsValue) -> Option<String> {
        match value.dyn_ref::<Uint8Array>() {
            Some(sealed) => String::from_utf8(self.open(place, sealed)?).ok(),
            None => value.as_string(),
        }
    }

    /// Whether a value was written with this very key, or in plain where there is none.
    pub(crate) fn wrote(&self, place: &[&str], value: &JsValue) -> bool {
        self.0.is_some() == value.is_instance_of::<Uint8Array>() && self.text(place, value).is_some()
    }

    /// Seals bytes for a place.
    pub(crate) fn seal_bytes(&self, place: &[&str], bytes: ArrayBuffer) -> JsValue {
        match &self.0 {
            Some(used) => used.seal(place, &Uint8Array::new(&bytes).to_vec()),
            None => bytes.into(),
        }
    }

    /// The bytes of a place.
    pub(crate) fn bytes(&self, place: &[&str], value: &JsValue) -> Option<Uint8Array> {
        match value.dyn_ref::<Uint8Array>() {
            Some(sealed) => Some(Uint8Array::from(self.open(place, sealed)?.as_slice())),
            None => value.is_instance_of::<ArrayBuffer>().then(|| Uint8Array::new(value)),
        }
    }

    fn open(&self, place: &[&str], sealed: &Uint8Array) -> Option<Vec<u8>> {
        self.0.as_ref()?.sealer.open(&name(place), sealed.to_vec())
    }
}

impl InUse {
    fn seal(&self, place: &[&str], plain: &[u8]) -> JsValue {
        Uint8Array::from(self.sealer.seal(&name(place), plain).as_slice()).into()
    }
}

/// No part of a place holds a line break: they are names of shelves, ids, hashes and numbers.
fn name(place: &[&str]) -> Vec<u8> {
    place.join("\n").into_bytes()
}
