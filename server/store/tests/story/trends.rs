//! The sums of the trends are those of the visits, however these come to be as they are.

use crate::scene::{Scene, id, put};
use domain::geo::Position;
use domain::id::{ChecklistId, DeviceId, OutletId, PhotoId, TerritoryId, UserId, VisitId};
use domain::records::{AnyRecord, Attendance, Outlet, OutletClass, Photo, Responsible, Ruling, Visit, VisitReason};
use domain::rules::trends::{By, Week};
use domain::time::{DAY, Moment, Offset};
use sqlx::{ConnectOptions, SqliteConnection};
use std::collections::BTreeMap;
use store::{Batch, Records, SqliteStore, TrendWanted, Trends};
use sync::server::RecordChange;

const BEGUN: Moment = Moment(1_770_000_000_000);

/// A tally of numbers that anybody could have thrown.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

fn outlet(number: u64, class: OutletClass) -> Outlet {
    serde_json::from_value(serde_json::json!({
        "id": OutletId(id(u128::from(number) + 100)), "territory": territory(number % 2), "code": "1", "name": "店",
        "initials": "d", "class": class, "channel": "", "address": "", "owner": "", "phone": "",
        "position": Position { lat: 0, lon: 0 }, "responsible": Responsible::Open, "open": true,
        "partner": number == 7,
    }))
    .unwrap()
}

fn territory(number: u64) -> TerritoryId {
    TerritoryId(id(u128::from(number) + 40))
}

fn visit(number: u64, dice: &mut Dice) -> Visit {
    let outlet = dice.below(8);
    let at = BEGUN.plus(dice.below(20).cast_signed() * DAY);
    let there = |at| Attendance { at, fix: None, distance: None, exception: None };
    Visit {
        id: VisitId(id(u128::from(number) + 1_000)),
        outlet: OutletId(id(u128::from(outlet) + 100)),
        territory: territory(outlet % 2),
        rep: UserId(id(u128::from(dice.below(3)) + 1)),
        rep_name: String::new(),
        device: DeviceId(id(30)),
        checklist: ChecklistId(id(4)),
        reason: VisitReason::Planned,
        day: at.date(Offset::CHINA),
        check_in: there(at),
        check_out: (dice.below(4) > 0).then(|| there(at.plus(600_000))),
        answers: BTreeMap::new(),
        score: None,
        odd: vec![],
        forgotten: None,
        confirmed: None,
        companions: vec![],
        note: String::new(),
        photos: 0,
    }
}

type Sums = Vec<(String, String, String, String, i64, i64, i64, i64, i64)>;

/// What is kept, without rows that have come to nothing.
async fn sums(other: &mut SqliteConnection) -> Sums {
    let sql = "SELECT week, territory, class, rep, visits, shops, seconds, judged, sent_back FROM trend_week
               WHERE visits <> 0 ORDER BY 1, 2, 3, 4";
    sqlx::query_as(sql).fetch_all(other).await.unwrap()
}

#[tokio::test]
async fn the_sums_are_those_of_the_visits_whatever_is_written_again_and_changed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trends.db");
    let store = SqliteStore::open(&path).await.unwrap();
    let mut other = sqlx::sqlite::SqliteConnectOptions::new().filename(&path).connect().await.unwrap();
    let (mut dice, mut heights) = (Dice(7), BTreeMap::new());
    let mut known: Vec<Visit> = Vec::new();
    let scene = Scene::new();
    for round in 0..30 {
        let mut written: Vec<AnyRecord> = Vec::new();
        if round == 0 {
            written.extend((0..8).map(|number| outlet(number, OutletClass::B).into()));
        }
        for _ in 0..dice.below(6) {
            let new = visit(known.len() as u64, &mut dice);
            known.push(new.clone());
            written.push(new.into());
        }
        if !known.is_empty() {
            let at = usize::try_from(dice.below(known.len() as u64)).unwrap();
            let ended = Visit { check_out: Some(known[at].check_in.clone()), ..known[at].clone() };
            known[at] = ended.clone();
            // Whether it had ended before or not, and with a photo of another one that may be judged, or judged anew.
            written.retain(|record| record.key() != AnyRecord::from(ended.clone()).key());
            written.push(ended.into());
            // A photo stays with its visit.
            let of = dice.below(known.len() as u64);
            let shown = &known[usize::try_from(of).unwrap()];
            let ruling = [None, Some(Ruling::Pass), Some(Ruling::Redo)][usize::try_from(dice.below(3)).unwrap()];
            let photo = PhotoId(id(u128::from(2 * of + dice.below(2)) + 3_000));
            written.push(
                Photo {
                    id: photo,
                    visit: shown.id,
                    outlet: shown.outlet,
                    territory: shown.territory,
                    ruling,
                    ..scene.photo.clone()
                }
                .into(),
            );
        }
        let changes = written.into_iter().map(|record| {
            let height = heights.entry(record.scope()).or_insert(0);
            *height += 1;
            put(record, *height)
        });
        let changes: Vec<RecordChange> = changes.collect();
        store.commit(Batch { changes, ..Batch::default() }).await.unwrap();
    }
    let kept = sums(&mut other).await;
    assert!(kept.len() > 5, "{kept:?}");
    let ended: Vec<&Visit> =
        known.iter().filter(|visit| !visit.is_open() && visit.outlet != OutletId(id(107))).collect();
    assert_eq!(kept.iter().map(|row| row.4).sum::<i64>(), ended.len() as i64, "the place of a partner is no shop");
    let shops: std::collections::BTreeSet<_> = ended.iter().map(|visit| (visit.outlet, Week::of(visit.day))).collect();
    assert_eq!(kept.iter().map(|row| row.5).sum::<i64>(), shops.len() as i64, "a shop counts once a week");

    let wanted = TrendWanted {
        from: Week::of(BEGUN.date(Offset::CHINA)),
        to: Week::of(BEGUN.plus(30 * DAY).date(Offset::CHINA)),
        territories: vec![territory(0)],
        rep: None,
        class: None,
        standard: None,
    };
    let told: i64 = store.trend(&wanted, By::Rep).await.unwrap().iter().map(|row| row.tally.visits).sum();
    let here = ended.iter().filter(|visit| visit.territory == territory(0)).count();
    assert_eq!(told, here as i64, "another territory is not counted");
    assert_eq!(store.trend_shops(&wanted.territories).await.unwrap(), [(territory(0), OutletClass::B, 4)]);

    // A database of a build that kept none, and a start that was cut off in the middle of counting.
    store.close().await;
    for spoil in [
        "DELETE FROM trend_week",
        "DELETE FROM trend_visit",
        "DELETE FROM trend_shop",
        "DELETE FROM meta WHERE key = 'trends'",
    ] {
        sqlx::query(spoil).execute(&mut other).await.unwrap();
    }
    SqliteStore::open(&path).await.unwrap().close().await;
    assert_eq!(sums(&mut other).await, kept);
    sqlx::query("DELETE FROM meta WHERE key = 'trends'").execute(&mut other).await.unwrap();
    SqliteStore::open(&path).await.unwrap().close().await;
    assert_eq!(sums(&mut other).await, kept, "counted again, it is the same");
}
