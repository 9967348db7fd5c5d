//! What a backend can do, in five areas.

mod accounts;
mod evidence;
mod photos;
mod records;
mod trends;

pub use accounts::Accounts;
pub use evidence::Evidence;
pub use photos::Photos;
pub use records::Records;
pub use trends::Trends;

/// A backend. `Arc<dyn Store>` is what the server holds.
pub trait Store: Records + Accounts + Photos + Evidence + Trends {}

impl<T: Records + Accounts + Photos + Evidence + Trends> Store for T {}
