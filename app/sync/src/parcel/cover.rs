//! What is in a parcel: whose it is, and in which part what is found.

use super::{Head, ParcelError};
use crate::client::{OutboxRow, as_sent};
use crate::limits::{PARCEL_BATCH_BYTES, PROTOCOL, PUSH_COMMANDS};
use crate::wire::Sent;
use domain::id::{DeviceId, UserId};
use domain::time::Moment;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The first part. What whoever carries it is shown, and nothing else of what is inside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// Names this parcel, however often its file is loaded.
    pub id: Uuid,
    /// The protocol that its commands were written in.
    pub protocol: u32,
    /// The address of the server that it is meant for.
    pub server: String,
    /// The epoch of that server, as the phone last heard it.
    pub epoch: String,
    /// Whose outbox it is.
    pub author: UserId,
    /// Their name.
    pub author_name: String,
    /// The device that numbered and signed the commands.
    pub device: DeviceId,
    /// When the parcel was made, by the corrected clock.
    pub made_at: Moment,
    /// How many commands are in it.
    pub commands: u32,
    /// In how many parts they are.
    pub batches: u32,
    /// The photos, one a part, in this order.
    pub photos: Vec<Enclosed>,
}

/// A photo in a parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enclosed {
    /// The SHA-256 of its bytes.
    pub hash: String,
    /// How many they are.
    pub bytes: u64,
}

/// What a part holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content<'a> {
    /// The [`Cover`].
    Cover,
    /// Commands.
    Batch,
    /// A photo.
    Photo(&'a Enclosed),
}

impl Cover {
    /// How many parts there are, this one included.
    #[must_use]
    pub fn parts(&self) -> u32 {
        // A sum that is too large for the file is found out when it is compared with the head.
        u32::try_from(self.photos.len()).unwrap_or(u32::MAX).saturating_add(self.batches).saturating_add(1)
    }

    /// What is in a part; none behind the last.
    #[must_use]
    pub fn content(&self, part: u32) -> Option<Content<'_>> {
        match part {
            0 => Some(Content::Cover),
            part if part <= self.batches => Some(Content::Batch),
            part => self.photos.get((part - self.batches - 1) as usize).map(Content::Photo),
        }
    }

    /// Reads the first part, once it is open.
    ///
    /// # Errors
    /// When it is none, of a later protocol, or of another file than the head.
    pub fn read(head: &Head, text: &str) -> Result<Self, ParcelError> {
        let cover: Self = serde_json::from_str(text).map_err(|_| ParcelError::Damaged)?;
        if cover.protocol > PROTOCOL {
            return Err(ParcelError::Newer);
        }
        if cover.parts() == head.parts { Ok(cover) } else { Err(ParcelError::Damaged) }
    }

    /// As it is sealed.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(self).expect("texts and numbers can be written as JSON")
    }
}

/// The commands of rows as a push would carry them, in batches that suit a poor line.
#[must_use]
pub fn batches(rows: &[OutboxRow]) -> Vec<Vec<Sent>> {
    let mut batches: Vec<Vec<Sent>> = Vec::new();
    let mut bytes = 0;
    for row in rows {
        let Some(body) = as_sent(&row.raw) else { continue };
        let size = row.raw.len() + 320;
        let full = |batch: &Vec<Sent>| batch.len() == PUSH_COMMANDS || bytes + size > PARCEL_BATCH_BYTES;
        if batches.last().is_none_or(full) {
            batches.push(Vec::new());
            bytes = 0;
        }
        bytes += size;
        let sent = Sent { seq: row.seq, prev: row.prev.clone(), signature: row.signature.clone(), body };
        if let Some(batch) = batches.last_mut() {
            batch.push(sent);
        }
    }
    batches
}

/// A batch as it is sealed. The bytes of each command stay as they were frozen.
#[must_use]
pub fn write_batch(batch: &[Sent]) -> String {
    serde_json::to_string(batch).expect("raw JSON, texts and numbers can be written as JSON")
}

/// Reads a batch, once it is open.
///
/// # Errors
/// When it is none.
pub fn read_batch(text: &str) -> Result<Vec<Sent>, ParcelError> {
    serde_json::from_str(text).map_err(|_| ParcelError::Damaged)
}
