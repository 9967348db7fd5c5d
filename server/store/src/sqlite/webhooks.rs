//! Other programs that are told of what happens.

use super::load::parsed;
use super::{SqliteStore, count, integer, list};
use crate::{MessageRow, NewMessage, StoreError, Tried, WebhookRow, Webhooks};
use async_trait::async_trait;
use domain::Scope;
use domain::id::WebhookId;
use domain::rules::webhook::HookEvent;
use domain::time::Moment;
use serde::de::DeserializeOwned;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

#[async_trait]
impl Webhooks for SqliteStore {
    async fn put_webhook(&self, webhook: &WebhookRow) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO webhook (id, url, events, scopes, secret, by, created_at, place, since)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, (SELECT coalesce(max(n), 0) FROM happening))",
        )
        .bind(webhook.id.to_string())
        .bind(&webhook.url)
        .bind(list(webhook.events.iter().map(|event| event.name())))
        .bind(list(&webhook.scopes))
        .bind(&webhook.secret)
        .bind(webhook.by.to_string())
        .bind(webhook.created_at.0)
        .bind(place_text(&webhook.place)?)
        .execute(&self.write)
        .await?;
        Ok(())
    }

    async fn webhooks(&self) -> Result<Vec<WebhookRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, url, events, scopes, secret, by, created_at, place, failing_since, disabled_at, since FROM webhook
             WHERE removed_at IS NULL ORDER BY created_at DESC, id DESC",
        )
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(webhook).collect()
    }

    async fn happened_after(&self, since: u64, subjects: &[Uuid]) -> Result<BTreeSet<(HookEvent, Uuid)>, StoreError> {
        let rows = sqlx::query(
            "SELECT event, subject FROM happening
             WHERE event IN (SELECT value FROM json_each(?1)) AND subject IN (SELECT value FROM json_each(?2)) AND n > ?3",
        )
        .bind(list(HookEvent::ALL.iter().map(|event| event.name())))
        .bind(list(subjects))
        .bind(integer(since))
        .fetch_all(&self.read)
        .await?;
        let mut happened = BTreeSet::new();
        for row in &rows {
            let event = HookEvent::named(row.try_get(0)?);
            let subject: Uuid = parsed(row, 1, "subject")?;
            happened.extend(event.map(|event| (event, subject)));
        }
        Ok(happened)
    }

    async fn queue_messages(
        &self,
        webhook: WebhookId,
        place: &BTreeMap<Scope, u64>,
        messages: &[NewMessage],
        at: Moment,
    ) -> Result<(), StoreError> {
        let mut transaction = self.write.begin().await?;
        for message in messages {
            sqlx::query(
                "INSERT INTO webhook_message (webhook, event, subject, body, at, tries, next_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, 0, ?5) ON CONFLICT (webhook, event, subject) DO NOTHING",
            )
            .bind(webhook.to_string())
            .bind(message.event.name())
            .bind(message.subject.to_string())
            .bind(&message.body)
            .bind(at.0)
            .execute(&mut *transaction)
            .await?;
        }
        sqlx::query("UPDATE webhook SET place = ?2 WHERE id = ?1")
            .bind(webhook.to_string())
            .bind(place_text(place)?)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    async fn due_messages(&self, at: Moment, limit: u32) -> Result<Vec<MessageRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT message.n, message.webhook, message.event, message.body, message.at, message.tries,
                 message.next_at, message.status, message.delivered_at
             FROM webhook_message AS message JOIN webhook ON webhook.id = message.webhook
             WHERE message.next_at <= ?1 AND webhook.removed_at IS NULL AND webhook.disabled_at IS NULL
             ORDER BY message.next_at, message.n LIMIT ?2",
        )
        .bind(at.0)
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(message).collect()
    }

    async fn note_try(&self, tried: &Tried) -> Result<(), StoreError> {
        let mut transaction = self.write.begin().await?;
        let delivered = tried.again_at.is_none().then_some(tried.at.0);
        sqlx::query(
            "UPDATE webhook_message SET tries = tries + 1, next_at = ?2, status = ?3, delivered_at = ?4 WHERE n = ?1",
        )
        .bind(integer(tried.n))
        .bind(tried.again_at.map(|at| at.0))
        .bind(tried.status)
        .bind(delivered)
        .execute(&mut *transaction)
        .await?;
        let sql = match (delivered, tried.gives_up) {
            (Some(_), _) => "UPDATE webhook SET failing_since = NULL WHERE id = ?1 AND ?2 IS NOT NULL",
            (None, false) => "UPDATE webhook SET failing_since = coalesce(failing_since, ?2) WHERE id = ?1",
            (None, true) => "UPDATE webhook SET disabled_at = ?2 WHERE id = ?1",
        };
        sqlx::query(sql).bind(tried.webhook.to_string()).bind(tried.at.0).execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(())
    }

    async fn messages_to(&self, webhook: WebhookId, limit: u32) -> Result<Vec<MessageRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT n, webhook, event, body, at, tries, next_at, status, delivered_at FROM webhook_message
             WHERE webhook = ?1 ORDER BY n DESC LIMIT ?2",
        )
        .bind(webhook.to_string())
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(message).collect()
    }

    async fn resend_message(&self, webhook: WebhookId, n: u64, at: Moment) -> Result<bool, StoreError> {
        let done = sqlx::query("UPDATE webhook_message SET next_at = ?3 WHERE webhook = ?1 AND n = ?2")
            .bind(webhook.to_string())
            .bind(integer(n))
            .bind(at.0)
            .execute(&self.write)
            .await?;
        Ok(done.rows_affected() > 0)
    }

    async fn enable_webhook(&self, id: WebhookId, at: Moment) -> Result<(), StoreError> {
        let mut transaction = self.write.begin().await?;
        sqlx::query("UPDATE webhook SET failing_since = NULL, disabled_at = NULL WHERE id = ?1")
            .bind(id.to_string())
            .execute(&mut *transaction)
            .await?;
        sqlx::query("UPDATE webhook_message SET next_at = ?2 WHERE webhook = ?1 AND next_at IS NOT NULL")
            .bind(id.to_string())
            .bind(at.0)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    async fn remove_webhook(&self, id: WebhookId, at: Moment) -> Result<bool, StoreError> {
        let done = sqlx::query("UPDATE webhook SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL")
            .bind(id.to_string())
            .bind(at.0)
            .execute(&self.write)
            .await?;
        Ok(done.rows_affected() > 0)
    }
}

fn place_text(place: &BTreeMap<Scope, u64>) -> Result<String, StoreError> {
    serde_json::to_string(place).map_err(|error| StoreError::damaged("place of a webhook", error))
}

fn json<T: DeserializeOwned>(row: &SqliteRow, column: usize, what: &'static str) -> Result<T, StoreError> {
    serde_json::from_str(row.try_get(column)?).map_err(|error| StoreError::damaged(what, error))
}

fn webhook(row: &SqliteRow) -> Result<WebhookRow, StoreError> {
    let moment = |column: usize| row.try_get::<Option<i64>, _>(column).map(|at| at.map(Moment));
    let events: Vec<String> = json(row, 2, "events of a webhook")?;
    Ok(WebhookRow {
        id: parsed(row, 0, "webhook")?,
        url: row.try_get(1)?,
        // One that a later version knows is not told by this one.
        events: events.iter().filter_map(|name| HookEvent::named(name)).collect(),
        scopes: json(row, 3, "scopes of a webhook")?,
        secret: row.try_get(4)?,
        by: parsed(row, 5, "user")?,
        created_at: Moment(row.try_get(6)?),
        place: json(row, 7, "place of a webhook")?,
        failing_since: moment(8)?,
        disabled_at: moment(9)?,
        since: row.try_get::<Option<i64>, _>(10)?.map(count),
    })
}

fn message(row: &SqliteRow) -> Result<MessageRow, StoreError> {
    let moment = |column: usize| row.try_get::<Option<i64>, _>(column).map(|at| at.map(Moment));
    let event: &str = row.try_get(2)?;
    Ok(MessageRow {
        n: count(row.try_get(0)?),
        webhook: parsed(row, 1, "webhook")?,
        event: HookEvent::named(event).ok_or_else(|| StoreError::damaged("event", UnknownEvent))?,
        body: row.try_get(3)?,
        at: Moment(row.try_get(4)?),
        tries: u32::try_from(row.try_get::<i64, _>(5)?).unwrap_or(u32::MAX),
        next_at: moment(6)?,
        status: row.try_get::<Option<i64>, _>(7)?.and_then(|status| u16::try_from(status).ok()),
        delivered_at: moment(8)?,
    })
}

/// An event that this version does not know.
#[derive(Debug, thiserror::Error)]
#[error("an event that this version does not know")]
struct UnknownEvent;
