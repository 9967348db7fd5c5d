//! Tokens with which other programs read.

use crate::{ApiToken, StoreError};
use async_trait::async_trait;
use domain::id::{TokenId, UserId};
use domain::time::Moment;

/// The part of the store that such programs use.
#[async_trait]
pub trait Tokens: Send + Sync + 'static {
    /// Writes a token that is new.
    async fn put_token(&self, token: &ApiToken) -> Result<(), StoreError>;

    /// The token under its hash, revoked or not.
    async fn token(&self, token_hash: &str) -> Result<Option<ApiToken>, StoreError>;

    /// The tokens that users have made, the newest first.
    async fn tokens_of(&self, makers: &[UserId]) -> Result<Vec<ApiToken>, StoreError>;

    /// Notes that a token was used. Each call is a write that waits for the disk: not for every request.
    async fn touch_token(&self, id: TokenId, at: Moment) -> Result<(), StoreError>;

    /// Revokes a token for good. False if it was before.
    async fn revoke_token(&self, id: TokenId, at: Moment) -> Result<bool, StoreError>;
}
