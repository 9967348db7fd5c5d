//! What the trends say, from what they were counted, and to whom.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/mod.rs"]
mod support;

use calamine::{Data, Reader, Xlsx};
use domain::Words;
use domain::id::{DeviceId, OutletId, PhotoId, RegionId, StandardId, TerritoryId, UserId, VisitId};
use domain::measure::Share;
use domain::records::{
    AnyRecord, Attendance, Band, Capture, DisplayStandard, OutletClass, Photo, Region, Role, Ruling, Score, Territory,
    TerritoryType, User, Visit, VisitReason,
};
use domain::rules::trends::Figure;
use domain::time::{DAY, Moment};
use server::account::hash_password;
use std::io::Cursor;
use store::Credential;
use support::ground::{CHECKLIST, EAST, MANAGER, REGION, REP, START, WEST, east_shop};
use support::{Fixture, PASSWORD, Phone};
use sync::wire::{ProblemCode, Trends, TrendsVisits};
use uuid::Uuid;

const ELSEWHERE: RegionId = RegionId(Uuid::from_u128(9));
const FAR: TerritoryId = TerritoryId(Uuid::from_u128(19));
const STRANGER: UserId = UserId(Uuid::from_u128(29));
const SHELF: StandardId = StandardId(Uuid::from_u128(5));
/// The tests play on a Monday; this is the week before.
const BEFORE: &str = "from=2026-01-26&to=2026-01-26";

fn visit(number: u128, outlet: OutletId, days_ago: i64, minutes: i64, band: Option<Band>) -> Visit {
    let at = START.plus(-days_ago * DAY);
    let there = |at| Attendance { at, fix: None, distance: None, exception: None };
    let score = |band| Score { share: Share(8_200), points: 82, out_of: 100, band, knocked_out: vec![], items: vec![] };
    Visit {
        id: VisitId(Uuid::from_u128(500 + number)),
        outlet,
        territory: EAST,
        rep: REP,
        rep_name: "周建国".to_owned(),
        device: DeviceId(Uuid::from_u128(7)),
        checklist: CHECKLIST,
        reason: VisitReason::Planned,
        day: at.date(domain::time::Offset::CHINA),
        check_in: there(at),
        check_out: Some(there(at.plus(minutes * 60_000))),
        answers: Default::default(),
        score: band.map(score),
        odd: vec![],
        forgotten: None,
        confirmed: None,
        companions: vec![],
        note: String::new(),
        photos: 0,
    }
}

fn photo(number: u128, visit: &Visit, standard: Option<StandardId>, ruling: Option<Ruling>) -> Photo {
    let mut photo: Photo = serde_json::from_value(serde_json::json!({
        "id": PhotoId(Uuid::from_u128(700 + number)), "visit": visit.id, "outlet": visit.outlet,
        "territory": visit.territory, "rep": visit.rep, "rep_name": visit.rep_name, "item": "shelf", "slot": "front",
        "hash": format!("{number:064}"), "bytes": 9, "width": 3, "height": 3, "taken_at": visit.check_in.at,
        "capture": Capture::Camera,
    }))
    .unwrap();
    (photo.standard, photo.ruling) = (standard, ruling);
    photo
}

/// Three visits to two shops the week before, one of them today, and two photos that were judged.
fn week() -> Vec<AnyRecord> {
    let visits = [
        visit(1, east_shop(0), 6, 10, Some(Band::Pass)),
        visit(2, east_shop(0), 4, 20, Some(Band::Fail)),
        visit(3, east_shop(1), 4, 15, None),
        visit(4, east_shop(0), 0, 5, Some(Band::Pass)),
    ];
    let photos = [
        photo(1, &visits[0], Some(SHELF), Some(Ruling::Pass)),
        photo(2, &visits[1], None, Some(Ruling::Redo)),
        photo(3, &visits[1], None, None),
    ];
    visits.into_iter().map(AnyRecord::from).chain(photos.into_iter().map(AnyRecord::from)).collect()
}

fn standard() -> DisplayStandard {
    DisplayStandard {
        id: SHELF,
        lineage: "main-shelf".to_owned(),
        version: 1,
        name: Words::new("主货架", "Main shelf"),
        classes: vec![OutletClass::B],
        reference: None,
        points: vec![],
        from: Moment(0),
        scope: domain::Scope::Company,
    }
}

/// The ground, another region with its manager, a standard, and the week.
async fn set() -> Fixture {
    let fixture = Fixture::start().await;
    let name = "石经理".to_owned();
    let area = Territory {
        id: FAR,
        region: ELSEWHERE,
        name: Words::new("满城", ""),
        territory_type: TerritoryType::Urban,
        area_codes: vec![],
    };
    let others: Vec<AnyRecord> = vec![
        Region { id: ELSEWHERE, name: Words::new("保定", "") }.into(),
        User { id: STRANGER, region: ELSEWHERE, name, role: Role::RegionalManager, active: true }.into(),
        area.into(),
        standard().into(),
    ];
    fixture.plant(others).await;
    let credential = Credential {
        user: STRANGER,
        phone: "13800000009".to_owned(),
        password_hash: hash_password(PASSWORD).unwrap(),
        given: false,
    };
    fixture.running.state.store.put_credentials(&[credential]).await.unwrap();
    fixture.plant(week()).await;
    fixture
}

async fn stranger(fixture: &Fixture) -> Phone {
    let phone = Phone::new(&fixture.url);
    assert_eq!(phone.log_in("13800000009", PASSWORD).await.status(), 200);
    phone
}

async fn trends(phone: &Phone, query: &str) -> Trends {
    let reply = phone.get(&format!("/api/v1/trends?{query}")).await;
    assert_eq!(reply.status(), 200, "{}", reply.text());
    reply.json()
}

fn figure(part: i64, whole: i64) -> Figure {
    Figure { part, whole }
}

/// The total of the week before, and of each line.
async fn before(phone: &Phone, measure: &str, by: &str) -> (Figure, Vec<(String, Figure)>) {
    let told = trends(phone, &format!("measure={measure}&by={by}&{BEFORE}")).await;
    let lines = told.lines.iter().map(|line| (line.key.clone(), line.figures[0])).collect();
    (told.total[0], lines)
}

#[tokio::test]
async fn each_measure_says_from_what_it_was_counted_and_its_parts_add_up() {
    let fixture = set().await;
    let phone = fixture.log_in(MANAGER).await;
    let (east, west) = (EAST.to_string(), WEST.to_string());
    for (measure, total, in_east, in_west) in [
        ("compliance", figure(1, 2), figure(1, 2), figure(0, 0)),
        ("coverage", figure(2, 40), figure(2, 20), figure(0, 20)),
        ("frequency", figure(3, 40), figure(3, 20), figure(0, 20)),
        ("stay", figure(45 * 60, 3), figure(45 * 60, 3), figure(0, 0)),
        ("redo", figure(1, 2), figure(1, 2), figure(0, 0)),
    ] {
        let (all, lines) = before(&phone, measure, "territory").await;
        assert_eq!((all, lines), (total, vec![(east.clone(), in_east), (west.clone(), in_west)]), "{measure}");
    }
    assert_eq!(before(&phone, "coverage", "region").await.1, [(REGION.to_string(), figure(2, 40))]);
    assert_eq!(before(&phone, "coverage", "class").await.1, [("B".to_owned(), figure(2, 40))]);
    let reps = before(&phone, "coverage", "rep").await.1;
    assert_eq!(reps.iter().map(|(_, figure)| *figure).collect::<Vec<_>>(), [figure(2, 20), figure(0, 20)]);
    let by_standard = before(&phone, "redo", "standard").await;
    assert_eq!(by_standard, (figure(1, 2), vec![("main-shelf".to_owned(), figure(0, 1))]));
}

#[tokio::test]
async fn what_is_written_again_counts_once_and_what_changes_counts_as_it_is() {
    let fixture = set().await;
    let phone = fixture.log_in(MANAGER).await;
    let once = before(&phone, "frequency", "rep").await;
    fixture.plant(week()).await;
    assert_eq!(before(&phone, "frequency", "rep").await, once);

    let second = visit(2, east_shop(0), 4, 20, Some(Band::Fail));
    fixture.plant(vec![photo(2, &second, None, Some(Ruling::Pass)).into()]).await;
    assert_eq!(before(&phone, "redo", "territory").await.0, figure(0, 2));
    let open = Visit { check_out: None, ..visit(5, east_shop(5), 4, 1, None) };
    fixture.plant(vec![open.clone().into()]).await;
    assert_eq!(before(&phone, "coverage", "territory").await.0, figure(2, 40), "it goes on");
    fixture.plant(vec![Visit { check_out: Some(open.check_in.clone()), ..open }.into()]).await;
    assert_eq!(before(&phone, "coverage", "territory").await.0, figure(3, 40));
}

#[tokio::test]
async fn a_figure_can_be_followed_down_to_the_visits_behind_it() {
    let fixture = set().await;
    let phone = fixture.log_in(MANAGER).await;
    let told = trends(&phone, &format!("by=rep&territory={EAST}&weeks=2")).await;
    assert_eq!((told.weeks.len(), told.running), (2, true));
    assert_eq!(told.within.iter().map(|within| within.name.zh.as_str()).collect::<Vec<_>>(), ["区"]);
    let rep = &told.lines.iter().find(|line| line.name.zh == "周建国").unwrap().key;
    let found: TrendsVisits = phone.get(&format!("/api/v1/trends/visits?rep={rep}&weeks=2")).await.json();
    let days: Vec<String> = found.visits.iter().map(|visit| visit.day.to_string()).collect();
    assert_eq!((days.len(), days[0].as_str(), days[3].as_str()), (4, "2026-02-02", "2026-01-27"));
    assert_eq!((found.visits[0].outlet_name.as_str(), found.visits[0].share), ("惠民超市", Some(8_200)));
    let query = format!("/api/v1/trends/visits?rep={rep}&weeks=2&standard=main-shelf");
    let of_shelf: TrendsVisits = phone.get(&query).await.json();
    assert_eq!(of_shelf.visits.iter().map(|visit| (visit.judged, visit.sent_back)).collect::<Vec<_>>(), [(1, 0)]);
}

#[tokio::test]
async fn a_manager_of_another_region_can_neither_see_nor_guess() {
    let fixture = set().await;
    let stranger = stranger(&fixture).await;
    let theirs = trends(&stranger, "measure=frequency&by=territory").await;
    assert_eq!(theirs.lines.iter().map(|line| line.key.clone()).collect::<Vec<_>>(), [FAR.to_string()]);
    assert!(theirs.total.iter().all(|figure| *figure == Figure::default()));
    for (name, theirs, nobodys) in
        [("territory", EAST.0, Uuid::from_u128(404)), ("region", REGION.0, Uuid::from_u128(404))]
    {
        for path in ["trends", "trends/visits", "export/trends.csv", "export/trends.xlsx"] {
            let refused = stranger.get(&format!("/api/v1/{path}?{name}={theirs}")).await;
            let unknown = stranger.get(&format!("/api/v1/{path}?{name}={nobodys}")).await;
            assert_eq!((refused.status(), refused.text()), (404, unknown.text()), "{path}");
        }
    }
    let about = stranger.get(&format!("/api/v1/trends?by=rep&rep={REP}")).await.text();
    assert!(!about.contains("周建国"), "{about}");
    let visits: TrendsVisits = stranger.get(&format!("/api/v1/trends/visits?rep={REP}")).await.json();
    assert!(visits.visits.is_empty());
}

#[tokio::test]
async fn trends_are_for_managers_and_nonsense_is_said_to_be_none() {
    let fixture = set().await;
    let rep = fixture.log_in(REP).await;
    let manager = fixture.log_in(MANAGER).await;
    for path in ["/api/v1/trends", "/api/v1/trends/visits", "/api/v1/export/trends.csv", "/api/v1/export/trends.xlsx"] {
        let refused = rep.get(path).await;
        assert_eq!((refused.status(), refused.code()), (403, ProblemCode::Forbidden));
        let nobody = Phone::new(&fixture.url).get(path).await;
        assert_eq!((nobody.status(), nobody.code()), (401, ProblemCode::LoggedOut));
        for query in ["measure=luck", "by=moon", "from=2026-02-30", "from=2026-02-09&to=2026-01-01", "class=Z", "rep=x"]
        {
            let reply = manager.get(&format!("{path}?{query}")).await;
            assert_eq!((reply.status(), reply.code()), (400, ProblemCode::Malformed), "{path}?{query}");
        }
    }
    let years = trends(&manager, "from=1999-01-01&weeks=4000").await;
    assert_eq!(years.weeks.len(), 53, "a year is told, and no more");
}

#[tokio::test]
async fn a_figure_says_who_is_not_wholly_in_it() {
    let fixture = set().await;
    let manager = fixture.log_in(MANAGER).await;
    let told = trends(&manager, "").await;
    assert_eq!((told.reps, told.behind.len(), told.as_of), (2, 2, START));
    assert!(told.behind.iter().all(|rep| rep.last_seen.is_none()));
    let phone = fixture.log_in(REP).await;
    assert_eq!(phone.heartbeat().await.status(), 200);
    let told = trends(&manager, "").await;
    assert_eq!(told.behind.iter().map(|rep| rep.name.as_str()).collect::<Vec<_>>(), ["马晓燕"]);
    fixture.clock.advance(DAY);
    let told = trends(&fixture.log_in(MANAGER).await, "").await;
    assert_eq!((told.behind.len(), told.behind[1].last_seen), (2, Some(START)), "heard of yesterday");
}

#[tokio::test]
async fn the_same_figures_leave_as_a_table_and_as_a_workbook() {
    let fixture = set().await;
    let phone = fixture.log_in(MANAGER).await;
    let csv = phone.get(&format!("/api/v1/export/trends.csv?measure=coverage&by=class&{BEFORE}")).await;
    assert_eq!((csv.status(), csv.header("content-type")), (200, "text/csv; charset=utf-8"));
    let text = csv.text();
    assert!(text.starts_with("\u{feff}指标,分组,名称,周一,数值,单位,分子,分母\r\n"), "{text}");
    assert!(text.contains("\r\n覆盖率,门店等级,合计,2026-01-26,5.00,%,2,40\r\n"), "{text}");
    let book = phone.get(&format!("/api/v1/export/trends.xlsx?measure=coverage&by=class&{BEFORE}")).await;
    assert_eq!(book.status(), 200);
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(book.body)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let covered = |row: &&[Data]| row[1] == Data::String("门店等级".to_owned()) && row[4] == Data::Float(5.0);
    assert!(sheet.rows().any(|row| covered(&row)), "{sheet:?}");
}
