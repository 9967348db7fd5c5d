//! The checksum of a piece (tus checksum): what the line has spoilt is found at once and not only at the end.

use super::tus::malformed;
use crate::api::ApiError;
use axum::http::{HeaderMap, HeaderName};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha1::Sha1;
use sha2::{Digest, Sha256};

const CHECKSUM: HeaderName = HeaderName::from_static("upload-checksum");
/// What may be named in it. tus wants every server to know the second.
pub const ALGORITHMS: &str = "sha256,sha1";

/// What a piece has to add up to.
pub struct Checksum {
    sum: Sum,
    wanted: Vec<u8>,
}

enum Sum {
    Sha1(Sha1),
    Sha256(Sha256),
}

impl Checksum {
    /// What a request announces, if it does.
    pub fn read(headers: &HeaderMap) -> Result<Option<Self>, ApiError> {
        let Some(value) = headers.get(CHECKSUM) else { return Ok(None) };
        let (name, wanted) = value.to_str().ok().and_then(|text| text.split_once(' ')).unwrap_or_default();
        let sum = match name {
            "sha256" => Sum::Sha256(Sha256::new()),
            "sha1" => Sum::Sha1(Sha1::new()),
            _ => return Err(malformed("Upload-Checksum is of sha256 or sha1")),
        };
        let wanted = STANDARD.decode(wanted).map_err(|_| malformed("Upload-Checksum is in base64"))?;
        Ok(Some(Self { sum, wanted }))
    }

    /// Takes in the next bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        match &mut self.sum {
            Sum::Sha1(sum) => sum.update(bytes),
            Sum::Sha256(sum) => sum.update(bytes),
        }
    }

    /// Whether all that was taken in is what was announced.
    pub fn holds(self) -> bool {
        match self.sum {
            Sum::Sha1(sum) => sum.finalize().as_slice() == self.wanted,
            Sum::Sha256(sum) => sum.finalize().as_slice() == self.wanted,
        }
    }
}
