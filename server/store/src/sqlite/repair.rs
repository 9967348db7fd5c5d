//! What phones fetched again. It is said with every request until it is here, and is one repair all the same.

use super::load::parsed;
use super::{SqliteStore, list};
use crate::{RepairRow, Repairs, StoreError};
use domain::id::UserId;
use domain::time::Moment;
use sqlx::Row;

impl SqliteStore {
    pub(super) async fn write_repairs(&self, repairs: &Repairs) -> Result<(), StoreError> {
        let (user, device) = (repairs.user.to_string(), repairs.device.to_string());
        let mut transaction = self.write.begin().await?;
        let new = sqlx::query(
            "INSERT INTO repair (user, device, scope, at) SELECT DISTINCT ?1, ?2, said.value, ?4 FROM json_each(?3) AS said
             WHERE NOT EXISTS (SELECT 1 FROM repair AS known
                 WHERE known.user = ?1 AND known.device = ?2 AND known.scope = said.value AND known.at >= ?5)",
        )
        .bind(&user)
        .bind(&device)
        .bind(list(&repairs.scopes))
        .bind(repairs.at.0)
        .bind(repairs.apart.0)
        .execute(&mut *transaction)
        .await?;
        if new.rows_affected() > 0 {
            sqlx::query("DELETE FROM repair WHERE user = ?1 AND at < ?2")
                .bind(&user)
                .bind(repairs.since.0)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    pub(super) async fn load_repairs_of(&self, users: &[UserId], since: Moment) -> Result<Vec<RepairRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT repair.user, repair.device, repair.scope, count(*), max(repair.at) AS last
             FROM json_each(?1) AS wanted CROSS JOIN repair ON repair.user = wanted.value
             WHERE repair.at >= ?2 GROUP BY repair.user, repair.device, repair.scope ORDER BY last DESC, repair.scope",
        )
        .bind(list(users))
        .bind(since.0)
        .fetch_all(&self.read)
        .await?;
        let repair = |row| {
            Ok(RepairRow {
                user: parsed(row, 0, "user")?,
                device: parsed(row, 1, "device")?,
                scope: parsed(row, 2, "scope")?,
                times: u32::try_from(row.try_get::<i64, _>(3)?).unwrap_or(u32::MAX),
                last: Moment(row.try_get(4)?),
            })
        };
        rows.iter().map(repair).collect()
    }
}
