//! What has happened for the first time, noted by the write that made it so. Whether something is news to a program is a
//! matter of when it came here: a phone without a network may bring it days after its date.

use super::list;
use super::load::parsed;
use crate::StoreError;
use domain::Kind;
use domain::records::AnyRecord;
use domain::rules::webhook::{Occurrence, occurred};
use sqlx::{Row, SqliteConnection};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Notes what records that are about to be written say for the first time. Where nobody is told of anything, it costs
/// one question.
pub(super) async fn note<'a>(
    connection: &mut SqliteConnection,
    records: impl Iterator<Item = &'a AnyRecord>,
) -> Result<(), StoreError> {
    let happened: Vec<(Kind, Uuid, Occurrence)> = records
        .filter_map(|record| {
            let key = record.key();
            occurred(record).map(|occurrence| (key.kind, key.id, occurrence))
        })
        .collect();
    if happened.is_empty() || !is_anybody_told(connection).await? {
        return Ok(());
    }
    let keys = list(happened.iter().map(|(kind, id, _)| (kind.name(), id)));
    let known = known(connection, &keys).await?;
    let news = happened.iter().map(|(.., occurrence)| (occurrence.event.name(), occurrence.subject));
    let news = news.filter(|(event, subject)| !known.contains(&(*event, *subject)));
    sqlx::query(
        "INSERT INTO happening (event, subject) SELECT value ->> 0, value ->> 1 FROM json_each(?1) WHERE true
         ON CONFLICT (event, subject) DO NOTHING",
    )
    .bind(list(news))
    .execute(connection)
    .await?;
    Ok(())
}

async fn is_anybody_told(connection: &mut SqliteConnection) -> Result<bool, StoreError> {
    let row =
        sqlx::query("SELECT EXISTS (SELECT 1 FROM webhook WHERE removed_at IS NULL)").fetch_one(connection).await?;
    Ok(row.try_get(0)?)
}

/// What the same records say already.
async fn known(connection: &mut SqliteConnection, keys: &str) -> Result<BTreeSet<(&'static str, Uuid)>, StoreError> {
    let rows = sqlx::query(
        "SELECT record.kind, record.body FROM json_each(?1) AS written CROSS JOIN record
         ON record.kind = written.value ->> 0 AND record.id = written.value ->> 1",
    )
    .bind(keys)
    .fetch_all(connection)
    .await?;
    let mut known = BTreeSet::new();
    for row in &rows {
        // One that this build cannot read is told again at worst.
        let Ok(record) = AnyRecord::parse(parsed(row, 0, "kind")?, row.try_get(1)?) else { continue };
        known.extend(occurred(&record).map(|one| (one.event.name(), one.subject)));
    }
    Ok(known)
}
