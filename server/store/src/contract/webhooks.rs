//! Other programs that are told of what happens.

use crate::{MessageRow, NewMessage, StoreError, Tried, WebhookRow};
use async_trait::async_trait;
use domain::Scope;
use domain::id::WebhookId;
use domain::rules::webhook::HookEvent;
use domain::time::Moment;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The part of the store that they use.
#[async_trait]
pub trait Webhooks: Send + Sync + 'static {
    /// Writes one that is new: what happens from now on is news to it, whatever `since` says.
    async fn put_webhook(&self, webhook: &WebhookRow) -> Result<(), StoreError>;

    /// All that were not removed, the newest first.
    async fn webhooks(&self) -> Result<Vec<WebhookRow>, StoreError>;

    /// What of this happened for the first time after so much else had, by when it came here.
    async fn happened_after(&self, since: u64, subjects: &[Uuid]) -> Result<BTreeSet<(HookEvent, Uuid)>, StoreError>;

    /// Puts messages into the queue and notes up to where a program has been looked through, in one transaction. What it
    /// has been told of before is not put there again.
    async fn queue_messages(
        &self,
        webhook: WebhookId,
        place: &BTreeMap<Scope, u64>,
        messages: &[NewMessage],
        at: Moment,
    ) -> Result<(), StoreError>;

    /// Messages that are to be tried by a moment, to those who are neither disabled nor removed; the longest due first.
    async fn due_messages(&self, at: Moment, limit: u32) -> Result<Vec<MessageRow>, StoreError>;

    /// Notes what became of a try.
    async fn note_try(&self, tried: &Tried) -> Result<(), StoreError>;

    /// The last messages to one, the newest first.
    async fn messages_to(&self, webhook: WebhookId, limit: u32) -> Result<Vec<MessageRow>, StoreError>;

    /// Has a message tried again at a moment, whatever became of it. False if there is none.
    async fn resend_message(&self, webhook: WebhookId, n: u64, at: Moment) -> Result<bool, StoreError>;

    /// Enables one again; what waits is tried at once.
    async fn enable_webhook(&self, id: WebhookId, at: Moment) -> Result<(), StoreError>;

    /// Removes one for good. False if it was before.
    async fn remove_webhook(&self, id: WebhookId, at: Moment) -> Result<bool, StoreError>;
}
