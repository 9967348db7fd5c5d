//! Photos stored in full, small pictures, uploads under way.

use super::load::parsed;
use super::{SqliteStore, count, integer, list};
use crate::{Blob, Photos, StoreError, Thumbnail, Upload};
use async_trait::async_trait;
use domain::Scope;
use domain::id::PhotoId;
use domain::records::{Photo, Print};
use domain::time::Moment;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeSet;

#[async_trait]
impl Photos for SqliteStore {
    async fn blob(&self, hash: &str) -> Result<Option<Blob>, StoreError> {
        let row = sqlx::query("SELECT hash, bytes, received_at FROM blob WHERE hash = ?1")
            .bind(hash)
            .fetch_optional(&self.read)
            .await?;
        row.map(|row| {
            Ok(Blob { hash: row.try_get(0)?, bytes: count(row.try_get(1)?), received_at: Moment(row.try_get(2)?) })
        })
        .transpose()
    }

    async fn stored_among(&self, hashes: &[String]) -> Result<BTreeSet<String>, StoreError> {
        if hashes.is_empty() {
            return Ok(BTreeSet::new());
        }
        let rows = sqlx::query("SELECT hash FROM blob WHERE hash IN (SELECT value FROM json_each(?1))")
            .bind(list(hashes))
            .fetch_all(&self.read)
            .await?;
        rows.iter().map(|row| Ok(row.try_get(0)?)).collect()
    }

    async fn photo_prints(&self) -> Result<Vec<(PhotoId, Print)>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, json_extract(body, '$.look.print') FROM record
             WHERE kind = 'photo' AND json_extract(body, '$.look.print') IS NOT NULL",
        )
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(|row| Ok((parsed(row, 0, "photo")?, parsed(row, 1, "print")?))).collect()
    }

    async fn photos_with(&self, hash: &str) -> Result<Vec<Photo>, StoreError> {
        let rows = sqlx::query("SELECT body FROM record WHERE kind = 'photo' AND json_extract(body, '$.hash') = ?1")
            .bind(hash)
            .fetch_all(&self.read)
            .await?;
        rows.iter()
            .map(|row| serde_json::from_str(row.try_get(0)?).map_err(|error| StoreError::damaged("photo", error)))
            .collect()
    }

    async fn photo_scopes(&self, hash: &str) -> Result<BTreeSet<Scope>, StoreError> {
        let rows = sqlx::query(
            "SELECT scope.name FROM record JOIN scope ON scope.number = record.scope
             WHERE record.kind = 'photo' AND json_extract(record.body, '$.hash') = ?1
             UNION SELECT scope.name FROM record JOIN scope ON scope.number = record.scope
             WHERE record.kind = 'display_standard' AND json_extract(record.body, '$.reference.hash') = ?1",
        )
        .bind(hash)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(|row| parsed(row, 0, "scope")).collect()
    }

    async fn thumbnail(&self, hash: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let row =
            sqlx::query("SELECT jpeg FROM thumbnail WHERE hash = ?1").bind(hash).fetch_optional(&self.read).await?;
        Ok(row.map(|row| row.try_get(0)).transpose()?)
    }

    async fn put_thumbnail(&self, thumbnail: &Thumbnail) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO thumbnail (hash, jpeg) VALUES (?1, ?2)
             ON CONFLICT (hash) DO UPDATE SET jpeg = excluded.jpeg",
        )
        .bind(&thumbnail.hash)
        .bind(&thumbnail.jpeg)
        .execute(&self.write)
        .await?;
        Ok(())
    }

    async fn put_upload(&self, upload: &Upload) -> Result<(), StoreError> {
        let mut transaction = self.write.begin().await?;
        sqlx::query(
            "INSERT INTO upload (id, hash, bytes, user, device, created_at, expires_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (id) DO UPDATE SET device = excluded.device, expires_at = excluded.expires_at",
        )
        .bind(&upload.id)
        .bind(&upload.hash)
        .bind(integer(upload.bytes))
        .bind(upload.user.to_string())
        .bind(upload.device.to_string())
        .bind(upload.created_at.0)
        .bind(upload.expires_at.0)
        .execute(&mut *transaction)
        .await?;
        sqlx::query(
            "INSERT INTO photo_claim (hash, device)
             SELECT ?1, number FROM device WHERE id = ?2 AND user = ?3
             ON CONFLICT DO NOTHING",
        )
        .bind(&upload.hash)
        .bind(upload.device.to_string())
        .bind(upload.user.to_string())
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(())
    }

    async fn upload(&self, id: &str) -> Result<Option<Upload>, StoreError> {
        let row = sqlx::query("SELECT id, hash, bytes, user, device, created_at, expires_at FROM upload WHERE id = ?1")
            .bind(id)
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(upload).transpose()
    }

    async fn drop_upload(&self, id: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM upload WHERE id = ?1").bind(id).execute(&self.write).await?;
        Ok(())
    }

    async fn expired_uploads(&self, at: Moment) -> Result<Vec<Upload>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, hash, bytes, user, device, created_at, expires_at FROM upload WHERE expires_at <= ?1",
        )
        .bind(at.0)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(upload).collect()
    }
}

fn upload(row: &SqliteRow) -> Result<Upload, StoreError> {
    Ok(Upload {
        id: row.try_get(0)?,
        hash: row.try_get(1)?,
        bytes: count(row.try_get(2)?),
        user: parsed(row, 3, "user")?,
        device: parsed(row, 4, "device")?,
        created_at: Moment(row.try_get(5)?),
        expires_at: Moment(row.try_get(6)?),
    })
}
