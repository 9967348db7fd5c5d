//! Tokens with which other programs read: made and revoked by managers, and the lists that are read with them.

use super::{Gone, WireRecord};
use domain::Scope;
use domain::id::TokenId;
use domain::time::Moment;
use serde::{Deserialize, Serialize};

/// A token that is to be made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewToken {
    /// What it is called in the list, such as the program that reads with it.
    pub name: String,
    /// What it may read: regions and territories of one's own. A region stands for all its territories.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub scopes: Vec<Scope>,
}

/// A token that was just made. It is said this once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MadeToken {
    /// Its id, to revoke it by.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub id: TokenId,
    /// The token, for `Authorization: Bearer`.
    pub token: String,
}

/// A token in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TokenEntry {
    /// Its id.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub id: TokenId,
    /// What it is called.
    pub name: String,
    /// Who made it, by name.
    pub by: String,
    /// What it may read.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub scopes: Vec<Scope>,
    /// When it was made, by the server's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub created_at: Moment,
    /// When it was last used, to some minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<i64>))]
    pub last_used: Option<Moment>,
    /// When it was revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<i64>))]
    pub revoked_at: Option<Moment>,
}

/// A page of a list, as a program reads it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ListPage {
    /// Records, each as it is now, in the order in which they were last written. There may be none on a page.
    pub items: Vec<WireRecord>,
    /// What has left a scope since: it is gone, unless it stands in another one.
    pub gone: Vec<Gone>,
    /// Where this page ends, for `since`: to read on, and after the last page to read later what has changed.
    pub next: String,
    /// Whether there is another page now.
    pub more: bool,
    /// When it was read, by the server's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub as_of: Moment,
}
