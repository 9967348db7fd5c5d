//! What is at the front of the file, and where its parts are. All of it is bound into the seal of every part: a file whose
//! head was changed, whose parts were swapped, cut off or taken from another file, does not open.

use super::ParcelError;
use crate::limits::{PARCEL_PART_BYTES, PARCEL_PARTS, PARCEL_ROUNDS, PARCEL_ROUNDS_MOST};
use std::ops::Range;

/// What a parcel begins with.
const MAGIC: &[u8; 16] = b"lianying parcel\n";
/// The format that this build writes.
const VERSION: u8 = 1;
/// Bytes of chance that the key is made with.
pub const SALT_BYTES: usize = 16;
/// Bytes of chance that every nonce begins with.
pub const SEED_BYTES: usize = 8;
/// Bytes of a head.
pub const HEAD_BYTES: usize = MAGIC.len() + 1 + SALT_BYTES + SEED_BYTES + 4 + 4;
/// Bytes before a part that say how long it is.
pub const FRAME_BYTES: usize = 4;

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What the key is made with beside the code.
    pub salt: [u8; SALT_BYTES],
    /// What every nonce begins with. Salt and seed are new for each parcel, so no nonce is ever used twice with one key.
    pub seed: [u8; SEED_BYTES],
    /// How often the code is hashed to make the key.
    pub rounds: u32,
    /// How many parts follow.
    pub parts: u32,
}

impl Head {
    /// The head of a new parcel.
    #[must_use]
    pub const fn new(salt: [u8; SALT_BYTES], seed: [u8; SEED_BYTES], parts: u32) -> Self {
        Self { salt, seed, rounds: PARCEL_ROUNDS, parts }
    }

    /// As it is in the file.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEAD_BYTES);
        bytes.extend_from_slice(MAGIC);
        bytes.push(VERSION);
        bytes.extend_from_slice(&self.salt);
        bytes.extend_from_slice(&self.seed);
        bytes.extend_from_slice(&self.rounds.to_be_bytes());
        bytes.extend_from_slice(&self.parts.to_be_bytes());
        bytes
    }

    /// Reads the first [`HEAD_BYTES`] of a file.
    ///
    /// # Errors
    /// When it is another file, of a later version, or asks for more than any parcel does.
    pub fn read(bytes: &[u8]) -> Result<Self, ParcelError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ParcelError::NotAParcel)?;
        let (version, rest) = rest.split_first().ok_or(ParcelError::Damaged)?;
        if *version > VERSION {
            return Err(ParcelError::Newer);
        }
        let (salt, rest) = rest.split_first_chunk().ok_or(ParcelError::Damaged)?;
        let (seed, rest) = rest.split_first_chunk().ok_or(ParcelError::Damaged)?;
        let (rounds, rest) = rest.split_first_chunk().ok_or(ParcelError::Damaged)?;
        let (parts, rest) = rest.split_first_chunk().ok_or(ParcelError::Damaged)?;
        let head =
            Self { salt: *salt, seed: *seed, rounds: u32::from_be_bytes(*rounds), parts: u32::from_be_bytes(*parts) };
        // Fewer rounds would have let the code be guessed, and more would hang the phone.
        let sound = *version == VERSION
            && rest.is_empty()
            && (PARCEL_ROUNDS..=PARCEL_ROUNDS_MOST).contains(&head.rounds)
            && (1..=PARCEL_PARTS).contains(&head.parts);
        sound.then_some(head).ok_or(ParcelError::Damaged)
    }

    /// The nonce of a part.
    #[must_use]
    pub fn nonce(&self, part: u32) -> [u8; 12] {
        let mut nonce = [0; 12];
        nonce[..SEED_BYTES].copy_from_slice(&self.seed);
        nonce[SEED_BYTES..].copy_from_slice(&part.to_be_bytes());
        nonce
    }

    /// What the seal of a part covers beside the part itself.
    #[must_use]
    pub fn bound(&self, part: u32) -> Vec<u8> {
        let mut bound = self.write();
        bound.extend_from_slice(&part.to_be_bytes());
        bound
    }
}

/// What stands before a sealed part of so many bytes.
#[must_use]
pub const fn frame(bytes: u32) -> [u8; FRAME_BYTES] {
    bytes.to_be_bytes()
}

/// Where a part is in a file of `size` bytes, given what stands before it at `offset`. The last part ends the file.
///
/// # Errors
/// When it would not fit.
pub fn part_at(offset: u64, frame: &[u8], size: u64, last: bool) -> Result<Range<u64>, ParcelError> {
    let bytes: [u8; FRAME_BYTES] = frame.try_into().map_err(|_| ParcelError::Damaged)?;
    let bytes = u32::from_be_bytes(bytes);
    let start = offset + FRAME_BYTES as u64;
    let end = start + u64::from(bytes);
    let fits = bytes as usize <= PARCEL_PART_BYTES && if last { end == size } else { end < size };
    fits.then_some(start..end).ok_or(ParcelError::Damaged)
}
