//! A shop with a checklist, the rep who visits it, and what they do there.

use super::server::Server;
use device::Device;
use domain::commands::{AnswerItem, CheckIn, CheckOut};
use domain::geo::{Fix, Position};
use domain::id::{AssignmentId, ChecklistId, OutletId, RegionId, TerritoryId, UserId, VisitId};
use domain::language::Words;
use domain::measure::Share;
use domain::records::{
    AnswerValue, Assignment, Bands, Checklist, Item, ItemKind, Outlet, OutletClass, Purpose, Responsible, Role, Slot,
    User, VisitReason,
};
use domain::time::{DateWindow, Moment};
use domain::{Changes, Command};
use jiff::civil::date;
use sync::server::Author;
use uuid::Uuid;

/// The territory of the rep.
pub const TERRITORY: TerritoryId = TerritoryId(Uuid::from_u128(20));
/// Another one.
pub const ELSEWHERE: TerritoryId = TerritoryId(Uuid::from_u128(21));
/// The shop.
pub const SHOP: OutletId = OutletId(Uuid::from_u128(30));
/// The checklist.
pub const LIST: ChecklistId = ChecklistId(Uuid::from_u128(40));
const REGION: RegionId = RegionId(Uuid::from_u128(10));

/// The rep's account.
pub fn author() -> Author {
    let user = UserId(Uuid::from_u128(1));
    Author {
        user: User { id: user, region: REGION, name: "王芳".to_owned(), role: Role::Rep, active: true },
        assignments: vec![posting(user, 50, TERRITORY)],
        territories: vec![(TERRITORY, REGION), (ELSEWHERE, REGION)],
        revoked: false,
    }
}

/// A posting that began long ago.
pub fn posting(user: UserId, id: u128, territory: TerritoryId) -> Assignment {
    Assignment {
        id: AssignmentId(Uuid::from_u128(id)),
        user,
        territory,
        region: REGION,
        window: DateWindow { from: date(2020, 1, 1), until: None },
        changed_at: Moment(0),
    }
}

/// A shop in a territory.
pub fn shop(id: OutletId, territory: TerritoryId) -> Outlet {
    Outlet {
        id,
        territory,
        code: "HD0001".to_owned(),
        name: "惠民超市".to_owned(),
        initials: "hmcs".to_owned(),
        class: OutletClass::B,
        channel: "便利店".to_owned(),
        address: "中华大街 1 号".to_owned(),
        owner: "李".to_owned(),
        phone: "0310".to_owned(),
        position: Position { lat: 36_600_000, lon: 114_500_000 },
        responsible: Responsible::Open,
        open: true,
        partner: false,
        moved: None,
    }
}

/// Opens the shop at the server.
pub fn open(server: &Server) {
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
    let slot = |key: &str| Slot { key: key.to_owned(), words: Words::new(key, ""), after: None };
    let slots = ["front", "left", "right"].map(slot).to_vec();
    let list = Checklist {
        id: LIST,
        lineage: "store-visit".to_owned(),
        version: 1,
        title: Words::new("门店检查", ""),
        classes: Vec::new(),
        items: vec![
            item("clean", ItemKind::YesNo { good: true }),
            item("shelf", ItemKind::Photo { standard: None, slots }),
        ],
        checks: Vec::new(),
        bands: Bands { pass: Share(8_000), conditional: Share(6_000) },
        from: Moment(0),
        scope: domain::Scope::Company,
        purpose: Purpose::Shop,
    };
    server.write(&Changes::put(shop(SHOP, TERRITORY)).and(list));
}

/// Arriving at the shop.
pub fn check_in(device: &Device, visit: VisitId) -> CheckIn {
    let position = Position { lat: 36_600_000, lon: 114_500_000 };
    let fix = Fix { position, accuracy: 10, measured_at: device.now(), jitter: None };
    CheckIn { visit, outlet: SHOP, checklist: LIST, reason: VisitReason::Planned, fix: Some(fix), exception: None }
}

/// Answering the yes-or-no question.
pub fn answer(visit: VisitId, value: bool) -> AnswerItem {
    AnswerItem { visit, item: "clean".into(), value: Some(AnswerValue::YesNo(value)), confirmed: false }
}

/// Leaving the shop.
pub fn check_out(visit: VisitId) -> Command {
    CheckOut { visit, fix: None, note: String::new() }.into()
}
