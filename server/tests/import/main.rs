//! Importing tables: what is read, what is written, who may, and taking it back.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod book;
mod files;
mod routes;
#[path = "../support/mod.rs"]
mod support;

use book::{Cell, book, text};
use domain::AnyRecord;
use domain::Kind;
use domain::id::{OutletId, RegionId, TaskId, TerritoryId, UserId};
use domain::language::Words;
use domain::records::{Evidence, Outlet, Record, Region, Role, Task, TaskKind, Territory, TerritoryType};
use domain::rules::import::{Field, Why};
use server::account::hash_password;
use store::Credential;
use support::ground::{EAST, MANAGER, REGION, REP, START, east_shop, user};
use support::wire::Reply;
use support::{Fixture, PASSWORD, Phone};
use sync::wire::{ImportAnswer, ImportCheck, ImportEntry, ImportUndone, ProblemCode};
use uuid::Uuid;

const CENTRE: UserId = UserId(Uuid::from_u128(28));
const CENTRES_NUMBER: &str = "13800000008";
/// Another region's ground.
const ELSEWHERE: (RegionId, TerritoryId) = (RegionId(Uuid::from_u128(9)), TerritoryId(Uuid::from_u128(19)));
const HEAD: &str = "编号,名称,区域,等级,纬度,经度,电话\n";

/// The ground with names that a table can say, a second region, and somebody who sees both.
async fn set() -> Fixture {
    let fixture = Fixture::start().await;
    let territory = |id, region, name: &str| Territory {
        id,
        region,
        name: Words::new(name, ""),
        territory_type: TerritoryType::Urban,
        area_codes: Vec::new(),
    };
    let mut records: Vec<AnyRecord> = vec![
        territory(EAST, REGION, "丛台").into(),
        Region { id: ELSEWHERE.0, name: Words::new("保定", "") }.into(),
        territory(ELSEWHERE.1, ELSEWHERE.0, "莲池").into(),
        user(CENTRE, "周岚", Role::MarketingCentre).into(),
    ];
    for outlet in shops(&fixture).await {
        // Those of the ground have no code of their own.
        let code = format!("OLD{}", outlet.id.0.as_u128());
        records.push(Outlet { code, ..outlet }.into());
    }
    fixture.plant(records).await;
    let password_hash = hash_password(PASSWORD).unwrap();
    let credential = Credential { user: CENTRE, phone: CENTRES_NUMBER.to_owned(), password_hash, given: false };
    fixture.running.state.store.put_credentials(&[credential]).await.unwrap();
    fixture
}

async fn shops(fixture: &Fixture) -> Vec<Outlet> {
    let all = fixture.running.state.store.all_of(Kind::Outlet).await.unwrap();
    all.iter().filter_map(Outlet::from_any).cloned().collect()
}

async fn post(phone: &Phone, path: &str, bytes: Vec<u8>) -> Reply {
    Reply::of(phone.request(reqwest::Method::POST, &format!("/api/v1/imports/{path}")).body(bytes)).await
}

async fn checked(phone: &Phone, bytes: &[u8]) -> ImportCheck {
    match post(phone, "outlets?name=a.csv", bytes.to_vec()).await.json() {
        ImportAnswer::Checked(check) => *check,
        other => panic!("{other:?}"),
    }
}

async fn imported(phone: &Phone, bytes: &[u8], plan: &str) -> ImportAnswer {
    post(phone, &format!("outlets?name=a.csv&plan={plan}"), bytes.to_vec()).await.json()
}

async fn done(phone: &Phone, bytes: &[u8]) -> ImportEntry {
    let plan = checked(phone, bytes).await.plan;
    match imported(phone, bytes, &plan).await {
        ImportAnswer::Done(entry) => entry,
        other => panic!("{other:?}"),
    }
}

async fn undone(phone: &Phone, entry: &ImportEntry) -> ImportUndone {
    phone.delete(&format!("/api/v1/imports/of/{}", entry.id)).await.json()
}

#[tokio::test]
async fn five_thousand_shops_of_a_messy_workbook_come_in_at_once_and_are_taken_back_at_once() {
    let fixture = set().await;
    let before = shops(&fixture).await;
    let store = &fixture.running.state.store;
    let counted = store.trend_shops(&[EAST]).await.unwrap();
    let titles = ["序号", "网点编码（必填）", " 店 名", "所在区县", "级别", "联系电话", "纬度", "经度"];
    let mut rows = vec![(1, vec![text("2026年网点台账")]), (3, titles.map(text).into())];
    for number in 0..5_000_u32 {
        let lat = if number % 1_000 == 7 { text("不详") } else { Cell::Number(36.6 + f64::from(number) / 1e5) };
        rows.push((
            number + 4,
            vec![
                Cell::Number(f64::from(number + 1)),
                text(&format!(" ＨＤ{number:05} ")),
                text(&format!("永 盛　超市{number}号店")),
                text(if number % 2 == 0 { "河北省邯郸市丛台区" } else { "丛台" }),
                text(if number % 3 == 0 { "a类" } else { "Ｂ" }),
                Cell::Number(13_800_000_000.0 + f64::from(number)),
                lat,
                if number % 5 == 0 { text("114.5391°") } else { Cell::Number(114.539_1) },
            ],
        ));
    }
    let file = book(&rows);
    let manager = fixture.log_in(MANAGER).await;
    let check = checked(&manager, &file).await;
    assert_eq!((check.rows, check.new, check.changed, check.same, check.wrong), (5_000, 4_995, 0, 0, 5));
    assert_eq!(check.titles_at, 3);
    let first = &check.faults[0];
    assert_eq!((first.row, first.column, first.field, &first.why), (11, Some(6), Field::Latitude, &Why::Place));
    assert_eq!((first.read.as_str(), check.changes.len()), ("不详", 200));
    assert_eq!(shops(&fixture).await, before, "a dry run writes nothing");

    let entry = done(&manager, &file).await;
    assert_eq!((entry.new, entry.changed, entry.left_out, entry.by.as_str()), (4_995, 0, 5, "韩经理"));
    let after = shops(&fixture).await;
    assert_eq!(after.len(), before.len() + 4_995);
    let shop = after.iter().find(|shop| shop.code == "HD00001").unwrap();
    assert_eq!((shop.name.as_str(), shop.phone.as_str(), shop.territory), ("永盛超市1号店", "13800000001", EAST));
    assert!(!shop.initials.is_empty() && shop.open);
    let check = checked(&manager, &file).await;
    assert_eq!((check.new, check.changed, check.same), (0, 0, 4_995), "what is imported is not imported twice");

    assert_eq!(undone(&manager, &entry).await, ImportUndone::Done);
    assert_eq!(undone(&manager, &entry).await, ImportUndone::Done, "said again it changes nothing");
    assert_eq!(shops(&fixture).await, before);
    assert_eq!(store.trend_shops(&[EAST]).await.unwrap(), counted, "what is gone is not counted by the trends");
    let listed: Vec<ImportEntry> = manager.get("/api/v1/imports").await.json();
    assert!(listed[0].undone_at.is_some() && listed[0].id == entry.id);
}

#[tokio::test]
async fn a_phone_gets_what_was_imported_and_loses_what_was_taken_back() {
    let fixture = set().await;
    let (manager, rep) = (fixture.log_in(MANAGER).await, fixture.log_in(REP).await);
    let file = format!("{HEAD}N1,新店,丛台,A,36.6,114.5,13800000001\nOLD1000,改名超市,,,,,\n");
    let entry = done(&manager, file.as_bytes()).await;
    assert_eq!((entry.new, entry.changed), (1, 1));
    let held = rep.pull().await.text();
    assert!(held.contains("新店") && held.contains("改名超市"));
    assert_eq!(undone(&manager, &entry).await, ImportUndone::Done);
    let held = rep.pull().await.text();
    assert!(!held.contains("新店") && !held.contains("改名超市"));
}

#[tokio::test]
async fn what_has_changed_since_the_dry_run_is_not_imported() {
    let fixture = set().await;
    let manager = fixture.log_in(MANAGER).await;
    let file = format!("{HEAD}N1,新店,丛台,A,36.6,114.5,\nOLD1000,改名超市,,,,,\n");
    let plan = checked(&manager, file.as_bytes()).await.plan;
    let shop = shops(&fixture).await.into_iter().find(|shop| shop.id == east_shop(0)).unwrap();
    fixture.plant(vec![Outlet { owner: "别人".to_owned(), ..shop }.into()]).await;
    let before = shops(&fixture).await;
    assert_eq!(imported(&manager, file.as_bytes(), &plan).await, ImportAnswer::Stale);
    assert_eq!(shops(&fixture).await, before);
}

#[tokio::test]
async fn what_was_changed_or_used_since_keeps_an_import_from_being_taken_back_and_is_named() {
    let fixture = set().await;
    let manager = fixture.log_in(MANAGER).await;
    let file = format!("{HEAD}N1,新店,丛台,A,36.6,114.5,\nOLD1000,改名超市,,,,,\n");
    let entry = done(&manager, file.as_bytes()).await;
    let all = shops(&fixture).await;
    let renamed = all.iter().find(|shop| shop.id == east_shop(0)).unwrap().clone();
    fixture.plant(vec![Outlet { owner: "别人".to_owned(), ..renamed.clone() }.into()]).await;
    let ImportUndone::Hindered { by, count } = undone(&manager, &entry).await else { panic!("a change was lost") };
    assert_eq!((count, by[0].name.as_str(), by[0].used_in.as_deref()), (1, "OLD1000 改名超市", None));

    fixture.plant(vec![renamed.into()]).await;
    let new = all.iter().find(|shop| shop.code == "N1").unwrap();
    let task = Task {
        id: TaskId(Uuid::from_u128(77)),
        outlet: new.id,
        territory: EAST,
        owner: REP,
        kind: TaskKind::FollowUp { what: "送海报".to_owned() },
        note: String::new(),
        asked_by: MANAGER,
        asked_by_name: "韩经理".to_owned(),
        asked_at: START,
        due: "2026-03-01".parse().unwrap(),
        origin: None,
        evidence: Evidence::Word,
        with: None,
        at_risk: None,
        placed: None,
        closed: None,
        reopened: Vec::new(),
    };
    fixture.plant(vec![task.into()]).await;
    let ImportUndone::Hindered { by, .. } = undone(&manager, &entry).await else { panic!("a task lost its shop") };
    assert_eq!((by[0].name.as_str(), by[0].used_in.as_deref()), ("N1 新店", Some("task")));
    assert!(shops(&fixture).await.iter().any(|shop| shop.code == "N1"), "nothing was taken back");
}

#[tokio::test]
async fn a_row_for_another_region_is_outside_and_its_shops_are_not_even_known() {
    let fixture = set().await;
    let manager = fixture.log_in(MANAGER).await;
    let centre = Phone::new(&fixture.url);
    assert_eq!(centre.log_in(CENTRES_NUMBER, PASSWORD).await.status(), 200);
    let theirs = format!("{HEAD}X1,莲池店,莲池,A,38.8,115.4,\n");
    let entry = done(&centre, theirs.as_bytes()).await;
    assert_eq!(entry.new, 1);

    let check = checked(&manager, theirs.as_bytes()).await;
    assert_eq!((check.new, check.changed, check.same, check.wrong), (0, 0, 0, 1));
    assert_eq!(check.faults[0].why, Why::Outside);
    let unknown = checked(&manager, theirs.replace("莲池", "没有这里").as_bytes()).await;
    assert_eq!(unknown.faults[0].why, Why::Outside, "what there is elsewhere cannot be told from what there is not");
    let mine = theirs.replace(",莲池,", ",丛台,");
    assert_eq!(checked(&manager, mine.as_bytes()).await.new, 1, "a code of another region is free here");

    let listed: Vec<ImportEntry> = manager.get("/api/v1/imports").await.json();
    assert!(listed.is_empty(), "another region's imports are not listed");
    let refused = manager.delete(&format!("/api/v1/imports/of/{}", entry.id)).await;
    assert_eq!((refused.status(), refused.code()), (404, ProblemCode::NotFound));
}

#[tokio::test]
async fn managers_import_and_what_the_whole_company_shares_only_who_sees_all_of_it() {
    let fixture = set().await;
    let products = "编号,名称,毫升,箱规,箱价\nCZ500,鲜橙汁,500ml,15瓶,¥45.00\n".as_bytes().to_vec();
    for (path, who) in [("outlets", REP), ("products", MANAGER)] {
        let refused = post(&fixture.log_in(who).await, path, products.clone()).await;
        assert_eq!((refused.status(), refused.code()), (403, ProblemCode::Forbidden), "{path}");
    }
    let nobody = post(&Phone::new(&fixture.url), "outlets", products.clone()).await;
    assert_eq!((nobody.status(), nobody.code()), (401, ProblemCode::LoggedOut));
    let centre = Phone::new(&fixture.url);
    assert_eq!(centre.log_in(CENTRES_NUMBER, PASSWORD).await.status(), 200);
    let ImportAnswer::Checked(check) = post(&centre, "products", products.clone()).await.json() else { panic!() };
    assert_eq!((check.new, check.wrong), (1, 0));
    let done = post(&centre, &format!("products?plan={}", check.plan), products).await.json();
    let ImportAnswer::Done(entry) = done else { panic!("{done:?}") };
    assert_eq!(undone(&centre, &entry).await, ImportUndone::Done);
}

#[tokio::test]
async fn a_code_that_somebody_takes_meanwhile_is_not_given_twice_and_one_of_another_region_is_free() {
    let fixture = set().await;
    let manager = fixture.log_in(MANAGER).await;
    let file = format!("{HEAD}N1,新店,丛台,A,36.6,114.5,\nN2,另一家,丛台,A,36.6,114.5,\n");
    let plan = checked(&manager, file.as_bytes()).await.plan;
    let like = shops(&fixture).await.remove(0);
    let theirs = Outlet {
        id: OutletId(Uuid::from_u128(0x5a)),
        territory: ELSEWHERE.1,
        code: "N1".to_owned(),
        name: "莲池店".to_owned(),
        ..like
    };
    fixture.plant(vec![theirs.clone().into()]).await;
    let check = checked(&manager, file.as_bytes()).await;
    assert_eq!((check.new, check.wrong, &check.plan), (2, 0, &plan), "what another region numbers is its own");
    let ours = Outlet { id: OutletId(Uuid::from_u128(0x5b)), territory: EAST, code: "N2".to_owned(), ..theirs };
    fixture.plant(vec![ours.into()]).await;
    assert_eq!(imported(&manager, file.as_bytes(), &plan).await, ImportAnswer::Stale, "not even between two looks");
    assert_eq!(checked(&manager, file.as_bytes()).await.new, 1);
}
