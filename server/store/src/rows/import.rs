//! Imports of tables.

use domain::Scope;
use domain::id::{ImportId, UserId};
use domain::records::AnyRecord;
use domain::time::Moment;

/// An import that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// Its id.
    pub id: ImportId,
    /// What its rows were.
    pub sort: String,
    /// The name of the file.
    pub file: String,
    /// The SHA-256 of its bytes.
    pub hash: String,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Moment,
    /// How many things it made.
    pub new: u32,
    /// How many it changed.
    pub changed: u32,
    /// How many rows were left out.
    pub left_out: u32,
    /// The scopes that it wrote to.
    pub scopes: Vec<Scope>,
    /// Who took it back, and when.
    pub undone: Option<(UserId, Moment)>,
}

/// A record that an import wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportStep {
    /// As it was; none if it was new.
    pub before: Option<AnyRecord>,
    /// As it became.
    pub after: AnyRecord,
}

/// What a transaction notes of imports.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportNote {
    /// One was made.
    Made(Box<ImportRow>, Vec<ImportStep>),
    /// One was taken back.
    Undone(ImportId, UserId, Moment),
}
