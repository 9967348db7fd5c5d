//! A table of routes: what is wrong with it, what the phones of two reps get, and taking it back.

use super::book::{Cell, book, text};
use super::support::ground::{EAST, MANAGER, OTHER_REP, REP, WEST, east_shop, user};
use super::support::{Fixture, Phone};
use super::{ELSEWHERE, post, set, undone};
use domain::Kind;
use domain::id::{OutletId, UserId};
use domain::records::{JourneyPlan, Outlet, Record, Role, User};
use domain::rules::import::{Field, Why};
use domain::time::DAY;
use sync::wire::{ImportAnswer, ImportCheck, ImportEntry, ImportUndone};
use uuid::Uuid;

const HEAD: &str = "业务代表,路线,星期,频率,顺序,网点编码,起始日期\n";

async fn plans(fixture: &Fixture) -> Vec<JourneyPlan> {
    let all = fixture.running.state.store.all_of(Kind::JourneyPlan).await.unwrap();
    all.iter().filter_map(JourneyPlan::from_any).cloned().collect()
}

async fn checked(phone: &Phone, bytes: &[u8]) -> ImportCheck {
    match post(phone, "routes?name=a.csv", bytes.to_vec()).await.json() {
        ImportAnswer::Checked(check) => *check,
        other => panic!("{other:?}"),
    }
}

async fn done(phone: &Phone, bytes: &[u8]) -> ImportEntry {
    let plan = checked(phone, bytes).await.plan;
    match post(phone, &format!("routes?name=a.csv&plan={plan}"), bytes.to_vec()).await.json() {
        ImportAnswer::Done(entry) => entry,
        other => panic!("{other:?}"),
    }
}

/// The ground, and in another region a rep and a shop.
async fn ground() -> Fixture {
    let fixture = set().await;
    let shop = fixture.running.state.store.all_of(Kind::Outlet).await.unwrap();
    let shop = shop.iter().find_map(Outlet::from_any).unwrap().clone();
    let theirs = UserId(Uuid::from_u128(29));
    fixture
        .plant(vec![
            User { region: ELSEWHERE.0, ..user(theirs, "高远", Role::Rep) }.into(),
            Outlet { id: OutletId(Uuid::from_u128(9_000)), code: "BD1".into(), territory: ELSEWHERE.1, ..shop }.into(),
        ])
        .await;
    fixture
}

#[tokio::test]
async fn a_messy_table_of_routes_says_what_is_wrong_where_and_brings_in_what_is_right() {
    let fixture = ground().await;
    let manager = fixture.log_in(MANAGER).await;
    let titles = ["业务员", "线路名称", "拜访日", "频次", "站序", "网点编码（必填）"];
    let row = |number: u32, cells: [&str; 6]| (number, cells.map(text).into());
    let mut rows = vec![(1, vec![text("2026年拜访路线")]), (3, titles.map(text).into())];
    // Merged cells, an empty row, and stops that are not in order.
    rows.push(row(4, ["周建国", "丛台一线", "周一、周四", "每周", "2", " ＯＬＤ1001 "]));
    rows.push((6, vec![text(""), text(""), text(""), text(""), Cell::Number(1.0), text("old1000")]));
    // Twice the same shop, an unknown code, one of another region, one that is not the rep's ground.
    rows.push(row(7, ["周建国", "丛台二线", "周二", "", "", "OLD1002"]));
    rows.push(row(8, ["", "", "", "", "", "OLD1002"]));
    rows.push(row(9, ["", "", "", "", "", "XX99"]));
    rows.push(row(10, ["", "", "", "", "", "BD1"]));
    rows.push(row(11, ["", "", "", "", "", "OLD2000"]));
    // No day of the week, a day that is none, nobody of that name, and a rep of another region.
    rows.push(row(12, ["马晓燕", "西线", "", "", "", "OLD2001"]));
    rows.push(row(13, ["马晓燕", "西二线", "周八", "", "", "OLD2002"]));
    rows.push(row(14, ["没有这人", "三线", "周三", "", "", "OLD2003"]));
    rows.push(row(15, ["高远", "三线", "周三", "", "", "OLD2003"]));
    let file = book(&rows);
    let check = checked(&manager, &file).await;
    assert_eq!((check.titles_at, check.rows, check.new, check.changed, check.wrong), (3, 11, 1, 0, 9));
    let found: Vec<_> =
        check.faults.iter().map(|fault| (fault.row, fault.column, fault.field, fault.why.clone())).collect();
    let (code, rep) = (Some(5), Some(0));
    let wanted = [
        (8, code, Field::Code, Why::Twice { row: 7 }),
        (9, code, Field::Code, Why::Shop),
        (10, code, Field::Code, Why::Shop),
        (11, code, Field::Code, Why::Ground { territory: "丛台".to_owned() }),
        (12, Some(2), Field::Weekdays, Why::Missing),
        (13, Some(2), Field::Weekdays, Why::Weekdays),
        (14, rep, Field::Rep, Why::Rep),
        (15, rep, Field::Rep, Why::Rep),
    ];
    assert_eq!(found, wanted, "what there is elsewhere cannot be told from what there is not");
    assert!(plans(&fixture).await.is_empty(), "a dry run writes nothing");

    let entry = done(&manager, &file).await;
    assert_eq!((entry.new, entry.changed, entry.left_out), (1, 0, 9));
    let [plan] = &plans(&fixture).await[..] else { panic!("one route") };
    assert_eq!(
        (plan.name.as_str(), plan.rep, plan.territory, &plan.weekdays[..]),
        ("丛台一线", REP, EAST, &[1, 4][..])
    );
    assert_eq!(plan.stops, [east_shop(0), east_shop(1)]);
    assert_eq!(plan.window.from.to_string(), "2026-02-03", "from tomorrow on");
    let (mine, others) = (fixture.log_in(REP).await, fixture.log_in(OTHER_REP).await);
    assert!(mine.pull().await.text().contains("丛台一线"));
    assert!(!others.pull().await.text().contains("丛台一线"), "it is not their ground");
    assert_eq!(undone(&manager, &entry).await, ImportUndone::Done);
    assert!(plans(&fixture).await.is_empty());
    assert!(!mine.pull().await.text().contains("丛台一线"));
}

#[tokio::test]
async fn a_route_that_has_begun_goes_on_anew_and_what_was_walked_is_not_taken_back() {
    let fixture = ground().await;
    let manager = fixture.log_in(MANAGER).await;
    let first = format!("{HEAD}马晓燕,西线,周三,,,OLD2000,2026-02-02\n");
    let (gbk, ..) = encoding_rs::GBK.encode(&first);
    assert_eq!(checked(&manager, first.as_bytes()).await.plan, checked(&manager, &gbk).await.plan);
    let begun = done(&manager, &gbk).await;
    let ImportUndone::Hindered { by, .. } = undone(&manager, &begun).await else { panic!("a walked day is gone") };
    assert_eq!((by[0].name.as_str(), by[0].used_in.as_deref()), ("西线", Some("visit")));

    let again = format!("{HEAD}马晓燕,西线,,,,OLD2001,2026-02-09\n,,,,,OLD2000,\n");
    let before = plans(&fixture).await;
    let entry = done(&manager, again.as_bytes()).await;
    assert_eq!((entry.new, entry.changed), (1, 1), "one ends and one goes on");
    let after = plans(&fixture).await;
    let stops =
        |from: &str| after.iter().find(|plan| plan.window.from.to_string() == from).map(|plan| plan.stops.len());
    assert_eq!((after.len(), stops("2026-02-02"), stops("2026-02-09")), (2, Some(1), Some(2)));
    assert!(after.iter().all(|plan| plan.territory == WEST && plan.weekdays == [3]));
    assert_eq!(undone(&manager, &entry).await, ImportUndone::Done);
    assert_eq!(plans(&fixture).await, before);

    let entry = done(&manager, again.as_bytes()).await;
    fixture.clock.advance(8 * DAY);
    let ImportUndone::Hindered { count, .. } = undone(&manager, &entry).await else { panic!("a walked day is gone") };
    assert_eq!(count, 1);
}

#[tokio::test]
async fn a_route_is_imported_only_by_who_answers_for_it() {
    let fixture = ground().await;
    let file = format!("{HEAD}周建国,丛台一线,周一,,,OLD1000,\n");
    let refused = post(&fixture.log_in(REP).await, "routes", file.clone().into_bytes()).await;
    assert_eq!(refused.status(), 403);
    let theirs = format!("{HEAD}高远,莲池线,周一,,,BD1,\n");
    let check = checked(&fixture.log_in(MANAGER).await, theirs.as_bytes()).await;
    assert_eq!((check.new, check.wrong, &check.faults[0].why), (0, 1, &Why::Rep));
}
