//! The sync protocol against the real server: every law as a sentence.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod bad_items;
mod codes;
mod deliver;
mod digest;
mod exactly_once;
mod full;
mod ground;
mod hints;
mod key;
mod killed;
mod paging;
mod partners;
mod phone;
mod photos;
mod process;
mod quarantine;
mod restored;
mod routes;
mod scopes;
mod served;
mod setup;
mod team;
mod upload;
