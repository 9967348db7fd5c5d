//! Hashing large bytes, done by the browser beside the page.

use crate::error::StorageError;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen_futures::JsFuture;

/// SHA-256 in lower-case hex.
pub(crate) async fn sha256(bytes: &ArrayBuffer) -> Result<String, StorageError> {
    let failed = |_| StorageError::Unavailable("no SHA-256 in this browser, or no HTTPS".to_owned());
    let window = web_sys::window().ok_or_else(|| StorageError::Unavailable("no window".to_owned()))?;
    let digest = window.crypto().and_then(|crypto| crypto.subtle().digest_with_str_and_buffer_source("SHA-256", bytes));
    let digest = JsFuture::from(digest.map_err(failed)?).await.map_err(failed)?;
    let digits = Uint8Array::new(&digest).to_vec().into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    Ok(digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect())
}
