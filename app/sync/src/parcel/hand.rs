//! Handing a batch in, and what stops it: never the bearer's doing, and never anything that the phone that made the parcel
//! cannot put right by sending itself.

use super::Cover;
use crate::wire::{Delivered, Sent, Taken};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Why the server does not take the rest of a parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stuck {
    /// It has never heard of the device, or it is another server.
    Unknown,
    /// A command is not signed by the device that is said to have made it.
    Unproven,
    /// Something that comes before it is missing there: the server was restored, or an earlier parcel has not come.
    Gap,
    /// The device has gone on differently since, or was copied.
    Fork,
    /// The bearer's phone has spoilt it.
    Damaged,
}

/// What stops a batch; none if all of it was taken.
#[must_use]
pub fn stuck(batch: &[Sent], delivered: &Delivered) -> Option<Stuck> {
    if delivered.fork {
        return Some(Stuck::Fork);
    }
    if delivered.unproven.is_some() {
        return Some(Stuck::Unproven);
    }
    let taken = |sent: &Sent| delivered.taken.iter().any(|taken| taken.seq == sent.seq);
    if batch.iter().all(taken) { None } else { Some(Stuck::Gap) }
}

/// How far a parcel has come on its way from a bearer's phone to the server.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// Parts that the server has.
    pub handed: BTreeSet<u32>,
    /// What became of the commands that it has, by number.
    pub taken: BTreeMap<u64, Taken>,
    /// What stopped it the last time.
    pub stuck: Option<Stuck>,
}

impl Progress {
    /// The commands that go next, by their part.
    #[must_use]
    pub fn next_batch(&self, cover: &Cover) -> Option<u32> {
        (1..=cover.batches).find(|part| !self.handed.contains(part))
    }

    /// The photo that goes next, by its part; also while commands are stuck, since those that were taken wait for theirs.
    /// Not at a server that knows nothing of the device.
    #[must_use]
    pub fn next_photo(&self, cover: &Cover) -> Option<u32> {
        let photos = cover.batches + 1..cover.parts();
        photos.into_iter().find(|part| !self.handed.contains(part)).filter(|_| self.stuck != Some(Stuck::Unknown))
    }

    /// Takes in what the server said of a batch.
    pub fn take_in(&mut self, part: u32, batch: &[Sent], delivered: &Delivered) {
        self.taken.extend(delivered.taken.iter().map(|taken| (taken.seq, taken.clone())));
        self.stuck = stuck(batch, delivered);
        if self.stuck.is_none() {
            self.handed.insert(part);
        }
    }

    /// How many commands the server has.
    #[must_use]
    pub fn commands(&self) -> usize {
        self.taken.len()
    }

    /// How many photos it has.
    #[must_use]
    pub fn photos(&self, cover: &Cover) -> usize {
        self.handed.iter().filter(|part| **part > cover.batches).count()
    }

    /// Whether the server has all of it.
    #[must_use]
    pub fn is_done(&self, cover: &Cover) -> bool {
        (1..cover.parts()).all(|part| self.handed.contains(&part))
    }

    /// Whether it may be thrown away: it has arrived, or the phone that made it has to send itself.
    #[must_use]
    pub fn may_go(&self, cover: &Cover) -> bool {
        self.is_done(cover) || self.stuck.is_some()
    }
}
