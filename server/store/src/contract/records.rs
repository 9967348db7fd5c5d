//! Records, the command log and devices: read by many, written by one.

use crate::{Batch, DeviceRow, Loaded, Page, PageRequest, StoreError};
use async_trait::async_trait;
use domain::id::{CommandId, DeviceId};
use domain::records::{Agreement, AnyRecord};
use domain::{Kind, Need, Scope};
use std::collections::BTreeMap;
use sync::server::Logged;

/// The part of the store that the sync writer and the pull use.
#[async_trait]
pub trait Records: Send + Sync + 'static {
    /// Names this state of the database; a new one is given when it was restored from a backup.
    async fn epoch(&self) -> Result<String, StoreError>;

    /// Gives the database a new epoch: called after it was restored from a backup.
    async fn renew_epoch(&self, epoch: &str) -> Result<(), StoreError>;

    /// The records that answer needs.
    async fn load(&self, needs: &[Need]) -> Result<Loaded, StoreError>;

    /// All records of a kind; for small kinds, such as territories.
    async fn all_of(&self, kind: Kind) -> Result<Vec<AnyRecord>, StoreError>;

    /// The agreement whose frozen text has this hash. The text holds its id, so that there is never a second one.
    async fn sealed_as(&self, hash: &str) -> Result<Option<Agreement>, StoreError>;

    /// Where the counter of every scope stands.
    async fn versions(&self) -> Result<BTreeMap<Scope, u64>, StoreError>;

    /// Devices, as far as they have been heard of.
    async fn devices(&self, ids: &[DeviceId]) -> Result<Vec<DeviceRow>, StoreError>;

    /// The lines of the log with these numbers, as far as they matter to a repeat: their bodies are left empty.
    async fn lines_by_seq(&self, numbers: &[(DeviceId, u64)]) -> Result<Vec<Logged>, StoreError>;

    /// The lines of the log with these ids, their bodies left empty.
    async fn lines_by_id(&self, ids: &[CommandId]) -> Result<Vec<Logged>, StoreError>;

    /// Writes all of a batch, durably, or nothing. Only the writer task calls it.
    async fn commit(&self, batch: Batch) -> Result<(), StoreError>;

    /// A page of changes as of one moment.
    async fn page(&self, request: &PageRequest) -> Result<Page, StoreError>;

    /// Whether the database answers; for health checks.
    async fn ping(&self) -> Result<(), StoreError>;

    /// Waits for what is under way and closes the files.
    async fn close(&self);
}
