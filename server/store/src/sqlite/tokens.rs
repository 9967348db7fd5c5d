//! Tokens of other programs.

use super::load::parsed;
use super::{SqliteStore, list};
use crate::{ApiToken, StoreError, Tokens};
use async_trait::async_trait;
use domain::id::{TokenId, UserId};
use domain::time::Moment;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

#[async_trait]
impl Tokens for SqliteStore {
    async fn put_token(&self, token: &ApiToken) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO api_token (id, token_hash, name, by, scopes, created_at, last_used, revoked_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )
        .bind(token.id.to_string())
        .bind(&token.token_hash)
        .bind(&token.name)
        .bind(token.by.to_string())
        .bind(list(&token.scopes))
        .bind(token.created_at.0)
        .bind(token.last_used.map(|at| at.0))
        .bind(token.revoked_at.map(|at| at.0))
        .execute(&self.write)
        .await?;
        Ok(())
    }

    async fn token(&self, token_hash: &str) -> Result<Option<ApiToken>, StoreError> {
        let row = sqlx::query(
            "SELECT id, token_hash, name, by, scopes, created_at, last_used, revoked_at FROM api_token
             WHERE token_hash = ?1",
        )
        .bind(token_hash)
        .fetch_optional(&self.read)
        .await?;
        row.as_ref().map(token).transpose()
    }

    async fn tokens_of(&self, makers: &[UserId]) -> Result<Vec<ApiToken>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, token_hash, name, by, scopes, created_at, last_used, revoked_at FROM api_token
             WHERE by IN (SELECT value FROM json_each(?1)) ORDER BY created_at DESC, id DESC",
        )
        .bind(list(makers))
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(token).collect()
    }

    async fn touch_token(&self, id: TokenId, at: Moment) -> Result<(), StoreError> {
        sqlx::query("UPDATE api_token SET last_used = ?2 WHERE id = ?1")
            .bind(id.to_string())
            .bind(at.0)
            .execute(&self.write)
            .await?;
        Ok(())
    }

    async fn revoke_token(&self, id: TokenId, at: Moment) -> Result<bool, StoreError> {
        let done = sqlx::query("UPDATE api_token SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL")
            .bind(id.to_string())
            .bind(at.0)
            .execute(&self.write)
            .await?;
        Ok(done.rows_affected() > 0)
    }
}

fn token(row: &SqliteRow) -> Result<ApiToken, StoreError> {
    let scopes: &str = row.try_get(4)?;
    Ok(ApiToken {
        id: parsed(row, 0, "token")?,
        token_hash: row.try_get(1)?,
        name: row.try_get(2)?,
        by: parsed(row, 3, "user")?,
        scopes: serde_json::from_str(scopes).map_err(|error| StoreError::damaged("scopes of a token", error))?,
        created_at: Moment(row.try_get(5)?),
        last_used: row.try_get::<Option<i64>, _>(6)?.map(Moment),
        revoked_at: row.try_get::<Option<i64>, _>(7)?.map(Moment),
    })
}
