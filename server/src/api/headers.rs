//! Headers that every answer carries, whatever it is an answer to.

use super::ApiError;
use crate::site;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sync::limits::{HEADER, PROTOCOL};

/// For whatever is no page and no worker, should a browser open it as one.
const POLICY_OF_DATA: &str = "default-src 'none'; frame-ancestors 'none'";
const POLICY_HEAD: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
const POLICY_TAIL: &str = "; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; \
    manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

const OF_ALL: [(HeaderName, &str); 3] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];
const OF_PAGES: [(HeaderName, &str); 2] = [
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), serial=(), hid=(), midi=()",
    ),
];

/// The content security policy, with a nonce for the scripts that a rendered page carries in itself.
#[must_use]
pub fn content_security_policy(nonce: Option<&str>) -> String {
    let policy = match nonce {
        Some(nonce) => format!("{POLICY_HEAD} 'nonce-{nonce}'{POLICY_TAIL}"),
        None => format!("{POLICY_HEAD}{POLICY_TAIL}"),
    };
    if site::is_watched() { policy.replace("connect-src 'self'", "connect-src 'self' ws:") } else { policy }
}

/// Adds the security headers; a handler that has set one itself knows better. Data carries fewer of them:
/// an answer of the API is often shorter than they are.
pub async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    // "Not modified" has no kind, and what it carries replaces what the browser has kept: a worker that got the policy
    // of data that way could not fetch anything, and no update would ever arrive again.
    if response.status() == StatusCode::NOT_MODIFIED {
        return response;
    }
    let headers = response.headers_mut();
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let runs = kind.starts_with("text/html") || kind.starts_with("text/javascript");
    let policy = if runs { content_security_policy(None) } else { POLICY_OF_DATA.to_owned() };
    for (name, value) in OF_ALL.into_iter().chain(OF_PAGES.into_iter().filter(|_| runs)) {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if let Ok(policy) = HeaderValue::try_from(policy) {
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    response
}

/// Marks an answer of the API as ours, puts errors that a layer or an extractor made into our words, and keeps
/// answers out of caches unless the handler wants them there.
pub async fn signed_by_us(request: Request, next: Next) -> Response {
    let ours = request.uri().path().starts_with("/api/");
    let mut response = next.run(request).await;
    if ours {
        let is_problem = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/json");
        if (response.status().is_client_error() || response.status().is_server_error()) && !is_problem {
            let words = ApiError::of_status(response.status()).into_response();
            *response.body_mut() = words.into_body();
            let headers = response.headers_mut();
            headers.remove(header::CONTENT_LENGTH);
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        let headers = response.headers_mut();
        headers.insert(HEADER, HeaderValue::from(PROTOCOL));
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    }
    response
}
