//! Tables for a spreadsheet: who is being talked to, and what was agreed. Written for managers; a row is in it if the
//! session holds its scope.

mod agreements;
mod candidates;
mod csv;

use crate::account::Signed;
use crate::api::{ApiError, AppState};
use axum::Router;
use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::records::Record;
use futures::stream;
use std::convert::Infallible;
use utoipa::OpenApi;

/// The routes.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/export/candidates.csv", get(candidates::candidates))
        .route("/export/agreements.csv", get(agreements::agreements))
}

#[derive(OpenApi)]
#[openapi(paths(candidates::candidates, agreements::agreements))]
struct Docs;

pub(crate) fn docs() -> utoipa::openapi::OpenApi {
    Docs::openapi()
}

/// Rows that are written at once: a table of any length takes as little memory as that.
const AT_ONCE: usize = 256;

/// The records of a kind that the session holds.
async fn held<R: Record>(state: &AppState, signed: &Signed) -> Result<Vec<R>, ApiError> {
    // What leaves as a file is looked after by nobody any more: a rep has the same on the phone, where it can be taken back.
    if !signed.author.user.role.manages() {
        return Err(ApiError::Forbidden("tables are for managers"));
    }
    let all = state.store.all_of(R::KIND).await?;
    let held = all.iter().filter_map(R::from_any).filter(|record| signed.scopes.contains(&record.scope()));
    Ok(held.cloned().collect())
}

/// A table as a file. Its rows are made while it is sent.
fn table<R: Send + 'static>(
    name: &str,
    head: &'static [&'static str],
    records: Vec<R>,
    row: impl Fn(&R) -> Vec<String> + Send + 'static,
) -> Response {
    let mut left = records.into_iter();
    let mut begun = false;
    let parts = std::iter::from_fn(move || {
        let mut part = String::new();
        if !std::mem::replace(&mut begun, true) {
            part.push_str(csv::BEGINNING);
            csv::line(&mut part, head.iter().copied());
        }
        for record in left.by_ref().take(AT_ONCE) {
            csv::line(&mut part, row(&record).iter().map(String::as_str));
        }
        (!part.is_empty()).then_some(Ok::<_, Infallible>(part))
    });
    let kept = format!("attachment; filename=\"{name}.csv\"");
    let head = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, kept),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (head, Body::from_stream(stream::iter(parts))).into_response()
}
