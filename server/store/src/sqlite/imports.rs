//! Imports of tables.

use super::bulk::Bulk;
use super::load::parsed;
use super::{SqliteStore, list};
use crate::{ImportNote, ImportRow, ImportStep, Imports, StoreError};
use async_trait::async_trait;
use domain::Kind;
use domain::id::ImportId;
use domain::records::AnyRecord;
use domain::time::Moment;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

const COLUMNS: &str =
    "SELECT id, sort, file, hash, by, at, new, changed, left_out, scopes, undone_by, undone_at FROM import";
const STEPS: Bulk = Bulk { head: "INSERT INTO import_record (import, kind, id, before, after)", columns: 5, tail: "" };

#[async_trait]
impl Imports for SqliteStore {
    async fn imports(&self, limit: u32) -> Result<Vec<ImportRow>, StoreError> {
        let sql = format!("{COLUMNS} ORDER BY at DESC, id DESC LIMIT ?1");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(limit).fetch_all(&self.read).await?;
        rows.iter().map(row).collect()
    }

    async fn import(&self, id: ImportId) -> Result<Option<ImportRow>, StoreError> {
        let sql = format!("{COLUMNS} WHERE id = ?1");
        let found = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.to_string()).fetch_optional(&self.read).await?;
        found.as_ref().map(row).transpose()
    }

    async fn import_steps(&self, id: ImportId) -> Result<Vec<ImportStep>, StoreError> {
        let rows = sqlx::query("SELECT kind, before, after FROM import_record WHERE import = ?1")
            .bind(id.to_string())
            .fetch_all(&self.read)
            .await?;
        let step = |row: &SqliteRow| {
            let kind: Kind = parsed(row, 0, "kind")?;
            let read = |body: &str| {
                AnyRecord::parse(kind, body).map_err(|error| StoreError::damaged("record of an import", error))
            };
            let before = row.try_get::<Option<&str>, _>(1)?.map(read).transpose()?;
            Ok(ImportStep { before, after: read(row.try_get(2)?)? })
        };
        rows.iter().map(step).collect()
    }
}

fn row(row: &SqliteRow) -> Result<ImportRow, StoreError> {
    let number = |column: i64| u32::try_from(column).unwrap_or(u32::MAX);
    let scopes: &str = row.try_get(9)?;
    let by: Option<&str> = row.try_get(10)?;
    let by = by.map(str::parse).transpose().map_err(|error: uuid::Error| StoreError::damaged("user", error))?;
    let at: Option<i64> = row.try_get(11)?;
    Ok(ImportRow {
        id: parsed(row, 0, "import")?,
        sort: row.try_get(1)?,
        file: row.try_get(2)?,
        hash: row.try_get(3)?,
        by: parsed(row, 4, "user")?,
        at: Moment(row.try_get(5)?),
        new: number(row.try_get(6)?),
        changed: number(row.try_get(7)?),
        left_out: number(row.try_get(8)?),
        scopes: serde_json::from_str(scopes).map_err(|error| StoreError::damaged("scopes of an import", error))?,
        undone: by.zip(at.map(Moment)),
    })
}

/// Writes what a transaction notes of imports.
pub(super) async fn write_imports(connection: &mut SqliteConnection, notes: Vec<ImportNote>) -> Result<(), StoreError> {
    for note in notes {
        match note {
            ImportNote::Made(import, steps) => {
                sqlx::query(
                    "INSERT INTO import (id, sort, file, hash, by, at, new, changed, left_out, scopes)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                )
                .bind(import.id.to_string())
                .bind(import.sort)
                .bind(import.file)
                .bind(import.hash)
                .bind(import.by.to_string())
                .bind(import.at.0)
                .bind(import.new)
                .bind(import.changed)
                .bind(import.left_out)
                .bind(list(import.scopes))
                .execute(&mut *connection)
                .await?;
                let id = import.id;
                STEPS
                    .insert(connection, steps, |query, step| {
                        let key = step.after.key();
                        query
                            .bind(id.to_string())
                            .bind(key.kind.name())
                            .bind(key.id.to_string())
                            .bind(step.before.map(|record| record.body()))
                            .bind(step.after.body())
                    })
                    .await?;
            }
            ImportNote::Undone(id, by, at) => {
                sqlx::query("UPDATE import SET undone_by = ?2, undone_at = ?3 WHERE id = ?1")
                    .bind(id.to_string())
                    .bind(by.to_string())
                    .bind(at.0)
                    .execute(&mut *connection)
                    .await?;
            }
        }
    }
    Ok(())
}
