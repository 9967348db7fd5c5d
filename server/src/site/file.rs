//! One file of the site, kept in memory: there are two dozen of them and every phone asks for all.

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use std::sync::OnceLock;
use sync::ContentHash;

/// The name of the file says which bytes are in it.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// Ask each time, and be told quickly that nothing changed.
const ASK: HeaderValue = HeaderValue::from_static("no-cache");
/// A file, or a page that is as unchanging as one.
#[derive(Debug)]
pub struct SiteFile {
    bytes: Bytes,
    small: OnceLock<Option<Bytes>>,
    /// SHA-256 of the bytes.
    pub hash: ContentHash,
    kind: &'static str,
    immutable: bool,
}

impl SiteFile {
    /// A file under its address.
    pub fn new(address: &str, bytes: Vec<u8>) -> Self {
        let hash = ContentHash::of(&bytes);
        Self { kind: kind_of(address), immutable: has_hash(address), small: OnceLock::new(), hash, bytes: bytes.into() }
    }

    /// With the small form that was made when the site was built.
    pub fn with_small(self, small: Option<Vec<u8>>) -> Self {
        Self { small: small.map_or_else(OnceLock::new, |small| Some(Bytes::from(small)).into()), ..self }
    }

    /// The digest that a browser checks the bytes by, as in `integrity`.
    pub fn integrity(&self) -> String {
        format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(&self.bytes)))
    }

    /// The text of it.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    /// Packs it, unless it has a small form already. Takes seconds for the wasm.
    #[cfg(not(debug_assertions))]
    pub fn compress(&self) {
        if is_text(self.kind) {
            self.small.get_or_init(|| super::packed::pack(&self.bytes).map(Bytes::from));
        }
    }

    /// The answer to a request for it.
    pub fn answer(&self, asked: &HeaderMap) -> Response {
        let small = self.small.get().and_then(Option::as_ref).filter(|_| takes_brotli(asked));
        // The same file in another coding is another representation, and has another tag.
        let tag = format!("\"{}{}\"", &self.hash.0[..32], if small.is_some() { "-br" } else { "" });
        let known = asked.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
        let mut response = if known.is_some_and(|known| known.contains(&self.hash.0[..32])) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            let mut response = Body::from(small.unwrap_or(&self.bytes).clone()).into_response();
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
            if small.is_some() {
                response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
            }
            response
        };
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, if self.immutable { FOR_EVER } else { ASK });
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        // A browser must not go on with half of a file: the other half may come in another coding.
        headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("none"));
        if let Ok(tag) = HeaderValue::try_from(tag) {
            headers.insert(header::ETAG, tag);
        }
        response
    }
}

fn takes_brotli(asked: &HeaderMap) -> bool {
    let accepted = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|text| text.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next() == Some("br") && !parts.any(|part| matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

pub(super) fn kind_of(address: &str) -> &'static str {
    match address.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        // The shell has an address like a page's.
        _ if address == super::folder::SHELL => "text/html; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Whether packing makes it smaller.
pub(super) fn is_text(kind: &str) -> bool {
    kind.contains("charset") || matches!(kind, "application/wasm" | "image/svg+xml")
}

/// Whether an address is like `/pkg/lianying.0aFz_hash.wasm`, as the build writes them.
fn has_hash(address: &str) -> bool {
    // Only the build's own files: what lies deeper has names of its own making.
    let Some(name) = address.strip_prefix("/pkg/").filter(|name| !name.contains('/')) else { return false };
    let parts: Vec<&str> = name.split('.').collect();
    matches!(parts[..], [_, hash, _] if hash.len() >= 8)
}

#[cfg(test)]
mod tests {
    use super::{has_hash, takes_brotli};
    use axum::http::{HeaderMap, HeaderValue, header};

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(has_hash("/pkg/lianying.Xk2-_9aBcDeFgHiJkLmNoP.wasm"));
        for address in ["/pkg/lianying.wasm", "/sprite.svg", "/icons/a.b.c", "/pkg/snippets/a.12345678.js/x"] {
            assert!(!has_hash(address), "{address}");
        }
    }

    #[test]
    fn brotli_is_sent_to_those_who_take_it() {
        let takes =
            |text| takes_brotli(&HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(text))]));
        assert!(takes("gzip, deflate, br, zstd") && takes("br;q=0.5"));
        assert!(!takes("gzip") && !takes("br;q=0, gzip") && !takes_brotli(&HeaderMap::new()));
    }
}
