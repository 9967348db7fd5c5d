//! Loading what commands must see, and what the log already says of them.

use super::{SqliteStore, count, list};
use crate::{DeviceRow, Loaded, StoreError};
use domain::id::{CommandId, DeviceId};
use domain::records::{AnyRecord, RecordKey};
use domain::time::Moment;
use domain::{Index, Kind, Need, Scope};
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Row};
use std::collections::BTreeMap;
use sync::server::{DeviceChain, Logged};
use sync::wire::Unsent;
use sync::{ContentHash, Link};

impl SqliteStore {
    pub(super) async fn load_needs(&self, needs: &[Need]) -> Result<Loaded, StoreError> {
        let mut loaded = Loaded::default();
        let keys: Vec<RecordKey> =
            needs.iter().filter_map(|need| if let Need::Record(key) = need { Some(*key) } else { None }).collect();
        if !keys.is_empty() {
            self.load_keys(&keys, &mut loaded).await?;
        }
        let mut by_field: BTreeMap<(Kind, &str), BTreeMap<String, Index>> = BTreeMap::new();
        for need in needs {
            if let Need::Index(index) = need {
                let (kind, field, value) = index.parts();
                by_field.entry((kind, field)).or_default().insert(value, *index);
            }
        }
        for ((kind, field), values) in by_field {
            self.load_index(kind, field, &values, &mut loaded).await?;
        }
        Ok(loaded)
    }

    async fn load_keys(&self, keys: &[RecordKey], loaded: &mut Loaded) -> Result<(), StoreError> {
        let wanted = list(keys.iter().map(|key| (key.kind.name(), key.id)));
        let rows = sqlx::query(
            "SELECT record.kind, record.id, record.body FROM json_each(?1) AS wanted CROSS JOIN record
             ON record.kind = wanted.value ->> 0 AND record.id = wanted.value ->> 1",
        )
        .bind(wanted)
        .fetch_all(&self.read)
        .await?;
        for row in rows {
            let (kind, id): (Kind, uuid::Uuid) = (parsed(&row, 0, "kind")?, parsed(&row, 1, "id")?);
            match AnyRecord::parse(kind, row.try_get(2)?) {
                Ok(record) => loaded.records.push(record),
                Err(error) => {
                    let key = RecordKey { kind, id };
                    tracing::error!(%key, %error, "a stored record cannot be read");
                    loaded.unreadable.push(Need::Record(key));
                }
            }
        }
        Ok(())
    }

    async fn load_index(
        &self,
        kind: Kind,
        field: &str,
        values: &BTreeMap<String, Index>,
        loaded: &mut Loaded,
    ) -> Result<(), StoreError> {
        // Kind and field are constants of the domain; a partial index is only used when they stand in the text.
        let sql = format!(
            "SELECT wanted.value, record.body FROM json_each(?1) AS wanted CROSS JOIN record
             ON record.kind = '{kind}' AND json_extract(record.body, '$.{field}') = wanted.value"
        );
        let rows = sqlx::query(AssertSqlSafe(sql)).bind(list(values.keys())).fetch_all(&self.read).await?;
        for row in rows {
            match AnyRecord::parse(kind, row.try_get(1)?) {
                Ok(record) => loaded.records.push(record),
                Err(error) => {
                    tracing::error!(%kind, field, %error, "a stored record cannot be read");
                    let value: &str = row.try_get(0)?;
                    loaded.unreadable.extend(values.get(value).copied().map(Need::Index));
                }
            }
        }
        Ok(())
    }

    pub(super) async fn load_versions(&self) -> Result<BTreeMap<Scope, u64>, StoreError> {
        let rows = sqlx::query("SELECT name, version FROM scope").fetch_all(&self.read).await?;
        rows.iter().map(|row| Ok((parsed(row, 0, "scope")?, count(row.try_get(1)?)))).collect()
    }

    pub(super) async fn load_devices(&self, ids: &[DeviceId]) -> Result<Vec<DeviceRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, user, last_seq, link, next_seq, photos_waiting, persisted, clock_offset, last_seen, key,
                 unsent, refused
             FROM device WHERE id IN (SELECT value FROM json_each(?1))",
        )
        .bind(list(ids))
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                Ok(DeviceRow {
                    id: parsed(row, 0, "device")?,
                    user: parsed(row, 1, "user")?,
                    chain: DeviceChain { last_seq: count(row.try_get(2)?), link: Link(row.try_get(3)?) },
                    next_seq: count(row.try_get(4)?),
                    photos_waiting: u32::try_from(row.try_get::<i64, _>(5)?).unwrap_or(u32::MAX),
                    persisted: row.try_get(6)?,
                    clock_offset: row.try_get(7)?,
                    last_seen: Moment(row.try_get(8)?),
                    key: row.try_get(9)?,
                    unsent: unsent(row, 10)?,
                    refused: u32::try_from(row.try_get::<i64, _>(11)?).unwrap_or(u32::MAX),
                })
            })
            .collect()
    }

    pub(super) async fn load_lines_by_seq(&self, numbers: &[(DeviceId, u64)]) -> Result<Vec<Logged>, StoreError> {
        let rows = sqlx::query(
            "SELECT device.id, log.seq, log.id, log.content, log.link, log.captured_at, log.received_at,
                 coalesce(review.outcome, log.outcome)
             FROM json_each(?1) AS wanted CROSS JOIN device ON device.id = wanted.value ->> 0
             CROSS JOIN command_log AS log ON log.device = device.number AND log.seq = wanted.value ->> 1
             LEFT JOIN review ON review.device = log.device AND review.seq = log.seq",
        )
        .bind(list(numbers))
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(line).collect()
    }

    pub(super) async fn load_lines_by_id(&self, ids: &[CommandId]) -> Result<Vec<Logged>, StoreError> {
        let rows = sqlx::query(
            "SELECT device.id, log.seq, log.id, log.content, log.link, log.captured_at, log.received_at,
                 coalesce(review.outcome, log.outcome)
             FROM json_each(?1) AS wanted CROSS JOIN command_log AS log ON log.id = wanted.value
             CROSS JOIN device ON device.number = log.device
             LEFT JOIN review ON review.device = log.device AND review.seq = log.seq",
        )
        .bind(list(ids))
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(line).collect()
    }
}

/// What a device said that it held; none if it never said.
pub(super) fn unsent(row: &SqliteRow, column: usize) -> Result<Option<Unsent>, StoreError> {
    let text: Option<&str> = row.try_get(column)?;
    text.map(serde_json::from_str).transpose().map_err(|error| StoreError::damaged("report of a device", error))
}

fn line(row: &SqliteRow) -> Result<Logged, StoreError> {
    let id: Option<&str> = row.try_get(2)?;
    let outcome: &str = row.try_get(7)?;
    Ok(Logged {
        device: parsed(row, 0, "device")?,
        seq: count(row.try_get(1)?),
        id: id.map(str::parse).transpose().map_err(|error: uuid::Error| StoreError::damaged("command id", error))?,
        content: ContentHash(row.try_get(3)?),
        prev: None,
        link: Link(row.try_get(4)?),
        body: String::new(),
        signature: None,
        captured_at: row.try_get::<Option<i64>, _>(5)?.map(Moment),
        received_at: Moment(row.try_get(6)?),
        outcome: serde_json::from_str(outcome).map_err(|error| StoreError::damaged("outcome", error))?,
    })
}

/// A text column as what it names.
pub(super) fn parsed<T>(row: &SqliteRow, column: usize, what: &'static str) -> Result<T, StoreError>
where
    T: std::str::FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text: &str = row.try_get(column)?;
    text.parse().map_err(|error: T::Err| StoreError::damaged(what, error))
}
