//! Handing a file in.

use super::carry::{Handed, carry};
use super::check::{check, hex, known};
use super::past;
use crate::account::Signed;
use crate::api::{ApiError, AppState};
use ::sync::limits::IMPORT_BYTES;
use ::sync::wire::{ImportAnswer, Problem, Unreadable};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::StatusCode;
use axum::routing::{delete, get, post};
use axum::{Json, Router};
use domain::rules::import::{Field, Sort};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// Files that are read at a time: each takes memory.
static READING: Semaphore = Semaphore::const_new(2);
/// How long a file waits for its turn.
const PATIENCE: Duration = Duration::from_secs(10);
/// Longest name of a file that is kept, in characters.
const FILE_NAME: usize = 200;

/// The routes.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/imports", get(past::list))
        .route("/imports/{sort}", post(hand_in))
        .route("/imports/of/{import}", delete(past::undo))
        .layer(DefaultBodyLimit::max(IMPORT_BYTES))
}

/// What is asked for with a file.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// What the file is called.
    #[serde(default)]
    name: String,
    /// What the columns are, in their order and separated by commas, where nothing stands for a column that is left out.
    columns: Option<String>,
    /// The `plan` of a dry run: then what it said is done.
    plan: Option<String>,
}

/// Who may import what: a region's own things its manager, what the whole company shares only who sees all of it.
pub(super) fn may(signed: &Signed, sort: Sort) -> Result<(), ApiError> {
    let role = signed.author.user.role;
    match sort {
        _ if !role.manages() => Err(ApiError::Forbidden("only managers import")),
        Sort::Products if !role.sees_all() => Err(ApiError::Forbidden("products are the whole company's")),
        _ => Ok(()),
    }
}

/// Hand in a table, CSV or XLSX. Without `plan` it is a dry run that writes nothing; with the `plan` that the dry run named,
/// all that it announced is written in one transaction, or nothing.
#[utoipa::path(post, path = "/api/v1/imports/{sort}", tag = "import",
    params(("sort" = String, Path, description = "`outlets`, `products`, `dealers`, `sub_distributors` or `routes`."), Asked),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 200, body = ImportAnswer),
        (status = 401, body = Problem, description = "No open session."),
        (status = 403, body = Problem, description = "Not for this role."),
        (status = 404, body = Problem, description = "No such table."),
        (status = 413, body = Problem, description = "Larger than 8 MB."),
        (status = 503, body = Problem, description = "Others are importing; come again."),
))]
pub(super) async fn hand_in(
    State(state): State<AppState>,
    signed: Signed,
    Path(sort): Path<String>,
    Query(asked): Query<Asked>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<ImportAnswer>, ApiError> {
    let sort = Sort::named(&sort).ok_or(ApiError::NotFound)?;
    may(&signed, sort)?;
    let body = body.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => ApiError::TooLarge,
        _ => ApiError::Malformed("the body ended before it was complete".to_owned()),
    })?;
    let columns = asked.columns.as_deref().map(|columns| fields(sort, columns));
    let Ok(Ok(_turn)) = timeout(PATIENCE, READING.acquire()).await else { return Err(ApiError::Busy) };
    let records = known(&state, &signed, sort).await?;
    let today = signed.now.date(state.offset);
    let read = tokio::task::spawn_blocking(move || {
        let hash = hex(&Sha256::digest(&body));
        check(sort, &body, columns, &records, today).map(|checked| (checked, hash))
    });
    let checked = match read.await {
        Ok(checked) => checked,
        // A reader of workbooks that panics has met a damaged one.
        Err(error) => {
            tracing::warn!(%error, "reading a table failed");
            Err(Unreadable::Broken)
        }
    };
    let (checked, hash) = match checked {
        Ok(checked) => checked,
        Err(why) => return Ok(Json(ImportAnswer::Unreadable { why })),
    };
    let Some(wanted) = asked.plan else { return Ok(Json(ImportAnswer::Checked(Box::new(checked.shown)))) };
    if wanted != checked.shown.plan || checked.plan.steps.is_empty() {
        return Ok(Json(ImportAnswer::Stale));
    }
    let name = asked.name.chars().filter(|letter| !letter.is_control()).take(FILE_NAME).collect();
    carry(&state, &signed, sort, Handed { name, hash }, checked.plan).await.map(Json)
}

/// Each field once: of two columns that are said to be the same, the first.
fn fields(sort: Sort, columns: &str) -> Vec<Option<Field>> {
    let mut fields: Vec<Option<Field>> = Vec::new();
    for column in columns.split(',') {
        let field = sort.fields().iter().copied().find(|field| field.name() == column);
        fields.push(field.filter(|field| !fields.contains(&Some(*field))));
    }
    fields
}
