//! A small company: one region with two territories, two reps, a manager, some shops, a checklist with one photo.

use domain::geo::Position;
use domain::id::{AssignmentId, ChecklistId, CompanyId, OutletId, RegionId, TerritoryId, UserId};
use domain::measure::Share;
use domain::records::{
    AnyRecord, Assignment, Bands, Checklist, Company, Item, ItemKind, Outlet, OutletClass, Purpose, Region,
    Responsible, Role, Slot, Territory, TerritoryType, User,
};
use domain::time::{DateWindow, Moment, Offset};
use domain::{Scope, Words};
use uuid::Uuid;

/// When the tests play.
pub const START: Moment = Moment(1_770_000_000_000);
/// The company.
pub const REGION: RegionId = RegionId(Uuid::from_u128(1));
/// Where [`REP`] is posted.
pub const EAST: TerritoryId = TerritoryId(Uuid::from_u128(11));
/// Where [`OTHER_REP`] is posted.
pub const WEST: TerritoryId = TerritoryId(Uuid::from_u128(12));
pub const REP: UserId = UserId(Uuid::from_u128(21));
pub const OTHER_REP: UserId = UserId(Uuid::from_u128(22));
pub const MANAGER: UserId = UserId(Uuid::from_u128(23));
/// The posting of [`REP`] in the east.
pub const POSTING: AssignmentId = AssignmentId(Uuid::from_u128(31));
pub const CHECKLIST: ChecklistId = ChecklistId(Uuid::from_u128(41));
/// Shops per territory.
pub const SHOPS: u128 = 20;

/// The n-th shop in the east.
pub fn east_shop(n: u128) -> OutletId {
    OutletId(Uuid::from_u128(1_000 + n % SHOPS))
}

/// The n-th shop in the west.
pub fn west_shop(n: u128) -> OutletId {
    OutletId(Uuid::from_u128(2_000 + n % SHOPS))
}

/// The scope of the east.
pub fn east() -> Scope {
    Scope::Territory(EAST)
}

/// The scope of the west.
pub fn west() -> Scope {
    Scope::Territory(WEST)
}

/// Everything there is at the start.
pub fn records() -> Vec<AnyRecord> {
    let mut records: Vec<AnyRecord> = vec![
        Company { id: CompanyId(Uuid::from_u128(2)), name: Words::new("公司", ""), offset: Offset::CHINA }.into(),
        Region { id: REGION, name: Words::new("邯郸", "") }.into(),
        user(REP, "周建国", Role::Rep).into(),
        user(OTHER_REP, "马晓燕", Role::Rep).into(),
        user(MANAGER, "韩经理", Role::RegionalManager).into(),
        posting(POSTING, REP, EAST, "2026-01-01", None).into(),
        posting(AssignmentId(Uuid::from_u128(32)), OTHER_REP, WEST, "2026-01-01", None).into(),
        checklist().into(),
    ];
    for (id, shop) in [(EAST, east_shop as fn(u128) -> OutletId), (WEST, west_shop)] {
        let name = Words::new("区", "");
        let ground =
            Territory { id, region: REGION, name, territory_type: TerritoryType::Urban, area_codes: Vec::new() };
        records.push(ground.into());
        records.extend((0..SHOPS).map(|n| outlet(shop(n), id).into()));
    }
    records
}

pub fn user(id: UserId, name: &str, role: Role) -> User {
    User { id, region: REGION, name: name.to_owned(), role, active: true }
}

pub fn posting(id: AssignmentId, user: UserId, territory: TerritoryId, from: &str, until: Option<&str>) -> Assignment {
    let day = |text: &str| text.parse().unwrap();
    let window = DateWindow { from: day(from), until: until.map(day) };
    Assignment { id, user, territory, region: REGION, window, changed_at: START }
}

fn checklist() -> Checklist {
    let slots = vec![Slot { key: "front".to_owned(), words: Words::new("正面", ""), after: None }];
    let shelf = Item {
        key: "shelf".into(),
        step: Words::new("陈列", ""),
        title: Words::new("货架", ""),
        hint: Words::default(),
        kind: ItemKind::Photo { standard: None, slots },
        weight: 0,
        required: false,
        knock_out: None,
        show_if: None,
    };
    Checklist {
        id: CHECKLIST,
        lineage: "store-visit".to_owned(),
        version: 1,
        title: Words::new("巡店", ""),
        classes: Vec::new(),
        items: vec![shelf],
        checks: Vec::new(),
        bands: Bands { pass: Share(8_000), conditional: Share(6_000) },
        from: START,
        scope: Scope::Company,
        purpose: Purpose::Shop,
    }
}

fn outlet(id: OutletId, territory: TerritoryId) -> Outlet {
    Outlet {
        id,
        territory,
        code: "1".to_owned(),
        name: "惠民超市".to_owned(),
        initials: "hmcs".to_owned(),
        class: OutletClass::B,
        channel: "便利店".to_owned(),
        address: "丛台路".to_owned(),
        owner: "王".to_owned(),
        phone: "1".to_owned(),
        position: Position { lat: 36_600_000, lon: 114_500_000 },
        responsible: Responsible::Open,
        open: true,
        partner: false,
        moved: None,
    }
}
