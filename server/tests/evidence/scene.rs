//! A rep with a key who takes a photo, and everything that arrives.

use crate::ground::{CHECKLIST, REP, east_shop};
pub use crate::key::Key;
use crate::phone::Phone;
use crate::served::Served;
use domain::commands::{CheckIn, TakePhoto};
use domain::geo::{Fix, Position};
use domain::records::{Capture, Look, PhotoRef, VisitReason};
use reqwest::Response;
use server::evidence::is_signed_by;
use sync::ContentHash;
use sync::client::RowState;
use sync::proof::{Finding, Found, Point, Proof, command_text};

/// The bytes of the photo. That they are no picture is for another test to mind.
pub const PHOTO: &[u8] = b"four bottles on a shelf";

pub fn hash() -> String {
    ContentHash::of(PHOTO).0
}

impl Phone {
    /// Signs what it has not sent.
    pub fn sign(&mut self, key: &Key) {
        let device = self.device;
        for row in self.rows.iter_mut().filter(|row| row.state == RowState::Waiting) {
            row.signature = Some(key.sign(&command_text(device, &row.link)));
        }
    }

    /// Begins a visit and takes the photo in it.
    pub fn take(&mut self) {
        let visit = self.new_id();
        let position = Position { lat: 36_600_000, lon: 114_500_000 };
        let fix = Some(Fix { position, accuracy: 10, measured_at: self.clock, jitter: None });
        let (outlet, reason) = (east_shop(1), VisitReason::Planned);
        self.make(CheckIn { visit, outlet, checklist: CHECKLIST, reason, fix, exception: None });
        let photo = self.new_id();
        self.make(TakePhoto {
            photo,
            visit,
            item: "shelf".into(),
            slot: "front".to_owned(),
            picture: PhotoRef { hash: hash(), bytes: PHOTO.len() as u64, width: 2, height: 2 },
            thumbnail: "/9j/2Q==".to_owned(),
            fix,
            capture: Capture::Camera,
            look: Look::default(),
            redo: None,
        });
    }

    pub async fn ask_proof(&self) -> Response {
        let request = self.client.get(format!("{}/api/v1/photos/{}/proof", self.url, hash()));
        request.header("cookie", &self.cookie).send().await.unwrap()
    }
}

/// The rep's phone, with a key and the last nonce of the server.
pub async fn phone(served: &Served, key: &Key) -> Phone {
    let mut phone = Phone::new(served, REP, 1).await;
    phone.key = Some(key.public());
    phone.nonce = Some(phone.pull_page().await.nonce);
    phone
}

/// The bytes of the photo arrive.
pub async fn receive(served: &Served) {
    let state = &served.running.state;
    state.photos.blobs.put_all([(hash().as_str(), PHOTO)]).unwrap();
    state.writer.photo_received(&hash(), PHOTO.len() as u64).await.unwrap();
}

/// What a proof says of the photo, checked by somebody who has nothing but the two files.
pub fn checked(proof: &Proof) -> Vec<(Point, Finding)> {
    let device = proof.key.as_deref().zip(proof.signature.as_deref());
    let text = command_text(proof.device, &proof.link);
    proof.examine(&Found {
        photo: hash(),
        device: device.is_some_and(|(key, signature)| is_signed_by(key, signature, &text)),
        server: is_signed_by(&proof.server_key, &proof.server_signature, &proof.text()),
    })
}
