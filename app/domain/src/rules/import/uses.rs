//! Whether something that an import made is in use: then it cannot be taken back.

use crate::records::{AnyRecord, Kind, RecordKey};
use crate::world::{Index, Need};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Kinds that are looked through whole: they are few, but for the shops, which only a partner is named in.
#[must_use]
pub fn kinds(made: &BTreeSet<RecordKey>) -> Vec<Kind> {
    let of = |kind| made.iter().any(|key| key.kind == kind);
    let mut kinds = vec![Kind::Agreement, Kind::Alliance, Kind::JourneyPlan, Kind::Skip];
    if of(Kind::Dealer) || of(Kind::SubDistributor) {
        kinds.extend([Kind::SubDistributor, Kind::Candidate, Kind::Outlet]);
    }
    kinds
}

/// Where else what was made may be named: what was done in a shop, and, of what is sold or whoever sells it, what was
/// written down in the days since.
#[must_use]
pub fn needs(made: &BTreeSet<RecordKey>, from: Date, until: Date) -> Vec<Need> {
    let outlets = made.iter().filter(|key| key.kind == Kind::Outlet).map(|key| crate::id::OutletId(key.id));
    let mut needs: Vec<Need> = outlets
        .flat_map(|outlet| [Index::VisitsAt(outlet), Index::TasksAt(outlet), Index::SightingsAt(outlet)])
        .map(Need::Index)
        .collect();
    if made.iter().any(|key| key.kind == Kind::Product) {
        let days = from.series(jiff::Span::new().days(1)).take_while(|day| *day <= until);
        needs.extend(days.map(|day| Need::Index(Index::VisitsOn(day))));
    }
    needs
}

/// The routes among what was made that have begun by a day: they were walked, and stay what was planned then.
#[must_use]
pub fn walked<'a>(made: impl IntoIterator<Item = &'a AnyRecord>, day: Date) -> Vec<AnyRecord> {
    let has_begun = |record: &&AnyRecord| matches!(record, AnyRecord::JourneyPlan(plan) if plan.window.from <= day);
    made.into_iter().filter(has_begun).cloned().collect()
}

/// What names something that was made: the made one, and what names it.
#[must_use]
pub fn uses<'a>(
    made: &BTreeSet<RecordKey>,
    records: impl IntoIterator<Item = &'a AnyRecord>,
) -> Vec<(RecordKey, RecordKey)> {
    let made_by_id: BTreeMap<Uuid, RecordKey> = made.iter().map(|key| (key.id, *key)).collect();
    let mut found = Vec::new();
    for record in records {
        let key = record.key();
        if made.contains(&key) {
            continue;
        }
        let body = record.body();
        let ids = body.split('"').filter(|text| text.len() == 36).filter_map(|text| text.parse::<Uuid>().ok());
        let ids: BTreeSet<Uuid> = ids.collect();
        found.extend(ids.iter().filter_map(|id| made_by_id.get(id)).map(|made| (*made, key)));
    }
    found
}
