//! What is turned away before a handler sees it: requests that another site made the browser send,
//! and clients too old to be understood.

use super::ApiError;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use sync::limits::{MIN_PROTOCOL, PROTOCOL_HEADER};

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses state-changing requests that come from another site.
///
/// # Errors
/// [`ApiError::Forbidden`].
pub async fn same_site(request: Request, next: Next) -> Result<Response, ApiError> {
    let harmless = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if harmless || is_ours(request.headers(), request.uri().host()) {
        return Ok(next.run(request).await);
    }
    Err(ApiError::Forbidden("the request comes from another site"))
}

/// Browsers say where a request comes from; whatever says nothing is no browser and holds no cookie it did not ask for.
fn is_ours(headers: &HeaderMap, uri_host: Option<&str>) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if let Some(site) = text(SEC_FETCH_SITE) {
        return matches!(site, "same-origin" | "none");
    }
    match text(header::ORIGIN) {
        None => true,
        Some(origin) => {
            let host = text(header::HOST).or(uri_host);
            let from = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
            from.is_some() && from == host
        }
    }
}

/// Refuses to answer a protocol that is too old. A push is taken all the same: what such a client still holds
/// must not be lost with it (P19); and whoever is told to update has to be able to log in and out.
///
/// # Errors
/// [`ApiError::Outdated`].
pub async fn not_outdated(request: Request, next: Next) -> Result<Response, ApiError> {
    match request.headers().get(PROTOCOL_HEADER).map(|value| value.to_str().ok().and_then(|text| text.parse().ok())) {
        None => {}
        Some(Some(protocol)) if u32::ge(&protocol, &MIN_PROTOCOL) => {}
        Some(Some(_)) => return Err(ApiError::Outdated),
        Some(None) => return Err(ApiError::Malformed(format!("{PROTOCOL_HEADER} has to be a number"))),
    }
    Ok(next.run(request).await)
}

#[cfg(test)]
mod tests {
    use super::is_ours;
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn only_our_own_pages_and_no_pages_at_all_may_change_something() {
        for ours in [
            &[("sec-fetch-site", "same-origin"), ("origin", "https://a.example"), ("host", "inner:3000")][..],
            &[("sec-fetch-site", "none")],
            &[("origin", "http://192.168.1.4:3000"), ("host", "192.168.1.4:3000")],
            &[("host", "a.example")],
        ] {
            assert!(is_ours(&headers(ours), None), "{ours:?}");
        }
        for other in [
            &[("sec-fetch-site", "cross-site")][..],
            &[("sec-fetch-site", "same-site"), ("origin", "https://b.example"), ("host", "b.example")],
            &[("origin", "https://b.example"), ("host", "a.example")],
            &[("origin", "null"), ("host", "a.example")],
            &[("origin", "file://a.example"), ("host", "a.example")],
        ] {
            assert!(!is_ours(&headers(other), None), "{other:?}");
        }
    }
}
