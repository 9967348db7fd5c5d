//! A small region with one of everything.

mod day;
mod partners;
mod stage;
mod team;

pub use day::*;
pub use partners::*;
pub use stage::Stage;
pub use team::*;

use domain::commands::{CloseTask, DropPhoto, LeaveTask, TakePhoto};
use domain::geo::{Fix, Position};
use domain::id::{
    AssignmentId, DeviceId, OutletId, PhotoId, RegionId, TaskId, TerritoryId, UserId, VerdictId, VisitId,
};
use domain::language::Words;
use domain::measure::{Money, Share};
use domain::records::*;
use domain::time::{DateWindow, Moment, Offset};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The typed id with a number.
pub fn id<T: From<Uuid>>(number: u128) -> T {
    T::from(Uuid::from_u128(number))
}

pub fn words(zh: &str) -> Words {
    Words::new(zh, "")
}

pub const DAY: Date = date(2026, 3, 9);
pub const HOME: Position = Position { lat: 36_612_000, lon: 114_490_000 };

/// Eight in the morning of [`DAY`] in China.
pub fn morning() -> Moment {
    Moment::start_of(DAY, Offset::CHINA).plus(8 * 3_600_000)
}

pub fn region() -> RegionId {
    id(1)
}
pub fn territory() -> TerritoryId {
    id(10)
}
pub fn other_territory() -> TerritoryId {
    id(11)
}
pub fn rep() -> UserId {
    id(20)
}
pub fn other_rep() -> UserId {
    id(21)
}
pub fn manager() -> UserId {
    id(22)
}
pub fn outlet() -> OutletId {
    id(30)
}
pub fn visit_id() -> VisitId {
    id(50)
}
pub fn photo_id() -> PhotoId {
    id(60)
}
pub fn verdict_id() -> VerdictId {
    id(70)
}
pub fn task_id() -> TaskId {
    id(80)
}
pub fn posting_id() -> AssignmentId {
    id(90)
}

pub fn fix_at(position: Position, accuracy: u32) -> Fix {
    Fix { position, accuracy, measured_at: morning(), jitter: None }
}

pub fn picture(letter: char) -> PhotoRef {
    PhotoRef { hash: letter.to_string().repeat(64), bytes: 200_000, width: 1_280, height: 960 }
}

pub fn user(id: UserId, role: Role) -> User {
    User { id, region: region(), name: "李娜".into(), role, active: true }
}

pub fn a_territory(id: TerritoryId, region: RegionId) -> Territory {
    Territory { id, region, name: words("丛台"), territory_type: TerritoryType::Urban, area_codes: vec![] }
}

pub fn an_outlet() -> Outlet {
    Outlet {
        id: outlet(),
        territory: territory(),
        code: "HD0001".into(),
        name: "惠民超市".into(),
        initials: "hmcs".into(),
        class: OutletClass::A,
        channel: "便利店".into(),
        address: "人民路1号".into(),
        owner: "王建".into(),
        phone: "13900000001".into(),
        position: HOME,
        responsible: Responsible::Open,
        open: true,
        partner: false,
        moved: None,
    }
}

pub fn a_product() -> Product {
    Product {
        id: id(40),
        code: "CC500".into(),
        name: words("可乐"),
        barcode: "690".into(),
        millilitres: 500,
        pieces_per_case: 24,
        case_price: Money(6_000),
        retail_price: Money(350),
        listed: true,
    }
}

pub fn item(key: &str, kind: ItemKind) -> Item {
    Item {
        key: key.into(),
        step: words("陈列"),
        title: words("问题"),
        hint: Words::default(),
        kind,
        weight: 10,
        required: false,
        knock_out: None,
        show_if: None,
    }
}

pub fn slot(key: &str) -> Slot {
    Slot { key: key.into(), words: words("正面"), after: None }
}

pub fn pick(key: &str, rate: u32) -> Pick {
    Pick { key: key.into(), words: words("选项"), rate: Share(rate) }
}

/// A question of every kind, each under the name of its kind; the photo has two slots and only it is required.
pub fn items_of_every_kind() -> Vec<Item> {
    let mut items = vec![
        item("yes_no", ItemKind::YesNo { good: true }),
        item("number", ItemKind::Number { unit: words("个"), min: 0, max: 50, target: Some(20) }),
        item("money", ItemKind::Money { min: 0, max: 100_000 }),
        item(
            "choice",
            ItemKind::Choice { options: vec![pick("good", 10_000), pick("fair", 5_000), pick("bad", 0)], many: false },
        ),
        item(
            "choices",
            ItemKind::Choice { options: vec![pick("a", 10_000), pick("b", 5_000), pick("c", 0)], many: true },
        ),
        item("scale", ItemKind::Scale { anchors: vec![words("差"), words("中"), words("好")] }),
        item("photo", ItemKind::Photo { standard: Some(id(5)), slots: vec![slot("front"), slot("side")] }),
        item("date", ItemKind::Date),
        item("barcode", ItemKind::Barcode),
        item("signature", ItemKind::Signature),
        item("document", ItemKind::Document),
        item(
            "table",
            ItemKind::Table { products: vec![id(40), id(41)], columns: vec![TableColumn::Stock, TableColumn::Price] },
        ),
        item("text", ItemKind::Text),
    ];
    items[6].required = true;
    items
}

pub fn checklist(items: Vec<Item>) -> Checklist {
    Checklist {
        id: id(4),
        lineage: "store-visit".into(),
        version: 3,
        title: words("门店检查"),
        classes: vec![],
        items,
        checks: Vec::new(),
        bands: Bands { pass: Share(8_000), conditional: Share(6_000) },
        from: Moment(0),
        scope: domain::Scope::Company,
        purpose: Purpose::Shop,
    }
}

pub fn a_visit() -> Visit {
    Visit {
        id: visit_id(),
        outlet: outlet(),
        territory: territory(),
        rep: rep(),
        rep_name: "李娜".into(),
        device: id(100),
        checklist: id(4),
        reason: VisitReason::Planned,
        day: DAY,
        check_in: Attendance { at: morning(), fix: None, distance: None, exception: Some("没信号".into()) },
        check_out: None,
        answers: BTreeMap::new(),
        odd: Vec::new(),
        forgotten: None,
        score: None,
        confirmed: None,
        companions: vec![],
        note: String::new(),
        photos: 0,
    }
}

/// The visit with [`a_photo`] in its slot.
pub fn a_visit_with_photo() -> Visit {
    let photos = BTreeMap::from([("front".to_owned(), photo_id())]);
    let answer = Answer { value: AnswerValue::Photos(photos), at: morning(), confirmed: false };
    Visit { answers: BTreeMap::from([("photo".into(), answer)]), photos: 1, ..a_visit() }
}

pub fn ended(visit: Visit) -> Visit {
    let out = Attendance { at: morning().plus(600_000), fix: None, distance: None, exception: None };
    Visit { check_out: Some(out), ..visit }
}

pub fn a_photo() -> Photo {
    Photo {
        id: photo_id(),
        visit: visit_id(),
        outlet: outlet(),
        territory: territory(),
        rep: rep(),
        rep_name: "李娜".into(),
        item: "photo".into(),
        slot: "front".into(),
        standard: Some(id(5)),
        picture: picture('a'),
        taken_at: morning(),
        fix: None,
        capture: Capture::Camera,
        look: Look::default(),
        before: None,
        kept_because: String::new(),
        twins: vec![],
        annotations: vec![],
        received_at: None,
        redo_of: None,
        proves: vec![],
        shows: vec![],
        verdict: None,
        ruling: None,
        appeal: None,
        audit: None,
    }
}

/// A verdict that sent [`a_photo`] back and gave [`a_redo_task`].
pub fn a_redo_verdict() -> Verdict {
    Verdict {
        id: verdict_id(),
        photo: photo_id(),
        visit: visit_id(),
        territory: territory(),
        judge: manager(),
        judge_name: "赵强".into(),
        ruling: Ruling::Redo,
        reasons: vec![RedoReason::Unclear],
        points: vec![2],
        note: String::new(),
        at: morning(),
        task: Some(task_id()),
        taken_back: false,
        replaces: None,
    }
}

pub fn a_redo_task() -> Task {
    let kind = TaskKind::Redo {
        photo: photo_id(),
        verdict: verdict_id(),
        item: "photo".into(),
        slot: "front".into(),
        reasons: vec![RedoReason::Unclear],
        missed: Vec::new(),
    };
    Task { kind, ..a_follow_up() }
}

pub fn a_follow_up() -> Task {
    Task {
        id: task_id(),
        outlet: outlet(),
        territory: territory(),
        owner: rep(),
        kind: TaskKind::FollowUp { what: "补价签".into() },
        note: String::new(),
        asked_by: manager(),
        asked_by_name: "赵强".into(),
        asked_at: morning(),
        due: DAY,
        origin: None,
        evidence: Evidence::Word,
        with: None,
        at_risk: None,
        placed: None,
        closed: None,
        reopened: Vec::new(),
    }
}

pub fn closing(photo: Option<PhotoId>, withdrawn: bool) -> TaskClosing {
    TaskClosing { at: morning(), by: rep(), photo, words: String::new(), withdrawn }
}

pub fn a_posting() -> Assignment {
    Assignment {
        id: posting_id(),
        user: rep(),
        territory: territory(),
        region: region(),
        window: DateWindow { from: date(2026, 1, 1), until: None },
        changed_at: Moment(0),
    }
}

/// A photo taken into a slot of the question `photo`.
pub fn take(photo: u128, slot: &str) -> TakePhoto {
    TakePhoto {
        photo: id(photo),
        visit: visit_id(),
        item: "photo".into(),
        slot: slot.into(),
        picture: picture('b'),
        thumbnail: "/9j/".into(),
        fix: None,
        capture: Capture::Camera,
        look: Look::default(),
        redo: None,
    }
}

/// And thrown away.
pub fn drop_it(photo: u128) -> DropPhoto {
    DropPhoto { photo: id(photo), visit: visit_id() }
}

/// A rep leaves themselves something to do at the shop.
pub fn leave_task() -> LeaveTask {
    LeaveTask {
        task: task_id(),
        outlet: outlet(),
        owner: rep(),
        what: "补价签".into(),
        due: DAY,
        origin: None,
        evidence: Evidence::Word,
        with: None,
        at_risk: None,
    }
}

/// And says that it has been done.
pub fn close_task() -> CloseTask {
    CloseTask { task: task_id(), photo: None, words: String::new() }
}
