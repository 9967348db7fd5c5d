//! SQLite alone, in the same run: the same bytes, as durable, without HTTP, rules or scopes. The limit of the disk.

use crate::figures::Figures;
use crate::{ROUNDS, median};
use anyhow::Result;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};
use std::time::Instant;

const BATCH: usize = 500;

/// Writes the commands, one transaction per batch.
pub async fn measure(commands: &[String], figures: &mut Figures) -> Result<()> {
    let mut rates = Vec::new();
    for _ in 0..ROUNDS {
        let folder = tempfile::TempDir::new()?;
        let mut connection = SqliteConnectOptions::new()
            .filename(folder.path().join("raw.db"))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .connect()
            .await?;
        sqlx::query("CREATE TABLE command (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)")
            .execute(&mut connection)
            .await?;
        let batches: Vec<String> = commands.chunks(BATCH).map(serde_json::to_string).collect::<Result<_, _>>()?;
        let begun = Instant::now();
        for batch in &batches {
            let insert = sqlx::query("INSERT INTO command (body) SELECT value FROM json_each(?)");
            insert.bind(batch).execute(&mut connection).await?;
        }
        rates.push(commands.len() as f64 / begun.elapsed().as_secs_f64());
        connection.close().await?;
    }
    figures.say(
        "SQLite alone",
        median(rates),
        "/s",
        "the same bytes into one table, WAL, synchronous FULL, 500 a transaction",
    )
}
