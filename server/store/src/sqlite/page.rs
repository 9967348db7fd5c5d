//! Reading a page of changes. Bodies are copied into the answer as they stand, never parsed.

use super::load::parsed;
use super::{SqliteStore, count, integer, list};
use crate::{Page, PageRequest, StoreError};
use domain::Scope;
use futures::TryStreamExt;
use sqlx::{Row, SqliteConnection};
use std::fmt::Write;
use sync::digest::Digest;
use sync::wire::Gone;

/// Most rows of one page, so that a page of tombstones has an end too.
const ROWS: i64 = 5_000;
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
    let mut rows = sqlx::query(
        "SELECT version, kind, id, body FROM record WHERE scope = ?1 AND version > ?2
         UNION ALL SELECT version, kind, id, NULL FROM gone WHERE scope = ?1 AND version > ?2
         ORDER BY version LIMIT ?3",
    )
    .bind(source.number)
    .bind(integer(source.at))
    .bind(ROWS)
    .fetch(connection);
    let mut seen = 0;
    let mut at = source.at;
    while let Some(row) = rows.try_next().await? {
        let body: Option<&str> = row.try_get(3)?;
        let size = body.map_or(100, str::len);
        if !(page.records.is_empty() && page.removed.is_empty())
            && page.records.len() + page.removed.len() * 100 + size > bytes
        {
            return Ok(at);
        }
        at = count(row.try_get(0)?);
        let (kind, id): (&str, &str) = (row.try_get(1)?, row.try_get(2)?);
        match body {
            Some(body) => {
                let comma = if page.records.is_empty() { "" } else { "," };
                // Writing to a string cannot fail. Kind, id and scope are of our own making and need no escaping.
                let _ = write!(
                    page.records,
                    "{comma}{{\"kind\":\"{kind}\",\"id\":\"{id}\",\"scope\":\"{}\",\"version\":{at},\"body\":{body}}}",
                    source.scope
                );
            }
            None => page.removed.push(Gone {
                kind: kind.to_owned(),
                id: id.parse().map_err(|error: uuid::Error| StoreError::damaged("id", error))?,
                scope: source.scope,
                version: at,
            }),
        }
        seen += 1;
    }
    Ok(if seen == ROWS { at } else { source.version })
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
