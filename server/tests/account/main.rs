//! Logging in, sessions and devices, and who is let in at all.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod devices;
mod guard;
mod log_in;
mod own_password;
mod people;
mod sessions;
#[path = "../support/mod.rs"]
mod support;
