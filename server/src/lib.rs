//! The Lianying server as a library, so that tests run the very router that `main` serves.
//!
//! One folder per area, the words as in `domain`: [`account`] logs in, [`sync`] takes commands and gives records,
//! [`photo`] takes the bytes of photos, [`evidence`] proves them, [`agreement`] prints, [`export`] writes tables,
//! [`import`] reads them, [`reading`] is for other programs,
//! [`webhook`] tells them, [`trends`] counts what was done, [`site`] serves the app. [`api`] holds them together,
//! [`command_line`] is the binary's outside.

pub mod account;
pub mod agreement;
pub mod api;
pub mod clock;
pub mod command_line;
pub mod evidence;
pub mod export;
pub mod import;
pub mod photo;
pub mod reading;
pub mod site;
pub mod sync;
pub mod trends;
pub mod webhook;
