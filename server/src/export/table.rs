//! A list as a file: as text, or as an Excel workbook. It is read page by page, and written as it is read, so that a list of
//! any length takes as little memory as a short one.

use super::cell::Cell;
use super::csv;
use super::known::Known;
use super::pages::Pages;
use super::workbook::{self, Workbook};
use crate::account::Signed;
use crate::api::{ApiError, AppState};
use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::Scope;
use domain::records::Record;
use domain::time::Offset;
use futures::{StreamExt, stream};
use jiff::civil::Date;
use store::StoreError;
use tokio_util::io::ReaderStream;

/// A record that is a row of a list.
pub(crate) trait Row: Record {
    /// What the sheet of the workbook is called.
    const SHEET: &'static str;
    /// The headings.
    const HEAD: &'static [&'static str];

    /// Whether its cells name shops.
    const NAMES_OUTLETS: bool = false;

    /// Whether it can be in a scope: what else a session holds is not even looked at.
    fn may_be_in(scope: Scope) -> bool;

    /// The day that it is of, for lists that are asked for from one day to another.
    fn day(&self, _: Offset) -> Option<Date> {
        None
    }

    /// Whether it belongs to the list.
    fn counts(&self) -> bool {
        true
    }

    /// Its cells, one for each heading.
    fn cells(&self, known: &Known) -> Vec<Cell>;
}

/// As what it is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Csv,
    Xlsx,
}

/// From which day to which, both included.
#[derive(Clone, Copy, Debug, Default, serde::Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Window {
    /// The first day.
    #[param(value_type = Option<String>, example = "2026-11-01")]
    pub from: Option<Date>,
    /// The last day.
    #[param(value_type = Option<String>, example = "2026-11-30")]
    pub to: Option<Date>,
}

impl Window {
    /// Whether a day lies in it.
    pub fn holds(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// A list as a file.
pub(super) async fn file<R: Row>(
    state: &AppState,
    signed: &Signed,
    name: &str,
    format: Format,
    window: Window,
) -> Result<Response, ApiError> {
    let known = Known::read(state, signed, R::NAMES_OUTLETS).await?;
    let fits =
        move |record: &R, offset: Offset| record.counts() && record.day(offset).is_none_or(|day| window.holds(day));
    let mut pages = Pages::of(state, signed, R::may_be_in);
    let name = format!("{name}-{}", signed.now.date(state.offset));
    // The first page is read before anything is said: whatever is wrong with the database is still an answer then.
    let first: Vec<R> = pages.next().await?;
    match format {
        Format::Csv => {
            let mut begin = csv::BEGINNING.to_owned();
            csv::line(&mut begin, R::HEAD.iter().copied());
            let write = move |text: &mut String, records: &[R], known: &Known| {
                for record in records.iter().filter(|record| fits(record, known.offset)) {
                    let cells: Vec<String> = record.cells(known).iter().map(Cell::words).collect();
                    csv::line(text, cells.iter().map(String::as_str));
                }
            };
            write(&mut begin, &first, &known);
            let rest = stream::try_unfold((pages, known), move |(mut pages, known)| async move {
                if !pages.more {
                    return Ok(None);
                }
                let records: Vec<R> =
                    pages.next().await.inspect_err(|error| tracing::error!(%error, "a list was cut off"))?;
                let mut part = String::new();
                write(&mut part, &records, &known);
                Ok::<_, StoreError>(Some((part, (pages, known))))
            });
            let parts = stream::once(async { Ok(begin) }).chain(rest);
            Ok(attached("text/csv; charset=utf-8", &format!("{name}.csv"), Body::from_stream(parts)))
        }
        Format::Xlsx => {
            let book = Workbook::begin(R::SHEET, R::HEAD);
            let mut records = first;
            loop {
                let rows =
                    records.iter().filter(|record| fits(record, known.offset)).map(|record| record.cells(&known));
                book.rows(rows.collect()).await?;
                if !pages.more {
                    break;
                }
                records = pages.next().await?;
            }
            book_of(&name, book).await
        }
    }
}

/// A workbook that is written, as an answer.
pub(super) async fn book_of(name: &str, book: Workbook) -> Result<Response, ApiError> {
    let file = tokio::fs::File::from_std(book.end().await?);
    Ok(attached(workbook::TYPE, &format!("{name}.xlsx"), Body::from_stream(ReaderStream::new(file))))
}

/// An answer that is kept as a file, and by nobody on the way.
pub(super) fn attached(kind: &'static str, name: &str, body: Body) -> Response {
    let head = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (head, body).into_response()
}
