//! Handing in what somebody else's device has made (F101). Whoever hands it in only carries it: each command counts by the
//! signature of the device that made it and by the rights of its author, and is told apart by its number and its id as in
//! a push, whichever way it comes first.

use super::{Outcome, Sent};
use domain::Refusal;
use domain::id::DeviceId;
use domain::time::Moment;
use serde::{Deserialize, Serialize};

/// Commands of another device, in order.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Delivery {
    /// The device that numbered and signed them.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub device: DeviceId,
    /// The commands, by rising `seq`, each with its signature.
    pub commands: Vec<Sent>,
}

/// The answer to a delivery.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Delivered {
    /// One per command that the server has now, in order.
    pub taken: Vec<Taken>,
    /// The number that the server waits for.
    pub expected: u64,
    /// The commands do not continue what the server has of that device.
    #[serde(default)]
    pub fork: bool,
    /// The first command that the device is not proven to have made. It and all behind it were left alone: the device
    /// itself can still send them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unproven: Option<u64>,
    /// The server's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub server_time: Moment,
    /// The epoch of the server.
    pub epoch: String,
}

/// A command that the server has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Taken {
    /// Its number.
    pub seq: u64,
    /// What became of it.
    pub became: Became,
    /// Why it was refused; said only to its author and to whoever manages them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Object>))]
    pub reason: Option<Refusal>,
}

/// What became of a command, without anything of what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Became {
    /// Carried out.
    Applied,
    /// Not carried out; its author hears why.
    Refused,
    /// Not tried, because one that it builds on was not carried out.
    Blocked,
    /// Kept for a manager to decide.
    Quarantined,
    /// Another one with its id was here first.
    Conflict,
    /// The device had given up its number.
    Lost,
}

impl Became {
    /// What an outcome comes to.
    #[must_use]
    pub const fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Applied { .. } => Self::Applied,
            Outcome::Refused { .. } => Self::Refused,
            Outcome::Blocked { .. } => Self::Blocked,
            Outcome::Quarantined { .. } => Self::Quarantined,
            Outcome::Conflict { .. } => Self::Conflict,
            Outcome::Lost => Self::Lost,
        }
    }
}
