//! Logging in, and what the phone keeps of it.

use domain::Scope;
use domain::id::DeviceId;
use domain::records::User;
use domain::time::{Moment, Offset};
use serde::{Deserialize, Serialize};

/// A request to log in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Login {
    /// The phone number, digits only.
    pub phone: String,
    /// The password.
    pub password: String,
    /// The installed copy of the app that asks.
    pub device: DeviceId,
    /// What the device calls itself, for the list of sessions.
    #[serde(default)]
    pub device_name: String,
}

/// A session as the device keeps it: enough to record offline without asking again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Who.
    pub user: User,
    /// The device it belongs to.
    pub device: DeviceId,
    /// What they hold now.
    pub scopes: Vec<Scope>,
    /// Where civil days begin and end.
    pub offset: Offset,
    /// When it ends, by the server's clock.
    pub expires_at: Moment,
    /// The server's clock.
    pub server_time: Moment,
}

/// A device of a user, for the list from which it can be revoked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeviceEntry {
    /// The device.
    pub device: DeviceId,
    /// What it calls itself.
    pub name: String,
    /// When it was last heard of, by the server's clock.
    pub last_seen: Moment,
    /// Whether it is the one that asks.
    pub current: bool,
}
