//! The display standards of the demo: main shelf, fridge and shop front, with their reference pictures.

use super::chance::Chance;
use super::shelf::{Kind, Studio};
use super::{DemoPicture, before, id};
use domain::language::Words;
use domain::records::{DisplayStandard, OutletClass, PhotoRef, StandardPoint};
use domain::time::{Moment, Offset};
use jiff::civil::Date;
use sync::ContentHash;

/// Pixels of a reference picture.
const SIZE: (u32, u32) = (720, 960);
const KINDS: [Kind; 3] = [Kind::MainShelf, Kind::Fridge, Kind::Storefront];

/// The reference pictures, in the order of the standards.
#[must_use]
pub fn pictures() -> Vec<DemoPicture> {
    let mut studio = Studio::default();
    KINDS
        .into_iter()
        .map(|kind| {
            let picture = studio.reference(kind, SIZE);
            let hash = ContentHash::of(&picture.bytes).0;
            DemoPicture { hash, bytes: picture.bytes, thumbnail: picture.thumbnail }
        })
        .collect()
}

/// The standards: main shelf, fridge, shop front.
#[must_use]
pub fn standards(pictures: &[DemoPicture], chance: &Chance, today: Date) -> Vec<DisplayStandard> {
    let since = before(today, 7);
    let point = |zh: &str, en: &str, at: (u16, u16)| StandardPoint { words: Words::new(zh, en), at };
    let texts = [
        (
            "main-shelf",
            3,
            Words::new("主货架", "Main shelf"),
            vec![
                point("视平层连续 8 个排面", "8 facings in a row at eye level", (500, 420)),
                point("排面里没有别家产品", "No other maker's goods between ours", (800, 420)),
                point("价签对齐，价格对", "Price tags in line and right", (500, 560)),
            ],
        ),
        (
            "fridge",
            2,
            Words::new("冰柜", "Fridge"),
            vec![
                point("只放本品", "Only our products", (500, 400)),
                point("三层都满，没有空位", "All three boards full, no gaps", (500, 700)),
            ],
        ),
        (
            "shop-front",
            1,
            Words::new("店头", "Shop front"),
            vec![
                point("本季海报，看得全", "This season's poster in full view", (250, 550)),
                point("门口堆头 1 个", "One pile of cases at the door", (780, 800)),
            ],
        ),
    ];
    texts
        .into_iter()
        .zip(pictures)
        .zip(0..)
        .map(|(((lineage, version, name, points), picture), number)| DisplayStandard {
            id: id(since, &mut chance.numbered("standard", number)),
            lineage: lineage.to_owned(),
            version,
            name,
            classes: vec![OutletClass::A, OutletClass::B, OutletClass::C, OutletClass::D],
            reference: Some(PhotoRef {
                hash: picture.hash.clone(),
                bytes: picture.bytes.len() as u64,
                width: SIZE.0,
                height: SIZE.1,
            }),
            points,
            from: Moment::start_of(since, Offset::CHINA),
            scope: domain::Scope::Company,
        })
        .collect()
}
