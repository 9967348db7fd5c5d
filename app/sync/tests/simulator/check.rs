//! What is looked at, during a run and after it.

pub mod laws;
pub mod ledger;
pub mod model;
