//! Reading a page of changes. Bodies are copied into the answer as they stand, never parsed.

use super::load::parsed;
use super::{SqliteStore, count, integer, list};
use crate::{Page, PageRequest, StoreError};
use domain::Scope;
use sqlx::{Row, SqliteConnection};
use sync::digest::Digest;
use sync::wire::Gone;
use uuid::Uuid;

/// What a tombstone takes of a page, so that a page of tombstones has an end too.
const GONE_BYTES: usize = 100;
/// The first rows of a scope are asked for as if so many filled a page.
const PROBE: usize = 64;
/// Most receipts of one page.
const RECEIPTS: i64 = 500;
/// Up to here what is still to come is counted; beyond, it is estimated from above.
const COUNTED: i64 = 20_000;

/// A scope.
struct Source {
    scope: Scope,
    number: i64,
    at: u64,
    version: u64,
    /// None if it has never been folded.
    digest: Option<Digest>,
}

impl SqliteStore {
    pub(super) async fn read_page(&self, request: &PageRequest) -> Result<Page, StoreError> {
        // One transaction: everything on the page is as of one moment.
        let mut transaction = self.read.begin().await?;
        let mut page = Page { cursor: request.scopes.clone(), receipts_cursor: request.receipts, ..Page::default() };
        read_device(&mut transaction, request, &mut page).await?;
        let (mut waiting, mut complete) = (Vec::new(), Vec::new());
        let mut full = false;
        for source in sources(&mut transaction, request).await? {
            complete.extend(source.digest.map(|digest| (source.scope, digest)));
            if source.at >= source.version {
                continue;
            }
            let at = if full { source.at } else { fill(&mut transaction, &source, request.bytes, &mut page).await? };
            if at < source.version {
                full = true;
                waiting.push(Source { at, ..source });
            }
            page.cursor.insert(source.scope, at);
        }
        page.more |= full;
        page.remaining = remaining(&mut transaction, &waiting).await?;
        if request.digests && !page.more {
            page.digests = Some(complete.into_iter().collect());
        }
        Ok(page)
    }
}

/// The scopes, in their order: what all need comes first.
async fn sources(connection: &mut SqliteConnection, request: &PageRequest) -> Result<Vec<Source>, StoreError> {
    let rows =
        sqlx::query("SELECT name, number, version, digest FROM scope WHERE name IN (SELECT value FROM json_each(?1))")
            .bind(list(request.scopes.keys()))
            .fetch_all(connection)
            .await?;
    let mut sources = Vec::new();
    for row in rows {
        let scope: Scope = parsed(&row, 0, "scope")?;
        let source = Source {
            scope,
            number: row.try_get(1)?,
            at: request.scopes.get(&scope).copied().unwrap_or_default(),
            version: count(row.try_get(2)?),
            digest: row.try_get::<Option<i64>, _>(3)?.map(|digest| Digest(digest.cast_unsigned())),
        };
        sources.push(source);
    }
    sources.sort_unstable_by_key(|source| source.scope);
    Ok(sources)
}

/// Adds the rows of a scope until the page is full. How far it came; to the end of a scope means its version,
/// which in this transaction is the last row's.
async fn fill(
    connection: &mut SqliteConnection,
    source: &Source,
    bytes: usize,
    page: &mut Page,
) -> Result<u64, StoreError> {
    let mut at = source.at;
    // What a row takes, guessed from those before it.
    let (mut each, mut rows, mut size) = ((bytes / PROBE).max(1), 0, 0);
    loop {
        let room = bytes.saturating_sub(page.records.len() + page.removed.len() * GONE_BYTES);
        let is_empty = page.records.is_empty() && page.removed.is_empty();
        let most = if is_empty { (room / each).max(1) } else { room / each };
        if most == 0 {
            return Ok(at);
        }
        let batch = read_batch(connection, source, at, most).await?;
        if batch.size() > room && !(is_empty && batch.rows == 1) {
            each = (each * 2).max(batch.size() / batch.rows.max(1));
            continue;
        }
        (rows, size) = (rows + batch.rows, size + batch.size());
        let is_last = batch.rows < most;
        at = batch.at.unwrap_or(at);
        if !batch.records.is_empty() {
            if !page.records.is_empty() {
                page.records.push(',');
            }
            page.records.push_str(&batch.records);
        }
        page.removed.extend(batch.removed);
        if is_last {
            return Ok(source.version);
        }
        // A little more than on average, so that most batches fit.
        each = (size / rows + size / rows / 8).max(1);
    }
}

/// Rows of a scope that follow each other.
struct Batch {
    /// How many.
    rows: usize,
    /// The version of the last.
    at: Option<u64>,
    /// As in [`Page::records`].
    records: String,
    removed: Vec<Gone>,
}

impl Batch {
    fn size(&self) -> usize {
        self.records.len() + self.removed.len() * GONE_BYTES
    }
}

/// Reads at most so many rows behind a version. They come as one row: each that crosses from SQLite's thread costs more
/// than copying what is in it.
async fn read_batch(
    connection: &mut SqliteConnection,
    source: &Source,
    at: u64,
    most: usize,
) -> Result<Batch, StoreError> {
    // Kind, id and scope are of our own making and need no escaping.
    let row = sqlx::query(
        r#"SELECT count(*), max(version),
             group_concat(concat('{"kind":"', kind, '","id":"', id, '","scope":"', ?4, '","version":', version, ',"body":',
                 body, '}')) FILTER (WHERE body IS NOT NULL),
             json_group_array(json_array(kind, id, version)) FILTER (WHERE body IS NULL)
         FROM (
             SELECT version, kind, id, body FROM record WHERE scope = ?1 AND version > ?2
             UNION ALL SELECT version, kind, id, NULL FROM gone WHERE scope = ?1 AND version > ?2
             ORDER BY version LIMIT ?3
         )"#,
    )
    .bind(source.number)
    .bind(integer(at))
    .bind(integer(most as u64))
    .bind(source.scope.to_string())
    .fetch_one(connection)
    .await?;
    let gone: Vec<(String, Uuid, u64)> =
        serde_json::from_str(row.try_get(3)?).map_err(|error| StoreError::damaged("tombstones", error))?;
    let removed = gone.into_iter().map(|(kind, id, version)| Gone { kind, id, scope: source.scope, version });
    Ok(Batch {
        rows: usize::try_from(row.try_get::<i64, _>(0)?).unwrap_or_default(),
        at: row.try_get::<Option<i64>, _>(1)?.map(count),
        records: row.try_get::<Option<String>, _>(2)?.unwrap_or_default(),
        removed: removed.collect(),
    })
}

async fn read_device(
    connection: &mut SqliteConnection,
    request: &PageRequest,
    page: &mut Page,
) -> Result<(), StoreError> {
    let device = sqlx::query("SELECT number, last_seq FROM device WHERE id = ?1 AND user = ?2")
        .bind(request.device.to_string())
        .bind(request.user.to_string())
        .fetch_optional(&mut *connection)
        .await?;
    let Some(device) = device else { return Ok(()) };
    page.acknowledged = count(device.try_get(1)?);
    let rows = sqlx::query("SELECT n, hash FROM receipt WHERE device = ?1 AND n > ?2 ORDER BY n LIMIT ?3")
        .bind(device.try_get::<i64, _>(0)?)
        .bind(integer(request.receipts))
        .bind(RECEIPTS)
        .fetch_all(connection)
        .await?;
    for row in &rows {
        page.receipts_cursor = count(row.try_get(0)?);
        page.receipts.push(row.try_get(1)?);
    }
    page.more = integer(rows.len() as u64) == RECEIPTS;
    Ok(())
}

/// Counts what is still to come, in the indexes only and not without end.
async fn remaining(connection: &mut SqliteConnection, waiting: &[Source]) -> Result<u64, StoreError> {
    let mut budget = COUNTED;
    let mut remaining = 0;
    for source in waiting {
        let row = sqlx::query(
            "SELECT count(*) FROM (SELECT 1 FROM record WHERE scope = ?1 AND version > ?2
             UNION ALL SELECT 1 FROM gone WHERE scope = ?1 AND version > ?2 LIMIT ?3)",
        )
        .bind(source.number)
        .bind(integer(source.at))
        .bind(budget)
        .fetch_one(&mut *connection)
        .await?;
        let counted: i64 = row.try_get(0)?;
        remaining += if counted < budget { count(counted) } else { source.version - source.at };
        budget -= counted;
    }
    Ok(remaining)
}
