//! The visible sheets of a workbook.

use super::bounded::unpacked;
use ::sync::limits::{IMPORT_COLUMNS, IMPORT_ROWS};
use ::sync::wire::Unreadable;
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};
use domain::rules::import::Line;
use std::collections::BTreeMap;
use std::io::Cursor;

/// Most sheets that are looked at.
const SHEETS: usize = 20;

/// Each sheet with the rows that say something.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Vec<Line>>, Unreadable> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(unpacked(bytes)?)).map_err(broken)?;
    let visible = book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let tables = visible.filter(|sheet| sheet.typ == SheetType::WorkSheet).take(SHEETS);
    let names: Vec<String> = tables.map(|sheet| sheet.name.clone()).collect();
    names.iter().map(|name| sheet(&mut book, name)).collect()
}

fn sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Result<Vec<Line>, Unreadable> {
    let mut cells = book.worksheet_cells_reader(name).map_err(broken)?;
    // Cell by cell: a sheet that says to be as large as a sheet can be has no room made for it.
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let text = words(cell.get_value());
        if text.trim().is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= IMPORT_COLUMNS {
            return Err(Unreadable::TooMany);
        }
        let cells = rows.entry(row).or_default();
        cells.resize(cells.len().max(column + 1), String::new());
        cells[column] = text;
        if rows.len() > IMPORT_ROWS {
            return Err(Unreadable::TooMany);
        }
    }
    Ok(rows.into_iter().map(|(row, cells)| Line { number: row.saturating_add(1), cells }).collect())
}

/// What stands in a cell, as a text: a number as it is shown without a format.
fn words(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Int(number) => number.to_string(),
        // Without an exponent, whatever its length: 13803100001 is a phone number.
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        // #N/A and the like: nobody typed that.
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn broken(error: impl std::fmt::Display) -> Unreadable {
    tracing::info!(%error, "a workbook cannot be read");
    Unreadable::Broken
}
