//! Other programs that are told of what happens, and the messages to them.

use domain::Scope;
use domain::id::{UserId, WebhookId};
use domain::rules::webhook::HookEvent;
use domain::time::Moment;
use std::collections::BTreeMap;
use std::fmt;
use uuid::Uuid;

/// A program that is told.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookRow {
    /// Its id.
    pub id: WebhookId,
    /// Where it is told.
    pub url: String,
    /// Of what.
    pub events: Vec<HookEvent>,
    /// What it was made for.
    pub scopes: Vec<Scope>,
    /// What its messages are signed with.
    pub secret: String,
    /// Who made it.
    pub by: UserId,
    /// When.
    pub created_at: Moment,
    /// How much had happened by then, as the store counts it; none for one that an earlier version made.
    pub since: Option<u64>,
    /// Up to which version of each scope it has been looked through.
    pub place: BTreeMap<Scope, u64>,
    /// Since when nothing has got through.
    pub failing_since: Option<Moment>,
    /// When it was disabled, because nothing got through.
    pub disabled_at: Option<Moment>,
}

impl fmt::Debug for WebhookRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookRow").field("id", &self.id).field("url", &self.url).finish_non_exhaustive()
    }
}

/// A message that is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMessage {
    /// What happened.
    pub event: HookEvent,
    /// To which record: of each it is told once.
    pub subject: Uuid,
    /// The body.
    pub body: String,
}

/// A message, with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageRow {
    /// Its number.
    pub n: u64,
    /// To whom.
    pub webhook: WebhookId,
    /// What happened.
    pub event: HookEvent,
    /// The body.
    pub body: String,
    /// When it was put into the queue.
    pub at: Moment,
    /// How often it was tried.
    pub tries: u32,
    /// When it is tried next; none once it has got through.
    pub next_at: Option<Moment>,
    /// What was last answered; none if nothing was.
    pub status: Option<u16>,
    /// When it got through.
    pub delivered_at: Option<Moment>,
}

/// What became of a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tried {
    /// Of which message.
    pub n: u64,
    /// To whom.
    pub webhook: WebhookId,
    /// When.
    pub at: Moment,
    /// What was answered; none if nothing was.
    pub status: Option<u16>,
    /// When to try again; none if it got through.
    pub again_at: Option<Moment>,
    /// Nothing has got through for too long: nobody is told any more.
    pub gives_up: bool,
}
