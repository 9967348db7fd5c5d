//! The business of a joint-marketing alliance as pure functions.
//!
//! What exists is in [`records`], what can happen is in [`commands`], what is computed is in [`rules`].
//! The phone and the server call the same code: nothing here knows a screen, a network, a database,
//! a clock or a random source. Time and randomness are passed in.

pub mod code;
pub mod commands;
pub mod geo;
pub mod id;
pub mod language;
pub mod limits;
pub mod measure;
pub mod order;
pub mod records;
pub mod refusal;
pub mod rules;
pub mod scope;
pub mod time;
pub mod world;

pub use commands::{Changes, Command, Context, Decide};
pub use language::{Language, Words};
pub use records::{AnyRecord, Kind, Record, RecordKey};
pub use refusal::Refusal;
pub use scope::Scope;
pub use world::{Index, Need, World};
