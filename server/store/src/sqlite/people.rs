//! Accounts as managers look after them: credentials that change, and the history of who did what.

use super::accounts::credential;
use super::load::parsed;
use super::{SqliteStore, list};
use crate::{AccountNote, Credential, StoreError};
use domain::id::UserId;
use domain::rules::accounts::AccountAct;
use domain::time::Moment;
use sqlx::Row;

/// Most lines of a history that are read at once.
const LINES: i64 = 2_000;

impl SqliteStore {
    pub(super) async fn load_credentials_of(&self, users: &[UserId]) -> Result<Vec<Credential>, StoreError> {
        let rows = sqlx::query(
            "SELECT user, phone, password_hash, given FROM credential WHERE user IN (SELECT value FROM json_each(?1))",
        )
        .bind(list(users))
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(credential).collect()
    }

    pub(super) async fn write_account_change(
        &self,
        credential: Option<&Credential>,
        notes: &[AccountNote],
        kept: Option<&str>,
    ) -> Result<(), StoreError> {
        let mut transaction = self.write.begin().await?;
        if let Some(credential) = credential {
            sqlx::query(
                "INSERT INTO credential (user, phone, password_hash, given) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (user) DO UPDATE SET phone = excluded.phone, password_hash = excluded.password_hash,
                     given = excluded.given",
            )
            .bind(credential.user.to_string())
            .bind(&credential.phone)
            .bind(&credential.password_hash)
            .bind(credential.given)
            .execute(&mut *transaction)
            .await?;
        }
        for note in notes {
            sqlx::query("INSERT INTO account_change (user, by, at, act) VALUES (?1, ?2, ?3, ?4)")
                .bind(note.user.to_string())
                .bind(note.by.to_string())
                .bind(note.at.0)
                .bind(note.act.name())
                .execute(&mut *transaction)
                .await?;
            if note.act.ends_sessions() {
                sqlx::query(
                    "UPDATE session SET revoked_at = ?2
                     WHERE user = ?1 AND revoked_at IS NULL AND token_hash IS NOT ?3",
                )
                .bind(note.user.to_string())
                .bind(note.at.0)
                .bind(kept)
                .execute(&mut *transaction)
                .await?;
            }
        }
        transaction.commit().await?;
        Ok(())
    }

    pub(super) async fn load_account_notes(&self, users: &[UserId]) -> Result<Vec<AccountNote>, StoreError> {
        let rows = sqlx::query(
            "SELECT user, by, at, act FROM account_change WHERE user IN (SELECT value FROM json_each(?1))
             ORDER BY n DESC LIMIT ?2",
        )
        .bind(list(users))
        .bind(LINES)
        .fetch_all(&self.read)
        .await?;
        let mut notes = Vec::with_capacity(rows.len());
        for row in &rows {
            // One that a later version wrote is not this one's to show.
            let Some(act) = AccountAct::named(row.try_get(3)?) else { continue };
            let (user, by) = (parsed(row, 0, "user")?, parsed(row, 1, "user")?);
            notes.push(AccountNote { user, by, at: Moment(row.try_get(2)?), act });
        }
        Ok(notes)
    }
}
