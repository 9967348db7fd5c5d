//! What it costs to keep the digest of each scope (P25): ten thousand records straight into the store, by group commits as
//! the writer makes them, each scope once as new and once over what is there, with the digests and without. Every round
//! has a database of its own for each way, and the two take turns, so that a disk which tires is fair to both.
//!
//! `cargo run --release -p bench digest`, which needs no server; `make bench` ends with it.

use crate::figures::Figures;
use crate::{ROUNDS, median};
use anyhow::{Result, ensure};
use domain::geo::Position;
use domain::id::{DeviceId, TerritoryId, UserId};
use domain::records::{Outlet, OutletClass, Responsible};
use domain::{Scope, records::Record};
use std::collections::BTreeMap;
use std::time::Instant;
use store::{Batch, PageRequest, Records, SqliteStore};
use sync::limits::PAGE_BYTES;
use sync::server::RecordChange;
use uuid::Uuid;

const RECORDS: usize = 10_000;
/// Records of a commit.
const AT_ONCE: usize = 500;
/// Territories that they are spread over.
const SCOPES: usize = 20;

/// The two ways, in the order of a round.
const WAYS: [(bool, &str); 2] = [(true, "with digests"), (false, "without digests")];

fn territory(number: usize) -> TerritoryId {
    Uuid::from_u128((3 << 96) | (number % SCOPES) as u128).into()
}

fn outlet(number: usize, owner: &str) -> Outlet {
    Outlet {
        id: Uuid::from_u128((6 << 96) | number as u128).into(),
        territory: territory(number),
        code: format!("HD{number:07}"),
        name: format!("惠民便利超市第{number}店"),
        initials: "hmblcs".to_owned(),
        class: OutletClass::B,
        channel: "便利店".to_owned(),
        address: format!("河北省邯郸市丛台区中华北大街{}号联纺路口向东一百米路北", number % 2_000),
        owner: owner.to_owned(),
        phone: format!("139{number:08}"),
        position: Position { lat: 36_600_000, lon: 114_500_000 },
        responsible: Responsible::Open,
        open: true,
        partner: false,
        moved: None,
    }
}

/// All of them, in commits. Versions go on from those of the round before.
fn batches(owner: &str, heights: &mut BTreeMap<Scope, u64>) -> Vec<Batch> {
    let changes = (0..RECORDS).map(|number| {
        let record = outlet(number, owner);
        let height = heights.entry(record.scope()).or_default();
        *height += 1;
        RecordChange::Put { version: *height, record: Box::new(record.into()) }
    });
    let changes: Vec<RecordChange> = changes.collect();
    changes.chunks(AT_ONCE).map(|changes| Batch { changes: changes.to_vec(), ..Batch::default() }).collect()
}

/// See the module.
pub async fn measure(figures: &mut Figures) -> Result<()> {
    let mut rates: BTreeMap<(&str, &str), Vec<f64>> = BTreeMap::new();
    for _ in 0..ROUNDS {
        for (keeps, way) in WAYS {
            let folder = tempfile::TempDir::new()?;
            let store = SqliteStore::open(&folder.path().join("digest.db")).await?;
            let mut heights = BTreeMap::new();
            for (what, owner) in [("new", "王秀英"), ("over what is there", "李建国")] {
                let batches = batches(owner, &mut heights);
                let begun = Instant::now();
                for batch in batches {
                    if keeps { store.commit(batch).await? } else { store.commit_without_digests(batch).await? }
                }
                rates.entry((what, way)).or_default().push(RECORDS as f64 / begun.elapsed().as_secs_f64());
            }
            ensure!(is_folded(&store).await? == keeps, "the digests are not what was to be measured");
            store.close().await;
        }
    }
    let how = format!("{RECORDS} records in {SCOPES} scopes, {AT_ONCE} a commit, straight into the store");
    for what in ["new", "over what is there"] {
        let [with, without] = WAYS.map(|(_, way)| median(rates.remove(&(what, way)).unwrap_or_default()));
        figures.say(&format!("records, {what}, with digests"), with, "/s", &how)?;
        figures.say(&format!("records, {what}, without digests"), without, "/s", &how)?;
        let more = (without / with - 1.0) * 100.0;
        figures.say(&format!("digests, {what}"), more, "%", "of the time of a write without them")?;
    }
    Ok(())
}

/// Whether the store has a digest for what was written.
async fn is_folded(store: &SqliteStore) -> Result<bool> {
    let scope = Scope::Territory(territory(0));
    let height = store.versions().await?.get(&scope).copied().unwrap_or_default();
    let request = PageRequest {
        device: DeviceId(Uuid::nil()),
        user: UserId(Uuid::nil()),
        scopes: BTreeMap::from([(scope, height)]),
        receipts: 0,
        bytes: PAGE_BYTES,
        digests: true,
    };
    let digests = store.page(&request).await?.digests.unwrap_or_default();
    Ok(digests.get(&scope).is_some_and(|digest| digest.0 != 0))
}
