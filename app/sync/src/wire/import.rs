//! Importing a table (F105): what a dry run found, what was done, and taking it back.

use domain::id::ImportId;
use domain::rules::import::{Change, Fault, Field, Sort, Twin};
use domain::time::Moment;
use serde::{Deserialize, Serialize};

/// What became of a file that was handed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum ImportAnswer {
    /// A dry run: nothing was written.
    Checked(Box<ImportCheck>),
    /// The file is no table that can be read. Nothing was written.
    Unreadable {
        /// Why.
        why: Unreadable,
    },
    /// It would no longer do what the dry run said, because something has changed since. Nothing was written.
    Stale,
    /// All of it is written.
    Done(ImportEntry),
}

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unreadable {
    /// A workbook of before 2007.
    OldWorkbook,
    /// A workbook that is damaged, protected with a password, or none.
    Broken,
    /// Unpacked it would be larger than the limit.
    TooLarge,
    /// More rows or columns than the limit.
    TooMany,
    /// Neither UTF-8 nor GBK.
    Coding,
    /// There is nothing in it.
    Empty,
    /// No row has titles that are known.
    NoTitles,
}

/// What a dry run found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportCheck {
    /// The row with the titles, as the spreadsheet counts.
    pub titles_at: u32,
    /// The columns, and what each is taken for.
    pub columns: Vec<ImportColumn>,
    /// The field by which rows are known again, if no column says it: then nothing can be imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub lacks: Option<Field>,
    /// Rows that say something.
    pub rows: u32,
    /// How many of them make something new.
    pub new: u32,
    /// How many change something.
    pub changed: u32,
    /// How many change nothing.
    pub same: u32,
    /// How many cannot be taken.
    pub wrong: u32,
    /// What is wrong with them, the first some thousands.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<Object>))]
    pub faults: Vec<Fault>,
    /// How many faults there are in all.
    pub fault_count: u32,
    /// New shops that may be there under another code, the first ones.
    pub twins: Vec<ImportTwin>,
    /// What would change, the first ones.
    pub changes: Vec<ImportChange>,
    /// Names exactly this: whoever imports says it, and gets what was shown or nothing.
    pub plan: String,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportColumn {
    /// Its title.
    pub title: String,
    /// What stands in it first.
    pub sample: String,
    /// What it is taken for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub field: Option<Field>,
}

/// A row and what it would change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportChange {
    /// The row, as the spreadsheet counts.
    pub row: u32,
    /// Of what.
    pub name: String,
    /// Whether it makes something new.
    pub new: bool,
    /// Field by field.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<Object>))]
    pub fields: Vec<Change>,
}

/// A new shop that may be one that is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportTwin {
    /// The row.
    pub row: u32,
    /// Its name there.
    pub name: String,
    /// The code of the other.
    pub code: String,
    /// Its name.
    pub known: String,
}

impl From<Twin> for ImportTwin {
    fn from(Twin { row, name, code, known }: Twin) -> Self {
        Self { row, name, code, known }
    }
}

/// An import that was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportEntry {
    /// Its id.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub id: ImportId,
    /// What its rows were.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub sort: Sort,
    /// The name of the file.
    pub file: String,
    /// The SHA-256 of its bytes.
    pub hash: String,
    /// When, by the server's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub at: Moment,
    /// Who.
    pub by: String,
    /// How many things it made.
    pub new: u32,
    /// How many it changed.
    pub changed: u32,
    /// How many rows were left out because something was wrong with them.
    pub left_out: u32,
    /// When it was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<i64>))]
    pub undone_at: Option<Moment>,
}

/// What became of taking an import back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum ImportUndone {
    /// All is as it was before.
    Done,
    /// Something that it made or changed was changed or used since. Nothing was taken back.
    Hindered {
        /// By what, the first ones.
        by: Vec<Hindrance>,
        /// How many in all.
        count: u32,
    },
}

/// Why an import cannot be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hindrance {
    /// Of what.
    pub name: String,
    /// The kind of what uses it; none if it was changed itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used_in: Option<String>,
}
