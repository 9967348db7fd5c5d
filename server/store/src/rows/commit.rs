//! What the writer loads before it decides and hands over to be written in one transaction.

use super::{Blob, DeviceKey, ImportNote, PhotoLine, Thumbnail};
use domain::Need;
use domain::id::{DeviceId, UserId};
use domain::records::AnyRecord;
use domain::time::Moment;
use sync::proof::is_key;
use sync::server::{DeviceChain, Logged, RecordChange};
use sync::wire::{DeviceReport, Outcome, Unsent};

/// Records that were asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// Those that there are.
    pub records: Vec<AnyRecord>,
    /// Needs among whose records is one that this build cannot read: a command that has such a need
    /// must not be decided as if the record were not there.
    pub unreadable: Vec<Need>,
}

/// A new line of the log.
#[derive(Clone, Debug, PartialEq)]
pub struct LogLine {
    /// The line.
    pub logged: Logged,
    /// Whose session sent it.
    pub actor: UserId,
}

/// What a manager's review made of a line of the log.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewLine {
    /// The device.
    pub device: DeviceId,
    /// Its number there.
    pub seq: u64,
    /// What whoever asks about it is told from now on.
    pub outcome: Outcome,
    /// When.
    pub at: Moment,
}

/// A device: how far it has come, and what it last said about itself.
#[derive(Clone, Debug, PartialEq)]
pub struct DeviceRow {
    /// Which.
    pub id: DeviceId,
    /// Whose; a device id never changes hands.
    pub user: UserId,
    /// The last number taken and the link after it.
    pub chain: DeviceChain,
    /// The number it said its next command will have: what was announced and never arrives was lost.
    pub next_seq: u64,
    /// Photos that were still on it.
    pub photos_waiting: u32,
    /// Whether its storage is protected from clearing, if it said.
    pub persisted: Option<bool>,
    /// Server time minus its clock, in milliseconds.
    pub clock_offset: i64,
    /// When it was last heard of.
    pub last_seen: Moment,
    /// The key that it named last.
    pub key: Option<String>,
    /// What it said that it held unsent.
    pub unsent: Option<Unsent>,
    /// How many refused commands its owner still has to see to, as it said.
    pub refused: u32,
}

impl DeviceRow {
    /// A device that is heard of for the first time.
    #[must_use]
    pub fn new(id: DeviceId, user: UserId) -> Self {
        Self {
            id,
            user,
            chain: DeviceChain::default(),
            next_seq: 1,
            photos_waiting: 0,
            persisted: None,
            clock_offset: 0,
            // So long ago that hearing of it is news.
            last_seen: Moment(i64::MIN),
            key: None,
            unsent: None,
            refused: 0,
        }
    }

    /// Takes in what the device says about itself. Whether it is worth a write: heartbeats that say
    /// nothing new are not, more than once a minute.
    pub fn hear(&mut self, report: &DeviceReport, at: Moment) -> bool {
        let clock_offset = at.since(report.clock);
        let unsent = report.unsent.as_ref().map(Unsent::bounded);
        let news = self.next_seq != report.next_seq
            || self.photos_waiting != report.photos_waiting
            || self.persisted != report.persisted
            || self.unsent != unsent
            || self.refused != report.refused
            || clock_offset.abs_diff(self.clock_offset) > 30_000
            || at.since(self.last_seen) > 60_000;
        if news {
            self.next_seq = report.next_seq;
            self.photos_waiting = report.photos_waiting;
            self.persisted = report.persisted;
            self.clock_offset = clock_offset;
            self.unsent = unsent;
            self.refused = report.refused;
            self.last_seen = at;
        }
        news
    }

    /// Takes in the key that the device names. Another one than the last, to be noted, or none.
    pub fn hear_key(&mut self, report: &DeviceReport, at: Moment) -> Option<DeviceKey> {
        let key = report.key.as_ref().filter(|key| is_key(key) && self.key.as_ref() != Some(key))?;
        self.key = Some(key.clone());
        Some(DeviceKey { device: self.id, key: key.clone(), since: at })
    }
}

/// Everything that one transaction writes. Either all of it is durable or nothing is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    /// Records, with their versions.
    pub changes: Vec<RecordChange>,
    /// New lines of the log, by rising number within each device.
    pub log: Vec<LogLine>,
    /// What became of lines that had been kept for a manager.
    pub reviews: Vec<ReviewLine>,
    /// Devices, new or changed. Every device that the log lines or claims name has to be here or be stored.
    pub devices: Vec<DeviceRow>,
    /// Keys that devices named for the first time. One that is there already stays.
    pub device_keys: Vec<DeviceKey>,
    /// In which of the new lines a photo is named.
    pub photo_lines: Vec<PhotoLine>,
    /// Small pictures from commands. One that is there already stays.
    pub thumbnails: Vec<Thumbnail>,
    /// Which device says that it has the photo with this hash.
    pub claims: Vec<(String, DeviceId)>,
    /// Photos that are stored in full. Every device that claims one gets a receipt in the same transaction.
    pub blobs: Vec<Blob>,
    /// Imports that were made or taken back.
    pub imports: Vec<ImportNote>,
}

impl Batch {
    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
