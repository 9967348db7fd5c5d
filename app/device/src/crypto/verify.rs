//! Checking what somebody else has signed, for the page that checks proofs. Needs no store and nobody logged in.

use super::{curve, over_sha256, sha256, subtle, text};
use crate::error::StorageError;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, File};

/// The SHA-256 of a file in lower-case hex.
///
/// # Errors
/// When the file cannot be read, or the browser cannot hash.
pub async fn hash_of(file: &File) -> Result<String, StorageError> {
    let unreadable = |_| StorageError::Unavailable("the file cannot be read".to_owned());
    let bytes: ArrayBuffer = JsFuture::from(file.array_buffer()).await.map_err(unreadable)?.unchecked_into();
    sha256(&bytes).await
}

/// Whether a text was signed with the key of a public half. Whatever is no key and no signature did not sign it.
pub async fn is_signed_by(key: &str, signature: &str, signed: &str) -> bool {
    verify(key, signature, signed).await.unwrap_or_default()
}

async fn verify(key: &str, signature: &str, signed: &str) -> Option<bool> {
    let subtle = subtle()?;
    let key = Uint8Array::from(text::decode(key)?.as_slice());
    let uses = Array::of1(&"verify".into());
    let key = subtle.import_key_with_object("raw", &key, &curve(), true, &uses).ok()?;
    let key: CryptoKey = JsFuture::from(key).await.ok()?.unchecked_into();
    let signature = Uint8Array::from(text::decode(signature)?.as_slice());
    let signed = Uint8Array::from(signed.as_bytes());
    let held = subtle
        .verify_with_object_and_buffer_source_and_buffer_source(&over_sha256(), &key, &signature, &signed)
        .ok()?;
    JsFuture::from(held).await.ok()?.as_bool()
}
