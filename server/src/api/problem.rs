//! Errors of the API: a [`Problem`] for the client, and the cause for the log.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::error::Error;
use std::io::ErrorKind;
use store::StoreError;
use sync::wire::{Problem, ProblemCode};

/// What a handler fails with.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// Wrong phone number or password: which of them is not said.
    #[error("wrong phone number or password")]
    WrongCredentials,
    /// No session, or one that has ended.
    #[error("no open session")]
    LoggedOut,
    /// The session may not do this.
    #[error("{0}")]
    Forbidden(&'static str),
    /// The password was given by somebody else and has to be changed first.
    #[error("the password has to be changed first")]
    PasswordDue,
    /// The device was taken out of use.
    #[error("this device was taken out of use")]
    Revoked,
    /// Too many tries; again after some seconds.
    #[error("too many tries")]
    Throttled {
        /// Seconds.
        after: u64,
    },
    /// Larger than the limit.
    #[error("larger than the limit")]
    TooLarge,
    /// Cannot be read.
    #[error("{0}")]
    Malformed(String),
    /// The body is of another type than the resource takes.
    #[error("{0}")]
    OtherType(&'static str),
    /// Not there, or not for this session.
    #[error("not found")]
    NotFound,
    /// The resource does not know this method.
    #[error("this method is not allowed here")]
    OtherMethod,
    /// The state of the thing does not allow it.
    #[error("{0}")]
    Conflict(&'static str),
    /// The bytes are not those that were announced.
    #[error("the bytes do not have the announced hash")]
    WrongHash,
    /// The client speaks a version of tus that this server does not.
    #[error("this server speaks tus 1.0.0")]
    OtherTus,
    /// The client's protocol is too old.
    #[error("the oldest protocol still answered is {}", sync::limits::MIN_PROTOCOL)]
    Outdated,
    /// Busy; nothing was done.
    #[error("busy")]
    Busy,
    /// It took too long; nothing was acknowledged.
    #[error("it took too long")]
    TooSlow,
    /// The disk of the server is full; nothing was acknowledged.
    #[error("the server has no room left")]
    NoRoom(#[source] Box<dyn Error + Send + Sync>),
    /// The server failed.
    #[error("the server failed")]
    Internal(#[source] Box<dyn Error + Send + Sync>),
}

/// 460, the status that tus gives to bytes that are not what they should be.
const CHECKSUM_MISMATCH: u16 = 460;
/// How long a client waits before it asks a busy server again, in seconds.
const BUSY_SECONDS: u64 = 2;
/// The same for one that is full: somebody has to make room first.
const FULL_SECONDS: u64 = 60;

impl ApiError {
    /// A failure of the server itself.
    pub fn internal(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Internal(cause.into())
    }

    /// A file that could not be read or written.
    pub fn of_file(error: std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::NoRoom(error.into()),
            _ => Self::internal(error),
        }
    }

    /// The error behind a status that somebody else gave: a layer, or axum itself.
    pub(super) fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::OtherMethod,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::OtherType("the body is of another type or coding"),
            StatusCode::SERVICE_UNAVAILABLE => Self::TooSlow,
            status if status.is_client_error() => Self::Malformed("the request cannot be read".to_owned()),
            status => Self::internal(format!("a layer answered {status}")),
        }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::WrongCredentials | Self::LoggedOut => StatusCode::UNAUTHORIZED,
            Self::Forbidden(_) | Self::PasswordDue | Self::Revoked => StatusCode::FORBIDDEN,
            Self::Throttled { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Malformed(_) => StatusCode::BAD_REQUEST,
            Self::OtherType(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::OtherMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::WrongHash => StatusCode::from_u16(CHECKSUM_MISMATCH).unwrap_or(StatusCode::CONFLICT),
            Self::OtherTus => StatusCode::PRECONDITION_FAILED,
            Self::Outdated => StatusCode::UPGRADE_REQUIRED,
            Self::Busy | Self::TooSlow => StatusCode::SERVICE_UNAVAILABLE,
            Self::NoRoom(_) => StatusCode::INSUFFICIENT_STORAGE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What the client is told.
    #[must_use]
    pub fn problem(&self) -> Problem {
        let code = match self {
            Self::WrongCredentials => ProblemCode::WrongCredentials,
            Self::LoggedOut => ProblemCode::LoggedOut,
            Self::Forbidden(_) => ProblemCode::Forbidden,
            Self::PasswordDue => ProblemCode::PasswordDue,
            Self::Revoked => ProblemCode::DeviceRevoked,
            Self::Throttled { .. } => ProblemCode::Throttled,
            Self::TooLarge => ProblemCode::TooLarge,
            Self::Malformed(_) | Self::OtherType(_) | Self::OtherMethod | Self::OtherTus => ProblemCode::Malformed,
            Self::NotFound => ProblemCode::NotFound,
            Self::Conflict(_) | Self::WrongHash => ProblemCode::Conflict,
            Self::Outdated => ProblemCode::Outdated,
            Self::Busy | Self::TooSlow | Self::NoRoom(_) => ProblemCode::Busy,
            Self::Internal(_) => ProblemCode::Internal,
        };
        let retry_after = match self {
            Self::Throttled { after } => Some(*after),
            Self::Busy | Self::TooSlow => Some(BUSY_SECONDS),
            Self::NoRoom(_) => Some(FULL_SECONDS),
            _ => None,
        };
        Problem { code, detail: self.to_string(), retry_after }
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NoRoom(_) => Self::NoRoom(error.into()),
            error => Self::internal(error),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        if let Self::Internal(cause) | Self::NoRoom(cause) = &self {
            tracing::error!(cause = %with_causes(cause.as_ref()), "a request failed");
        }
        let problem = self.problem();
        let wait = problem.retry_after;
        let mut response = (self.status(), Json(problem)).into_response();
        if let Some(seconds) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// An error and everything that led to it, in one line for the log.
#[must_use]
pub fn with_causes(error: &(dyn Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}
