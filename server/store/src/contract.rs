//! What a backend can do, in four areas.

mod accounts;
mod evidence;
mod photos;
mod records;

pub use accounts::Accounts;
pub use evidence::Evidence;
pub use photos::Photos;
pub use records::Records;

/// A backend. `Arc<dyn Store>` is what the server holds.
pub trait Store: Records + Accounts + Photos + Evidence {}

impl<T: Records + Accounts + Photos + Evidence> Store for T {}
