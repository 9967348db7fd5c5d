//! Devices as managers see them, and taking one out of use.

use super::load::{parsed, unsent};
use super::{SqliteStore, count, list};
use crate::{KnownDevice, RevokedDevice, StoreError};
use domain::id::{DeviceId, UserId};
use domain::time::Moment;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

impl SqliteStore {
    pub(super) async fn write_revoked(&self, revoked: &RevokedDevice) -> Result<bool, StoreError> {
        let mut transaction = self.write.begin().await?;
        let done =
            sqlx::query("INSERT INTO revoked_device (id, user, by, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")
                .bind(revoked.device.to_string())
                .bind(revoked.user.to_string())
                .bind(revoked.by.to_string())
                .bind(revoked.at.0)
                .execute(&mut *transaction)
                .await?;
        sqlx::query("UPDATE session SET revoked_at = ?3 WHERE user = ?1 AND device = ?2 AND revoked_at IS NULL")
            .bind(revoked.user.to_string())
            .bind(revoked.device.to_string())
            .bind(revoked.at.0)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(done.rows_affected() > 0)
    }

    pub(super) async fn load_revoked(&self) -> Result<Vec<(UserId, DeviceId)>, StoreError> {
        let rows = sqlx::query("SELECT user, id FROM revoked_device").fetch_all(&self.read).await?;
        rows.iter().map(|row| Ok((parsed(row, 0, "user")?, parsed(row, 1, "device")?))).collect()
    }

    pub(super) async fn load_users_of(&self, device: DeviceId) -> Result<Vec<UserId>, StoreError> {
        let rows =
            sqlx::query("SELECT user FROM device WHERE id = ?1 UNION SELECT user FROM session WHERE device = ?1")
                .bind(device.to_string())
                .fetch_all(&self.read)
                .await?;
        rows.iter().map(|row| parsed(row, 0, "user")).collect()
    }

    pub(super) async fn load_devices_of(&self, users: &[UserId], at: Moment) -> Result<Vec<KnownDevice>, StoreError> {
        let rows = sqlx::query(
            "WITH wanted AS (SELECT value AS user FROM json_each(?1)),
             known AS (
                 SELECT id, user FROM device WHERE user IN (SELECT user FROM wanted)
                 UNION SELECT device, user FROM session WHERE user IN (SELECT user FROM wanted)
             ),
             login AS (
                 SELECT device, user, max(last_seen) AS last_seen, max(created_at) AS newest,
                     max(revoked_at IS NULL AND expires_at > ?2) AS is_open
                 FROM session WHERE user IN (SELECT user FROM wanted) GROUP BY device, user
             )
             SELECT known.id, known.user,
                 coalesce((SELECT name FROM session WHERE session.device = known.id AND session.user = known.user
                     AND created_at = login.newest LIMIT 1), ''),
                 max(coalesce(device.last_seen, 0), coalesce(login.last_seen, 0)) AS heard,
                 coalesce(device.last_seq, 0), coalesce(device.next_seq, 1), coalesce(device.photos_waiting, 0),
                 device.persisted, coalesce(device.clock_offset, 0), coalesce(login.is_open, 0), revoked.at, device.unsent,
                 (SELECT phone FROM credential WHERE credential.user = known.user), coalesce(device.refused, 0)
             FROM known
             LEFT JOIN device ON device.id = known.id AND device.user = known.user
             LEFT JOIN login ON login.device = known.id AND login.user = known.user
             LEFT JOIN revoked_device AS revoked ON revoked.id = known.id AND revoked.user = known.user
             ORDER BY heard DESC",
        )
        .bind(list(users))
        .bind(at.0)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(known).collect()
    }
}

fn known(row: &SqliteRow) -> Result<KnownDevice, StoreError> {
    Ok(KnownDevice {
        device: parsed(row, 0, "device")?,
        user: parsed(row, 1, "user")?,
        name: row.try_get(2)?,
        last_seen: Moment(row.try_get(3)?),
        last_seq: count(row.try_get(4)?),
        next_seq: count(row.try_get(5)?),
        photos_waiting: u32::try_from(row.try_get::<i64, _>(6)?).unwrap_or(u32::MAX),
        persisted: row.try_get(7)?,
        clock_offset: row.try_get(8)?,
        logged_in: row.try_get::<i64, _>(9)? != 0,
        revoked_at: row.try_get::<Option<i64>, _>(10)?.map(Moment),
        unsent: unsent(row, 11)?,
        number: row.try_get(12)?,
        refused: u32::try_from(row.try_get::<i64, _>(13)?).unwrap_or(u32::MAX),
    })
}
