//! Photos, and sending them.

use super::wire::Reply;
use super::{Phone, ground};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::id::{PhotoId, TerritoryId, VisitId};
use domain::records::{Capture, Look, Photo, PhotoRef};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, Rgb, RgbImage};
use reqwest::Method;
use std::sync::atomic::{AtomicU8, Ordering};
use sync::ContentHash;
use uuid::Uuid;

/// The bytes of a photo, and their hash.
#[derive(Clone)]
pub struct Picture {
    pub bytes: Vec<u8>,
    pub hash: String,
}

static NEXT: AtomicU8 = AtomicU8::new(0);

/// A photo like no other.
pub fn picture() -> Picture {
    let tint = NEXT.fetch_add(1, Ordering::Relaxed);
    let noise = |x: u32, y: u32| Rgb([tint, (x * 7 + y * 13) as u8, (x * y) as u8]);
    let mut bytes = Vec::new();
    let image = DynamicImage::ImageRgb8(RgbImage::from_fn(640, 480, noise));
    JpegEncoder::new_with_quality(&mut bytes, 95).encode_image(&image).unwrap();
    of_bytes(bytes)
}

pub fn of_bytes(bytes: Vec<u8>) -> Picture {
    Picture { hash: ContentHash::of(&bytes).0, bytes }
}

/// A record of it, taken in a territory.
pub fn record(picture: &Picture, territory: TerritoryId) -> Photo {
    let id = Uuid::from_u128(0xf0_0000 + u128::from(NEXT.fetch_add(1, Ordering::Relaxed)));
    Photo {
        id: PhotoId(id),
        visit: VisitId(id),
        outlet: ground::east_shop(0),
        territory,
        rep: ground::REP,
        rep_name: String::new(),
        item: "shelf".into(),
        slot: "front".to_owned(),
        standard: None,
        picture: PhotoRef { hash: picture.hash.clone(), bytes: picture.bytes.len() as u64, width: 640, height: 480 },
        taken_at: ground::START,
        fix: None,
        capture: Capture::Camera,
        look: Look::default(),
        before: None,
        kept_because: String::new(),
        twins: Vec::new(),
        annotations: Vec::new(),
        received_at: None,
        redo_of: None,
        proves: Vec::new(),
        shows: Vec::new(),
        verdict: None,
        ruling: None,
        appeal: None,
        audit: None,
    }
}

impl Phone {
    /// Begins or takes up an upload.
    pub async fn create(&self, picture: &Picture) -> Reply {
        self.announce(&picture.bytes.len().to_string(), &self.metadata(&picture.hash)).await
    }

    pub async fn announce(&self, length: &str, metadata: &str) -> Reply {
        let request = self.request(Method::POST, "/api/v1/photos").header("tus-resumable", "1.0.0");
        Reply::of(request.header("upload-length", length).header("upload-metadata", metadata)).await
    }

    pub fn metadata(&self, hash: &str) -> String {
        format!("sha256 {},device {}", STANDARD.encode(hash), STANDARD.encode(self.device.to_string()))
    }

    /// How far an upload has come.
    pub async fn how_far(&self, place: &str) -> Reply {
        Reply::of(self.request(Method::HEAD, place).header("tus-resumable", "1.0.0")).await
    }

    /// Sends a piece.
    pub async fn send(&self, place: &str, offset: usize, bytes: &[u8]) -> Reply {
        let request = self.request(Method::PATCH, place).header("tus-resumable", "1.0.0");
        let request = request.header("content-type", "application/offset+octet-stream");
        Reply::of(request.header("upload-offset", offset).body(bytes.to_vec())).await
    }

    /// Sends a whole photo in one piece.
    pub async fn upload(&self, picture: &Picture) -> Reply {
        let created = self.create(picture).await;
        assert_eq!(created.status(), 201, "{}", created.text());
        self.send(created.header("location"), 0, &picture.bytes).await
    }

    pub async fn original(&self, picture: &Picture) -> Reply {
        self.get(&format!("/api/v1/photos/{}/original", picture.hash)).await
    }

    pub async fn thumbnail(&self, picture: &Picture) -> Reply {
        self.get(&format!("/api/v1/photos/{}/thumbnail", picture.hash)).await
    }
}
