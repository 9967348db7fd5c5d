//! Credentials and sessions. What is secret in them is stored as a hash, and `Debug` does not print it.

use domain::id::{DeviceId, UserId};
use domain::rules::accounts::AccountAct;
use domain::time::Moment;
use std::fmt;
use sync::wire::Unsent;

/// How a user proves who they are.
#[derive(Clone, PartialEq, Eq)]
pub struct Credential {
    /// Who.
    pub user: UserId,
    /// The phone number they log in with, digits only; nobody else's.
    pub phone: String,
    /// The argon2id hash of the password, in PHC format.
    pub password_hash: String,
    /// Somebody else gave it, and its owner has not changed it yet: until then they are served nothing else.
    pub given: bool,
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
    /// The password of its user was given by somebody else: read with it, and never written.
    pub password_due: bool,
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

/// A device that is taken out of use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevokedDevice {
    /// Whose.
    pub user: UserId,
    /// Which.
    pub device: DeviceId,
    /// Who did it.
    pub by: UserId,
    /// When.
    pub at: Moment,
}

/// A device as far as it was heard of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownDevice {
    /// Which.
    pub device: DeviceId,
    /// Whose.
    pub user: UserId,
    /// At which number they are called.
    pub number: Option<String>,
    /// What it calls itself.
    pub name: String,
    /// When it was last heard of.
    pub last_seen: Moment,
    /// The last number that came.
    pub last_seq: u64,
    /// The number that its next command was to have.
    pub next_seq: u64,
    /// What it said that it held unsent.
    pub unsent: Option<Unsent>,
    /// How many refused commands its owner still has to see to, as it said.
    pub refused: u32,
    /// Photos that were still on it.
    pub photos_waiting: u32,
    /// Whether its browser promised not to clear its storage.
    pub persisted: Option<bool>,
    /// Server time minus its clock, in milliseconds.
    pub clock_offset: i64,
    /// Whether somebody is logged in on it.
    pub logged_in: bool,
    /// When it was taken out of use.
    pub revoked_at: Option<Moment>,
}

/// Somebody did something to an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountNote {
    /// Whose account.
    pub user: UserId,
    /// Who did it.
    pub by: UserId,
    /// When.
    pub at: Moment,
    /// What.
    pub act: AccountAct,
}
