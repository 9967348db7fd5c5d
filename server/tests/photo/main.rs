//! Photos: how they come in, whatever the line does, and who may look at them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod look;
mod pieces;
mod refuse;
mod resume;
#[path = "../support/mod.rs"]
mod support;
