//! A page of changes for a pull.

use domain::Scope;
use domain::id::{DeviceId, UserId};
use std::collections::BTreeMap;
use sync::digest::Digest;
use sync::wire::Gone;

/// What a device wants to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRequest {
    /// The device. Nothing is said of somebody else's.
    pub device: DeviceId,
    /// Whose it is.
    pub user: UserId,
    /// The scopes that its user holds, and how far the device has come in each.
    pub scopes: BTreeMap<Scope, u64>,
    /// The number of the last photo receipt it has.
    pub receipts: u64,
    /// Where to cut, in bytes of record bodies. A page holds at least one row if there is one.
    pub bytes: usize,
    /// Whether the last page is to come with digests.
    pub digests: bool,
}

/// What there is, as of one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Records as the text between the brackets of a JSON array of `WireRecord`; the bodies are as they were stored.
    pub records: String,
    /// Records that left a scope.
    pub removed: Vec<Gone>,
    /// How far the device has come with this page: the last row sent of each scope, never further.
    pub cursor: BTreeMap<Scope, u64>,
    /// Hashes of photos that are stored in full.
    pub receipts: Vec<String>,
    /// The number of the last of them.
    pub receipts_cursor: u64,
    /// Whether there is more.
    pub more: bool,
    /// Rows still to come. Exact up to some ten thousands, an upper bound beyond.
    pub remaining: u64,
    /// The last number of the device that the log has.
    pub acknowledged: u64,
    /// The digest of each scope as of the cursor, if it was asked for and there is nothing more.
    pub digests: Option<BTreeMap<Scope, Digest>>,
}
