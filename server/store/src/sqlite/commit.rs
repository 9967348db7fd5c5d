//! Writing a batch: a handful of statements and one commit, however many commands it came from.

use super::bulk::Bulk;
use super::digest::Written;
use super::happenings;
use super::imports::write_imports;
use super::load::parsed;
use super::trends::Touched;
use super::{SqliteStore, integer, list};
use crate::{Batch, Blob, DeviceKey, DeviceRow, LogLine, PhotoLine, ReviewLine, StoreError, Thumbnail};
use domain::Scope;
use domain::id::DeviceId;
use domain::records::{AnyRecord, RecordKey};
use sqlx::{Connection, Row, SqliteConnection};
use std::collections::{BTreeMap, BTreeSet};
use sync::server::RecordChange;

const RECORDS: Bulk = Bulk {
    head: "INSERT INTO record (kind, id, scope, version, body)",
    columns: 5,
    tail: "ON CONFLICT (kind, id) DO UPDATE SET scope = excluded.scope, version = excluded.version, body = excluded.body",
};
const GONE: Bulk = Bulk {
    head: "INSERT INTO gone (scope, version, kind, id)",
    columns: 4,
    tail: "ON CONFLICT (kind, id, scope) DO UPDATE SET version = excluded.version",
};
const DEVICES: Bulk = Bulk {
    head: "INSERT INTO device
           (id, user, last_seq, link, next_seq, photos_waiting, persisted, clock_offset, last_seen, key, unsent,
           refused)",
    columns: 12,
    tail: "ON CONFLICT (id) DO UPDATE SET last_seq = excluded.last_seq, link = excluded.link,
           next_seq = excluded.next_seq, photos_waiting = excluded.photos_waiting, persisted = excluded.persisted,
           clock_offset = excluded.clock_offset, last_seen = excluded.last_seen, key = excluded.key,
           unsent = excluded.unsent, refused = excluded.refused",
};
const LOG: Bulk = Bulk {
    head: "INSERT INTO command_log
           (device, seq, id, content, link, body, actor, captured_at, received_at, outcome, signature, prev)",
    columns: 12,
    tail: "",
};
const REVIEWS: Bulk = Bulk {
    head: "INSERT INTO review (device, seq, outcome, at)",
    columns: 4,
    tail: "ON CONFLICT (device, seq) DO UPDATE SET outcome = excluded.outcome, at = excluded.at",
};
const DEVICE_KEYS: Bulk =
    Bulk { head: "INSERT INTO device_key (device, key, since)", columns: 3, tail: "ON CONFLICT DO NOTHING" };
const PHOTO_LINES: Bulk =
    Bulk { head: "INSERT INTO photo_line (hash, device, seq)", columns: 3, tail: "ON CONFLICT DO NOTHING" };
const THUMBNAILS: Bulk =
    Bulk { head: "INSERT INTO thumbnail (hash, jpeg)", columns: 2, tail: "ON CONFLICT DO NOTHING" };
const CLAIMS: Bulk =
    Bulk { head: "INSERT INTO photo_claim (hash, device)", columns: 2, tail: "ON CONFLICT DO NOTHING" };
const BLOBS: Bulk =
    Bulk { head: "INSERT INTO blob (hash, bytes, received_at)", columns: 3, tail: "ON CONFLICT DO NOTHING" };

impl SqliteStore {
    pub(super) async fn write_batch(&self, batch: Batch) -> Result<(), StoreError> {
        self.write_all_of(batch, true).await
    }

    /// Writes a batch and leaves the digests as they are, which are wrong from then on: what keeping them costs can only
    /// be seen beside a database that keeps none. No build that serves has this.
    ///
    /// # Errors
    /// When the database fails.
    #[cfg(feature = "bench")]
    pub async fn commit_without_digests(&self, batch: Batch) -> Result<(), StoreError> {
        self.write_all_of(batch, false).await
    }

    async fn write_all_of(&self, batch: Batch, keeps_digests: bool) -> Result<(), StoreError> {
        if batch.is_empty() {
            return Ok(());
        }
        let mut connection = self.write.acquire().await?;
        let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
        write_changes(&mut transaction, batch.changes, keeps_digests).await?;
        write_devices(&mut transaction, batch.devices).await?;
        let named = batch.log.iter().map(|line| line.logged.device);
        let named = named.chain(batch.claims.iter().map(|(_, device)| *device));
        let named = named.chain(batch.device_keys.iter().map(|key| key.device));
        let named = named.chain(batch.reviews.iter().map(|review| review.device));
        let numbers = device_numbers(&mut transaction, named.collect()).await?;
        write_log(&mut transaction, batch.log, &numbers).await?;
        write_reviews(&mut transaction, batch.reviews, &numbers).await?;
        write_evidence(&mut transaction, batch.device_keys, batch.photo_lines, &numbers).await?;
        THUMBNAILS
            .insert(&mut transaction, batch.thumbnails, |query, Thumbnail { hash, jpeg }| query.bind(hash).bind(jpeg))
            .await?;
        write_arrivals(&mut transaction, batch.claims, batch.blobs, &numbers).await?;
        write_imports(&mut transaction, batch.imports).await?;
        transaction.commit().await?;
        Ok(())
    }
}

async fn write_changes(
    connection: &mut SqliteConnection,
    changes: Vec<RecordChange>,
    keeps_digests: bool,
) -> Result<(), StoreError> {
    if changes.is_empty() {
        return Ok(());
    }
    let mut puts: Vec<(AnyRecord, u64)> = Vec::with_capacity(changes.len());
    let mut gone: Vec<(RecordKey, Scope, u64)> = Vec::new();
    for change in changes {
        match change {
            RecordChange::Put { record, version } => puts.push((*record, version)),
            RecordChange::Gone { key, scope, version } => gone.push((key, scope, version)),
        }
    }
    // In the order of their versions, so that a later pull finds neighbours side by side.
    puts.sort_unstable_by_key(|(_, version)| *version);
    let mut versions: BTreeMap<Scope, u64> = BTreeMap::new();
    let heights = puts.iter().map(|(record, version)| (record.scope(), *version));
    for (scope, version) in heights.chain(gone.iter().map(|(_, scope, version)| (*scope, *version))) {
        let height = versions.entry(scope).or_default();
        *height = version.max(*height);
    }
    let numbers = raise_scopes(connection, &versions).await?;
    if keeps_digests {
        Written { puts: &puts, gone: &gone, numbers: &numbers }.fold(connection).await?;
    }

    happenings::note(connection, puts.iter().map(|(record, _)| record)).await?;
    let touched = Touched::by(puts.iter().map(|(record, _)| record));
    let back = list(puts.iter().map(|(record, _)| {
        let key = record.key();
        (key.kind.name(), key.id, numbers.get(&record.scope()))
    }));
    RECORDS
        .insert(connection, puts, |query, (record, version)| {
            let key = record.key();
            query
                .bind(key.kind.name())
                .bind(key.id.to_string())
                .bind(numbers.get(&record.scope()))
                .bind(integer(version))
                .bind(record.body())
        })
        .await?;
    touched.count(connection).await?;
    sqlx::query(
        "DELETE FROM gone WHERE (kind, id, scope) IN
         (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1))",
    )
    .bind(back)
    .execute(&mut *connection)
    .await?;
    if gone.is_empty() {
        return Ok(());
    }
    // A record that only moved has its new scope by now, and stays.
    let left = list(gone.iter().map(|(key, scope, _)| (key.kind.name(), key.id, numbers.get(scope))));
    sqlx::query(
        "DELETE FROM record WHERE (kind, id, scope) IN
         (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1))",
    )
    .bind(left)
    .execute(&mut *connection)
    .await?;
    GONE.insert(connection, gone, |query, (key, scope, version)| {
        query.bind(numbers.get(&scope)).bind(integer(version)).bind(key.kind.name()).bind(key.id.to_string())
    })
    .await?;
    Ok(())
}

/// Raises the counters, and says the numbers of the scopes. A counter that would not rise means that two writers
/// are at work: then nothing is written.
async fn raise_scopes(
    connection: &mut SqliteConnection,
    versions: &BTreeMap<Scope, u64>,
) -> Result<BTreeMap<Scope, i64>, StoreError> {
    let rows = sqlx::query(
        "INSERT INTO scope (name, version, digest) SELECT value ->> 0, value ->> 1, 0 FROM json_each(?1) WHERE true
         ON CONFLICT (name) DO UPDATE SET version = excluded.version WHERE excluded.version > scope.version
         RETURNING name, number",
    )
    .bind(list(versions))
    .fetch_all(&mut *connection)
    .await?;
    if rows.len() != versions.len() {
        return Err(StoreError::damaged("scope version", "a counter would not rise"));
    }
    rows.iter().map(|row| Ok((parsed(row, 0, "scope")?, row.try_get(1)?))).collect()
}

async fn write_devices(connection: &mut SqliteConnection, devices: Vec<DeviceRow>) -> Result<(), StoreError> {
    DEVICES
        .insert(connection, devices, |query, device| {
            query
                .bind(device.id.to_string())
                .bind(device.user.to_string())
                .bind(integer(device.chain.last_seq))
                .bind(device.chain.link.0)
                .bind(integer(device.next_seq))
                .bind(device.photos_waiting)
                .bind(device.persisted)
                .bind(device.clock_offset)
                .bind(device.last_seen.0)
                .bind(device.key)
                .bind(device.unsent.map(|unsent| written(&unsent)))
                .bind(device.refused)
        })
        .await?;
    Ok(())
}

async fn device_numbers(
    connection: &mut SqliteConnection,
    devices: BTreeSet<DeviceId>,
) -> Result<BTreeMap<DeviceId, i64>, StoreError> {
    if devices.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = sqlx::query("SELECT id, number FROM device WHERE id IN (SELECT value FROM json_each(?1))")
        .bind(list(devices))
        .fetch_all(connection)
        .await?;
    rows.iter().map(|row| Ok((parsed(row, 0, "device")?, row.try_get(1)?))).collect()
}

async fn write_log(
    connection: &mut SqliteConnection,
    log: Vec<LogLine>,
    numbers: &BTreeMap<DeviceId, i64>,
) -> Result<(), StoreError> {
    LOG.insert(connection, log, |query, LogLine { logged, actor }| {
        let outcome = written(&logged.outcome);
        query
            .bind(numbers.get(&logged.device))
            .bind(integer(logged.seq))
            .bind(logged.id.map(|id| id.to_string()))
            .bind(logged.content.0)
            .bind(logged.link.0)
            .bind(logged.body)
            .bind(actor.to_string())
            .bind(logged.captured_at.map(|at| at.0))
            .bind(logged.received_at.0)
            .bind(outcome)
            .bind(logged.signature)
            .bind(logged.prev.map(|prev| prev.0))
    })
    .await?;
    Ok(())
}

async fn write_reviews(
    connection: &mut SqliteConnection,
    reviews: Vec<ReviewLine>,
    numbers: &BTreeMap<DeviceId, i64>,
) -> Result<(), StoreError> {
    REVIEWS
        .insert(connection, reviews, |query, review| {
            let outcome = written(&review.outcome);
            query.bind(numbers.get(&review.device)).bind(integer(review.seq)).bind(outcome).bind(review.at.0)
        })
        .await?;
    Ok(())
}

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("what is written has string keys only, so writing it cannot fail")
}

async fn write_evidence(
    connection: &mut SqliteConnection,
    keys: Vec<DeviceKey>,
    photos: Vec<PhotoLine>,
    numbers: &BTreeMap<DeviceId, i64>,
) -> Result<(), StoreError> {
    DEVICE_KEYS
        .insert(connection, keys, |query, DeviceKey { device, key, since }| {
            query.bind(numbers.get(&device)).bind(key).bind(since.0)
        })
        .await?;
    PHOTO_LINES
        .insert(connection, photos, |query, PhotoLine { hash, device, seq }| {
            query.bind(hash).bind(numbers.get(&device)).bind(integer(seq))
        })
        .await?;
    Ok(())
}

/// Claims and blobs, whichever comes first; a receipt as soon as both are there.
async fn write_arrivals(
    connection: &mut SqliteConnection,
    claims: Vec<(String, DeviceId)>,
    blobs: Vec<Blob>,
    numbers: &BTreeMap<DeviceId, i64>,
) -> Result<(), StoreError> {
    if claims.is_empty() && blobs.is_empty() {
        return Ok(());
    }
    let hashes: BTreeSet<String> =
        claims.iter().map(|(hash, _)| hash.clone()).chain(blobs.iter().map(|blob| blob.hash.clone())).collect();
    CLAIMS.insert(connection, claims, |query, (hash, device)| query.bind(hash).bind(numbers.get(&device))).await?;
    BLOBS
        .insert(connection, blobs, |query, blob| {
            query.bind(blob.hash).bind(integer(blob.bytes)).bind(blob.received_at.0)
        })
        .await?;
    sqlx::query(
        "INSERT INTO receipt (device, n, hash)
         SELECT claim.device,
             coalesce((SELECT max(n) FROM receipt WHERE receipt.device = claim.device), 0)
                 + row_number() OVER (PARTITION BY claim.device ORDER BY claim.hash),
             claim.hash
         FROM json_each(?1) AS touched
         CROSS JOIN photo_claim AS claim ON claim.hash = touched.value
         CROSS JOIN blob ON blob.hash = claim.hash
         WHERE NOT EXISTS
             (SELECT 1 FROM receipt WHERE receipt.device = claim.device AND receipt.hash = claim.hash)",
    )
    .bind(list(hashes))
    .execute(connection)
    .await?;
    Ok(())
}
