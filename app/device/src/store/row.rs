//! The rows of the user's database as the objects that IndexedDB holds. Reading a field costs one call,
//! and only the fields that are needed are read.

use crate::crypto::Cipher;
use domain::{Index, RecordKey, Scope};
use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::CryptoKey;

#[wasm_bindgen]
extern "C" {
    /// A record, in base or overlay.
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone)]
    pub(crate) type RecordRow;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn key(this: &RecordRow) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_key(this: &RecordRow, key: &str);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn kind(this: &RecordRow) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_kind(this: &RecordRow, kind: &str);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn scope(this: &RecordRow) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_scope(this: &RecordRow, scope: &str);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn version(this: &RecordRow) -> f64;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_version(this: &RecordRow, version: f64);
    /// Sealed JSON; empty if the record is gone.
    #[wasm_bindgen(method, getter, js_name = body)]
    fn sealed_body(this: &RecordRow) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_body(this: &RecordRow, body: &JsValue);
    #[wasm_bindgen(method, setter)]
    fn set_keys(this: &RecordRow, keys: &Array);
    #[wasm_bindgen(method, getter, js_name = gone)]
    fn is_gone(this: &RecordRow) -> Option<bool>;
    #[wasm_bindgen(method, setter)]
    fn set_gone(this: &RecordRow, gone: bool);

    /// A command as it was frozen.
    #[wasm_bindgen(extends = Object)]
    pub(crate) type FrozenRow;
    #[wasm_bindgen(method, getter)]
    fn id(this: &FrozenRow) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_id(this: &FrozenRow, id: &str);
    #[wasm_bindgen(method, getter, js_name = raw)]
    fn sealed_raw(this: &FrozenRow) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_raw(this: &FrozenRow, raw: &JsValue);
    #[wasm_bindgen(method, setter)]
    fn set_protocol(this: &FrozenRow, protocol: u32);

    /// What is known of a command, or, without the later fields, that its number was given out.
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone)]
    pub(crate) type StandingRow;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn device(this: &StandingRow) -> String;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_device(this: &StandingRow, device: &str);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn seq(this: &StandingRow) -> f64;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_seq(this: &StandingRow, seq: f64);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn id(this: &StandingRow) -> String;
    #[wasm_bindgen(method, setter, js_name = id)]
    pub(crate) fn set_command(this: &StandingRow, id: &str);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn prev(this: &StandingRow) -> String;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_prev(this: &StandingRow, prev: &str);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn link(this: &StandingRow) -> String;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_link(this: &StandingRow, link: &str);
    /// The device's signature of the link.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn signature(this: &StandingRow) -> Option<String>;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_signature(this: &StandingRow, signature: Option<&str>);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn made_at(this: &StandingRow) -> f64;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_made_at(this: &StandingRow, made_at: f64);
    /// Where the frozen bytes are.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn n(this: &StandingRow) -> f64;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_n(this: &StandingRow, n: f64);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn stage(this: &StandingRow) -> String;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_stage(this: &StandingRow, stage: &str);
    /// JSON of the row's state; sealed if it came back, for then it says why.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn state(this: &StandingRow) -> JsValue;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_state(this: &StandingRow, state: &JsValue);
    /// The hash of the photo whose bytes follow it.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn photo(this: &StandingRow) -> Option<String>;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_photo(this: &StandingRow, hash: &str);
    /// The hashes of photos that it throws away.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn drops(this: &StandingRow) -> Array;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_drops(this: &StandingRow, hashes: &Array);
    /// The keys of records that it brought into being.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn made(this: &StandingRow) -> Array;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_made(this: &StandingRow, keys: &Array);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn dismissed(this: &StandingRow) -> Option<bool>;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_dismissed(this: &StandingRow, dismissed: bool);
    /// When the server said what became of it, by the server's clock.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn heard_at(this: &StandingRow) -> Option<f64>;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_heard_at(this: &StandingRow, at: f64);

    /// The key that a device signs with.
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone)]
    pub(crate) type KeyRow;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn private(this: &KeyRow) -> CryptoKey;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_private(this: &KeyRow, key: &CryptoKey);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn public(this: &KeyRow) -> String;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_public(this: &KeyRow, key: &str);

    /// A parcel that is carried for somebody.
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone)]
    pub(crate) type ParcelRow;
    #[wasm_bindgen(method, getter, js_name = id)]
    pub(crate) fn parcel(this: &ParcelRow) -> String;
    #[wasm_bindgen(method, setter, js_name = id)]
    pub(crate) fn set_parcel(this: &ParcelRow, id: &str);
    /// The head of its file.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn head(this: &ParcelRow) -> Uint8Array;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_head(this: &ParcelRow, head: &Uint8Array);
    /// What opens its parts.
    #[wasm_bindgen(method, getter, js_name = key)]
    pub(crate) fn opens(this: &ParcelRow) -> CryptoKey;
    #[wasm_bindgen(method, setter, js_name = key)]
    pub(crate) fn set_opens(this: &ParcelRow, key: &CryptoKey);
    /// Sealed JSON.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn cover(this: &ParcelRow) -> JsValue;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_cover(this: &ParcelRow, cover: &JsValue);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn loaded_at(this: &ParcelRow) -> f64;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_loaded_at(this: &ParcelRow, at: f64);
    /// JSON.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn progress(this: &ParcelRow) -> String;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_progress(this: &ParcelRow, progress: &str);

    /// A photo on this phone.
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone)]
    pub(crate) type PhotoRow;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn hash(this: &PhotoRow) -> String;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_hash(this: &PhotoRow, hash: &str);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn bytes(this: &PhotoRow) -> f64;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_bytes(this: &PhotoRow, bytes: f64);
    #[wasm_bindgen(method, getter, js_name = state)]
    pub(crate) fn photo_state(this: &PhotoRow) -> String;
    #[wasm_bindgen(method, setter, js_name = state)]
    pub(crate) fn set_photo_state(this: &PhotoRow, state: &str);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn offset(this: &PhotoRow) -> f64;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_offset(this: &PhotoRow, offset: f64);
    #[wasm_bindgen(method, getter, js_name = made_at)]
    pub(crate) fn kept_at(this: &PhotoRow) -> f64;
    #[wasm_bindgen(method, setter, js_name = made_at)]
    pub(crate) fn set_kept_at(this: &PhotoRow, at: f64);
    /// Whether the bytes have been freed.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn freed(this: &PhotoRow) -> Option<bool>;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_freed(this: &PhotoRow, freed: bool);
    /// When its receipt came, by the server's clock.
    #[wasm_bindgen(method, getter, js_name = heard_at)]
    pub(crate) fn received_at(this: &PhotoRow) -> Option<f64>;
    #[wasm_bindgen(method, setter, js_name = heard_at)]
    pub(crate) fn set_received_at(this: &PhotoRow, at: f64);
}

impl RecordRow {
    /// Whether the unsettled commands have taken it away. Rows of the base do not say.
    pub(crate) fn gone(&self) -> bool {
        self.is_gone().unwrap_or_default()
    }

    /// Its JSON; empty if it is gone, or sealed with another key, which is as good as not there.
    pub(crate) fn body(&self, cipher: &Cipher) -> String {
        let body = self.sealed_body();
        body.as_string().or_else(|| cipher.text(&["record", &self.key()], &body)).unwrap_or_default()
    }
}

impl FrozenRow {
    /// A command.
    pub(crate) fn of(cipher: &Cipher, id: &str, raw: &str, protocol: u32) -> Self {
        let row: Self = new();
        row.set_id(id);
        row.set_raw(&cipher.seal(&["command", id], raw));
        row.set_protocol(protocol);
        row
    }

    /// Its bytes; none if they cannot be read.
    pub(crate) fn raw(&self, cipher: &Cipher) -> Option<String> {
        cipher.text(&["command", &self.id()], &self.sealed_raw())
    }
}

/// An empty row.
pub(crate) fn new<R: JsCast>() -> R {
    Object::new().unchecked_into()
}

/// A list of texts.
pub(crate) fn list<'a>(texts: impl IntoIterator<Item = &'a str>) -> Array {
    texts.into_iter().map(JsValue::from_str).collect()
}

/// The texts of a list.
pub(crate) fn texts(list: &Array) -> Vec<String> {
    list.iter().filter_map(|text| text.as_string()).collect()
}

/// A record that is there.
pub(crate) fn record(cipher: &Cipher, key: &str, kind: &str, scope: Scope, body: &str) -> RecordRow {
    let row: RecordRow = new();
    row.set_key(key);
    row.set_kind(kind);
    row.set_scope(&scope.to_string());
    row.set_body(&cipher.seal(&["record", key], body));
    row.set_keys(&index_keys(kind, body));
    row
}

/// A record that is gone.
pub(crate) fn gone(key: RecordKey) -> RecordRow {
    let row: RecordRow = new();
    row.set_key(&key.to_string());
    row.set_kind(key.kind.name());
    row.set_body(&"".into());
    row.set_keys(&Array::new());
    row.set_gone(true);
    row
}

/// What an index key is called in the store.
pub(crate) fn index_key(index: Index) -> String {
    let (kind, field, value) = index.parts();
    [kind.name(), ".", field, "=", &value].concat()
}

/// The index keys of a body: the texts of its indexed top-level fields. The browser reads the JSON;
/// it is quicker at that, and has the code already.
fn index_keys(kind: &str, body: &str) -> Array {
    let keys = Array::new();
    let fields = || Index::FIELDS.iter().filter(|(of, _)| of.name() == kind).map(|(_, field)| *field);
    if fields().next().is_none() {
        return keys;
    }
    let Ok(parsed) = JSON::parse(body) else { return keys };
    for field in fields() {
        if let Some(value) = Reflect::get(&parsed, &field.into()).ok().and_then(|value| value.as_string()) {
            keys.push(&[kind, ".", field, "=", &value].concat().into());
        }
    }
    keys
}
