//! What a backend can do, in eight areas.

mod accounts;
mod evidence;
mod imports;
mod photos;
mod records;
mod tokens;
mod trends;
mod webhooks;

pub use accounts::Accounts;
pub use evidence::Evidence;
pub use imports::Imports;
pub use photos::Photos;
pub use records::Records;
pub use tokens::Tokens;
pub use trends::Trends;
pub use webhooks::Webhooks;

/// A backend. `Arc<dyn Store>` is what the server holds.
pub trait Store: Records + Accounts + Photos + Evidence + Imports + Tokens + Trends + Webhooks {}

impl<T: Records + Accounts + Photos + Evidence + Imports + Tokens + Trends + Webhooks> Store for T {}
