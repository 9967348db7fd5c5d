//! The rows of a scope as one number, in whatever order they are looked at: what a phone holds can be compared with what
//! the server has for it without sending either. Only kind, id and version are folded, which lie in the open on both
//! sides; whoever has the right version of a row has the right body.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The fold of a set of rows. That of no rows is zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Digest(pub u64);

/// A text that is no digest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a digest: {0}")]
pub struct NoDigest(String);

impl Digest {
    /// Takes a row in. Folded once more, it is out again: that is how a row is replaced without looking at the others.
    pub fn fold(&mut self, kind: &str, id: &str, version: u64) {
        self.0 ^= print(kind, id, version);
    }

    /// The same for a row that is known by `kind/id`, as phones keep it. A key of another shape is a row too.
    pub fn fold_key(&mut self, key: &str, version: u64) {
        let (kind, id) = key.split_once('/').unwrap_or((key, ""));
        self.fold(kind, id, version);
    }
}

/// FNV-1a over the row, and its bits mixed: neighbours must not cancel each other out. It is no secret and no proof.
fn print(kind: &str, id: &str, version: u64) -> u64 {
    let bytes = kind.bytes().chain([b'/']).chain(id.bytes()).chain(version.to_le_bytes());
    let mut print = bytes
        .fold(0xcbf2_9ce4_8422_2325, |print: u64, byte| (print ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    print = (print ^ (print >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    print = (print ^ (print >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    print ^ (print >> 33)
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for Digest {
    type Err = NoDigest;

    fn from_str(text: &str) -> Result<Self, NoDigest> {
        u64::from_str_radix(text, 16).map(Self).map_err(|_| NoDigest(text.to_owned()))
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl TryFrom<String> for Digest {
    type Error = NoDigest;

    fn try_from(text: String) -> Result<Self, NoDigest> {
        text.parse()
    }
}
