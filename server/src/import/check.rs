//! A dry run: a file and what there is, and what the one would make of the other.

use super::read;
use crate::account::Signed;
use crate::api::{ApiError, AppState};
use ::sync::limits::{IMPORT_COLUMNS, IMPORT_FAULTS, IMPORT_SHOWN};
use ::sync::wire::{ImportChange, ImportCheck, ImportColumn, Unreadable};
use domain::Kind;
use domain::records::AnyRecord;
use domain::rules::import::{Columns, Field, Known, Line, Plan, Sort, plan};
use jiff::civil::Date;
use sha2::{Digest, Sha256};

/// What came of it: what is shown, and what would be written.
pub(super) struct Checked {
    pub shown: ImportCheck,
    pub plan: Plan,
}

/// The records that tables of a sort are held against, as far as the session holds them.
pub(super) async fn known(state: &AppState, signed: &Signed, sort: Sort) -> Result<Vec<AnyRecord>, ApiError> {
    let mut kinds = vec![Kind::Region, Kind::Territory];
    kinds.extend(match sort {
        Sort::Outlets => &[Kind::Dealer, Kind::SubDistributor, Kind::Outlet][..],
        Sort::Products => &[Kind::Product],
        Sort::Dealers => &[Kind::Dealer],
        Sort::SubDistributors => &[Kind::Dealer, Kind::SubDistributor],
        Sort::Routes => &[Kind::User, Kind::Assignment, Kind::Outlet, Kind::JourneyPlan],
    });
    let mut known = Vec::new();
    for kind in kinds {
        let all = state.store.all_of(kind).await?;
        known.extend(all.into_iter().filter(|record| signed.scopes.contains(&record.scope())));
    }
    Ok(known)
}

/// Reads and weighs, as things are on a day. `asked` says what the columns are, if somebody has put that right.
pub(super) fn check(
    sort: Sort,
    bytes: &[u8],
    asked: Option<Vec<Option<Field>>>,
    known: &[AnyRecord],
    today: Date,
) -> Result<Checked, Unreadable> {
    let (lines, mut columns) = read(sort, bytes)?;
    if let Some(mut fields) = asked {
        fields.truncate(IMPORT_COLUMNS);
        columns.fields = fields;
    }
    let known = Known::of(known);
    let below = &lines[columns.at + 1..];
    let keyed = columns.fields.contains(&Some(sort.key()));
    let plan = if keyed { plan(sort, below, &columns.fields, &known, today) } else { Plan::default() };
    let new = plan.steps.iter().filter(|step| step.before.is_none()).count();
    let changes = plan.steps.iter().take(IMPORT_SHOWN).map(|step| ImportChange {
        row: step.row,
        name: step.name(),
        new: step.before.is_none(),
        fields: step.changes(sort, &known),
    });
    let shown = ImportCheck {
        titles_at: lines.get(columns.at).map_or(1, |line| line.number),
        columns: shown_columns(&columns, below),
        lacks: (!keyed).then_some(sort.key()),
        rows: plan.rows,
        new: number(new),
        changed: number(plan.steps.len() - new),
        same: plan.same,
        wrong: plan.wrong,
        faults: plan.faults.iter().take(IMPORT_FAULTS).cloned().collect(),
        fault_count: number(plan.faults.len()),
        twins: plan.twins.iter().take(IMPORT_SHOWN).cloned().map(Into::into).collect(),
        changes: changes.collect(),
        plan: name_of(sort, &plan),
    };
    Ok(Checked { shown, plan })
}

pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn shown_columns(columns: &Columns, below: &[Line]) -> Vec<ImportColumn> {
    let sample = |at: usize| {
        let cells = below.iter().filter_map(|line| line.cells.get(at));
        cells.map(|cell| cell.trim()).find(|cell| !cell.is_empty()).map(|cell| cell.chars().take(40).collect())
    };
    let titles = columns.titles.iter().enumerate();
    titles
        .map(|(at, title)| ImportColumn {
            title: title.clone(),
            sample: sample(at).unwrap_or_default(),
            field: columns.fields.get(at).copied().flatten(),
        })
        .collect()
}

/// Names a plan: two that would write the same have the same name, and only they.
fn name_of(sort: Sort, plan: &Plan) -> String {
    let mut hash = Sha256::new();
    hash.update(sort.name());
    hash.update(plan.wrong.to_le_bytes());
    for step in &plan.steps {
        hash.update(step.row.to_le_bytes());
        for body in [step.before.as_ref().map(AnyRecord::body).unwrap_or_default(), step.after.body()] {
            hash.update((body.len() as u64).to_le_bytes());
            hash.update(body);
        }
    }
    hex(&hash.finalize())
}

/// Bytes as people write them.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
