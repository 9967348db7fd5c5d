//! Other programs that are told of what happens: made and removed by managers, and what became of the last messages.

use domain::Scope;
use domain::id::WebhookId;
use domain::rules::webhook::HookEvent;
use domain::time::Moment;
use serde::{Deserialize, Serialize};

/// A program that is to be told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewWebhook {
    /// Where it is told: an address of the web.
    pub url: String,
    /// Of what: `visit_finished`, `photo_judged`, `agreement_active`, `task_opened`.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub events: Vec<HookEvent>,
    /// Where: regions and territories of one's own. A region stands for all its territories.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub scopes: Vec<Scope>,
}

/// One that was just made. Its secret is said this once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MadeWebhook {
    /// Its id.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub id: WebhookId,
    /// What its messages are signed with. `x-lianying-signature: t=<milliseconds>,v1=<hex>` is HMAC-SHA256 over the time, a
    /// dot and the body.
    pub secret: String,
}

/// One in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebhookEntry {
    /// Its id.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub id: WebhookId,
    /// Where it is told.
    pub url: String,
    /// Of what.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub events: Vec<HookEvent>,
    /// Where.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub scopes: Vec<Scope>,
    /// Who made it, by name.
    pub by: String,
    /// When, by the server's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub created_at: Moment,
    /// Since when nothing has got through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<i64>))]
    pub failing_since: Option<Moment>,
    /// When it was given up, until somebody enables it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<i64>))]
    pub disabled_at: Option<Moment>,
    /// The last messages, the newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<MessageEntry>,
}

/// A message, with what became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MessageEntry {
    /// Its number.
    pub n: u64,
    /// What it tells.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub event: HookEvent,
    /// When it was put into the queue, by the server's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub at: Moment,
    /// How often it was tried.
    pub tries: u32,
    /// When it is tried next; none once it has got through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<i64>))]
    pub next_at: Option<Moment>,
    /// The status of the last answer; none if nobody answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// When it got through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<i64>))]
    pub delivered_at: Option<Moment>,
}
