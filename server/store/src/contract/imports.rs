//! Imports of tables, as they were made and taken back. They are written with [`crate::Batch::imports`].

use crate::{ImportRow, ImportStep, StoreError};
use async_trait::async_trait;
use domain::id::ImportId;

/// The part of the store that imports use.
#[async_trait]
pub trait Imports: Send + Sync + 'static {
    /// The imports of last, the last first, as many as a limit.
    async fn imports(&self, limit: u32) -> Result<Vec<ImportRow>, StoreError>;

    /// One of them.
    async fn import(&self, id: ImportId) -> Result<Option<ImportRow>, StoreError>;

    /// What it wrote.
    async fn import_steps(&self, id: ImportId) -> Result<Vec<ImportStep>, StoreError>;
}
