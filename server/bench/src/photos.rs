//! Photos: real JPEGs of 2 MiB by tus, each piece on the disk before it is acknowledged, each hash verified.

use crate::child::Child;
use crate::figures::Figures;
use crate::phone::{Phone, REPS, new_id};
use crate::{ROUNDS, median};
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};
use reqwest::{Method, StatusCode};
use std::time::Instant;
use sync::ContentHash;
use uuid::Uuid;

const PHOTOS: usize = 20;
const BYTES: usize = 2 * 1024 * 1024;
const PIECE: usize = 256 * 1024;

/// See the module.
pub async fn measure(server: &Child, figures: &mut Figures) -> Result<()> {
    let phone = Phone::log_in(&server.url, REPS[0]).await?;
    let picture = picture()?;
    for (name, piece) in [("photos, whole", BYTES), ("photos, in pieces of 256 kB", PIECE)] {
        let mut rates = Vec::new();
        for _ in 0..ROUNDS {
            let photos: Vec<_> = (0..PHOTOS).map(|_| unlike_any_other(&picture)).collect();
            let begun = Instant::now();
            for photo in &photos {
                upload(&phone, photo, piece).await?;
            }
            rates.push((PHOTOS * BYTES) as f64 / 1e6 / begun.elapsed().as_secs_f64());
        }
        let how = format!("{PHOTOS} JPEGs of 2 MiB one after the other, hash verified, on the disk, thumbnail made");
        figures.say(name, median(rates), "MB/s", &how)?;
    }
    Ok(())
}

async fn upload(phone: &Phone, photo: &[u8], piece: usize) -> Result<()> {
    let hash = ContentHash::of(photo).0;
    let device = phone.device().to_string();
    let metadata = format!("sha256 {},device {}", STANDARD.encode(hash), STANDARD.encode(device));
    let created = phone
        .photo(Method::POST, "/api/v1/photos")
        .header("upload-length", photo.len())
        .header("upload-metadata", metadata)
        .send()
        .await?;
    ensure!(created.status() == StatusCode::CREATED, "{}", created.text().await?);
    let place = created.headers().get("location").context("no place for the upload")?.to_str()?.to_owned();
    for (at, bytes) in photo.chunks(piece).enumerate() {
        let sent = phone
            .photo(Method::PATCH, &place)
            .header("upload-offset", at * piece)
            .header("content-type", "application/offset+octet-stream")
            .body(bytes.to_vec())
            .send()
            .await?;
        ensure!(sent.status() == StatusCode::NO_CONTENT, "{}", sent.text().await?);
    }
    Ok(())
}

/// A picture whose contents do not compress, as a shelf hardly does.
fn picture() -> Result<Vec<u8>> {
    const EDGE: u32 = 1_280;
    let mut noise = 0x9e37_79b9_u32;
    let pixels: Vec<u8> = (0..EDGE * EDGE * 3)
        .map(|_| {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (noise >> 24) as u8
        })
        .collect();
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 60).write_image(&pixels, EDGE, EDGE, ExtendedColorType::Rgb8)?;
    ensure!(bytes.len() < BYTES, "the picture is larger than what is to be measured: {}", bytes.len());
    Ok(bytes)
}

/// The same picture with other bytes behind its end, filled up to the size.
fn unlike_any_other(picture: &[u8]) -> Vec<u8> {
    let mut bytes = picture.to_vec();
    bytes.extend(new_id::<Uuid>().as_bytes());
    bytes.resize(BYTES, 0);
    bytes
}
