//! Wrapping a data key in other keys, with the browser's own cryptography: one that cannot be taken out of this
//! browser, one that is drawn out of a PIN, one that the server gives.

use super::{DataKey, subtle};
use crate::clock;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::CryptoKey;

/// How often a PIN is hashed before it is a key: half a second on a cheap phone, once per try.
pub(crate) const ROUNDS: u32 = 600_000;
const NONCE: usize = 12;

/// A new data key; none where the browser has no cryptography to wrap it with.
pub(crate) fn new_data_key() -> Option<DataKey> {
    subtle().map(|_| clock::random())
}

/// A key that wraps, and cannot be taken out of this browser.
pub(crate) async fn new_phone_key() -> Option<CryptoKey> {
    let made = subtle()?.generate_key_with_object(&gcm(&[("length", 256.into())]), false, &uses()).ok()?;
    JsFuture::from(made).await.ok().map(CryptoKey::unchecked_from_js)
}

/// The key of a PIN.
pub(crate) async fn key_of_pin(pin: &str, salt: &[u8], rounds: u32) -> Option<CryptoKey> {
    let subtle = subtle()?;
    let (bytes, derive) = (Uint8Array::from(pin.as_bytes()), Array::of1(&"deriveKey".into()));
    let typed = subtle.import_key_with_str("raw", &bytes, "PBKDF2", false, &derive).ok()?;
    let typed: CryptoKey = JsFuture::from(typed).await.ok()?.unchecked_into();
    let how = algorithm(
        "PBKDF2",
        &[("hash", "SHA-256".into()), ("salt", Uint8Array::from(salt).into()), ("iterations", rounds.into())],
    );
    let made = subtle.derive_key_with_object_and_object(&how, &typed, &gcm(&[("length", 256.into())]), false, &uses());
    JsFuture::from(made.ok()?).await.ok().map(CryptoKey::unchecked_from_js)
}

/// The key of a secret that the server gives; none if it is no such secret.
pub(crate) async fn key_of_secret(secret: &str) -> Option<CryptoKey> {
    let bytes = super::text::decode(secret).filter(|bytes| bytes.len() == 32)?;
    let made = subtle()?.import_key_with_object("raw", &Uint8Array::from(bytes.as_slice()), &gcm(&[]), false, &uses());
    JsFuture::from(made.ok()?).await.ok().map(CryptoKey::unchecked_from_js)
}

/// Wraps bytes.
pub(crate) async fn wrap(key: &CryptoKey, bytes: &[u8]) -> Option<Vec<u8>> {
    let nonce: [u8; NONCE] = clock::random();
    let (how, bytes) = (with_nonce(&nonce), Uint8Array::from(bytes));
    let sealed = subtle()?.encrypt_with_object_and_buffer_source(&how, key, &bytes).ok()?;
    let sealed = Uint8Array::new(&JsFuture::from(sealed).await.ok()?).to_vec();
    Some([nonce.as_slice(), &sealed].concat())
}

/// Unwraps them; none if they were wrapped in another key.
pub(crate) async fn unwrap(key: &CryptoKey, wrapped: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = wrapped.split_at_checked(NONCE)?;
    let (how, sealed) = (with_nonce(nonce), Uint8Array::from(sealed));
    let plain = subtle()?.decrypt_with_object_and_buffer_source(&how, key, &sealed).ok()?;
    Some(Uint8Array::new(&JsFuture::from(plain).await.ok()?).to_vec())
}

fn with_nonce(nonce: &[u8]) -> Object {
    gcm(&[("iv", Uint8Array::from(nonce).into())])
}

fn gcm(parameters: &[(&str, JsValue)]) -> Object {
    algorithm("AES-GCM", parameters)
}

fn algorithm(name: &str, parameters: &[(&str, JsValue)]) -> Object {
    let algorithm = Object::new();
    for (name, value) in parameters.iter().chain([&("name", name.into())]) {
        // A plain object takes any property.
        drop(Reflect::set(&algorithm, &(*name).into(), value));
    }
    algorithm
}

fn uses() -> Array {
    Array::of2(&"encrypt".into(), &"decrypt".into())
}
