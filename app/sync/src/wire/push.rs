//! Sending commands. Each gets its own outcome; one that is refused or unreadable never stops the others (law 5).

use crate::body::{ContentHash, Link};
use crate::limits::{UNSENT_ACT_BYTES, UNSENT_ACTS};
use domain::id::{CommandId, DeviceId};
pub use domain::records::QuarantineReason;
use domain::time::Moment;
use domain::{Refusal, Scope};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// Commands of one device, in order. An empty list is a heartbeat.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PushRequest {
    /// The device and how it is doing.
    pub device: DeviceReport,
    /// The commands, by rising `seq`.
    #[serde(default)]
    pub commands: Vec<Sent>,
    /// Numbers that the device gave out and no longer has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lost: Vec<Lost>,
}

/// What a device says about itself with every push (P2, P3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeviceReport {
    /// Which.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub id: DeviceId,
    /// The server epoch it last heard of.
    #[serde(default)]
    pub epoch: String,
    /// The number its next command will have: what is announced and never arrives was lost.
    pub next_seq: u64,
    /// Photos still on it.
    #[serde(default)]
    pub photos_waiting: u32,
    /// Whether the browser promised not to clear its storage; none if it never said.
    #[serde(default)]
    pub persisted: Option<bool>,
    /// Its clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub clock: Moment,
    /// The public half of the key it signs with: base64url of the 65 bytes; none where the browser has no keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What it holds beside what travels with this push; none if that is nothing, or it is too old to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unsent: Option<Unsent>,
    /// Commands that came back refused and whose maker has neither mended nor put them away.
    #[serde(default, skip_serializing_if = "is_none")]
    pub refused: u32,
}

const fn is_none(count: &u32) -> bool {
    *count == 0
}

/// Commands that a device holds and has not sent: should it vanish, this is what was lost (P3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Unsent {
    /// How many.
    pub count: u32,
    /// When the first of them was made, by the phone's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub first: Moment,
    /// When the last was.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub last: Moment,
    /// How many of them do what, as far as they were looked at: the names are those of the commands.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub acts: BTreeMap<String, u32>,
}

impl Unsent {
    /// The same with no more names than there are commands, and none longer than one: what comes from outside is bounded.
    #[must_use]
    pub fn bounded(&self) -> Self {
        let fits = |name: &&String| name.len() <= UNSENT_ACT_BYTES;
        let acts = self.acts.iter().filter(|(name, _)| fits(name)).take(UNSENT_ACTS);
        Self { acts: acts.map(|(name, count)| (name.clone(), *count)).collect(), ..self.clone() }
    }
}

/// One command on its way.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sent {
    /// Dense per device, from 1.
    pub seq: u64,
    /// The link after the command before; empty before the first.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub prev: Link,
    /// The device's signature of its place in the chain, see [`crate::proof::command_text`]; base64url of r and s.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<String>,
    /// The frozen bytes, see [`crate::Body`].
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub body: Box<RawValue>,
}

/// A number that has no command any more: the phone says so, and nothing waits for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Lost {
    /// The number.
    pub seq: u64,
}

/// The answer to a push.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PushResponse {
    /// One per command that was looked at, in order.
    pub answers: Vec<Answer>,
    /// The number the server waits for. Lower than what was sent: there is a hole, send again from here.
    pub expected: u64,
    /// The device's chain does not continue what the server has: it was cloned or restored.
    /// It takes a new device id and sends the same bytes under new numbers; nothing is lost.
    #[serde(default)]
    pub fork: bool,
    /// The server's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub server_time: Moment,
    /// Changes when the server was restored from a backup.
    pub epoch: String,
    /// What only the server could have made, and not earlier: goes into the next commands. Empty from older servers.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub nonce: String,
}

/// What became of one command.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Answer {
    /// Its number.
    pub seq: u64,
    /// Its id; none if the bytes had none that could be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<uuid::Uuid>))]
    pub id: Option<CommandId>,
    /// The outcome; of a repeat, the first one.
    pub outcome: Outcome,
    /// The server had it already.
    #[serde(default)]
    pub duplicate: bool,
}

/// How a command ended. It never changes but by a recorded review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "outcome")]
pub enum Outcome {
    /// Carried out. A device that has pulled up to these versions sees it in its records.
    Applied {
        /// The version of each scope it wrote to.
        #[cfg_attr(feature = "openapi", schema(value_type = BTreeMap<String, u64>))]
        versions: BTreeMap<Scope, u64>,
    },
    /// Not carried out, for a reason that a person can act on.
    Refused {
        /// The reason.
        #[cfg_attr(feature = "openapi", schema(value_type = Object))]
        reason: Refusal,
    },
    /// Not tried, because a command it builds on was not carried out.
    Blocked {
        /// That command.
        #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
        by: CommandId,
    },
    /// Kept, byte for byte, for a manager to decide.
    Quarantined {
        /// Why.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        why: QuarantineReason,
    },
    /// Another command with this id and other content was here first; this one is kept nowhere but on the phone.
    Conflict {
        /// The hash of the first one.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        first: ContentHash,
    },
    /// The device said that it had lost this number.
    Lost,
}
