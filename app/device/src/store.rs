//! IndexedDB, as thin as it can be: connections that heal, transactions that say how durable they are,
//! requests that can be waited for. The one place that talks to the browser's store.

mod connection;
mod request;
pub(crate) mod row;
pub(crate) mod schema;
mod transaction;

pub(crate) use connection::{Database, Durability};
pub(crate) use request::Ask;
pub(crate) use transaction::Transaction;
