//! The default backend: one SQLite file in WAL mode, every commit on the disk before it is acknowledged,
//! one connection that writes and a few that read.

mod accounts;
mod bulk;
mod commit;
mod devices;
mod digest;
mod evidence;
mod happenings;
mod imports;
mod load;
mod page;
mod people;
mod photos;
mod records;
mod repair;
mod tokens;
mod trends;
mod webhooks;

use crate::StoreError;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, SqlitePool};
use std::path::Path;
use std::time::Duration;

/// How many connections read. SQLite answers from its cache in microseconds; more would only wait for each other.
const READERS: u32 = 4;
/// Pages in the write-ahead log before it is carried over into the database: about 16 MB, so that
/// a page which is written by many commits in a row is carried over once.
const CHECKPOINT_PAGES: &str = "4000";
/// The page cache of the writer, in KiB (a negative number means KiB to SQLite).
const WRITER_CACHE: &str = "-12000";
/// The page cache of each reader.
const READER_CACHE: &str = "-3000";

/// What SQLite says when a file does not grow any more: the disk is full, a write fell short, the shared index of the
/// write-ahead log did.
const NO_ROOM: [&str; 3] = ["13", "778", "4874"];

/// A database file that is open.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    write: SqlitePool,
    read: SqlitePool,
}

impl SqliteStore {
    /// Opens the file, makes it if it is not there, and brings it to the shape that this build expects.
    ///
    /// # Errors
    /// When the file cannot be opened, or was written by a later build.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .statement_cache_capacity(200)
            .pragma("wal_autocheckpoint", CHECKPOINT_PAGES)
            .pragma("journal_size_limit", "67108864");
        let write = pool(1).connect_with(options.clone().pragma("cache_size", WRITER_CACHE)).await?;
        sqlx::migrate!("./migrations").run(&write).await.map_err(|error| StoreError::Migration(error.into()))?;
        let read = pool(READERS).connect_with(options.read_only(true).pragma("cache_size", READER_CACHE)).await?;
        let store = Self { write, read };
        store.fold_what_is_there().await?;
        store.count_what_is_there().await?;
        Ok(store)
    }
}

impl SqliteStore {
    /// Writes a copy as of this moment into a file that is not there yet, while others read and write.
    ///
    /// # Errors
    /// When the file is there, cannot be written, or the database fails.
    pub async fn copy_to(&self, file: &Path) -> Result<(), StoreError> {
        let file = file.to_string_lossy().into_owned();
        sqlx::query("VACUUM INTO ?1").bind(file).execute(&self.read).await?;
        Ok(())
    }
}

/// Connections that are kept: opening one costs more than any question.
fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(20))
        .idle_timeout(None)
        .max_lifetime(None)
        // A local file does not hang up.
        .test_before_acquire(false)
        // After a full disk SQLite has ended a transaction by itself, and the connection believes for ever that it is in it.
        .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(cause) if cause.is_unique_violation() => Self::Taken,
            sqlx::Error::Database(cause) if cause.code().is_some_and(|code| NO_ROOM.contains(&code.as_ref())) => {
                Self::NoRoom(error.into())
            }
            _ => Self::Database(error.into()),
        }
    }
}

/// A count for a column; SQLite's integers are signed.
fn integer(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A column as a count. No count that was written is negative.
fn count(column: i64) -> u64 {
    u64::try_from(column).unwrap_or_default()
}

/// A list for `json_each`, which takes any number of values as one parameter.
fn list<T: serde::Serialize>(values: impl IntoIterator<Item = T>) -> String {
    let values: Vec<T> = values.into_iter().collect();
    serde_json::to_string(&values).expect("texts and numbers can be written as JSON")
}
