//! What was imported, and taking it back.

use super::carry::{entry, unwritten};
use super::check::number;
use super::routes::may;
use crate::account::Signed;
use crate::api::{ApiError, AppState};
use crate::sync::ImportOutcome;
use ::sync::limits::IMPORT_SHOWN;
use ::sync::wire::{Hindrance, ImportEntry, ImportUndone, Problem};
use axum::Json;
use axum::extract::{Path, State};
use domain::rules::import::{Sort, name_of};
use store::{ImportNote, ImportRow};

/// Most imports that are looked through.
const LISTED: u32 = 200;

/// The imports that the session may take back, the last first.
#[utoipa::path(get, path = "/api/v1/imports", tag = "import", responses(
    (status = 200, body = Vec<ImportEntry>),
    (status = 401, body = Problem, description = "No open session."),
    (status = 403, body = Problem, description = "Not a manager."),
))]
pub(super) async fn list(State(state): State<AppState>, signed: Signed) -> Result<Json<Vec<ImportEntry>>, ApiError> {
    signed.managers_only("only managers import")?;
    let rows = state.store.imports(LISTED).await?;
    let directory = state.writer.directory().await;
    let mine = rows.iter().filter_map(|row| Some((row, theirs(&signed, row)?)));
    let named = mine.map(|(row, sort)| {
        let by = directory.user(row.by).map(|user| user.name.clone()).unwrap_or_default();
        entry(row, sort, by)
    });
    Ok(Json(named.collect()))
}

/// What its rows were, if the session holds everything that it wrote to.
fn theirs(signed: &Signed, row: &ImportRow) -> Option<Sort> {
    let sort = Sort::named(&row.sort)?;
    let holds = row.scopes.iter().all(|scope| signed.scopes.contains(scope));
    (holds && may(signed, sort).is_ok()).then_some(sort)
}

/// Take an import back: all of it, as long as nothing that it wrote was changed and nothing that it made was used since.
#[utoipa::path(delete, path = "/api/v1/imports/of/{import}", tag = "import",
    params(("import" = String, Path, description = "Its id.")),
    responses(
        (status = 200, body = ImportUndone),
        (status = 401, body = Problem, description = "No open session."),
        (status = 404, body = Problem, description = "No such import, or not for this session."),
))]
pub(super) async fn undo(
    State(state): State<AppState>,
    signed: Signed,
    Path(import): Path<String>,
) -> Result<Json<ImportUndone>, ApiError> {
    let id = import.parse().map_err(|_| ApiError::NotFound)?;
    let row = state.store.import(id).await?.ok_or(ApiError::NotFound)?;
    theirs(&signed, &row).ok_or(ApiError::NotFound)?;
    let by = signed.author.user.id;
    let outcome = state.writer.import(ImportNote::Undone(id, by, signed.now)).await.map_err(unwritten)?;
    let hindered = match outcome {
        ImportOutcome::Done => {
            tracing::info!(%id, %by, "an import was taken back");
            return Ok(Json(ImportUndone::Done));
        }
        ImportOutcome::Hindered(hindered) => hindered,
    };
    let by = hindered.iter().take(IMPORT_SHOWN).map(|(record, used_in)| Hindrance {
        name: name_of(record),
        used_in: used_in.map(|kind| kind.name().to_owned()),
    });
    Ok(Json(ImportUndone::Hindered { by: by.collect(), count: number(hindered.len()) }))
}
