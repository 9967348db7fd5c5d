//! What a backend can do, in three areas.

mod accounts;
mod photos;
mod records;

pub use accounts::Accounts;
pub use photos::Photos;
pub use records::Records;

/// A backend. `Arc<dyn Store>` is what the server holds.
pub trait Store: Records + Accounts + Photos {}

impl<T: Records + Accounts + Photos> Store for T {}
