//! Who is reading: the token behind a request, what it reads, and how often it may ask.

use crate::account::{Caller, Guesses, token_hash};
use crate::api::{ApiError, AppState};
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use domain::Scope;
use domain::id::{TokenId, UserId};
use domain::rules::granted::granted;
use domain::time::Moment;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use store::StoreError;

/// How old the note of a token's last use may get, in milliseconds: it is a durable write.
const TOUCH_AFTER: i64 = 15 * 60 * 1000;
/// Requests of one token in a minute.
const A_MINUTE: u32 = 120;
const MINUTE: i64 = 60 * 1000;

/// A program that reads with a token.
#[derive(Clone, Debug)]
pub struct Bearer {
    /// Who made the token.
    pub by: UserId,
    /// What it reads now.
    pub scopes: Vec<Scope>,
    /// When the request arrived.
    pub now: Moment,
}

/// How often each token has asked in its minute.
#[derive(Debug, Default)]
pub struct Readers(Mutex<BTreeMap<TokenId, (Moment, u32)>>);

impl Readers {
    /// Takes a turn.
    fn turn(&self, token: TokenId, now: Moment) -> Result<(), ApiError> {
        // Counts that were being written when a thread panicked are still counts.
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.retain(|_, (begun, _)| (0..MINUTE).contains(&now.since(*begun)));
        let (begun, count) = counts.entry(token).or_insert((now, 0));
        if *count >= A_MINUTE {
            let left = MINUTE - now.since(*begun);
            return Err(ApiError::Throttled { after: left.unsigned_abs().div_ceil(1000) });
        }
        *count += 1;
        Ok(())
    }
}

impl FromRequestParts<AppState> for Bearer {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let carried = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let carried = carried.and_then(|text| text.split_once(' '));
        let text = carried.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")).map(|(_, token)| token.trim());
        let hash = token_hash(text.ok_or(ApiError::LoggedOut)?);
        let Ok(caller) = Caller::from_request_parts(parts, state).await;
        let (store, now) = (state.store.as_ref(), state.clock.now());
        let guesses = Guesses::at("token", caller);
        guesses.check(store, now).await?;
        let Some(token) = store.token(&hash).await?.filter(|token| token.revoked_at.is_none()) else {
            guesses.missed(store, now).await?;
            return Err(ApiError::LoggedOut);
        };
        state.readers.turn(token.id, now)?;
        let scopes = {
            let directory = state.writer.directory().await;
            let maker = directory.user(token.by).filter(|user| user.active && user.role.manages());
            if maker.is_none() {
                return Err(ApiError::Forbidden("who made this token manages nothing any more"));
            }
            granted(&directory.scopes(token.by, now), &token.scopes, directory.territories())
        };
        if token.last_used.is_none_or(|last| now.since(last) > TOUCH_AFTER) {
            match store.touch_token(token.id, now).await {
                // On a full disk whatever is there can still be read: a note of it is not worth an answer.
                Err(StoreError::NoRoom(_)) => {}
                touched => touched?,
            }
        }
        Ok(Self { by: token.by, scopes, now })
    }
}

#[cfg(test)]
mod tests {
    use super::{A_MINUTE, MINUTE, Readers};
    use crate::api::ApiError;
    use domain::id::TokenId;
    use domain::time::Moment;
    use uuid::Uuid;

    #[test]
    fn a_token_that_asks_too_often_waits_until_its_minute_is_over_and_others_do_not() {
        let (readers, token) = (Readers::default(), TokenId(Uuid::from_u128(1)));
        for _ in 0..A_MINUTE {
            readers.turn(token, Moment(0)).unwrap();
        }
        assert!(matches!(readers.turn(token, Moment(MINUTE - 1)), Err(ApiError::Throttled { after: 1 })));
        readers.turn(TokenId(Uuid::from_u128(2)), Moment(MINUTE - 1)).unwrap();
        readers.turn(token, Moment(MINUTE)).unwrap();
    }
}
