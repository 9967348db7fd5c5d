//! The company: regions of fifty territories, a rep in each, shops to walk. Written straight into a database that nobody
//! serves yet, with a session for every rep's phone.

use crate::fleet::phone::{CHECKLIST, Place};
use anyhow::Result;
use domain::geo::Position;
use domain::id::{AssignmentId, CompanyId, DeviceId, OutletId, RegionId, TerritoryId, UserId};
use domain::measure::Share;
use domain::records::{
    AnyRecord, Assignment, Bands, Checklist, Company, Item, ItemKind, Outlet, OutletClass, Purpose, Region,
    Responsible, Role, Slot, Territory, TerritoryType, User,
};
use domain::time::{DAY, DateWindow, Moment, Offset};
use domain::{Scope, Words};
use jiff::civil::date;
use std::collections::BTreeMap;
use std::path::Path;
use store::{Accounts, Batch, Records, SessionRow, SqliteStore};
use sync::ContentHash;
use sync::server::RecordChange;
use uuid::Uuid;

/// Territories of a region.
const IN_A_REGION: usize = 50;
/// Records in one transaction.
const AT_ONCE: usize = 20_000;

/// An id like no other: which sort of thing, and the how-manieth.
pub fn id<T: From<Uuid>>(sort: u32, number: usize) -> T {
    Uuid::from_u128((u128::from(sort) << 96) | number as u128).into()
}

/// The ticket in the cookie of a rep's phone.
pub fn ticket(rep: usize) -> String {
    format!("fleet-{rep}")
}

/// Where a rep works, and on what.
pub fn place(rep: usize, shops: usize) -> Place {
    let shops = (0..shops).map(|shop| id(6, rep * shops + shop)).collect();
    Place { user: id(4, rep), device: id(7, rep), ticket: ticket(rep), shops }
}

/// Founds it. Gives how many records there are.
pub async fn found(database: &Path, reps: usize, shops: usize, now: Moment) -> Result<usize> {
    let store = SqliteStore::open(database).await?;
    let mut heights: BTreeMap<Scope, u64> = BTreeMap::new();
    let mut changes = Vec::with_capacity(AT_ONCE);
    let mut count = 0;
    for record in records(reps, shops) {
        let height = heights.entry(record.scope()).or_default();
        *height += 1;
        changes.push(RecordChange::Put { version: *height, record: Box::new(record) });
        count += 1;
        if changes.len() == AT_ONCE {
            let changes = std::mem::replace(&mut changes, Vec::with_capacity(AT_ONCE));
            store.commit(Batch { changes, ..Batch::default() }).await?;
        }
    }
    store.commit(Batch { changes, ..Batch::default() }).await?;
    for rep in 0..reps {
        let row = SessionRow {
            token_hash: ContentHash::of(ticket(rep).as_bytes()).0,
            user: id(4, rep),
            device: id::<DeviceId>(7, rep),
            name: String::new(),
            created_at: now,
            expires_at: now.plus(30 * DAY),
            last_seen: now,
            revoked_at: None,
            password_due: false,
        };
        store.open_session(&row).await?;
    }
    store.close().await;
    Ok(count)
}

fn records(reps: usize, shops: usize) -> impl Iterator<Item = AnyRecord> {
    let company = Company { id: id::<CompanyId>(1, 0), name: Words::new("公司", ""), offset: Offset::CHINA };
    let first: [AnyRecord; 2] = [company.into(), checklist().into()];
    let regions = (0..reps.div_ceil(IN_A_REGION))
        .map(|region| Region { id: id::<RegionId>(2, region), name: Words::new("大区", "") }.into());
    let areas = (0..reps).flat_map(move |rep| area(rep, shops));
    first.into_iter().chain(regions).chain(areas)
}

/// A territory with its rep, their posting and their shops.
fn area(rep: usize, shops: usize) -> impl Iterator<Item = AnyRecord> {
    let region: RegionId = id(2, rep / IN_A_REGION);
    let (territory, user): (TerritoryId, UserId) = (id(3, rep), id(4, rep));
    let window = DateWindow { from: date(2020, 1, 1), until: None };
    let posting: AssignmentId = id(5, rep);
    let people: [AnyRecord; 3] = [
        Territory {
            id: territory,
            region,
            name: Words::new("区", ""),
            territory_type: TerritoryType::Urban,
            area_codes: Vec::new(),
        }
        .into(),
        User { id: user, region, name: format!("业务员{rep}"), role: Role::Rep, active: true }.into(),
        Assignment { id: posting, user, territory, region, window, changed_at: Moment(0) }.into(),
    ];
    people.into_iter().chain((0..shops).map(move |shop| outlet(rep * shops + shop, territory).into()))
}

fn outlet(number: usize, territory: TerritoryId) -> Outlet {
    Outlet {
        id: id::<OutletId>(6, number),
        territory,
        code: format!("HD{number:07}"),
        name: format!("惠民便利超市第{number}店"),
        initials: "hmblcs".to_owned(),
        class: OutletClass::B,
        channel: "便利店".to_owned(),
        address: format!("河北省邯郸市丛台区中华北大街{}号联纺路口向东一百米路北", number % 2_000),
        owner: "王秀英".to_owned(),
        phone: format!("139{number:08}"),
        position: Position { lat: 36_600_000, lon: 114_500_000 },
        responsible: Responsible::Open,
        open: true,
        partner: false,
        moved: None,
    }
}

fn checklist() -> Checklist {
    let item = |key: &str, kind| Item {
        key: key.into(),
        step: Words::new("陈列", ""),
        title: Words::new(key, ""),
        hint: Words::default(),
        kind,
        weight: 10,
        required: false,
        knock_out: None,
        show_if: None,
    };
    let slots = vec![Slot { key: "front".to_owned(), words: Words::new("正面", ""), after: None }];
    Checklist {
        id: CHECKLIST,
        lineage: "store-visit".to_owned(),
        version: 1,
        title: Words::new("巡店", ""),
        classes: Vec::new(),
        items: vec![
            item("clean", ItemKind::YesNo { good: true }),
            item("shelf", ItemKind::Photo { standard: None, slots }),
        ],
        checks: Vec::new(),
        bands: Bands { pass: Share(8_000), conditional: Share(6_000) },
        from: Moment(0),
        scope: Scope::Company,
        purpose: Purpose::Shop,
    }
}
