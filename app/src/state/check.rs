//! Checking a proof in the browser, and fetching one. Nothing of what is handed in leaves it.

use super::phone::{Checked, Unchecked};
use super::{begin, request};
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{File, HtmlElement, window};
use sync::proof::{Found, Proof, command_text};
use wasm_bindgen_futures::JsFuture;

/// The setting that holds the server's key.
const SERVER_KEY: &str = "server key";
const KEY_PATH: &str = "/api/v1/evidence/key";

/// See [`super::Phone::check_proof`].
pub(super) async fn check(proof: &File, photo: &File) -> Result<Checked, Unchecked> {
    if !window().is_some_and(|window| window.is_secure_context()) {
        return Err(Unchecked::NoKeys);
    }
    let text = JsFuture::from(proof.text()).await.ok().and_then(|text| text.as_string());
    let proof: Proof = text.and_then(|text| serde_json::from_str(&text).ok()).ok_or(Unchecked::Proof)?;
    let photo = device::hash_of(photo).await.map_err(|_| Unchecked::Photo)?;
    let device = match (&proof.key, &proof.signature) {
        (Some(key), Some(signature)) => {
            device::is_signed_by(key, signature, &command_text(proof.device, &proof.link)).await
        }
        _ => false,
    };
    let server = device::is_signed_by(&proof.server_key, &proof.server_signature, &proof.text()).await;
    let ours = server_key().await.map(|key| key == proof.server_key);
    Ok(Checked { proof, found: Found { photo, device, server }, ours })
}

/// See [`super::Phone::server_key`].
pub(super) async fn server_key() -> Option<String> {
    let device = begin::device();
    let said = request::fetch("GET", KEY_PATH).await;
    let said: Option<serde_json::Value> = said.and_then(|body| serde_json::from_str(&body).ok());
    match said.as_ref().and_then(|said| said.get("key")?.as_str()) {
        Some(key) => {
            if let Some(device) = device {
                // A key that is not kept is asked for again.
                drop(device.set_setting(SERVER_KEY, key).await);
            }
            Some(key.to_owned())
        }
        None => device?.setting(SERVER_KEY),
    }
}

/// See [`super::Phone::save_proof`]. Asked for first: a link that leads to an error would only save the error.
pub(super) async fn save_proof(hash: &str) -> Option<()> {
    let path = ["/api/v1/photos/", hash, "/proof"].concat();
    request::fetch("GET", &path).await?;
    let link: HtmlElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_attribute("href", &path).ok()?;
    link.set_attribute("download", &[hash.get(..16)?, ".proof.json"].concat()).ok()?;
    link.click();
    Some(())
}
