//! The key of a device id. Its private half cannot be taken out of the browser: not by us, not by whoever holds the
//! phone and opens its console.

use super::{curve, over_sha256, subtle, text};
use crate::store::row::{self, KeyRow};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::CryptoKey;

/// See the module.
#[derive(Clone)]
pub(crate) struct DeviceKey(KeyRow);

impl DeviceKey {
    /// A new one; none where the browser makes no keys.
    pub(crate) async fn make() -> Option<Self> {
        let subtle = subtle()?;
        let uses = Array::of2(&"sign".into(), &"verify".into());
        let made = subtle.generate_key_with_object(&curve(), false, &uses).ok()?;
        let pair = JsFuture::from(made).await.ok()?;
        let half = |name: &str| Reflect::get(&pair, &name.into()).ok().map(CryptoKey::unchecked_from_js);
        let public = subtle.export_key("raw", &half("publicKey")?).ok()?;
        let public = Uint8Array::new(&JsFuture::from(public).await.ok()?).to_vec();
        let row: KeyRow = row::new();
        row.set_private(&half("privateKey")?);
        row.set_public(&text::encode(&public)?);
        Some(Self(row))
    }

    /// The one that was kept, if one was.
    pub(crate) fn of(kept: &JsValue) -> Option<Self> {
        kept.dyn_ref::<Object>().map(|row| Self(row.clone().unchecked_into()))
    }

    /// As it is kept.
    pub(crate) fn row(&self) -> &JsValue {
        &self.0
    }

    /// The half that everybody may have, in base64url.
    pub(crate) fn public(&self) -> String {
        self.0.public()
    }

    /// Signs a text: r and s in base64url.
    pub(crate) async fn sign(&self, text: &str) -> Option<String> {
        let bytes = Uint8Array::from(text.as_bytes());
        let signed = subtle()?.sign_with_object_and_buffer_source(&over_sha256(), &self.0.private(), &bytes).ok()?;
        text::encode(&Uint8Array::new(&JsFuture::from(signed).await.ok()?).to_vec())
    }
}
