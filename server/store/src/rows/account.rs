//! Credentials and sessions. What is secret in them is stored as a hash, and `Debug` does not print it.

use domain::id::{DeviceId, UserId};
use domain::time::Moment;
use std::fmt;

/// How a user proves who they are.
#[derive(Clone, PartialEq, Eq)]
pub struct Credential {
    /// Who.
    pub user: UserId,
    /// The phone number they log in with, digits only; nobody else's.
    pub phone: String,
    /// The argon2id hash of the password, in PHC format.
    pub password_hash: String,
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credential").field("user", &self.user).finish_non_exhaustive()
    }
}

/// A session: one login of one device.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// The hash of the token in the cookie, in hex: a stolen database opens no session.
    pub token_hash: String,
    /// Whose.
    pub user: UserId,
    /// On which device.
    pub device: DeviceId,
    /// What the device calls itself.
    pub name: String,
    /// When it was opened.
    pub created_at: Moment,
    /// When it ends.
    pub expires_at: Moment,
    /// When it was last used, to some minutes.
    pub last_seen: Moment,
    /// When it was ended before its time.
    pub revoked_at: Option<Moment>,
}

impl SessionRow {
    /// Whether it may be used at a moment.
    #[must_use]
    pub fn is_open(&self, at: Moment) -> bool {
        self.revoked_at.is_none() && at < self.expires_at
    }
}

impl fmt::Debug for SessionRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionRow").field("user", &self.user).field("device", &self.device).finish_non_exhaustive()
    }
}
