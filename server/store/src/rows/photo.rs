//! Photos: what is stored in full, small pictures, and uploads under way.

use domain::id::{DeviceId, UserId};
use domain::time::Moment;

/// A photo that is stored in full, its hash checked. The bytes lie in the blob store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blob {
    /// SHA-256, 64 lower-case hex digits.
    pub hash: String,
    /// How many bytes.
    pub bytes: u64,
    /// When the last of them arrived.
    pub received_at: Moment,
}

/// A small picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thumbnail {
    /// The hash of the photo that it shows.
    pub hash: String,
    /// JPEG.
    pub jpeg: Vec<u8>,
}

/// An upload under way. How far it has come is the length of its file, not a row: the file is what is durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Its id, made of the hash and the user.
    pub id: String,
    /// The hash that the bytes will have.
    pub hash: String,
    /// How many bytes there will be.
    pub bytes: u64,
    /// Who sends.
    pub user: UserId,
    /// From which device.
    pub device: DeviceId,
    /// When it began.
    pub created_at: Moment,
    /// When it is given up.
    pub expires_at: Moment,
}
