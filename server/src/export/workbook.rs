//! A workbook that is written row by row into a file that nobody else sees: a list of any length takes as little memory as
//! a short one. Writing blocks, so it has a thread of its own.

use super::cell::Cell;
use crate::api::ApiError;
use rust_xlsxwriter::{Format, XlsxError};
use std::fs::File;
use std::io::{Seek, SeekFrom};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// What a browser calls it.
pub const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Excel has no longer cell.
const CELL_CHARS: usize = 32_767;
/// Excel has no longer sheet.
const ROWS: u32 = 1_048_576;

/// What can go wrong with it.
#[derive(Debug, thiserror::Error)]
enum BookError {
    #[error("the workbook could not be written")]
    Xlsx(#[from] XlsxError),
    #[error("the file of the workbook failed")]
    Io(#[from] std::io::Error),
    #[error("a workbook has room for {ROWS} rows")]
    TooLong,
}

/// See the module.
pub(super) struct Workbook {
    rows: mpsc::Sender<Vec<Vec<Cell>>>,
    writing: JoinHandle<Result<File, BookError>>,
}

impl Workbook {
    /// Begins one with a sheet and its headings.
    pub fn begin(sheet: &'static str, head: &'static [&'static str]) -> Self {
        // Two pages: one is written while the next is read.
        let (rows, arriving) = mpsc::channel(2);
        Self { rows, writing: tokio::task::spawn_blocking(move || write(sheet, head, arriving)) }
    }

    /// Adds rows.
    ///
    /// # Errors
    /// None of its own: when writing has failed, `end` says how.
    pub async fn rows(&self, rows: Vec<Vec<Cell>>) -> Result<(), ApiError> {
        // Whoever writes has given up if nobody takes them.
        drop(self.rows.send(rows).await);
        Ok(())
    }

    /// The file, from its beginning.
    ///
    /// # Errors
    /// When it could not be written, or is longer than Excel can read.
    pub async fn end(self) -> Result<File, ApiError> {
        drop(self.rows);
        match self.writing.await.map_err(ApiError::internal)? {
            Ok(file) => Ok(file),
            Err(BookError::TooLong) => Err(ApiError::Malformed(format!(
                "a workbook has room for {ROWS} rows: ask for fewer days, or for the list as CSV"
            ))),
            Err(error) => Err(ApiError::internal(error)),
        }
    }
}

fn write(name: &str, head: &[&str], mut arriving: mpsc::Receiver<Vec<Vec<Cell>>>) -> Result<File, BookError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    let (bold, decimals) = (Format::new().set_bold(), Format::new().set_num_format("0.00"));
    for (words, column) in head.iter().zip(0..) {
        sheet.write_string_with_format(0, column, *words, &bold)?;
    }
    let mut at = 1;
    while let Some(rows) = arriving.blocking_recv() {
        for row in rows {
            if at >= ROWS {
                return Err(BookError::TooLong);
            }
            for (cell, column) in row.into_iter().zip(0..) {
                match cell {
                    Cell::Nothing => {}
                    Cell::Text(text) => drop(sheet.write_string(at, column, cut(text))?),
                    Cell::Count(count) => drop(sheet.write_number(at, column, count as f64)?),
                    Cell::Hundredths(hundredths) => {
                        sheet.write_number_with_format(at, column, hundredths as f64 / 100.0, &decimals)?;
                    }
                }
            }
            at += 1;
        }
    }
    let mut file = tempfile::tempfile()?;
    book.save_to_writer(&file)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(file)
}

/// As much of a text as a cell holds.
fn cut(text: String) -> String {
    if text.chars().count() <= CELL_CHARS { text } else { text.chars().take(CELL_CHARS).collect() }
}
