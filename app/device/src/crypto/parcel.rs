//! Sealing a parcel with its code. The key cannot be taken out of the browser: a phone that carries a parcel keeps the
//! key beside the sealed parts, and can open them to send them, without the code and without showing it to anybody.

use super::subtle;
use crate::error::StorageError;
use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use sync::parcel::{Code, Head};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

/// See the module.
#[derive(Clone)]
pub(crate) struct ParcelKey(CryptoKey);

impl ParcelKey {
    /// The key that a code makes with a head. Takes about a second on a cheap phone, on purpose.
    pub(crate) async fn of(code: &Code, head: &Head) -> Result<Self, StorageError> {
        let subtle = here()?;
        let uses = |names: &[&str]| names.iter().copied().map(JsValue::from_str).collect::<Array>();
        let plain = Uint8Array::from(code.plain().as_bytes());
        let base = subtle.import_key_with_str("raw", &plain, "PBKDF2", false, &uses(&["deriveKey"]));
        let base: CryptoKey = JsFuture::from(base.map_err(missing)?).await.map_err(missing)?.unchecked_into();
        let how = object(&[
            ("name", "PBKDF2".into()),
            ("hash", "SHA-256".into()),
            ("salt", Uint8Array::from(head.salt.as_slice()).into()),
            ("iterations", head.rounds.into()),
        ]);
        let what = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
        let key = subtle.derive_key_with_object_and_object(&how, &base, &what, false, &uses(&["encrypt", "decrypt"]));
        Ok(Self(JsFuture::from(key.map_err(missing)?).await.map_err(missing)?.unchecked_into()))
    }

    /// The one that was kept.
    pub(crate) const fn kept(key: CryptoKey) -> Self {
        Self(key)
    }

    /// As it is kept.
    pub(crate) const fn inner(&self) -> &CryptoKey {
        &self.0
    }

    /// Seals a part.
    pub(crate) async fn seal(&self, head: &Head, part: u32, bytes: &Object) -> Result<ArrayBuffer, StorageError> {
        let sealed = here()?.encrypt_with_object_and_buffer_source(&place(head, part), &self.0, bytes);
        Ok(JsFuture::from(sealed.map_err(missing)?).await.map_err(missing)?.unchecked_into())
    }

    /// Opens a part; none if it is not what was sealed there with this key.
    pub(crate) async fn open(
        &self,
        head: &Head,
        part: u32,
        sealed: &ArrayBuffer,
    ) -> Result<Option<ArrayBuffer>, StorageError> {
        let opened = here()?.decrypt_with_object_and_buffer_source(&place(head, part), &self.0, sealed);
        Ok(JsFuture::from(opened.map_err(missing)?).await.ok().map(JsCast::unchecked_into))
    }
}

/// Bytes that nobody can guess.
pub(crate) fn chance<const N: usize>() -> Result<[u8; N], StorageError> {
    let mut bytes = [0; N];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok()).ok_or_else(|| missing(JsValue::NULL))?;
    crypto.get_random_values_with_u8_array(&mut bytes).map_err(missing)?;
    Ok(bytes)
}

fn place(head: &Head, part: u32) -> Object {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(head.nonce(part).as_slice()).into()),
        ("additionalData", Uint8Array::from(head.bound(part).as_slice()).into()),
    ])
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object takes any property.
        drop(Reflect::set(&object, &(*name).into(), value));
    }
    object
}

fn here() -> Result<SubtleCrypto, StorageError> {
    subtle().ok_or_else(|| missing(JsValue::NULL))
}

fn missing(_: JsValue) -> StorageError {
    StorageError::Unavailable("no cryptography in this browser, or no HTTPS".to_owned())
}
