//! The agreement as a document and on the page for whoever holds it, and tables for a spreadsheet: what stands in them,
//! and who may have them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod compare;
mod document;
mod export;
mod lists;
mod scene;
#[path = "../support/mod.rs"]
mod support;
