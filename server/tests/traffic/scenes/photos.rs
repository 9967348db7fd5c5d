//! Photos by tus: in pieces, disputed, again, given up, spoilt; receipts, looking, and the proof.

use super::{arrive, take};
use crate::ground::{MANAGER, REP, east_shop};
use crate::line::{Exchange, Message};
use crate::scene::Key;
use crate::tape::{Tape, headers};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::id::DeviceId;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, Rgb, RgbImage};
use sync::ContentHash;

pub async fn play(tape: &mut Tape) {
    let picture = picture(1);
    let hash = ContentHash::of(&picture).0;
    let key = Key::of(7);
    let mut rep = tape.log_in("rep", REP, 1).await;
    rep.key = Some(key.public());
    tape.pull("rep", &mut rep).await;
    tape.stage.advance(1_000);
    let (arrived, visit) = arrive(&mut rep, east_shop(1));
    take(&mut rep, visit, arrived, &hash, picture.len() as u64);
    rep.sign(&key);
    tape.push("rep", &mut rep).await;

    tape.say("rep", "OPTIONS", "/api/v1/photos", Message { headers: headers(&[]), ..Message::default() }).await;
    let place = create(tape, rep.device, &hash, picture.len()).await;
    piece(tape, &place, 0, &picture[..400]).await;
    how_far(tape, &place).await;
    piece(tape, &place, 0, &picture[..400]).await;
    tape.stage.advance(60_000);
    create(tape, rep.device, &hash, picture.len()).await;
    piece(tape, &place, 400, &picture[400..]).await;
    how_far(tape, &place).await;
    create(tape, rep.device, &hash, picture.len()).await;
    tape.pull("rep", &mut rep).await;
    tape.pull("rep", &mut rep).await;

    let mut manager = tape.log_in("manager", MANAGER, 2).await;
    while tape.pull("manager", &mut manager).await.more {}
    for what in ["original", "proof"] {
        tape.get("manager", &format!("/api/v1/photos/{hash}/{what}")).await;
    }
    tape.get("rep", "/api/v1/evidence/key").await;
    tape.get("manager", &format!("/api/v1/photos/{}/original", "ef".repeat(32))).await;

    let other = self::picture(2);
    let hash = ContentHash::of(&other).0;
    let place = create(tape, rep.device, &hash, other.len()).await;
    piece(tape, &place, 0, &other[..100]).await;
    tape.say("rep", "DELETE", &place, tus(&[], Vec::new())).await;
    how_far(tape, &place).await;
    let place = create(tape, rep.device, &hash, other.len()).await;
    piece(tape, &place, 0, &vec![7; other.len()]).await;
}

async fn create(tape: &mut Tape, device: DeviceId, hash: &str, bytes: usize) -> String {
    let metadata = format!("sha256 {},device {}", STANDARD.encode(hash), STANDARD.encode(device.to_string()));
    let request = tus(&[("upload-length", &bytes.to_string()), ("upload-metadata", &metadata)], Vec::new());
    let answer = tape.say("rep", "POST", "/api/v1/photos", request).await;
    answer.answer.headers["location"].clone()
}

async fn piece(tape: &mut Tape, place: &str, offset: usize, bytes: &[u8]) -> Exchange {
    let offset = offset.to_string();
    let more = [("upload-offset", offset.as_str()), ("content-type", "application/offset+octet-stream")];
    tape.say("rep", "PATCH", place, tus(&more, bytes.to_vec())).await
}

async fn how_far(tape: &mut Tape, place: &str) -> Exchange {
    tape.say("rep", "HEAD", place, tus(&[], Vec::new())).await
}

fn tus(more: &[(&str, &str)], body: Vec<u8>) -> Message {
    Message::with(headers(&[&[("tus-resumable", "1.0.0")], more].concat()), body)
}

/// A small picture like no other.
fn picture(tint: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let image = RgbImage::from_fn(64, 48, |x, y| Rgb([tint, (x * 7 + y * 13) as u8, (x * y) as u8]));
    JpegEncoder::new_with_quality(&mut bytes, 60).encode_image(&DynamicImage::ImageRgb8(image)).unwrap();
    bytes
}
