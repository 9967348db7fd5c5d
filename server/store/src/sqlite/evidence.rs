//! Secrets, keys of devices, and the log as a chain.

use super::load::parsed;
use super::{SqliteStore, count, integer};
use crate::{Blob, ChainLine, DeviceKey, Evidence, StoreError};
use async_trait::async_trait;
use domain::id::DeviceId;
use domain::time::Moment;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use sync::server::DeviceChain;
use sync::{ContentHash, Link};

/// How the outcome of a lost number is written.
const LOST: &str = r#"{"outcome":"lost"}"#;

#[async_trait]
impl Evidence for SqliteStore {
    async fn secret(&self, name: &str, fresh: &str) -> Result<String, StoreError> {
        let known = sqlx::query("SELECT value FROM meta WHERE key = ?1").bind(name).fetch_optional(&self.read).await?;
        if let Some(row) = known {
            return Ok(row.try_get(0)?);
        }
        // Of two who come at the same time, both get what the first has written.
        sqlx::query("INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
            .bind(name)
            .bind(fresh)
            .execute(&self.write)
            .await?;
        let row = sqlx::query("SELECT value FROM meta WHERE key = ?1").bind(name).fetch_one(&self.write).await?;
        Ok(row.try_get(0)?)
    }

    async fn chains(&self) -> Result<Vec<(DeviceId, DeviceChain)>, StoreError> {
        let rows = sqlx::query("SELECT id, last_seq, link FROM device ORDER BY number").fetch_all(&self.read).await?;
        let chain = |row: &SqliteRow| {
            let chain = DeviceChain { last_seq: count(row.try_get(1)?), link: Link(row.try_get(2)?) };
            Ok((parsed(row, 0, "device")?, chain))
        };
        rows.iter().map(chain).collect()
    }

    async fn keys_of(&self, device: DeviceId) -> Result<Vec<DeviceKey>, StoreError> {
        let rows = sqlx::query(
            "SELECT device_key.key, since FROM device_key JOIN device ON device.number = device_key.device
             WHERE device.id = ?1 ORDER BY since",
        )
        .bind(device.to_string())
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(|row| Ok(DeviceKey { device, key: row.try_get(0)?, since: Moment(row.try_get(1)?) })).collect()
    }

    async fn chain_after(&self, device: DeviceId, seq: u64, limit: u32) -> Result<Vec<ChainLine>, StoreError> {
        let rows = sqlx::query(
            "SELECT device.id, log.seq, log.content, log.prev, log.link, log.body, log.signature, log.received_at, log.outcome
             FROM device CROSS JOIN command_log AS log ON log.device = device.number
             WHERE device.id = ?1 AND log.seq > ?2 ORDER BY log.seq LIMIT ?3",
        )
        .bind(device.to_string())
        .bind(integer(seq))
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(line).collect()
    }

    async fn line_of_photo(&self, hash: &str) -> Result<Option<ChainLine>, StoreError> {
        let row = sqlx::query(
            "SELECT device.id, log.seq, log.content, coalesce(log.prev, before.link, ''), log.link, log.body, log.signature,
                 log.received_at, log.outcome
             FROM photo_line AS named
             CROSS JOIN command_log AS log ON log.device = named.device AND log.seq = named.seq
             CROSS JOIN device ON device.number = log.device
             LEFT JOIN command_log AS before ON before.device = log.device AND before.seq = log.seq - 1
             WHERE named.hash = ?1
             ORDER BY log.outcome ->> '$.outcome' <> 'applied', log.signature IS NULL, log.received_at, log.seq LIMIT 1",
        )
        .bind(hash)
        .fetch_optional(&self.read)
        .await?;
        row.as_ref().map(line).transpose()
    }

    async fn blobs_after(&self, hash: &str, limit: u32) -> Result<Vec<Blob>, StoreError> {
        let rows = sqlx::query("SELECT hash, bytes, received_at FROM blob WHERE hash > ?1 ORDER BY hash LIMIT ?2")
            .bind(hash)
            .bind(limit)
            .fetch_all(&self.read)
            .await?;
        rows.iter()
            .map(|row| {
                Ok(Blob { hash: row.try_get(0)?, bytes: count(row.try_get(1)?), received_at: Moment(row.try_get(2)?) })
            })
            .collect()
    }
}

fn line(row: &SqliteRow) -> Result<ChainLine, StoreError> {
    let outcome: &str = row.try_get(8)?;
    Ok(ChainLine {
        device: parsed(row, 0, "device")?,
        seq: count(row.try_get(1)?),
        content: ContentHash(row.try_get(2)?),
        prev: row.try_get::<Option<String>, _>(3)?.map(Link),
        link: Link(row.try_get(4)?),
        body: row.try_get(5)?,
        signature: row.try_get(6)?,
        received_at: Moment(row.try_get(7)?),
        lost: outcome == LOST,
    })
}
