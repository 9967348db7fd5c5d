//! Every list as text and as a workbook, and photos as one archive.

use crate::scene::{candidate, set, stranger};
use crate::support::ground::{EAST, MANAGER, REP, SHOPS, START, WEST};
use crate::support::{Fixture, picture};
use calamine::{Data, Reader, Xlsx};
use domain::records::{Photo, Ruling};
use domain::time::{DAY, Moment, Offset};
use std::io::{Cursor, Read};
use sync::wire::ProblemCode;

const LISTS: [(&str, &str); 8] = [
    ("agreements", "编号"),
    ("candidates", "名称"),
    ("dealers", "名称"),
    ("outlets", "编号"),
    ("products", "编号"),
    ("sub-distributors", "名称"),
    ("tasks", "提出日期"),
    ("visits", "日期"),
];

async fn workbook(fixture: &Fixture, name: &str) -> Vec<Vec<Data>> {
    let reply = fixture.log_in(MANAGER).await.get(&format!("/api/v1/export/{name}.xlsx")).await;
    assert_eq!(reply.status(), 200, "{name}");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(reply.body)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    sheet.rows().map(<[Data]>::to_vec).collect()
}

#[tokio::test]
async fn every_list_is_there_as_text_and_as_a_workbook_that_says_the_same() {
    let fixture = set().await;
    fixture.plant(vec![candidate(71, "=1+1").into()]).await;
    for (name, first) in LISTS {
        let reply = fixture.log_in(MANAGER).await.get(&format!("/api/v1/export/{name}.csv")).await;
        assert_eq!((reply.status(), reply.header("content-type")), (200, "text/csv; charset=utf-8"), "{name}");
        let text = reply.text();
        assert!(text.starts_with(&format!("\u{feff}{first},")), "{text}");
        let rows = workbook(&fixture, name).await;
        assert_eq!(rows.len(), text.matches("\r\n").count(), "{name}");
        assert_eq!(rows[0][0], Data::String(first.to_owned()));
        let commas = text.lines().next().unwrap().matches(',').count();
        assert_eq!(rows[0].len(), commas + 1, "{name}");
    }
    let outlets = workbook(&fixture, "outlets").await;
    assert_eq!(outlets.len() as u128, 1 + 2 * SHOPS);
    assert_eq!(outlets[1][1], Data::String("惠民超市".to_owned()));
    let candidates = workbook(&fixture, "candidates").await;
    assert_eq!(candidates[1][0], Data::String("=1+1".to_owned()), "words stay words, and nothing is run");
    let products = workbook(&fixture, "products").await;
    assert_eq!(products[1][6], Data::Float(45.0), "an amount is a number");
}

#[tokio::test]
async fn a_list_that_nobody_keeps_is_not_there_and_a_day_that_is_none_is_said() {
    let manager = set().await.log_in(MANAGER).await;
    for name in ["visits", "visits.pdf", "people.csv", ".csv", "..%2Fvisits.csv"] {
        let reply = manager.get(&format!("/api/v1/export/{name}")).await;
        assert_eq!((reply.status(), reply.code()), (404, ProblemCode::NotFound), "{name}");
    }
    let reply = manager.get("/api/v1/export/visits.csv?from=yesterday").await;
    assert_eq!((reply.status(), reply.code()), (400, ProblemCode::Malformed));
}

/// Photos of the east, one a day, and one of the west; all of them have arrived but the last.
async fn taken(fixture: &Fixture) -> Vec<Photo> {
    let mut photos = Vec::new();
    for (territory, day) in [(EAST, 0), (EAST, 1), (WEST, 1), (EAST, 2)] {
        let picture = picture::picture();
        let photo = Photo { taken_at: Moment(START.0 + day * DAY), ..picture::record(&picture, territory) };
        fixture.plant(vec![photo.clone().into()]).await;
        if day < 2 {
            assert_eq!(fixture.log_in(REP).await.upload(&picture).await.status(), 204);
        }
        photos.push(photo);
    }
    photos
}

fn names(zip: Vec<u8>) -> (Vec<String>, String) {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut list = String::new();
    archive.by_name("照片清单.csv").unwrap().read_to_string(&mut list).unwrap();
    let names = (0..archive.len()).map(|at| archive.by_index(at).unwrap().name().unwrap().into_owned()).collect();
    (names, list)
}

#[tokio::test]
async fn photos_that_have_arrived_come_as_one_archive_by_filter_with_a_list_and_with_the_bytes_that_were_taken() {
    let fixture = set().await;
    let photos = taken(&fixture).await;
    let manager = fixture.log_in(MANAGER).await;
    let asked = async |query: &str| {
        let reply = manager.get(&format!("/api/v1/export/photos.zip{query}")).await;
        assert_eq!((reply.status(), reply.header("content-type")), (200, "application/zip"), "{query}");
        reply.body
    };
    let whole = asked("").await;
    let (files, list) = names(whole.clone());
    assert_eq!(files.len(), 3 + 1, "{files:?}");
    let first = photos[0].taken_at.date(Offset::CHINA);
    assert!(files.iter().any(|name| name.starts_with(&format!("{first}/1 惠民超市/"))), "{files:?}");
    assert!(photos[..3].iter().all(|photo| list.contains(&photo.picture.hash)));
    let mut archive = zip::ZipArchive::new(Cursor::new(whole)).unwrap();
    let mut bytes = Vec::new();
    archive.by_index(0).unwrap().read_to_end(&mut bytes).unwrap();
    assert!(photos.iter().any(|photo| photo.picture.hash == sync::ContentHash::of(&bytes).0));

    let second = photos[1].taken_at.date(Offset::CHINA);
    assert_eq!(names(asked(&format!("?from={second}")).await).0.len(), 2 + 1);
    assert_eq!(names(asked(&format!("?to={first}")).await).0.len(), 1 + 1);
    assert_eq!(names(asked(&format!("?territory={WEST}")).await).0.len(), 1 + 1);
    assert_eq!(names(asked("?verdict=pass").await).0.len(), 1, "nobody has judged");
    assert_eq!(names(asked("?verdict=open").await).0.len(), 3 + 1);
    let judged = Photo { ruling: Some(Ruling::Pass), received_at: Some(START), ..photos[0].clone() };
    fixture.plant(vec![judged.into()]).await;
    assert_eq!(names(asked("?verdict=pass").await).0.len(), 1 + 1);
}

#[tokio::test]
async fn an_archive_of_photos_is_for_managers_and_holds_their_own_region_only() {
    let fixture = set().await;
    taken(&fixture).await;
    let path = "/api/v1/export/photos.zip";
    let refused = fixture.log_in(REP).await.get(path).await;
    assert_eq!((refused.status(), refused.code()), (403, ProblemCode::Forbidden));
    assert_eq!(crate::support::Phone::new(&fixture.url).get(path).await.status(), 401);
    let (files, list) = names(stranger(&fixture).await.get(path).await.body);
    assert_eq!((files.len(), list.lines().count()), (1, 1), "the list of nothing");
}
