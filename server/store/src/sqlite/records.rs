//! The records, log and devices of the contract, over the files beside this one.

use super::SqliteStore;
use super::load::parsed;
use crate::{Batch, DeviceRow, Loaded, Page, PageRequest, Records, StoreError};
use async_trait::async_trait;
use domain::id::{CommandId, DeviceId};
use domain::records::{Agreement, AnyRecord, Record};
use domain::{Kind, Need, Scope};
use sqlx::Row;
use std::collections::BTreeMap;
use sync::server::Logged;

#[async_trait]
impl Records for SqliteStore {
    async fn epoch(&self) -> Result<String, StoreError> {
        let row = sqlx::query("SELECT value FROM meta WHERE key = 'epoch'").fetch_one(&self.read).await?;
        parsed(&row, 0, "epoch")
    }

    async fn renew_epoch(&self, epoch: &str) -> Result<(), StoreError> {
        sqlx::query("UPDATE meta SET value = ?1 WHERE key = 'epoch'").bind(epoch).execute(&self.write).await?;
        Ok(())
    }

    async fn load(&self, needs: &[Need]) -> Result<Loaded, StoreError> {
        self.load_needs(needs).await
    }

    async fn all_of(&self, kind: Kind) -> Result<Vec<AnyRecord>, StoreError> {
        let rows =
            sqlx::query("SELECT body FROM record WHERE kind = ?1").bind(kind.name()).fetch_all(&self.read).await?;
        rows.iter()
            .map(|row| AnyRecord::parse(kind, row.try_get(0)?).map_err(|error| StoreError::damaged(kind.name(), error)))
            .collect()
    }

    async fn sealed_as(&self, hash: &str) -> Result<Option<Agreement>, StoreError> {
        let row = sqlx::query(
            "SELECT body FROM record WHERE kind = 'agreement' AND json_extract(body, '$.hash') = ?1 LIMIT 1",
        )
        .bind(hash)
        .fetch_optional(&self.read)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let record = AnyRecord::parse(Kind::Agreement, row.try_get(0)?);
        let record = record.map_err(|error| StoreError::damaged(Kind::Agreement.name(), error))?;
        Ok(Agreement::from_any(&record).cloned())
    }

    async fn versions(&self) -> Result<BTreeMap<Scope, u64>, StoreError> {
        self.load_versions().await
    }

    async fn devices(&self, ids: &[DeviceId]) -> Result<Vec<DeviceRow>, StoreError> {
        self.load_devices(ids).await
    }

    async fn lines_by_seq(&self, numbers: &[(DeviceId, u64)]) -> Result<Vec<Logged>, StoreError> {
        if numbers.is_empty() { Ok(Vec::new()) } else { self.load_lines_by_seq(numbers).await }
    }

    async fn lines_by_id(&self, ids: &[CommandId]) -> Result<Vec<Logged>, StoreError> {
        if ids.is_empty() { Ok(Vec::new()) } else { self.load_lines_by_id(ids).await }
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        self.write_batch(batch).await
    }

    async fn page(&self, request: &PageRequest) -> Result<Page, StoreError> {
        self.read_page(request).await
    }

    async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT 1").execute(&self.read).await?;
        Ok(())
    }

    async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }
}
