//! Checking the whole log and all photos: every number, every link from the bytes on, every signature, every nonce.
//! What is damaged is named, and the rest is checked all the same.
//!
//! Whoever can write the database can also cut off the end of a device's chain together with what says how long it
//! was: that shows on the phone, which still knows its numbers, and not here.

use super::proof::nonce_of;
use super::{Seal, is_signed_by};
use crate::photo::{BlobError, Photos};
use domain::id::DeviceId;
use domain::time::Moment;
use std::fmt;
use store::{ChainLine, DeviceKey, Store, StoreError};
use sync::proof::command_text;
use sync::server::DeviceChain;
use sync::{ContentHash, Link};

/// Rows that are read at once.
const AT_ONCE: u32 = 500;

/// Why the check could not be carried out.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// The database cannot be read.
    #[error("the database cannot be read")]
    Store(#[from] StoreError),
    /// The photo folder cannot be read.
    #[error("the photo folder cannot be read")]
    Photos(#[from] BlobError),
}

/// What was found.
#[derive(Debug, Default)]
pub struct Audit {
    /// One per device.
    pub devices: Vec<Whole>,
    /// Photos that were looked at.
    pub photos: u64,
    /// What is wrong with them.
    pub photo_faults: Vec<Fault>,
}

impl Audit {
    /// How many things are wrong.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.photo_faults.len() + self.devices.iter().map(|device| device.faults.len()).sum::<usize>()
    }
}

/// A device's chain.
#[derive(Debug)]
pub struct Whole {
    /// Whose.
    pub device: DeviceId,
    /// Lines with a command.
    pub commands: u64,
    /// Those of them that are signed.
    pub signed: u64,
    /// Numbers that the device has lost.
    pub lost: u64,
    /// Keys that it named: more than one is worth a question.
    pub keys: usize,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Numbers without a line.
    Missing {
        /// From here.
        from: u64,
        /// To here.
        to: u64,
    },
    /// The bytes of a line are others than those that arrived.
    Bytes(u64),
    /// A line does not follow the one before.
    Link(u64),
    /// The signature of a line is of none of the device's keys.
    Signature(u64),
    /// The nonce of a line is none that this server gave.
    Nonce(u64),
    /// A line arrived before the server gave the nonce in it.
    Early(u64),
    /// The chain ends elsewhere than the device's row says.
    End {
        /// Its last number.
        last: u64,
        /// The last number by the device's row.
        expected: u64,
    },
    /// The bytes of a photo are not there.
    PhotoMissing(String),
    /// They are not those of its hash.
    PhotoBytes(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { from, to } if from == to => write!(f, "line {from} is missing"),
            Self::Missing { from, to } => write!(f, "lines {from} to {to} are missing"),
            Self::Bytes(seq) => write!(f, "line {seq} has other bytes than those that arrived"),
            Self::Link(seq) => write!(f, "line {seq} does not follow the one before"),
            Self::Signature(seq) => write!(f, "line {seq} is signed with a key that is not this device's"),
            Self::Nonce(seq) => write!(f, "line {seq} names a nonce that this server did not give"),
            Self::Early(seq) => write!(f, "line {seq} arrived before its nonce was given"),
            Self::End { last, expected } => write!(f, "the chain ends at line {last}, and should end at {expected}"),
            Self::PhotoMissing(hash) => write!(f, "photo {hash} is not in the folder"),
            Self::PhotoBytes(hash) => write!(f, "photo {hash} has other bytes than those that arrived"),
        }
    }
}

/// Checks everything.
///
/// # Errors
/// When something cannot be read at all.
pub async fn audit(store: &dyn Store, photos: &Photos, seal: &Seal) -> Result<Audit, AuditError> {
    let mut audit = Audit::default();
    for (device, end) in store.chains().await? {
        let mut walk = Walk::of(device, store.keys_of(device).await?);
        loop {
            let lines = store.chain_after(device, walk.seq, AT_ONCE).await?;
            if lines.is_empty() {
                break;
            }
            for line in &lines {
                walk.step(line, seal);
            }
        }
        audit.devices.push(walk.end(&end));
    }
    let mut last = String::new();
    loop {
        let blobs = store.blobs_after(&last, AT_ONCE).await?;
        let Some(blob) = blobs.last() else { break };
        last.clone_from(&blob.hash);
        for blob in &blobs {
            audit.photos += 1;
            match photos.blobs.get(&blob.hash).await? {
                None => audit.photo_faults.push(Fault::PhotoMissing(blob.hash.clone())),
                Some(bytes) => {
                    let bytes = bytes.bytes().await.map_err(BlobError::from)?;
                    if ContentHash::of(&bytes).0 != blob.hash {
                        audit.photo_faults.push(Fault::PhotoBytes(blob.hash.clone()));
                    }
                }
            }
        }
    }
    Ok(audit)
}

/// Where the check of a device has come to.
struct Walk {
    whole: Whole,
    keys: Vec<DeviceKey>,
    seq: u64,
    /// The link after the last line; none where it is not known.
    link: Option<Link>,
}

impl Walk {
    fn of(device: DeviceId, keys: Vec<DeviceKey>) -> Self {
        let whole = Whole { device, commands: 0, signed: 0, lost: 0, keys: keys.len(), faults: Vec::new() };
        Self { whole, keys, seq: 0, link: Some(Link::default()) }
    }

    /// Goes on with the links as they stand, so that one fault is named once.
    fn step(&mut self, line: &ChainLine, seal: &Seal) {
        if line.seq != self.seq + 1 {
            self.fault(Fault::Missing { from: self.seq + 1, to: line.seq - 1 });
            self.link = None;
        }
        self.seq = line.seq;
        if line.lost {
            self.whole.lost += 1;
            self.link = None;
            return;
        }
        self.whole.commands += 1;
        if ContentHash::of(line.body.as_bytes()) != line.content {
            self.fault(Fault::Bytes(line.seq));
        }
        let prev = line.prev.as_ref().or(self.link.as_ref());
        if prev.is_some_and(|prev| prev.next(line.seq, &line.content) != line.link) {
            self.fault(Fault::Link(line.seq));
        }
        self.link = Some(line.link.clone());
        if let Some(signature) = &line.signature {
            self.whole.signed += 1;
            let text = command_text(line.device, &line.link);
            if !self.keys.iter().any(|known| is_signed_by(&known.key, signature, &text)) {
                self.fault(Fault::Signature(line.seq));
            }
        }
        if let Some(nonce) = nonce_of(&line.body) {
            self.check_nonce(line, seal.nonce_time(&nonce));
        }
    }

    fn check_nonce(&mut self, line: &ChainLine, given_at: Option<Moment>) {
        match given_at {
            None => self.fault(Fault::Nonce(line.seq)),
            Some(given_at) if given_at > line.received_at => self.fault(Fault::Early(line.seq)),
            Some(_) => {}
        }
    }

    fn end(mut self, end: &DeviceChain) -> Whole {
        if self.seq != end.last_seq {
            self.fault(Fault::End { last: self.seq, expected: end.last_seq });
        } else if self.seq > 0 && self.link.clone().unwrap_or_default() != end.link {
            self.fault(Fault::Link(self.seq));
        }
        self.whole
    }

    fn fault(&mut self, fault: Fault) {
        if !self.whole.faults.contains(&fault) {
            self.whole.faults.push(fault);
        }
    }
}
