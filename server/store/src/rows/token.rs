//! Tokens of other programs.

use domain::Scope;
use domain::id::{TokenId, UserId};
use domain::time::Moment;
use std::fmt;

/// A token with which another program reads.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// Its id, by which it is revoked.
    pub id: TokenId,
    /// The hash of the token, in hex: a stolen database reads nothing.
    pub token_hash: String,
    /// What it is called.
    pub name: String,
    /// Who made it.
    pub by: UserId,
    /// What it was made for.
    pub scopes: Vec<Scope>,
    /// When it was made.
    pub created_at: Moment,
    /// When it was last used, to some minutes.
    pub last_used: Option<Moment>,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
}

impl fmt::Debug for ApiToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiToken").field("id", &self.id).field("by", &self.by).finish_non_exhaustive()
    }
}
