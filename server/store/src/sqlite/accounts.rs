//! Credentials, sessions and failed logins.

use super::SqliteStore;
use super::bulk::Bulk;
use super::load::parsed;
use crate::{
    AccountNote, Accounts, Credential, KnownDevice, RepairRow, Repairs, RevokedDevice, SessionRow, StoreError,
};
use async_trait::async_trait;
use domain::id::{DeviceId, UserId};
use domain::time::Moment;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

const CREDENTIALS: Bulk = Bulk {
    head: "INSERT INTO credential (user, phone, password_hash, given)",
    columns: 4,
    tail: "ON CONFLICT (user) DO UPDATE SET phone = excluded.phone, password_hash = excluded.password_hash,
           given = excluded.given",
};

#[async_trait]
impl Accounts for SqliteStore {
    async fn credential(&self, phone: &str) -> Result<Option<Credential>, StoreError> {
        let row = sqlx::query("SELECT user, phone, password_hash, given FROM credential WHERE phone = ?1")
            .bind(phone)
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(credential).transpose()
    }

    async fn put_credentials(&self, credentials: &[Credential]) -> Result<(), StoreError> {
        let mut transaction = self.write.begin().await?;
        CREDENTIALS
            .insert(&mut transaction, credentials, |query, credential| {
                query
                    .bind(credential.user.to_string())
                    .bind(credential.phone.clone())
                    .bind(credential.password_hash.clone())
                    .bind(credential.given)
            })
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    async fn credentials_of(&self, users: &[UserId]) -> Result<Vec<Credential>, StoreError> {
        self.load_credentials_of(users).await
    }

    async fn change_account(
        &self,
        credential: Option<&Credential>,
        notes: &[AccountNote],
        kept: Option<&str>,
    ) -> Result<(), StoreError> {
        self.write_account_change(credential, notes, kept).await
    }

    async fn account_notes(&self, users: &[UserId]) -> Result<Vec<AccountNote>, StoreError> {
        self.load_account_notes(users).await
    }

    async fn open_session(&self, session: &SessionRow) -> Result<(), StoreError> {
        let mut transaction = self.write.begin().await?;
        sqlx::query("UPDATE session SET revoked_at = ?2 WHERE device = ?1 AND user = ?3 AND revoked_at IS NULL")
            .bind(session.device.to_string())
            .bind(session.created_at.0)
            .bind(session.user.to_string())
            .execute(&mut *transaction)
            .await?;
        sqlx::query(
            "INSERT INTO session (token_hash, user, device, name, created_at, expires_at, last_seen, revoked_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )
        .bind(&session.token_hash)
        .bind(session.user.to_string())
        .bind(session.device.to_string())
        .bind(&session.name)
        .bind(session.created_at.0)
        .bind(session.expires_at.0)
        .bind(session.last_seen.0)
        .bind(session.revoked_at.map(|at| at.0))
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(())
    }

    async fn session(&self, token_hash: &str) -> Result<Option<SessionRow>, StoreError> {
        let row = sqlx::query(
            "SELECT token_hash, session.user, device, name, created_at, expires_at, last_seen, revoked_at,
                 coalesce(credential.given, 0)
             FROM session LEFT JOIN credential ON credential.user = session.user WHERE token_hash = ?1",
        )
        .bind(token_hash)
        .fetch_optional(&self.read)
        .await?;
        row.as_ref().map(session).transpose()
    }

    async fn touch_session(&self, token_hash: &str, at: Moment, expires_at: Moment) -> Result<(), StoreError> {
        sqlx::query("UPDATE session SET last_seen = ?2, expires_at = ?3 WHERE token_hash = ?1")
            .bind(token_hash)
            .bind(at.0)
            .bind(expires_at.0)
            .execute(&self.write)
            .await?;
        Ok(())
    }

    async fn move_session(&self, token_hash: &str, device: DeviceId) -> Result<(), StoreError> {
        sqlx::query("UPDATE session SET device = ?2 WHERE token_hash = ?1")
            .bind(token_hash)
            .bind(device.to_string())
            .execute(&self.write)
            .await?;
        Ok(())
    }

    async fn end_session(&self, token_hash: &str, at: Moment) -> Result<(), StoreError> {
        sqlx::query("UPDATE session SET revoked_at = ?2 WHERE token_hash = ?1 AND revoked_at IS NULL")
            .bind(token_hash)
            .bind(at.0)
            .execute(&self.write)
            .await?;
        Ok(())
    }

    async fn end_sessions_of(&self, user: UserId, device: DeviceId, at: Moment) -> Result<bool, StoreError> {
        let done =
            sqlx::query("UPDATE session SET revoked_at = ?3 WHERE user = ?1 AND device = ?2 AND revoked_at IS NULL")
                .bind(user.to_string())
                .bind(device.to_string())
                .bind(at.0)
                .execute(&self.write)
                .await?;
        Ok(done.rows_affected() > 0)
    }

    async fn open_sessions(&self, user: UserId, at: Moment) -> Result<Vec<SessionRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT token_hash, session.user, device, name, created_at, expires_at, last_seen, revoked_at,
                 coalesce(credential.given, 0)
             FROM session LEFT JOIN credential ON credential.user = session.user
             WHERE session.user = ?1 AND revoked_at IS NULL AND expires_at > ?2 ORDER BY last_seen DESC",
        )
        .bind(user.to_string())
        .bind(at.0)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(session).collect()
    }

    async fn revoke_device(&self, revoked: &RevokedDevice) -> Result<bool, StoreError> {
        self.write_revoked(revoked).await
    }

    async fn revoked_devices(&self) -> Result<Vec<(UserId, DeviceId)>, StoreError> {
        self.load_revoked().await
    }

    async fn users_of(&self, device: DeviceId) -> Result<Vec<UserId>, StoreError> {
        self.load_users_of(device).await
    }

    async fn devices_of(&self, users: &[UserId], at: Moment) -> Result<Vec<KnownDevice>, StoreError> {
        self.load_devices_of(users, at).await
    }

    async fn note_repairs(&self, repairs: &Repairs) -> Result<(), StoreError> {
        self.write_repairs(repairs).await
    }

    async fn repairs_of(&self, users: &[UserId], since: Moment) -> Result<Vec<RepairRow>, StoreError> {
        self.load_repairs_of(users, since).await
    }

    async fn note_failed_login(&self, key: &str, at: Moment, since: Moment) -> Result<u32, StoreError> {
        let mut transaction = self.write.begin().await?;
        sqlx::query("DELETE FROM failed_login WHERE key = ?1 AND at < ?2")
            .bind(key)
            .bind(since.0)
            .execute(&mut *transaction)
            .await?;
        sqlx::query("INSERT INTO failed_login (key, at) VALUES (?1, ?2)")
            .bind(key)
            .bind(at.0)
            .execute(&mut *transaction)
            .await?;
        let row = sqlx::query("SELECT count(*) FROM failed_login WHERE key = ?1")
            .bind(key)
            .fetch_one(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(row.try_get(0)?)
    }

    async fn failed_logins(&self, key: &str, since: Moment) -> Result<(u32, Option<Moment>), StoreError> {
        let row = sqlx::query("SELECT count(*), max(at) FROM failed_login WHERE key = ?1 AND at >= ?2")
            .bind(key)
            .bind(since.0)
            .fetch_one(&self.read)
            .await?;
        Ok((row.try_get(0)?, row.try_get::<Option<i64>, _>(1)?.map(Moment)))
    }

    async fn forget_failed_logins(&self, key: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM failed_login WHERE key = ?1").bind(key).execute(&self.write).await?;
        Ok(())
    }
}

/// A row of user, number, hash and whether it was given.
pub(super) fn credential(row: &SqliteRow) -> Result<Credential, StoreError> {
    Ok(Credential {
        user: parsed(row, 0, "user")?,
        phone: row.try_get(1)?,
        password_hash: row.try_get(2)?,
        given: row.try_get(3)?,
    })
}

fn session(row: &SqliteRow) -> Result<SessionRow, StoreError> {
    Ok(SessionRow {
        token_hash: row.try_get(0)?,
        user: parsed(row, 1, "user")?,
        device: parsed(row, 2, "device")?,
        name: row.try_get(3)?,
        created_at: Moment(row.try_get(4)?),
        expires_at: Moment(row.try_get(5)?),
        last_seen: Moment(row.try_get(6)?),
        revoked_at: row.try_get::<Option<i64>, _>(7)?.map(Moment),
        password_due: row.try_get(8)?,
    })
}
