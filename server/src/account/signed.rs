//! Who is asking: the session behind a request, with the account and all its postings.

use super::token;
use crate::api::{ApiError, AppState};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use domain::Scope;
use domain::id::{DeviceId, UserId};
use domain::time::Moment;
use std::collections::BTreeMap;
use store::{SessionRow, StoreError};
use sync::server::Author;

/// How old the note of a session's last use may get, in milliseconds: it is a durable write.
const TOUCH_AFTER: i64 = 15 * 60 * 1000;

/// An open session of an active account.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Whose it is.
    pub author: Author,
    /// On which device.
    pub device: DeviceId,
    /// The session itself.
    pub session: SessionRow,
    /// When the request arrived.
    pub now: Moment,
    /// The scopes held now.
    pub scopes: Vec<Scope>,
}

impl Signed {
    /// Turns away whoever manages nobody, and says why.
    ///
    /// # Errors
    /// [`ApiError::Forbidden`].
    pub fn managers_only(&self, why: &'static str) -> Result<(), ApiError> {
        if self.author.user.role.manages() { Ok(()) } else { Err(ApiError::Forbidden(why)) }
    }

    /// The names of the people whom the session looks after, and of its own user.
    pub async fn names(&self, state: &AppState) -> BTreeMap<UserId, String> {
        let directory = state.writer.directory().await;
        let people = directory.people_of(&self.scopes).into_iter();
        let mut names: BTreeMap<UserId, String> = people.map(|user| (user.id, user.name.clone())).collect();
        let own = &self.author.user;
        names.entry(own.id).or_insert_with(|| own.name.clone());
        names
    }

    /// Whether the session holds all of these.
    #[must_use]
    pub fn holds(&self, scopes: &[Scope]) -> bool {
        scopes.iter().all(|scope| self.scopes.contains(scope))
    }
}

/// A session that may send: the account active or not, the device in use or not. Whatever a disabled account or a
/// revoked device still sends goes to quarantine (P21, P26), and for that it has to be let in. Only what sends takes this one.
#[derive(Clone, Debug)]
pub struct Sender(pub Signed);

impl FromRequestParts<AppState> for Sender {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let signed = open(parts, state).await?;
        let stays = signed.author.user.active && !signed.author.revoked;
        if stays && signed.session.password_due { Err(ApiError::PasswordDue) } else { Ok(Self(signed)) }
    }
}

/// An open session of an active account whose password may have been given by somebody else. Only what says who is in and
/// what changes the password take this one.
#[derive(Clone, Debug)]
pub struct Entered(pub Signed);

impl FromRequestParts<AppState> for Entered {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let signed = open(parts, state).await?;
        if signed.author.revoked {
            return Err(ApiError::Revoked);
        }
        if signed.author.user.active { Ok(Self(signed)) } else { Err(ApiError::LoggedOut) }
    }
}

impl FromRequestParts<AppState> for Signed {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let Entered(signed) = Entered::from_request_parts(parts, state).await?;
        if signed.session.password_due { Err(ApiError::PasswordDue) } else { Ok(signed) }
    }
}

/// The session behind a request, if it is open or its device was taken out of use.
async fn open(parts: &Parts, state: &AppState) -> Result<Signed, ApiError> {
    let token_hash = token::carried(&parts.headers).ok_or(ApiError::LoggedOut)?;
    let store = state.store.as_ref();
    let now = state.clock.now();
    let mut session = store.session(&token_hash).await?.ok_or(ApiError::LoggedOut)?;
    let (author, scopes) = {
        let directory = state.writer.directory().await;
        let author = directory.author(session.user).ok_or(ApiError::LoggedOut)?;
        let revoked = directory.is_revoked(session.user, session.device);
        (Author { revoked, ..author }, directory.scopes(session.user, now))
    };
    // Its session ended when the device was taken out of use, and what it still holds is wanted all the same (P26).
    if !session.is_open(now) && !author.revoked {
        return Err(ApiError::LoggedOut);
    }
    if author.user.active && !author.revoked && now.since(session.last_seen) > TOUCH_AFTER {
        session.last_seen = now;
        session.expires_at = now.plus(state.accounts.session_millis);
        match store.touch_session(&token_hash, now, session.expires_at).await {
            // On a full disk whatever is there can still be read: a note of it is not worth an answer.
            Err(StoreError::NoRoom(_)) => {}
            touched => touched?,
        }
    }
    Ok(Signed { device: session.device, author, session, now, scopes })
}
