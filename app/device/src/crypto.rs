//! What the browser does beside the page: hashing large bytes, signing, verifying, wrapping keys; and what is done here
//! because a transaction cannot wait for it: sealing what is stored.
//! Without HTTPS a browser has none of it; recording goes on all the same, unsigned.

mod cipher;
mod key;
mod parcel;
mod text;
mod verify;
pub(crate) mod wrap;

pub(crate) use cipher::{Cipher, DataKey};
pub(crate) use key::DeviceKey;
pub(crate) use parcel::{ParcelKey, chance};
pub use verify::{hash_of, is_signed_by};

use crate::error::StorageError;
use js_sys::{ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::SubtleCrypto;

/// SHA-256 in lower-case hex.
pub(crate) async fn sha256(bytes: &ArrayBuffer) -> Result<String, StorageError> {
    let missing = || StorageError::Unavailable("no SHA-256 in this browser, or no HTTPS".to_owned());
    let digest = subtle().ok_or_else(missing)?.digest_with_str_and_buffer_source("SHA-256", bytes);
    let digest = JsFuture::from(digest.map_err(|_| missing())?).await.map_err(|_| missing())?;
    let digits = Uint8Array::new(&digest).to_vec().into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    Ok(digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect())
}

/// The browser's own cryptography, where it has any.
fn subtle() -> Option<SubtleCrypto> {
    let subtle = web_sys::window()?.crypto().ok()?.subtle();
    let there: &JsValue = subtle.as_ref();
    (!there.is_undefined()).then_some(subtle)
}

/// An algorithm by name, with one parameter.
fn algorithm(parameter: &str, value: &str) -> Object {
    let algorithm = Object::new();
    for (name, value) in [("name", "ECDSA"), (parameter, value)] {
        // A plain object takes any property.
        drop(Reflect::set(&algorithm, &name.into(), &value.into()));
    }
    algorithm
}

/// ECDSA on the curve that every browser has.
fn curve() -> Object {
    algorithm("namedCurve", "P-256")
}

/// How the texts are hashed before they are signed.
fn over_sha256() -> Object {
    algorithm("hash", "SHA-256")
}
