//! The HTTP API: what every request passes on its way in and out, and what holds the areas together.

mod guard;
mod headers;
mod health;
mod input;
mod metrics;
mod observe;
mod openapi;
mod page;
mod problem;
mod router;
mod state;

pub use headers::content_security_policy;
pub use input::Input;
pub use metrics::Metrics;
pub use openapi::openapi;
pub use problem::{ApiError, with_causes};
pub use router::router;
pub use state::{AppState, Parts};
