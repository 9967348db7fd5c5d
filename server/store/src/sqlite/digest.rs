//! Keeping the digest of each scope: what a transaction writes is folded in and what it replaces is folded out, so that
//! no answer ever has to look at all rows of a scope.

use super::{SqliteStore, count, list};
use crate::StoreError;
use domain::Scope;
use domain::records::{AnyRecord, RecordKey};
use futures::TryStreamExt;
use sqlx::{Row, SqliteConnection};
use std::collections::{BTreeMap, BTreeSet};
use sync::digest::Digest;

/// What is written to records, as the digests see it.
pub(super) struct Written<'a> {
    pub(super) puts: &'a [(AnyRecord, u64)],
    pub(super) gone: &'a [(RecordKey, Scope, u64)],
    /// The numbers of the scopes.
    pub(super) numbers: &'a BTreeMap<Scope, i64>,
}

impl Written<'_> {
    /// Changes the digests. Call it before the rows are written: it has to see what they replace.
    pub(super) async fn fold(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        let number = |scope: &Scope| self.numbers.get(scope).copied().unwrap_or_default();
        let put: BTreeSet<RecordKey> = self.puts.iter().map(|(record, _)| record.key()).collect();
        let left: BTreeSet<(RecordKey, i64)> = self.gone.iter().map(|(key, scope, _)| (*key, number(scope))).collect();
        let keys: BTreeSet<RecordKey> = put.iter().copied().chain(left.iter().map(|(key, _)| *key)).collect();
        let mut changed: BTreeMap<i64, Digest> = BTreeMap::new();
        for (record, version) in self.puts {
            let key = record.key();
            let digest = changed.entry(number(&record.scope())).or_default();
            digest.fold(key.kind.name(), &key.id.to_string(), *version);
        }
        let wanted = list(keys.iter().map(|key| (key.kind.name(), key.id)));
        let mut rows = sqlx::query(
            "SELECT record.scope, record.version, record.kind, record.id FROM json_each(?1) AS wanted
             CROSS JOIN record ON record.kind = wanted.value ->> 0 AND record.id = wanted.value ->> 1",
        )
        .bind(wanted)
        .fetch(&mut *connection);
        while let Some(row) = rows.try_next().await? {
            let (scope, version): (i64, i64) = (row.try_get(0)?, row.try_get(1)?);
            let (kind, id): (&str, &str) = (row.try_get(2)?, row.try_get(3)?);
            let id_read = id.parse().map_err(|error: uuid::Error| StoreError::damaged("id", error))?;
            let key = kind.parse().map(|kind| RecordKey { kind, id: id_read });
            // Whoever left another scope than it is in stays where it is.
            if key.is_ok_and(|key| put.contains(&key) || left.contains(&(key, scope))) {
                changed.entry(scope).or_default().fold(kind, id, count(version));
            }
        }
        drop(rows);
        // Exclusive or, which SQLite does not have; one that is not folded yet stays so.
        sqlx::query(
            "UPDATE scope SET digest = (digest | changed.value ->> 1) - (digest & changed.value ->> 1)
             FROM json_each(?1) AS changed WHERE scope.number = changed.value ->> 0",
        )
        .bind(list(changed.into_iter().map(|(scope, digest)| (scope, digest.0.cast_signed()))))
        .execute(connection)
        .await?;
        Ok(())
    }
}

impl SqliteStore {
    /// Folds the scopes of a database that was written by a build which kept no digests.
    pub(super) async fn fold_what_is_there(&self) -> Result<(), StoreError> {
        let scopes: Vec<i64> =
            sqlx::query_scalar("SELECT number FROM scope WHERE digest IS NULL").fetch_all(&self.write).await?;
        for scope in scopes {
            let mut transaction = self.write.begin().await?;
            let mut digest = Digest::default();
            let mut rows = sqlx::query("SELECT kind, id, version FROM record WHERE scope = ?1")
                .bind(scope)
                .fetch(&mut *transaction);
            while let Some(row) = rows.try_next().await? {
                digest.fold(row.try_get(0)?, row.try_get(1)?, count(row.try_get(2)?));
            }
            drop(rows);
            sqlx::query("UPDATE scope SET digest = ?2 WHERE number = ?1")
                .bind(scope)
                .bind(digest.0.cast_signed())
                .execute(&mut *transaction)
                .await?;
            transaction.commit().await?;
        }
        Ok(())
    }
}
