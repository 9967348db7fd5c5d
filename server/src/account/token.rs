//! The token in the session cookie: 256 bits that nobody can guess, of which the server keeps only the hash.

use super::SecureCookies;
use crate::clock::random;
use axum::http::{HeaderMap, HeaderValue, header};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sync::ContentHash;

/// The name of the cookie.
const COOKIE: &str = "lianying";
/// As long as browsers keep a cookie; when the session ends is decided here, by the server's clock.
const COOKIE_SECONDS: u32 = 400 * 24 * 60 * 60;

/// A new token.
pub fn new_token() -> Result<String, getrandom::Error> {
    random::<32>().map(|bytes| URL_SAFE_NO_PAD.encode(bytes))
}

/// What the store knows a token by.
pub fn token_hash(token: &str) -> String {
    ContentHash::of(token.as_bytes()).0
}

/// The hash of the token that a request carries.
pub fn carried(headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|text| text.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE).map(|(_, token)| token_hash(token))
}

/// The `Set-Cookie` that hands a token over; without one, the one that takes it back.
pub fn set_cookie(token: Option<&str>, headers: &HeaderMap, secure: SecureCookies) -> HeaderValue {
    let over_https = || {
        let origin = headers.get(header::ORIGIN).and_then(|value| value.to_str().ok());
        origin.is_some_and(|origin| origin.starts_with("https://"))
    };
    let secure = match secure {
        SecureCookies::Always => true,
        SecureCookies::Never => false,
        SecureCookies::Auto => over_https(),
    };
    let (token, seconds) = token.map_or(("", 0), |token| (token, COOKIE_SECONDS));
    let secure = if secure { "; Secure" } else { "" };
    let text = format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::try_from(text).expect("base64url and digits are allowed in a header")
}

#[cfg(test)]
mod tests {
    use super::{SecureCookies, carried, new_token, set_cookie, token_hash};
    use axum::http::{HeaderMap, HeaderValue, header};

    #[test]
    fn the_token_comes_back_whatever_stands_beside_it() {
        let token = new_token().unwrap();
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, format!("a=b; lianying={token}; c").parse().unwrap());
        assert_eq!(carried(&headers), Some(token_hash(&token)));
        headers.insert(header::COOKIE, HeaderValue::from_static("lianying2=x; xlianying=y"));
        assert_eq!(carried(&headers), None);
    }

    #[test]
    fn the_cookie_is_for_https_only_where_the_page_came_over_https() {
        let mut headers = HeaderMap::new();
        let text = |headers: &HeaderMap, secure| set_cookie(Some("t"), headers, secure).to_str().unwrap().to_owned();
        assert!(!text(&headers, SecureCookies::Auto).contains("Secure"));
        assert!(text(&headers, SecureCookies::Always).contains("Secure"));
        headers.insert(header::ORIGIN, HeaderValue::from_static("https://a.example"));
        assert!(text(&headers, SecureCookies::Auto).contains("Secure"));
        assert!(!text(&headers, SecureCookies::Never).contains("Secure"));
    }
}
