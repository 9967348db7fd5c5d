//! The exchange with the server: commands out, records in, photos after. One tab at a time does it,
//! whenever there is a reason to, and a line that breaks anywhere costs nothing but the step that broke.

mod events;
pub(crate) mod http;
mod lock;
mod parcels;
mod photos;
mod pull;
mod push;
mod revoked;
mod run;
mod schedule;

pub(crate) use events::Stream;
pub(crate) use lock::locked;
pub(crate) use push::Line;
pub(crate) use run::LOCK;
pub(crate) use schedule::Schedule;

use crate::error::StorageError;
use crate::state::Reach;

/// Why an exchange stopped.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Trouble {
    /// No answer, or an answer of somebody else.
    Unreachable,
    /// The session has ended.
    LoggedOut,
    /// The server is busy or broken; seconds to wait, if it said so.
    Troubled(Option<u64>),
    /// This build is too old to pull.
    Outdated,
    /// The store failed.
    Storage(StorageError),
    /// The device was taken out of use.
    Revoked,
    /// Somebody else is logged in by now.
    NotOurs,
}

impl From<StorageError> for Trouble {
    fn from(error: StorageError) -> Self {
        match error {
            // The store was closed under the exchange: they logged out, or the phone was locked.
            StorageError::NobodyHere => Self::NotOurs,
            error => Self::Storage(error),
        }
    }
}

impl Trouble {
    /// What it says of the line; none if nothing.
    pub(crate) const fn reach(&self) -> Option<Reach> {
        match self {
            Self::Unreachable => Some(Reach::Offline),
            Self::LoggedOut => Some(Reach::LoggedOut),
            Self::Troubled(_) => Some(Reach::Troubled),
            Self::Outdated => Some(Reach::Outdated),
            Self::Storage(_) | Self::Revoked | Self::NotOurs => None,
        }
    }
}
