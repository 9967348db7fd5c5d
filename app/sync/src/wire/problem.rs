//! An error of the API: a code that the phone has words for, and a detail for whoever reads a log.

use serde::{Deserialize, Serialize};

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Which sort; screens choose their words by it.
    pub code: ProblemCode,
    /// For the log, in English, without secrets.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// Try again after this many seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
}

/// Sorts of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// Wrong phone number or password.
    WrongCredentials,
    /// No session, or it has expired: recording goes on, sending waits for a login.
    LoggedOut,
    /// The session may not do this.
    Forbidden,
    /// The password was given by somebody else: recording and sending wait until its owner has changed it.
    PasswordDue,
    /// The device was taken out of use: it sends what it holds and erases the rest.
    DeviceRevoked,
    /// Too many tries.
    Throttled,
    /// The request is larger than the limit.
    TooLarge,
    /// The request cannot be read.
    Malformed,
    /// No such thing, or not for this session: the two are not told apart.
    NotFound,
    /// The state of the thing does not allow it.
    Conflict,
    /// The client is too old to be understood.
    Outdated,
    /// The server is busy; nothing was done.
    Busy,
    /// The server failed; nothing was acknowledged.
    Internal,
}
