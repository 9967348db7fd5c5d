//! The region that the runs play in: three territories, six shops, two reps, two managers, one dealer, one checklist.

use domain::geo::{Fix, Position};
use domain::id::{DealerId, OutletId, TerritoryId, UserId};
use domain::language::Words;
use domain::measure::Share;
use domain::records::*;
use domain::time::{DateWindow, Moment, Offset};
use jiff::Span;
use jiff::civil::Date;
use uuid::Uuid;

/// The typed id with a number.
pub fn id<T: From<Uuid>>(number: u128) -> T {
    T::from(Uuid::from_u128(number))
}

/// When runs begin: noon of 10 March 2026 in China.
pub const BEGIN: Moment = Moment(1_773_115_200_000);
pub const OFFSET: Offset = Offset::CHINA;
const HERE: Position = Position { lat: 36_612_000, lon: 114_490_000 };

pub fn territories() -> [TerritoryId; 3] {
    [id(10), id(11), id(12)]
}

pub fn reps() -> [UserId; 2] {
    [id(20), id(21)]
}

pub fn managers() -> [UserId; 2] {
    [id(22), id(23)]
}

pub fn outlets() -> [OutletId; 6] {
    [id(30), id(31), id(32), id(33), id(34), id(35)]
}

pub fn dealer() -> DealerId {
    id(40)
}

pub fn here() -> Fix {
    Fix { position: HERE, accuracy: 10, measured_at: BEGIN, jitter: None }
}

/// The day so many days after the beginning.
pub fn day(after: i64) -> Date {
    BEGIN.date(OFFSET) + Span::new().days(after)
}

fn words(zh: &str) -> Words {
    Words::new(zh, "")
}

fn item(key: &str, kind: ItemKind, required: bool) -> Item {
    Item {
        key: key.into(),
        step: words("陈列"),
        title: words("问题"),
        hint: Words::default(),
        kind,
        weight: 10,
        required,
        knock_out: None,
        show_if: None,
    }
}

fn checklist() -> Checklist {
    let slot = |key: &str| Slot { key: key.into(), words: words("正面"), after: None };
    Checklist {
        id: id(4),
        lineage: "store-visit".into(),
        version: 1,
        title: words("检查"),
        classes: vec![],
        items: vec![
            item("open", ItemKind::YesNo { good: true }, true),
            item("facings", ItemKind::Number { unit: words("个"), min: 0, max: 50, target: Some(20) }, false),
            item("shelf", ItemKind::Photo { standard: None, slots: vec![slot("left"), slot("right")] }, false),
        ],
        checks: Vec::new(),
        bands: Bands { pass: Share(8_000), conditional: Share(6_000) },
        from: Moment(0),
        scope: domain::Scope::Company,
        purpose: Purpose::Shop,
    }
}

fn outlet(outlet: OutletId, territory: TerritoryId) -> Outlet {
    Outlet {
        id: outlet,
        territory,
        code: String::new(),
        name: "惠民超市".into(),
        initials: String::new(),
        class: OutletClass::A,
        channel: String::new(),
        address: String::new(),
        owner: String::new(),
        phone: String::new(),
        position: HERE,
        responsible: Responsible::Open,
        open: true,
        partner: false,
        moved: None,
    }
}

fn posting(number: u128, user: UserId, territory: TerritoryId, until: Option<Date>) -> Assignment {
    Assignment {
        id: id(number),
        user,
        territory,
        region: id(1),
        window: DateWindow { from: day(-100), until },
        changed_at: Moment(0),
    }
}

/// What there is when a run begins.
pub fn records() -> Vec<AnyRecord> {
    let mut records: Vec<AnyRecord> = vec![checklist().into(), Region { id: id(1), name: words("邯郸") }.into()];
    for territory in territories() {
        let territory_type = TerritoryType::Urban;
        let name = words("丛台");
        records.push(Territory { id: territory, region: id(1), name, territory_type, area_codes: vec![] }.into());
    }
    let (name, owner, phone) = ("永顺商贸".into(), String::new(), String::new());
    records.push(Dealer { id: dealer(), region: id(1), name, owner, phone }.into());
    let people = [(reps(), Role::Rep), (managers(), Role::RegionalManager)];
    for (user, role) in people.into_iter().flat_map(|(users, role)| users.map(|user| (user, role))) {
        records.push(User { id: user, region: id(1), name: format!("{user}"), role, active: true }.into());
    }
    for (at, outlet_id) in outlets().into_iter().enumerate() {
        records.push(outlet(outlet_id, territories()[at % 3]).into());
    }
    let ([first, second], [here, there, elsewhere]) = (reps(), territories());
    records.push(posting(90, first, here, None).into());
    records.push(posting(91, first, there, Some(day(2))).into());
    records.push(posting(92, second, there, None).into());
    records.push(posting(93, second, elsewhere, Some(day(5))).into());
    records
}
