//! What the device says of itself: the line to the server, the store.

use domain::time::Moment;
use serde::{Deserialize, Serialize};

/// How the line to the server is, by what came back last. Never taken from `navigator.onLine` alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    /// Not tried yet.
    #[default]
    Unknown,
    /// The server answered.
    Online,
    /// It did not, or somebody else did in its place (a captive portal).
    Offline,
    /// It answered that it is busy or broken; the device tries again by itself.
    Troubled,
    /// The session has ended. Recording goes on, sending waits for a login.
    LoggedOut,
    /// This version of the app is too old to fetch; it still sends. It has to be updated.
    Outdated,
}

/// What the exchange is doing, with counts that a person can follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Activity {
    /// Sending commands: so many are still to go.
    Sending {
        /// Commands that wait.
        left: u32,
    },
    /// Fetching records.
    Fetching {
        /// Rows taken in since this exchange began.
        done: u64,
        /// Rows still to come, as far as the server knows.
        left: u64,
    },
    /// Sending photos.
    Photos {
        /// Photos that wait, this one included.
        left: u32,
        /// Bytes that wait.
        bytes_left: u64,
    },
}

/// The state of the exchange with the server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncState {
    /// How the line is.
    pub reach: Reach,
    /// What is going on right now, in this or another tab.
    pub running: Option<Activity>,
    /// When the server last answered, by the corrected clock; after a start, when it last had nothing more to send.
    pub last_contact: Option<Moment>,
    /// When the records were last complete: a pull ended with nothing more to come.
    /// None before the first time; screens then say that the data is still on its way.
    pub complete_at: Option<Moment>,
    /// Whether the numbers below have been counted since the start. Before that they say nothing, not "none".
    pub counted: bool,
    /// Commands that the server has not got.
    pub waiting: u32,
    /// Photos that the server has not got.
    pub photos_waiting: u32,
    /// Their bytes.
    pub photo_bytes_waiting: u64,
    /// Photos whose bytes the phone has spoilt; never sent as good.
    pub photos_damaged: u32,
    /// Photos that a restored server has lost and that this phone had freed by then.
    #[serde(default)]
    pub photos_gone: u32,
    /// Commands that were made here and are no longer in the store: the phone has lost work, and says so loudly.
    pub missing: u32,
    /// When it is tried again by itself, after a try that failed.
    #[serde(default)]
    pub retry_at: Option<Moment>,
    /// How wrong the phone's clock is: server time minus phone time, in milliseconds.
    pub skew: i64,
}

/// Room on the phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StorageReport {
    /// Bytes used by the app.
    pub used: u64,
    /// Bytes the browser would allow it.
    pub quota: u64,
    /// Whether the browser promised not to clear them; none if it was never asked.
    pub persisted: Option<bool>,
    /// Photos that the server has not got, and their bytes: nothing frees these.
    pub photos_waiting: PhotosKept,
    /// Photos that the server has and that are still here as well.
    pub photos_received: PhotosKept,
}

/// Photos whose bytes are on the phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PhotosKept {
    /// How many.
    pub count: u32,
    /// Their bytes.
    pub bytes: u64,
}
