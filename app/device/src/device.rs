//! The one handle that screens hold, and what all its clones share.

mod handle;
mod inner;
mod log_in;

pub use handle::Device;
pub(crate) use inner::{AFTER_START, Inner};
