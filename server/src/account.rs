//! Logging in, sessions and devices. The secret parts (passwords, tokens) are only ever stored as hashes;
//! who a user is and where they are posted are records like any other.

mod caller;
mod devices;
mod log_in;
mod own_password;
mod password;
mod people;
mod routes;
mod signed;
mod throttle;
mod token;

pub use caller::Caller;
pub use password::{Passwords, hash_password};
pub use routes::router;
pub use signed::{Entered, Sender, Signed};

pub(crate) use routes::docs;
pub(crate) use throttle::Guesses;
pub(crate) use token::{new_token, token_hash};

use domain::time::DAY;
use tokio::sync::Mutex;

/// What logging in needs besides the store.
pub struct Accounts {
    /// The checking of passwords.
    pub passwords: Passwords,
    /// How long a session lasts after its last use, in milliseconds.
    pub session_millis: i64,
    /// For how many days phones keep what is confirmed.
    pub keep_days: u16,
    /// Whether the cookie is marked `Secure`.
    pub secure_cookies: SecureCookies,
    /// Held while an account is read and changed, so that of two changes neither takes back the other.
    pub changing: Mutex<()>,
}

/// When the session cookie is marked `Secure`, so that it never travels unencrypted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum SecureCookies {
    /// When the page that logs in came over HTTPS: the browser says so in `Origin`.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Accounts {
    /// With sessions of so many days, and phones that keep what is confirmed for so many.
    #[must_use]
    pub fn new(passwords: Passwords, session_days: u16, keep_days: u16, secure_cookies: SecureCookies) -> Self {
        Self {
            passwords,
            session_millis: i64::from(session_days) * DAY,
            keep_days,
            secure_cookies,
            changing: Mutex::new(()),
        }
    }
}
