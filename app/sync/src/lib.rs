//! The sync protocol as pure functions and plain types.
//!
//! [`wire`] is what travels, [`body`] is a command as it is frozen on the phone, [`server`] decides what
//! arrives, [`client`] is the phone's outbox, cursor and overlay, [`digest`] is the
//! rows of a scope as one number, [`proof`] is what a photo's proof says and how it is
//! checked, [`parcel`] is an outbox as a file that somebody else carries. Nothing here reads a clock, a disk or a network:
//! the device crate and the server carry these decisions out.
//!
//! # What is promised, and the test that holds it
#![doc = include_str!("../PROMISES.md")]

pub mod body;
pub mod client;
pub mod digest;
pub mod limits;
pub mod parcel;
pub mod proof;
pub mod server;
pub mod wire;

pub use body::{Body, ContentHash, Link};
