//! Import of shops, products, partners and routes from a table that people keep in a spreadsheet (F105): which column is what, what
//! stands in a cell, what is wrong with a row, and what the right rows would change. Nothing here reads a file or writes a
//! record: a dry run and the import itself are the same plan.

mod area;
mod calendar;
mod cell;
mod change;
mod columns;
mod fault;
mod field;
mod outlet;
mod partner;
mod plan;
mod product;
mod route;
mod row;
mod twin;
mod uses;

pub use change::{Change, name_of};
pub use columns::{Columns, recognise};
pub use fault::{Fault, Why};
pub use field::{Field, Sort};
pub use plan::{Known, Line, Plan, Step, Twin, plan};
pub use uses::{kinds as used_in_kinds, needs as used_in, uses, walked};
