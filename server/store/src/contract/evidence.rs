//! Secrets of the server, keys of devices, and the log as a chain.

use crate::{Blob, ChainLine, DeviceKey, StoreError};
use async_trait::async_trait;
use domain::id::DeviceId;
use sync::server::DeviceChain;

/// The part of the store that proofs use, and whoever checks the log.
#[async_trait]
pub trait Evidence: Send + Sync + 'static {
    /// A secret of the server under a name. The first time that it is asked for, `fresh` becomes it.
    async fn secret(&self, name: &str, fresh: &str) -> Result<String, StoreError>;

    /// All devices with how far they have come, as they were first heard of.
    async fn chains(&self) -> Result<Vec<(DeviceId, DeviceChain)>, StoreError>;

    /// The keys that a device has named, the first one first.
    async fn keys_of(&self, device: DeviceId) -> Result<Vec<DeviceKey>, StoreError>;

    /// Lines of a device's log behind a number, as many as a limit.
    async fn chain_after(&self, device: DeviceId, seq: u64, limit: u32) -> Result<Vec<ChainLine>, StoreError>;

    /// The line that a photo came with, its `prev` filled in: of several one that was carried out, signed, the first.
    async fn line_of_photo(&self, hash: &str) -> Result<Option<ChainLine>, StoreError>;

    /// Photos that are stored in full behind a hash, as many as a limit.
    async fn blobs_after(&self, hash: &str, limit: u32) -> Result<Vec<Blob>, StoreError>;
}
