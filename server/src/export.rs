//! Tables for a spreadsheet: who is being talked to, and what was agreed. Written for managers; a row is in it if the
//! session holds its scope.

mod agreements;
mod candidates;
mod csv;
mod pages;
mod trends;
mod xlsx;

use crate::account::Signed;
use crate::api::{ApiError, AppState};
use axum::Router;
use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::records::Record;
use futures::{StreamExt, stream};
use pages::Pages;
use store::StoreError;
use utoipa::OpenApi;

/// The routes.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/export/candidates.csv", get(candidates::candidates))
        .route("/export/agreements.csv", get(agreements::agreements))
        .route("/export/trends.csv", get(trends::as_csv))
        .route("/export/trends.xlsx", get(trends::as_xlsx))
}

#[derive(OpenApi)]
#[openapi(paths(candidates::candidates, agreements::agreements, trends::as_csv, trends::as_xlsx))]
struct Docs;

pub(crate) fn docs() -> utoipa::openapi::OpenApi {
    Docs::openapi()
}

/// A table as a file, in the order in which its rows were last written. It is read and sent page by page: a table of any
/// length takes as little memory as one.
async fn table<R: Record>(
    state: &AppState,
    signed: &Signed,
    name: &str,
    head: &[&str],
    row: impl Fn(&R) -> Vec<String> + Send + 'static,
) -> Result<Response, ApiError> {
    // What leaves as a file is looked after by nobody any more: a rep has the same on the phone, where it can be taken back.
    if !signed.author.user.role.manages() {
        return Err(ApiError::Forbidden("tables are for managers"));
    }
    let mut begin = csv::BEGINNING.to_owned();
    csv::line(&mut begin, head.iter().copied());
    let mut pages = Pages::of(state, signed);
    // The first page is read before anything is said: whatever is wrong with the database is still an answer then.
    let records: Vec<R> = pages.next().await?;
    write(&mut begin, &records, &row);
    let rest = stream::try_unfold((pages, row), async |(mut pages, row)| {
        if !pages.more {
            return Ok(None);
        }
        let records: Vec<R> = pages.next().await.inspect_err(|error| tracing::error!(%error, "a table was cut off"))?;
        let mut part = String::new();
        write(&mut part, &records, &row);
        Ok::<_, StoreError>(Some((part, (pages, row))))
    });
    let parts = stream::once(async { Ok(begin) }).chain(rest);
    let kept = format!("attachment; filename=\"{name}.csv\"");
    let head = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, kept),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((head, Body::from_stream(parts)).into_response())
}

fn write<R>(text: &mut String, records: &[R], row: &impl Fn(&R) -> Vec<String>) {
    for record in records {
        csv::line(text, row(record).iter().map(String::as_str));
    }
}
