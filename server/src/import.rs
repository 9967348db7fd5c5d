//! Import of tables of shops, products, partners and routes (F105): a file is read and weighed without a trace, shown, and then
//! written in one transaction that can be taken back. The rules are in `domain::rules::import`; here are the files, who may
//! do it, and the way to the writer.

mod bounded;
mod carry;
mod check;
mod past;
mod routes;
mod text;
mod workbook;

pub use routes::router;

use ::sync::wire::Unreadable;
use domain::rules::import::{Columns, Line, Sort, recognise};
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(paths(routes::hand_in, past::list, past::undo))]
struct Docs;

pub(crate) fn docs() -> utoipa::openapi::OpenApi {
    Docs::openapi()
}

/// The first bytes of a packed folder, which a workbook is.
const PACKED: &[u8] = b"PK\x03\x04";
/// The first bytes of a workbook of before 2007, and of one with a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";

/// The lines of a file's table, and what its columns are taken for. Of a workbook with several sheets it is the one whose
/// titles say most.
fn read(sort: Sort, bytes: &[u8]) -> Result<(Vec<Line>, Columns), Unreadable> {
    let sheets = if bytes.starts_with(PACKED) {
        workbook::sheets(bytes)?
    } else if bytes.starts_with(COMPOUND) {
        return Err(Unreadable::OldWorkbook);
    } else {
        vec![text::lines(bytes)?]
    };
    if sheets.iter().all(Vec::is_empty) {
        return Err(Unreadable::Empty);
    }
    let known = sheets.into_iter().filter_map(|lines| recognise(sort, &lines).map(|columns| (lines, columns)));
    let said = |columns: &Columns| columns.fields.iter().flatten().count();
    let best = known.reduce(|best, other| if said(&other.1) > said(&best.1) { other } else { best });
    best.ok_or(Unreadable::NoTitles)
}
