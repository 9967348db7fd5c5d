//! What phones fetched again because it was not what the server has (P25).

use domain::Scope;
use domain::id::{DeviceId, UserId};
use domain::time::Moment;

/// What a device says that it fetches again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repairs {
    /// Whose it is.
    pub user: UserId,
    /// Which.
    pub device: DeviceId,
    /// What differed.
    pub scopes: Vec<Scope>,
    /// When it said so.
    pub at: Moment,
    /// What it said of a scope since then is the same repair, said once more.
    pub apart: Moment,
    /// What was before is forgotten.
    pub since: Moment,
}

/// How often a device has fetched a scope again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepairRow {
    /// Whose it is.
    pub user: UserId,
    /// Which.
    pub device: DeviceId,
    /// What differed.
    pub scope: Scope,
    /// How often.
    pub times: u32,
    /// When it last did.
    pub last: Moment,
}
