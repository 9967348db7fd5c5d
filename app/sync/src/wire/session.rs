//! Logging in, and what the phone keeps of it.

use crate::wire::Unsent;
use domain::Scope;
use domain::id::{DeviceId, UserId};
use domain::records::User;
use domain::time::{Moment, Offset};
use serde::{Deserialize, Serialize};

/// A request to log in.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Login {
    /// The phone number, digits only.
    pub phone: String,
    /// The password.
    pub password: String,
    /// The installed copy of the app that asks.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub device: DeviceId,
    /// What the device calls itself, for the list of sessions.
    #[serde(default)]
    pub device_name: String,
}

/// A session as the device keeps it: enough to record offline without asking again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// Who.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub user: User,
    /// The device it belongs to.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub device: DeviceId,
    /// What they hold now.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub scopes: Vec<Scope>,
    /// Where civil days begin and end.
    #[cfg_attr(feature = "openapi", schema(value_type = i16))]
    pub offset: Offset,
    /// When it ends, by the server's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub expires_at: Moment,
    /// The server's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub server_time: Moment,
    /// For how many days the device keeps what the server has confirmed; none from older servers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_days: Option<u16>,
    /// The password was given by somebody else: nothing is served before its owner has changed it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub password_due: bool,
}

/// Another password in the place of one's own.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PasswordChange {
    /// The one of before.
    pub old: String,
    /// The one from now on.
    pub new: String,
}

/// The answer to a login.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LoggedIn {
    /// The session.
    #[serde(flatten)]
    pub session: Session,
    /// A secret of this user, given for the password only and never kept on the phone: what is on a phone whose PIN was
    /// forgotten is opened with it (F113). 32 bytes in base64url; servers of earlier versions give none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery: Option<String>,
}

/// A device of a user, for the list from which it can be revoked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeviceEntry {
    /// The device.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub device: DeviceId,
    /// What it calls itself.
    pub name: String,
    /// When it was last heard of, by the server's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub last_seen: Moment,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// A device of somebody in a manager's region, with what it said that it held and never sent (P3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficeDevice {
    /// The device.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub device: DeviceId,
    /// Whose.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub user: UserId,
    /// Their name.
    pub user_name: String,
    /// At which number they are called; none from older servers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// What it calls itself.
    pub name: String,
    /// When it was last heard of, by the server's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub last_seen: Moment,
    /// How many commands were made on it, as it said.
    pub captured: u64,
    /// How many of them have come.
    pub received: u64,
    /// What is known of the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unsent: Option<Unsent>,
    /// Commands of it that were refused and whose maker has neither mended nor put them away.
    #[serde(default)]
    pub refused: u32,
    /// Photos that were still on it.
    pub photos_waiting: u32,
    /// Whether its browser promised not to clear its storage; none if it never said.
    #[serde(default)]
    pub persisted: Option<bool>,
    /// Server time minus its clock, in milliseconds.
    pub clock_offset: i64,
    /// Whether somebody is logged in on it.
    pub logged_in: bool,
    /// Whether the same person was heard from on another device since.
    pub replaced: bool,
    /// When it was taken out of use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<i64>))]
    pub revoked_at: Option<Moment>,
    /// What it held differently from the server lately, and fetched again (P25), the last first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<Repaired>,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// A scope that a device fetched again in the last thirty days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Repaired {
    /// Which.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub scope: Scope,
    /// How often.
    pub times: u32,
    /// When it last did, by the server's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub last: Moment,
    /// On how many other devices of the list the same was fetched again: one phone's storage loses rows, but what many
    /// found differing may be the server's own sum.
    pub elsewhere: u32,
}

impl OfficeDevice {
    /// Commands that were made on it and never came.
    #[must_use]
    pub const fn never_came(&self) -> u64 {
        self.captured.saturating_sub(self.received)
    }
}
