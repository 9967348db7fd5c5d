//! Logging in, and what the phone keeps of it.

use domain::Scope;
use domain::id::DeviceId;
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
