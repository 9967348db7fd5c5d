//! What a dashboard waits for in a company with a million visits behind it: the trends, over HTTP, by each measure and by
//! everything that they are told apart by, over a quarter and over a year.

use crate::child::{Child, database};
use crate::figures::Figures;
use crate::phone::now;
use anyhow::{Context, Result, bail, ensure};
use domain::Scope;
use domain::Words;
use domain::geo::Position;
use domain::id::{ChecklistId, DeviceId, OutletId, PhotoId, RegionId, StandardId, TerritoryId, UserId, VisitId};
use domain::measure::Share;
use domain::records::*;
use domain::rules::trends::{By, Measure};
use domain::time::{DAY, DateWindow, Moment, Offset};
use jiff::civil::date;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;
use store::{Accounts, Batch, Records, SessionRow, SqliteStore};
use sync::ContentHash;
use sync::server::RecordChange;
use tempfile::TempDir;
use uuid::Uuid;

/// Territories, each with its rep; so many in a region.
const TERRITORIES: usize = 200;
const IN_A_REGION: usize = 20;
/// Shops of each.
const SHOPS: usize = 100;
/// The visits are spread over a year.
const DAYS: i64 = 364;
/// Records in one transaction.
const AT_ONCE: usize = 20_000;
const ROUNDS: usize = 8;
const TICKET: &str = "trends";

fn id<T: From<Uuid>>(sort: u32, number: usize) -> T {
    Uuid::from_u128((u128::from(sort) << 96) | number as u128).into()
}

/// See the module. `visits=1000000` is what is measured if nothing is said.
pub async fn measure(words: impl Iterator<Item = String>, figures: &mut Figures) -> Result<()> {
    let mut visits = 1_000_000;
    for word in words {
        match word.split_once('=') {
            Some(("visits", number)) => visits = number.parse().with_context(|| word.clone())?,
            _ => bail!("nobody knows {word}; there is visits=1000000"),
        }
    }
    let now = now()?;
    let folder = TempDir::new()?;
    let begun = Instant::now();
    found(&database(&folder), visits, now).await?;
    figures.say(
        "trends, writing the visits",
        visits as f64 / begun.elapsed().as_secs_f64(),
        "/s",
        "each with a photo",
    )?;
    let server = Child::serve(folder).await?;
    let client = reqwest::Client::new();
    for weeks in [12, 52] {
        let mut all = Vec::new();
        let how = format!("{visits} visits, {weeks} weeks of all {TERRITORIES} territories");
        for by in By::ALL {
            let mut times = Vec::new();
            for _ in 0..ROUNDS {
                for measure in Measure::ALL {
                    let (measure, by) = (measure.word(), by.word());
                    let url = format!("{}/api/v1/trends?measure={measure}&by={by}&weeks={weeks}", server.url);
                    let begun = Instant::now();
                    let request = client.get(url).header("cookie", format!("lianying={TICKET}"));
                    let body = request.send().await?.error_for_status()?.bytes().await?;
                    times.push(begun.elapsed().as_secs_f64() * 1e3);
                    ensure!(body.len() > 500, "an answer that says nothing");
                }
            }
            figures.say(&format!("trends by {}, p95", by.word()), at(&mut times, 0.95), "ms", &how)?;
            all.append(&mut times);
        }
        figures.say("trends, p50", at(&mut all, 0.5), "ms", &how)?;
        figures.say("trends, p95", at(&mut all, 0.95), "ms", &format!("{how}; budget 200"))?;
    }
    figures.say("trends, server's peak memory", server.peak_megabytes()?, "MB", "")?;
    server.stop().await
}

fn at(times: &mut [f64], share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    times[((times.len() - 1) as f64 * share).round() as usize]
}

/// Writes it into a database that nobody serves yet.
async fn found(database: &Path, visits: usize, now: Moment) -> Result<()> {
    let store = SqliteStore::open(database).await?;
    let mut heights: BTreeMap<Scope, u64> = BTreeMap::new();
    let mut changes = Vec::with_capacity(AT_ONCE);
    for record in company().chain((0..visits).flat_map(|number| visited(number, visits, now))) {
        let height = heights.entry(record.scope()).or_default();
        *height += 1;
        changes.push(RecordChange::Put { version: *height, record: Box::new(record) });
        if changes.len() >= AT_ONCE {
            let changes = std::mem::replace(&mut changes, Vec::with_capacity(AT_ONCE));
            store.commit(Batch { changes, ..Batch::default() }).await?;
        }
    }
    store.commit(Batch { changes, ..Batch::default() }).await?;
    let session = SessionRow {
        token_hash: ContentHash::of(TICKET.as_bytes()).0,
        user: centre(),
        device: id::<DeviceId>(7, TERRITORIES),
        name: String::new(),
        created_at: now,
        expires_at: now.plus(30 * DAY),
        last_seen: now,
        revoked_at: None,
        password_due: false,
    };
    store.open_session(&session).await?;
    store.close().await;
    Ok(())
}

fn centre() -> UserId {
    id(4, TERRITORIES)
}

fn user(user: UserId, number: usize, role: Role) -> AnyRecord {
    User {
        id: user,
        region: id::<RegionId>(2, number / IN_A_REGION),
        name: format!("业务员{number}"),
        role,
        active: true,
    }
    .into()
}

fn company() -> impl Iterator<Item = AnyRecord> {
    let company = Company { id: id(1, 0), name: Words::new("公司", ""), offset: Offset::CHINA };
    let standards = (0..3).map(|number| {
        DisplayStandard {
            id: id::<StandardId>(9, number),
            lineage: format!("shelf-{number}"),
            version: 1,
            name: Words::new(format!("标准{number}"), ""),
            classes: Vec::new(),
            reference: None,
            points: Vec::new(),
            from: Moment(0),
            scope: Scope::Company,
        }
        .into()
    });
    let regions = (0..TERRITORIES.div_ceil(IN_A_REGION))
        .map(|number| Region { id: id(2, number), name: Words::new(format!("大区{number}"), "") }.into());
    let first = [company.into(), user(centre(), 0, Role::MarketingCentre)];
    first.into_iter().chain(standards).chain(regions).chain((0..TERRITORIES).flat_map(area))
}

fn area(number: usize) -> impl Iterator<Item = AnyRecord> {
    let region: RegionId = id(2, number / IN_A_REGION);
    let (territory, rep): (TerritoryId, UserId) = (id(3, number), id(4, number));
    let window = DateWindow { from: date(2020, 1, 1), until: None };
    let name = Words::new(format!("片区{number}"), "");
    let people: [AnyRecord; 3] = [
        Territory { id: territory, region, name, territory_type: TerritoryType::Urban, area_codes: Vec::new() }.into(),
        user(rep, number, Role::Rep),
        Assignment { id: id(5, number), user: rep, territory, region, window, changed_at: Moment(0) }.into(),
    ];
    people.into_iter().chain((0..SHOPS).map(move |shop| outlet(number * SHOPS + shop, territory)))
}

fn outlet(number: usize, territory: TerritoryId) -> AnyRecord {
    let class = [OutletClass::A, OutletClass::B, OutletClass::C, OutletClass::D][number % 4];
    // Read as it would be: a field that is added later needs no line here.
    let body = serde_json::json!({
        "id": id::<OutletId>(6, number), "territory": territory, "code": format!("HD{number:06}"), "name": "惠民便利超市",
        "initials": "hmblcs", "class": class, "channel": "便利店", "address": "中华北大街", "owner": "王秀英",
        "phone": "13900000000", "position": Position { lat: 36_600_000, lon: 114_500_000 },
        "responsible": Responsible::Open, "open": true,
    });
    let outlet: Outlet = serde_json::from_value(body).expect("the fields of a shop are those above");
    outlet.into()
}

/// The n-th visit and its photo: the reps go round their shops, some fail, some photos go back, some wait for a verdict.
fn visited(number: usize, visits: usize, now: Moment) -> [AnyRecord; 2] {
    let (area, round) = (number % TERRITORIES, number / TERRITORIES);
    let shop: OutletId = id(6, area * SHOPS + round % SHOPS);
    let (territory, rep): (TerritoryId, UserId) = (id(3, area), id(4, area));
    let at = now.plus(-DAYS * DAY * (visits - number) as i64 / visits.max(1) as i64);
    let there = |at| Attendance { at, fix: None, distance: Some(20), exception: None };
    let passed = !number.is_multiple_of(7);
    let band = if passed { Band::Pass } else { Band::Fail };
    let score =
        Score { share: Share(8_000), points: 80, out_of: 100, band, knocked_out: Vec::new(), items: Vec::new() };
    let visit = Visit {
        id: id::<VisitId>(10, number),
        outlet: shop,
        territory,
        rep,
        rep_name: format!("业务员{area}"),
        device: id(7, area),
        checklist: id::<ChecklistId>(8, 0),
        reason: VisitReason::Planned,
        day: at.date(Offset::CHINA),
        check_in: there(at),
        check_out: Some(there(at.plus(60_000 * (5 + number as i64 % 20)))),
        answers: BTreeMap::new(),
        score: Some(score),
        odd: Vec::new(),
        forgotten: None,
        confirmed: None,
        companions: Vec::new(),
        note: String::new(),
        photos: 1,
    };
    let ruling = [Some("pass"), Some("pass"), Some("redo"), None][number % 4];
    let body = serde_json::json!({
        "id": id::<PhotoId>(11, number), "visit": visit.id, "outlet": shop, "territory": territory, "rep": rep,
        "rep_name": visit.rep_name, "item": "shelf", "slot": "front", "standard": id::<StandardId>(9, number % 3),
        "hash": format!("{number:064x}"), "bytes": 200_000, "width": 1280, "height": 960, "taken_at": at,
        "capture": "camera", "ruling": ruling,
    });
    let photo: Photo = serde_json::from_value(body).expect("the fields of a photo are those above");
    [visit.into(), photo.into()]
}
