//! The outbox: what was made on this phone, in order, and what the server has said of it.

use crate::body::{ContentHash, Link};
use crate::limits::{PUSH_BYTES, PUSH_COMMANDS};
use crate::wire::{Lost, Outcome, PushResponse, QuarantineReason, Sent};
use domain::id::{CommandId, DeviceId};
use domain::time::Moment;
use domain::{Refusal, Scope};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// A row of the outbox. `raw` is never rewritten; everything else may be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutboxRow {
    /// The device id it was numbered under.
    pub device: DeviceId,
    /// Its number, dense from 1.
    pub seq: u64,
    /// The link before it.
    pub prev: Link,
    /// The link after it.
    pub link: Link,
    /// Its command's id.
    pub id: CommandId,
    /// The frozen bytes.
    pub raw: String,
    /// The device's signature of this place in the chain, once it is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<String>,
    /// When it was made, by the phone's clock.
    pub made_at: Moment,
    /// What is known of it.
    pub state: RowState,
}

/// What the phone knows of a command. "All sent" and every green tick come from here, and this only changes
/// by what the server said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum RowState {
    /// On this phone.
    Waiting,
    /// The server has carried it out.
    Applied {
        /// The versions at which its effect can be pulled.
        versions: BTreeMap<Scope, u64>,
    },
    /// The server has said no.
    Refused {
        /// Why.
        reason: Refusal,
    },
    /// The server did not try it.
    Blocked {
        /// Because of this one.
        by: CommandId,
    },
    /// The server keeps it for a manager.
    Quarantined {
        /// Why.
        why: QuarantineReason,
    },
    /// The server has another command under this id.
    Conflict,
}

impl RowState {
    /// Whether the server has it, one way or another.
    #[must_use]
    pub const fn has_arrived(&self) -> bool {
        !matches!(self, Self::Waiting)
    }

    /// Whether a person should look at it.
    #[must_use]
    pub const fn came_back(&self) -> bool {
        matches!(self, Self::Refused { .. } | Self::Blocked { .. } | Self::Quarantined { .. } | Self::Conflict)
    }
}

/// Numbers and links a frozen command after the last row. Called inside the transaction that stores it.
/// The last row is what the next one follows: it is never deleted.
#[must_use]
pub fn seal(device: DeviceId, last: Option<&OutboxRow>, id: CommandId, raw: &RawValue, made_at: Moment) -> OutboxRow {
    let last = last.filter(|row| row.device == device);
    let seq = last.map_or(1, |row| row.seq + 1);
    let prev = last.map(|row| row.link.clone()).unwrap_or_default();
    let link = prev.next(seq, &ContentHash::of(raw.get().as_bytes()));
    let raw = raw.get().to_owned();
    OutboxRow { device, seq, prev, link, id, raw, signature: None, made_at, state: RowState::Waiting }
}

/// The whole outbox under a new device id, in the order it was made, after a push was answered with `fork`.
/// Rows that had arrived are numbered too: the new chain has no holes, the server answers them with their first
/// outcome, and one outbox always has one device id, so that a restored server can ask for any of them again.
/// Photo receipts are counted per device too: set [`crate::wire::Cursor::receipts`] back to 0 in the same step.
#[must_use]
pub fn renumber(rows: &[OutboxRow], device: DeviceId) -> Vec<OutboxRow> {
    let mut anew: Vec<OutboxRow> = Vec::with_capacity(rows.len());
    for row in rows {
        let (seq, prev) = anew.last().map_or((1, Link::default()), |last| (last.seq + 1, last.link.clone()));
        let sent = as_sent(&row.raw);
        let link =
            prev.next(seq, &ContentHash::of(sent.as_ref().map_or(row.raw.as_str(), |sent| sent.get()).as_bytes()));
        // What was signed is the old place.
        anew.push(OutboxRow { device, seq, prev, link, signature: None, ..row.clone() });
    }
    anew
}

/// What to send next.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// The commands.
    pub commands: Vec<Sent>,
    /// Numbers below `next_seq` that are not among the rows and that the server waits for.
    pub lost: Vec<Lost>,
}

/// The waiting rows of a device by number, as many as fit one push.
/// `expected` is the number the server said it waits for, if it said one. From there on `rows` must hold every row
/// there is, arrived or not: a number that is not among them is given up, and nothing brings it back.
#[must_use]
pub fn next_batch(rows: &[OutboxRow], device: DeviceId, expected: Option<u64>) -> Batch {
    let mine = || rows.iter().filter(|row| row.device == device);
    let mut batch = Batch::default();
    let mut bytes = 0;
    for row in mine().filter(|row| row.state == RowState::Waiting) {
        bytes += row.raw.len() + 320;
        if batch.commands.len() == PUSH_COMMANDS || (bytes > PUSH_BYTES && !batch.commands.is_empty()) {
            break;
        }
        if let Some(body) = as_sent(&row.raw) {
            let signature = row.signature.clone();
            batch.commands.push(Sent { seq: row.seq, prev: row.prev.clone(), signature, body });
        }
    }
    if let (Some(expected), Some(first)) = (expected, batch.commands.first().map(|sent| sent.seq)) {
        batch.lost =
            (expected..first).filter(|seq| mine().all(|row| row.seq != *seq)).map(|seq| Lost { seq }).collect();
    }
    batch
}

/// The bytes of a row as they travel. They were made by `Body::freeze`; if the disk has damaged them they are sent
/// as a text, which the server puts into quarantine: visible, and never in the way of the next.
pub(crate) fn as_sent(raw: &str) -> Option<Box<RawValue>> {
    RawValue::from_string(raw.to_owned()).or_else(|_| serde_json::value::to_raw_value(raw)).ok()
}

/// What a push's answer changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PushEffect {
    /// New states by number.
    pub states: Vec<(u64, RowState)>,
    /// The chain is not ours any more: take a new device id, [`renumber`] the rows, send again.
    pub fork: bool,
    /// The number the server waits for.
    pub expected: u64,
}

/// Reads a push's answer against the rows. `epoch` is the server epoch that the base records came from; empty before
/// the first page. An answer from another epoch confirms nothing: it was given before the server was restored, or the
/// phone has not heard yet that it was. The same commands are sent again after the next pull.
#[must_use]
pub fn absorb_push(rows: &[OutboxRow], device: DeviceId, epoch: &str, response: &PushResponse) -> PushEffect {
    let mut states = Vec::new();
    let same_epoch = epoch.is_empty() || epoch == response.epoch;
    for answer in response.answers.iter().filter(|_| same_epoch) {
        let row = rows.iter().find(|row| row.device == device && row.seq == answer.seq);
        // An answer for an id that is not the row's would be somebody else's outcome.
        let ours = row.is_some_and(|row| answer.id.is_none_or(|id| id == row.id));
        if let Some(state) = Some(&answer.outcome).filter(|_| ours).and_then(state_of) {
            states.push((answer.seq, state));
        }
    }
    // The server waits for a number that it had confirmed: it was restored from a backup (P24).
    let answered: Vec<u64> = states.iter().map(|(seq, _)| *seq).collect();
    if !response.fork {
        let again = rows.iter().filter(|row| {
            row.device == device
                && row.seq >= response.expected
                && row.state.has_arrived()
                && !answered.contains(&row.seq)
        });
        states.extend(again.map(|row| (row.seq, RowState::Waiting)));
    }
    PushEffect { states, fork: response.fork, expected: response.expected }
}

fn state_of(outcome: &Outcome) -> Option<RowState> {
    Some(match outcome {
        Outcome::Applied { versions } => RowState::Applied { versions: versions.clone() },
        Outcome::Refused { reason } => RowState::Refused { reason: reason.clone() },
        Outcome::Blocked { by } => RowState::Blocked { by: *by },
        Outcome::Quarantined { why } => RowState::Quarantined { why: why.clone() },
        Outcome::Conflict { .. } => RowState::Conflict,
        // Said of numbers that have no row.
        Outcome::Lost => return None,
    })
}
