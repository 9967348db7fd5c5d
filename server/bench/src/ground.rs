//! Whose ground is whose among ten thousand agreements: the rule that warns while somebody drafts, and what the server
//! loads before it has the last word.

use crate::figures::Figures;
use crate::{ROUNDS, median};
use anyhow::{Result, ensure};
use domain::id::{RegionId, TerritoryId, UserId};
use domain::records::*;
use domain::rules::agreement::preset;
use domain::rules::ground::overlaps;
use domain::time::Moment;
use domain::{Index, Need};
use jiff::civil::date;
use std::time::Instant;
use store::{Batch, Records, SqliteStore};
use sync::server::RecordChange;
use uuid::Uuid;

const AGREEMENTS: usize = 10_000;
/// Areas of an agreement, and single shops beside them.
const PARTS: (usize, usize) = (3, 20);

fn id<T: From<Uuid>>(sort: u128, number: usize) -> T {
    Uuid::from_u128((sort << 96) | number as u128).into()
}

/// The n-th agreement: three townships of its own, and twenty shops.
fn agreement(number: usize) -> Agreement {
    let area = |part: usize| {
        let at = number * PARTS.0 + part;
        Area { code: format!("13{:04}{:03}", at / 900, 100 + at % 900), name: "乡镇".into() }
    };
    let shop = |part: usize| GroundOutlet {
        outlet: id(6, number * PARTS.1 + part),
        name: "惠民超市".into(),
        area: area(0).code,
    };
    let ground = Ground {
        ground_type: TerritoryType::Suburb,
        areas: (0..PARTS.0).map(area).collect(),
        outlets: (0..PARTS.1).map(shop).collect(),
        without: Vec::new(),
        channels: Vec::new(),
    };
    let terms = Terms {
        alliance_type: AllianceType::Comprehensive,
        ground,
        coverage: preset(AllianceType::Comprehensive),
        products: Vec::new(),
        prices: Vec::new(),
        from: date(2026, 1, 1),
        until: date(2026, 12, 31),
        cycle_days: 7,
        exception: String::new(),
        more: String::new(),
    };
    Agreement {
        id: id(1, number),
        region: id::<RegionId>(2, 0),
        territory: id::<TerritoryId>(3, 0),
        dealer: id(4, 0),
        dealer_name: "永顺商贸".into(),
        candidate: id(5, number),
        candidate_name: "鑫源商贸".into(),
        terms,
        state: AgreementState::Active,
        ground_signed: None,
        hash: None,
        signatures: Vec::new(),
        pages: Vec::new(),
        copies: Vec::new(),
        approved: None,
        sent_back: String::new(),
        ended: None,
        renews: None,
        author: id::<UserId>(7, 0),
        author_name: "李娜".into(),
        touched_at: Moment(0),
    }
}

/// See the module.
pub async fn measure(figures: &mut Figures) -> Result<()> {
    let all: Vec<Agreement> = (0..AGREEMENTS).map(agreement).collect();
    let alone = agreement(AGREEMENTS);
    let mut city = agreement(AGREEMENTS);
    city.terms.ground.areas = vec![Area { code: "130000".into(), name: "全省".into() }];
    // A month that nobody has: the commonest answer, and the cheapest.
    let mut later = agreement(AGREEMENTS);
    (later.terms.from, later.terms.until) = (date(2027, 1, 1), date(2027, 12, 31));
    for (name, mine, wanted) in [
        ("exclusivity, meets nobody", &alone, 0),
        ("exclusivity, meets everybody", &city, AGREEMENTS),
        ("exclusivity, another year", &later, 0),
    ] {
        let mut millis = Vec::new();
        for _ in 0..ROUNDS {
            let begun = Instant::now();
            let met = overlaps(mine, &all).len();
            millis.push(begun.elapsed().as_secs_f64() * 1e3);
            ensure!(met == wanted, "{met} met, and not {wanted}");
        }
        figures.say(name, median(millis), "ms", "10,000 agreements of 3 areas and 20 shops, all in force")?;
    }
    loaded(all, figures).await
}

/// What the server does besides: it reads the agreements of the region.
async fn loaded(all: Vec<Agreement>, figures: &mut Figures) -> Result<()> {
    let folder = tempfile::TempDir::new()?;
    let store = SqliteStore::open(&folder.path().join("ground.db")).await?;
    let puts = all.into_iter().zip(1..);
    let changes = puts.map(|(agreement, version)| RecordChange::Put { version, record: Box::new(agreement.into()) });
    store.commit(Batch { changes: changes.collect(), ..Batch::default() }).await?;
    let mut millis = Vec::new();
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        let loaded = store.load(&[Need::Index(Index::AgreementsIn(id(2, 0)))]).await?;
        millis.push(begun.elapsed().as_secs_f64() * 1e3);
        ensure!(loaded.records.len() == AGREEMENTS, "{} of {AGREEMENTS} agreements", loaded.records.len());
    }
    store.close().await;
    figures.say("exclusivity, loading a region", median(millis), "ms", "10,000 agreements out of SQLite")
}
