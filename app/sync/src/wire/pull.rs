//! Fetching what has changed. A page and its cursor are stored together; the cursor is the last row sent, never further.

use crate::digest::Digest;
use domain::{Kind, Scope};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use uuid::Uuid;

use domain::id::DeviceId;
use domain::time::Moment;

/// How far a device has come in each scope. A scope that is missing has not been entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Cursor {
    /// The version of the last row it has of each scope.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = BTreeMap<String, u64>))]
    pub scopes: BTreeMap<Scope, u64>,
    /// The last photo receipt it has.
    #[serde(default)]
    pub receipts: u64,
}

/// A request for what has changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PullRequest {
    /// Which device asks.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub device: DeviceId,
    /// How far it has come.
    pub cursor: Cursor,
    /// It wants to compare what it holds: the last page is to come with digests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<Differing>,
}

/// What a device found when it last compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Differing {
    /// Scopes whose rows were not what the server has, and that it fetches again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub scopes: Vec<Scope>,
}

/// A page of changes.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PullResponse {
    /// Records that are new or changed, by scope and version.
    pub records: Vec<WireRecord>,
    /// Records that left a scope.
    pub removed: Vec<Gone>,
    /// Scopes that the user holds and the cursor did not name.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub enter: Vec<Scope>,
    /// Scopes that the user no longer holds: the device drops their records in the same step.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub leave: Vec<Scope>,
    /// Hashes of this device's photos that the server has in full: only these may be freed.
    pub receipts: Vec<String>,
    /// Where to go on.
    pub cursor: Cursor,
    /// Whether there is more.
    pub more: bool,
    /// Rows still to come, as far as known: for honest progress.
    pub remaining: u64,
    /// The last number of this device that the server has. Less than the device was told: the server was restored.
    pub acknowledged: u64,
    /// The server's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub server_time: Moment,
    /// Changes when the server was restored from a backup.
    pub epoch: String,
    /// The oldest protocol that may still pull.
    pub min_protocol: u32,
    /// The build that answers.
    pub build: String,
    /// See [`crate::wire::PushResponse::nonce`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub nonce: String,
    /// The fold of all rows of each scope as of the cursor; on the last page, if it was asked for, see [`crate::digest`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<BTreeMap<String, String>>))]
    pub digests: Option<BTreeMap<Scope, Digest>>,
}

/// A record on its way: the body is passed through unread.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WireRecord {
    /// Its kind; may be one that this version does not know.
    pub kind: String,
    /// Its id.
    pub id: Uuid,
    /// Its scope.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub scope: Scope,
    /// The version of the scope at which it was last written.
    pub version: u64,
    /// The body.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub body: Box<RawValue>,
}

impl WireRecord {
    /// Its kind, if this version knows it.
    #[must_use]
    pub fn known_kind(&self) -> Option<Kind> {
        self.kind.parse().ok()
    }
}

/// A record that left a scope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Gone {
    /// Its kind.
    pub kind: String,
    /// Its id.
    pub id: Uuid,
    /// The scope it left.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub scope: Scope,
    /// The version of the scope at which it left.
    pub version: u64,
}
