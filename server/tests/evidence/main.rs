//! Evidence: what a phone signs, what the server says of it, and that whatever was changed afterwards is found.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../sync/ground.rs"]
#[allow(dead_code, reason = "made for the tests of the protocol")]
mod ground;
#[path = "../sync/key.rs"]
mod key;
#[path = "../sync/phone.rs"]
#[allow(dead_code, reason = "made for the tests of the protocol")]
mod phone;
mod proof;
mod scene;
#[path = "../sync/served.rs"]
#[allow(dead_code, reason = "made for the tests of the protocol")]
mod served;
mod verify;
