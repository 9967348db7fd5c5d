//! The headers of tus 1.0.0, read and written.

use super::{checksum, is_hash};
use crate::api::ApiError;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::id::DeviceId;
use domain::limits::PHOTO_BYTES;

pub const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
pub const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
pub const LENGTH: HeaderName = HeaderName::from_static("upload-length");
pub const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
/// The type of a piece.
pub const PIECE: &str = "application/offset+octet-stream";

const VERSION: HeaderValue = HeaderValue::from_static("1.0.0");

/// Answers in tus' words, and only to its own version.
pub async fn speak(request: Request, next: Next) -> Response {
    let asks = request.method() != Method::OPTIONS;
    let version = request.headers().get(RESUMABLE);
    let mut response =
        if asks && version != Some(&VERSION) { ApiError::OtherTus.into_response() } else { next.run(request).await };
    response.headers_mut().insert(RESUMABLE, VERSION);
    response
}

/// What the server can do.
pub fn abilities() -> [(HeaderName, HeaderValue); 4] {
    [
        (HeaderName::from_static("tus-version"), VERSION),
        (
            HeaderName::from_static("tus-extension"),
            HeaderValue::from_static("creation,creation-with-upload,checksum,expiration,termination"),
        ),
        (HeaderName::from_static("tus-checksum-algorithm"), HeaderValue::from_static(checksum::ALGORITHMS)),
        (HeaderName::from_static("tus-max-size"), HeaderValue::from(PHOTO_BYTES)),
    ]
}

/// What a creation announces.
#[derive(Debug, PartialEq)]
pub struct Announced {
    pub bytes: u64,
    pub hash: String,
    pub device: DeviceId,
}

impl Announced {
    pub fn read(headers: &HeaderMap) -> Result<Self, ApiError> {
        let bytes = number(headers, &LENGTH)?;
        if bytes > PHOTO_BYTES {
            return Err(ApiError::TooLarge);
        }
        if bytes == 0 {
            return Err(malformed("a photo is not empty"));
        }
        let text = headers.get(METADATA).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let value = |name: &str| {
            let mut pairs = text.split(',').filter_map(|pair| pair.trim().split_once(' '));
            let (_, value) = pairs.find(|(key, _)| *key == name)?;
            String::from_utf8(STANDARD.decode(value.trim()).ok()?).ok()
        };
        let hash = value("sha256").filter(|hash| is_hash(hash));
        let device = value("device").and_then(|device| device.parse().ok());
        Ok(Self {
            bytes,
            hash: hash.ok_or_else(|| malformed("Upload-Metadata needs sha256, 64 hex digits in base64"))?,
            device: device.ok_or_else(|| malformed("Upload-Metadata needs device, its id in base64"))?,
        })
    }
}

/// A header that has to be a number.
pub fn number(headers: &HeaderMap, name: &HeaderName) -> Result<u64, ApiError> {
    let text = headers.get(name).and_then(|value| value.to_str().ok());
    // `parse` would take a plus sign.
    let digits = text.filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    digits.and_then(|text| text.parse().ok()).ok_or_else(|| malformed(&format!("{name} has to be a number")))
}

/// Whether the body is a piece of an upload.
pub fn is_piece(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|value| value == PIECE)
}

pub fn malformed(text: &str) -> ApiError {
    ApiError::Malformed(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Announced, LENGTH, METADATA};
    use axum::http::{HeaderMap, HeaderValue};

    #[test]
    fn headers_that_cannot_be_read_are_malformed_and_never_a_panic() {
        let hash = "NjM".repeat(40);
        for (length, metadata) in [
            ("", ""),
            ("-1", ""),
            ("+5", ""),
            ("99999999999999999999999999", ""),
            ("5", "sha256"),
            ("5", "sha256 !!!,device !!!"),
            ("5", ",,, ,sha256  ,device "),
            ("5", hash.as_str()),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(LENGTH, HeaderValue::from_str(length).unwrap());
            headers.insert(METADATA, HeaderValue::from_str(metadata).unwrap());
            assert!(Announced::read(&headers).is_err(), "{length:?} {metadata:?}");
        }
    }
}
