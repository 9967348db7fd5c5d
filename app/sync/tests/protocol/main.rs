//! The protocol as pure functions: what the server makes of a push, how versions are counted,
//! what the phone sends, keeps and shows.

#![allow(clippy::unwrap_used, reason = "a test may panic: that is how it fails")]

mod chain;
mod check;
mod desk;
mod effect;
mod keep;
mod outbox;
mod overlay;
mod paging;
mod parcel;
mod replica;
mod room;
mod scene;
mod traffic;
mod versions;
mod wire;
