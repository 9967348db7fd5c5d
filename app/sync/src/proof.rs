//! What can be believed of a photo, and how far. A device signs each command's place in its chain, the server says
//! from when to when it can have been made, and a proof puts both beside the hash of the photo. This file knows the
//! texts that are signed and what has to fit together; signing and verifying is done by whoever has the keys.
//!
//! What a proof cannot say: that nobody arranged the shelf, or that the camera was not pointed at an older picture.

use crate::body::{ContentHash, Link};
use domain::id::DeviceId;
use domain::time::Moment;
use serde::{Deserialize, Serialize};
use std::fmt::Display;

/// Names the format, and keeps a signature from meaning anything elsewhere.
pub const FORMAT: &str = "lianying proof 1";
/// The same for a device's signature.
const COMMAND: &str = "lianying command 1";
/// 64 bytes in base64url without padding.
const SIGNATURE_CHARS: usize = 86;
/// 65 bytes in base64url without padding.
const KEY_CHARS: usize = 87;

/// What the device signs: the link binds the command's bytes, its number and everything before it.
#[must_use]
pub fn command_text(device: DeviceId, link: &Link) -> String {
    format!("{COMMAND}\n{device}\n{}", word(&link.0))
}

/// Whether a text has the form of a P-256 signature: r and s in base64url.
#[must_use]
pub fn is_signature(text: &str) -> bool {
    text.len() == SIGNATURE_CHARS && is_base64url(text)
}

/// Whether a text has the form of an uncompressed P-256 public key in base64url.
#[must_use]
pub fn is_key(text: &str) -> bool {
    text.len() == KEY_CHARS && is_base64url(text)
}

fn is_base64url(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// The time that a nonce names. Only the server that gave it can say whether it did.
#[must_use]
pub fn nonce_time(nonce: &str) -> Option<Moment> {
    let (millis, _) = nonce.split_once('.')?;
    millis.parse().ok().map(Moment)
}

/// A nonce of a moment, sealed by the server.
#[must_use]
pub fn nonce(at: Moment, seal: &str) -> String {
    format!("{}.{seal}", at.0)
}

/// The proof of a photo: a file that can be handed on, and checked without asking the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Proof {
    /// [`FORMAT`].
    pub format: String,
    /// The hash of the photo's bytes.
    pub photo: String,
    /// The command that brought it, as it was frozen.
    pub body: String,
    /// The device that made it.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub device: DeviceId,
    /// Its number there.
    pub seq: u64,
    /// The link before it.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub prev: Link,
    /// The link after it.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub link: Link,
    /// The device's signature; none from a browser without keys.
    #[serde(default)]
    pub signature: Option<String>,
    /// The key it was made with.
    #[serde(default)]
    pub key: Option<String>,
    /// When the server first heard of that key.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<i64>))]
    pub key_since: Option<Moment>,
    /// The command names something that the server made at this moment: it is not older.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<i64>))]
    pub not_before: Option<Moment>,
    /// The server has had it, and with it the hash of the photo, since this moment: it is not younger.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub received_at: Moment,
    /// When the last byte of the photo arrived.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<i64>))]
    pub bytes_received_at: Option<Moment>,
    /// The server's public key.
    pub server_key: String,
    /// The server's signature of [`Proof::text`].
    #[serde(default)]
    pub server_signature: String,
}

/// The only part of a body that a proof reads, whatever version made it.
#[derive(Deserialize)]
struct Naming {
    command: NamingCommand,
}

#[derive(Deserialize)]
struct NamingCommand {
    picture: NamingPicture,
}

#[derive(Deserialize)]
struct NamingPicture {
    hash: String,
}

impl Proof {
    /// What the server signs: one line per fact.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = FORMAT.to_owned();
        let mut line = |name: &str, value: &dyn Display| {
            text.push_str(&format!("\n{name} {value}"));
        };
        line("photo", &word(&self.photo));
        line("content", &ContentHash::of(self.body.as_bytes()));
        line("device", &self.device);
        line("seq", &self.seq);
        line("prev", &word(&self.prev.0));
        line("link", &word(&self.link.0));
        line("signature", &word(self.signature.as_deref().unwrap_or_default()));
        line("key", &word(self.key.as_deref().unwrap_or_default()));
        line("key_since", &millis(self.key_since));
        line("not_before", &millis(self.not_before));
        line("received_at", &self.received_at.0);
        line("bytes_received_at", &millis(self.bytes_received_at));
        line("server_key", &word(&self.server_key));
        text
    }

    /// The hash of the photo that the command names.
    #[must_use]
    pub fn named(&self) -> Option<String> {
        serde_json::from_str(&self.body).ok().map(|body: Naming| body.command.picture.hash)
    }

    /// Puts what was found out with keys and bytes beside what has to fit together.
    #[must_use]
    pub fn examine(&self, found: &Found) -> Vec<(Point, Finding)> {
        let link = self.prev.next(self.seq, &ContentHash::of(self.body.as_bytes()));
        let device = match (&self.signature, &self.key) {
            (Some(_), Some(_)) => Finding::of(found.device),
            _ => Finding::Absent,
        };
        let times = match self.not_before {
            Some(from) => Finding::of(from <= self.received_at),
            None => Finding::Absent,
        };
        vec![
            (Point::Photo, Finding::of(found.photo == self.photo)),
            (Point::Command, Finding::of(self.named().as_ref() == Some(&self.photo))),
            (Point::Chain, Finding::of(link == self.link)),
            (Point::Device, device),
            (Point::Times, times),
            (Point::Server, Finding::of(found.server && self.format == FORMAT)),
        ]
    }
}

/// What only somebody with the bytes and the primitives can find out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The SHA-256 of the photo that was handed in.
    pub photo: String,
    /// Whether the device's signature of [`command_text`] holds.
    pub device: bool,
    /// Whether the server's signature of [`Proof::text`] holds.
    pub server: bool,
}

/// What is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// The photo is the one that the proof is of.
    Photo,
    /// The command names this photo.
    Command,
    /// Bytes, number and the link before give the link.
    Chain,
    /// The device's key has signed the link.
    Device,
    /// Made after the server's nonce and before it arrived.
    Times,
    /// The server has signed all of it.
    Server,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It is so.
    Holds,
    /// It is not: something was changed.
    Fails,
    /// The proof does not say: nothing speaks against it, and nothing for it.
    Absent,
}

impl Finding {
    const fn of(holds: bool) -> Self {
        if holds { Self::Holds } else { Self::Fails }
    }
}

/// Whether nothing speaks against a proof.
#[must_use]
pub fn holds(points: &[(Point, Finding)]) -> bool {
    points.iter().all(|(_, finding)| *finding != Finding::Fails)
}

/// A text as one word of a line: with anything else in it, two proofs could have one text.
fn word(text: &str) -> &str {
    match text {
        "" => "-",
        text if text.bytes().all(|byte| byte.is_ascii_graphic()) => text,
        _ => "?",
    }
}

fn millis(at: Option<Moment>) -> String {
    at.map_or_else(|| "-".to_owned(), |at| at.0.to_string())
}

#[cfg(test)]
mod tests;
