//! The sync protocol as pure functions and plain types.
//!
//! [`wire`] is what travels, [`body`] is a command as it is frozen on the phone, [`server`] decides what
//! arrives, [`client`] is the phone's outbox, cursor and overlay, [`proof`] is what a photo's proof says and how it is
//! checked. Nothing here reads a clock, a disk or a network:
//! the device crate and the server carry these decisions out.
//!
//! # What is promised, and the test that holds it
#![doc = include_str!("../PROMISES.md")]

pub mod body;
pub mod client;
pub mod limits;
pub mod proof;
pub mod server;
pub mod parcel;
pub mod wire;

pub use body::{Body, ContentHash, Link};
