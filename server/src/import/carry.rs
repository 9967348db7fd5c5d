//! Carrying an import out: ids for what is new, a note of who did it with which file, and one write.

use super::check::number;
use crate::account::Signed;
use crate::api::{ApiError, AppState};
use crate::clock::random;
use crate::sync::{ImportOutcome, WriteError};
use ::sync::wire::{ImportAnswer, ImportEntry};
use domain::Scope;
use domain::id::{ImportId, new_uuid};
use domain::rules::import::{Plan, Sort};
use std::collections::BTreeSet;
use store::{ImportNote, ImportRow, ImportStep};

/// The file that was handed in.
pub(super) struct Handed {
    pub name: String,
    pub hash: String,
}

/// See the module.
pub(super) async fn carry(
    state: &AppState,
    signed: &Signed,
    sort: Sort,
    file: Handed,
    plan: Plan,
) -> Result<ImportAnswer, ApiError> {
    let millis = u64::try_from(signed.now.0).unwrap_or_default();
    let fresh =
        || random().map(|random| new_uuid(millis, random)).map_err(|error| ApiError::internal(error.to_string()));
    let new = number(plan.steps.iter().filter(|step| step.before.is_none()).count());
    let mut steps = Vec::with_capacity(plan.steps.len());
    for step in plan.steps {
        let step = step.with_id(fresh()?);
        steps.push(ImportStep { before: step.before, after: step.after });
    }
    let scopes: BTreeSet<Scope> = steps.iter().map(|step| step.after.scope()).collect();
    if !scopes.iter().all(|scope| signed.scopes.contains(scope)) {
        return Err(ApiError::Forbidden("a row belongs to a scope of somebody else"));
    }
    let row = ImportRow {
        id: ImportId(fresh()?),
        sort: sort.name().to_owned(),
        file: file.name,
        hash: file.hash,
        by: signed.author.user.id,
        at: signed.now,
        new,
        changed: number(steps.len()).saturating_sub(new),
        left_out: plan.wrong,
        scopes: scopes.into_iter().collect(),
        undone: None,
    };
    let entry = entry(&row, sort, signed.author.user.name.clone());
    let (id, by) = (row.id, row.by);
    let written = state.writer.import(ImportNote::Made(Box::new(row), steps)).await.map_err(unwritten)?;
    if written != ImportOutcome::Done {
        return Ok(ImportAnswer::Stale);
    }
    tracing::info!(%id, %by, new = entry.new, changed = entry.changed, "a table was imported");
    Ok(ImportAnswer::Done(entry))
}

/// An import as a screen lists it.
pub(super) fn entry(row: &ImportRow, sort: Sort, by: String) -> ImportEntry {
    ImportEntry {
        id: row.id,
        sort,
        file: row.file.clone(),
        hash: row.hash.clone(),
        at: row.at,
        by,
        new: row.new,
        changed: row.changed,
        left_out: row.left_out,
        undone_at: row.undone.map(|(_, at)| at),
    }
}

pub(super) fn unwritten(error: WriteError) -> ApiError {
    match error {
        WriteError::Failed(error) => error.into(),
        WriteError::Busy | WriteError::NotTheirDevice | WriteError::NoAccount => ApiError::Busy,
    }
}
