//! Photos as a phone sends them: named by their hash, in pieces, taken up where the server says they stopped.

use crate::phone::Phone;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, RgbImage};
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use std::path::{Path, PathBuf};
use sync::ContentHash;

/// Bytes in a piece.
pub const PIECE: usize = 32 * 1024;

/// A photo on the phone, and what the server has said of it.
#[derive(Clone)]
pub struct Picture {
    pub bytes: Vec<u8>,
    pub hash: String,
    /// How much of it the server has said is safe.
    pub safe: usize,
}

impl Picture {
    /// The n-th picture, of so many bytes: a small JPEG with something behind it that no other has.
    pub fn new(n: u64, length: usize) -> Self {
        let mut bytes = Vec::with_capacity(length);
        JpegEncoder::new(&mut bytes).encode_image(&DynamicImage::ImageRgb8(RgbImage::new(16, 16))).unwrap();
        let mut state = n.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        while bytes.len() < length {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            bytes.extend_from_slice(&state.to_be_bytes()[..4]);
        }
        Self { hash: ContentHash::of(&bytes).0, bytes, safe: 0 }
    }

    /// Whether the server has said that it has all of it.
    pub fn is_received(&self) -> bool {
        self.safe == self.bytes.len()
    }

    /// Where its bytes lie once they are received.
    pub fn place(&self, photos: &Path) -> PathBuf {
        photos.join(&self.hash[..2]).join(&self.hash[2..4]).join(format!("{}.jpg", self.hash))
    }
}

impl Phone {
    /// Sends what the server does not have of a photo, over a line that may break: then nothing more is known.
    /// The answer is the first one that is not good, if one comes.
    pub async fn try_upload(&self, picture: &mut Picture) -> Option<Result<(), Response>> {
        let created = self.create(picture).send().await.ok()?;
        if created.status() != StatusCode::CREATED {
            return Some(Err(created));
        }
        let place = created.headers()["location"].to_str().unwrap().to_owned();
        let mut offset = offset_of(&created);
        assert!(offset >= picture.safe, "what was said to be safe is gone: {offset} < {}", picture.safe);
        while offset < picture.bytes.len() {
            let end = picture.bytes.len().min(offset + PIECE);
            let sent = self.piece(&place, offset, &picture.bytes[offset..end]).send().await.ok()?;
            if sent.status() != StatusCode::NO_CONTENT {
                return Some(Err(sent));
            }
            offset = offset_of(&sent);
            picture.safe = offset;
        }
        picture.safe = offset;
        Some(Ok(()))
    }

    /// The request that begins or takes up an upload.
    pub fn create(&self, picture: &Picture) -> RequestBuilder {
        let metadata = [("sha256", picture.hash.clone()), ("device", self.device.to_string())];
        let metadata = metadata.map(|(name, value)| format!("{name} {}", BASE64_STANDARD.encode(value))).join(",");
        self.tus(Method::POST, "/api/v1/photos")
            .header("upload-length", picture.bytes.len())
            .header("upload-metadata", metadata)
    }

    /// The request that sends a piece.
    pub fn piece(&self, place: &str, offset: usize, bytes: &[u8]) -> RequestBuilder {
        self.tus(Method::PATCH, place)
            .header("upload-offset", offset)
            .header("content-type", "application/offset+octet-stream")
            .body(bytes.to_vec())
    }

    pub fn tus(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.url)).header("cookie", &self.cookie);
        request.header("tus-resumable", "1.0.0")
    }
}

pub fn offset_of(response: &Response) -> usize {
    response.headers()["upload-offset"].to_str().unwrap().parse().unwrap()
}
