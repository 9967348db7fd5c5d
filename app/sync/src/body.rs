//! A command as it is frozen on the phone: opaque bytes that no migration rewrites, named by their hash,
//! and chained to the one before by a link. The position in the chain is kept outside the bytes, so that
//! a phone that had to take a new device id sends the very same bytes again.

use domain::Command;
use domain::id::{CommandId, UserId};
use domain::time::Moment;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use std::fmt;

/// What is frozen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// Makes sending twice harmless.
    pub id: CommandId,
    /// Who made it. Nobody else's session may send it.
    pub actor: UserId,
    /// When, by the phone's clock as it stood.
    pub captured_at: Moment,
    /// Milliseconds that the phone had been counting when it was made; never jumps back.
    pub mono: i64,
    /// Server time minus phone time as last measured, in milliseconds; 0 if never.
    #[serde(default)]
    pub skew: i64,
    /// Commands it builds on. If one of them is refused, this one is blocked instead of tried.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<CommandId>,
    /// The last nonce that the server had given: it was not made before that. See [`crate::proof`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nonce: Option<String>,
    /// The sentence itself.
    pub command: Command,
}

/// What can be read of a body even if its command is of a later version.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Head {
    /// See [`Body::id`].
    pub id: CommandId,
    /// See [`Body::actor`].
    pub actor: UserId,
    /// See [`Body::captured_at`].
    pub captured_at: Moment,
    /// See [`Body::skew`].
    #[serde(default)]
    pub skew: i64,
    /// See [`Body::after`].
    #[serde(default)]
    pub after: Vec<CommandId>,
}

impl Body {
    /// Freezes the command.
    #[must_use]
    pub fn freeze(&self) -> Box<RawValue> {
        serde_json::value::to_raw_value(self).expect("a body has string keys only, so writing it as JSON cannot fail")
    }

    /// Reads frozen bytes.
    ///
    /// # Errors
    /// When the command is of a later version or the bytes are damaged.
    pub fn thaw(raw: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(raw)
    }
}

/// SHA-256 of the frozen bytes, in lower-case hex.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContentHash(pub String);

impl ContentHash {
    /// Of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(hex(&Sha256::digest(bytes)))
    }
}

/// A position in a device's chain: says that everything before it was what the device says it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Link(pub String);

impl Link {
    /// The link after this one.
    #[must_use]
    pub fn next(&self, seq: u64, content: &ContentHash) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(self.0.as_bytes());
        hasher.update(seq.to_be_bytes());
        hasher.update(content.0.as_bytes());
        Self(hex(&hasher.finalize()))
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}
