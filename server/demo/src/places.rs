//! Where the demo region lies: three territories of 邯郸, one of each type (S34), with their streets.
//! `region.rs` puts outlets on these streets with [`Street::place`]; everything is integers,
//! so that every machine makes the same map.

use crate::chance::Chance;

/// The type of a territory, in the words of the requirements (S34).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// 市区.
    Urban,
    /// 县区.
    County,
    /// 郊区.
    Suburb,
}

/// One territory of the demo.
#[derive(Debug)]
pub struct Place {
    /// Its Chinese name.
    pub zh: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// Its type.
    pub ground: Ground,
    /// Administrative codes, GB/T 2260.
    pub codes: &'static [&'static str],
    /// Its part of all outlets, in percent.
    pub share: u32,
    /// Its streets.
    pub streets: &'static [Street],
}

/// A street as a straight piece: good enough for a distance in metres.
#[derive(Debug)]
pub struct Street {
    /// Its district or town.
    pub district: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The middle, micro-degrees north and east.
    pub middle: (i32, i32),
    /// Its direction: metres east and north in a thousand.
    pub heading: (i32, i32),
    /// From end to end, metres.
    pub length: i32,
}

/// A spot on a street.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Micro-degrees north.
    pub lat: i32,
    /// Micro-degrees east.
    pub lon: i32,
    /// The number of the house, odd on one side and even on the other.
    pub house: u32,
}

impl Street {
    /// A spot beside the street, somewhere along it.
    #[must_use]
    pub fn place(&self, chance: &mut Chance) -> Spot {
        let along = chance.range(i64::from(-self.length / 2)..=i64::from(self.length / 2)) as i32;
        let right = chance.percent(50);
        let aside = chance.range(9..=24) as i32 * if right { 1 } else { -1 };
        let (east, north) = self.heading;
        let metres_east = (along * east + aside * north) / 1_000;
        let metres_north = (along * north - aside * east) / 1_000;
        let doors = ((along + self.length / 2) / 14 * 2 + 1 + i32::from(right)).max(1);
        Spot {
            lat: self.middle.0 + metres_north * 8_983 / 1_000,
            lon: self.middle.1 + metres_east * 11_190 / 1_000,
            house: doors as u32,
        }
    }
}

/// The street with a name, and the number of its territory.
#[must_use]
pub fn street(name: &str) -> Option<(usize, &'static Street)> {
    PLACES
        .iter()
        .enumerate()
        .find_map(|(at, place)| place.streets.iter().find(|street| street.name == name).map(|street| (at, street)))
}

const fn run(
    district: &'static str,
    name: &'static str,
    middle: (i32, i32),
    heading: (i32, i32),
    length: i32,
) -> Street {
    Street { district, name, middle, heading, length }
}

/// From west to east.
const EAST: (i32, i32) = (1_000, 0);
/// From south to north.
const NORTH: (i32, i32) = (0, 1_000);

/// The three territories.
pub const PLACES: [Place; 3] = [
    Place {
        zh: "邯郸市区",
        en: "Handan city",
        ground: Ground::Urban,
        codes: &["130403", "130404"],
        share: 50,
        streets: &[
            run("丛台区", "丛台路", (36_617_400, 114_497_800), (998, 50), 2_600),
            run("丛台区", "联防路", (36_629_300, 114_491_600), EAST, 3_000),
            run("丛台区", "滏东大街", (36_616_100, 114_512_600), (40, 999), 3_200),
            run("丛台区", "陵西大街", (36_612_800, 114_481_300), NORTH, 2_800),
            run("丛台区", "学院路", (36_583_900, 114_497_200), EAST, 2_200),
            run("丛台区", "和平路", (36_603_500, 114_494_800), EAST, 2_800),
            run("丛台区", "人民路", (36_610_600, 114_499_300), EAST, 3_600),
            run("丛台区", "光明大街", (36_612_300, 114_502_400), NORTH, 3_000),
            run("丛台区", "中华北大街", (36_626_100, 114_488_900), (-30, 999), 2_600),
            run("丛台区", "滏河大街", (36_607_700, 114_520_500), (60, 998), 2_400),
            run("丛台区", "博物馆南街", (36_609_100, 114_492_700), NORTH, 700),
            run("丛台区", "新兴小区", (36_633_800, 114_504_100), EAST, 600),
            run("丛台区", "朝阳路", (36_601_200, 114_509_000), EAST, 1_400),
            run("丛台区", "广泰街", (36_621_600, 114_527_000), NORTH, 1_500),
            run("复兴区", "复兴路", (36_611_900, 114_458_200), EAST, 3_400),
            run("复兴区", "建设大街", (36_609_300, 114_462_800), NORTH, 2_600),
            run("复兴区", "铁西大街", (36_616_400, 114_470_300), NORTH, 2_400),
            run("复兴区", "百家村", (36_621_900, 114_451_600), EAST, 900),
            run("复兴区", "箭岭路", (36_625_700, 114_461_000), EAST, 1_600),
            run("复兴区", "先锋路", (36_602_600, 114_456_100), EAST, 1_500),
        ],
    },
    Place {
        zh: "永年区",
        en: "Yongnian county",
        ground: Ground::County,
        codes: &["130408"],
        share: 27,
        streets: &[
            run("临洺关镇", "洺关大街", (36_742_300, 114_491_800), NORTH, 2_400),
            run("临洺关镇", "建安路", (36_746_900, 114_494_100), EAST, 1_800),
            run("临洺关镇", "新洺路", (36_738_600, 114_489_400), EAST, 2_000),
            run("临洺关镇", "明山路", (36_750_800, 114_484_700), (990, 140), 1_500),
            run("临洺关镇", "永兴街", (36_735_200, 114_496_900), NORTH, 1_100),
            run("临洺关镇", "标准件城", (36_729_400, 114_501_300), EAST, 1_200),
            run("广府镇", "广府南街", (36_699_600, 114_738_200), NORTH, 700),
            run("广府镇", "广府东街", (36_702_300, 114_741_700), EAST, 700),
            run("大北汪镇", "大北汪大街", (36_704_700, 114_573_300), EAST, 1_000),
            run("张西堡镇", "张西堡街", (36_812_400, 114_657_900), EAST, 800),
            run("南沿村镇", "南沿村街", (36_672_500, 114_608_400), NORTH, 900),
        ],
    },
    Place {
        zh: "邯山、肥乡",
        en: "Hanshan and Feixiang",
        ground: Ground::Suburb,
        codes: &["130402", "130407"],
        share: 23,
        streets: &[
            run("邯山区", "罗城头", (36_585_600, 114_474_300), EAST, 900),
            run("邯山区", "渚河路", (36_579_200, 114_488_700), EAST, 2_600),
            run("邯山区", "滏河南大街", (36_572_100, 114_507_900), NORTH, 2_000),
            run("邯山区", "浴新南大街", (36_574_800, 114_478_400), NORTH, 1_900),
            run("马头镇", "马头大街", (36_467_300, 114_468_800), NORTH, 1_300),
            run("河沙镇", "河沙镇街", (36_541_900, 114_608_600), EAST, 900),
            run("北张庄镇", "张庄桥", (36_549_700, 114_463_900), EAST, 800),
            run("肥乡镇", "长安路", (36_552_100, 114_801_300), EAST, 2_200),
            run("肥乡镇", "井堂大街", (36_549_300, 114_797_600), NORTH, 1_700),
            run("肥乡镇", "广安路", (36_545_800, 114_803_900), EAST, 1_400),
            run("天台山镇", "天台山街", (36_571_500, 114_882_700), EAST, 800),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_territory_of_each_type_and_their_shares_make_a_whole() {
        assert_eq!(PLACES.map(|place| place.ground), [Ground::Urban, Ground::County, Ground::Suburb]);
        assert_eq!(PLACES.iter().map(|place| place.share).sum::<u32>(), 100);
    }

    #[test]
    fn an_outlet_stands_beside_its_street() {
        let mut chance = Chance::new(5);
        for street in PLACES.iter().flat_map(|place| place.streets) {
            for _ in 0..50 {
                let spot = street.place(&mut chance);
                let north = (spot.lat - street.middle.0) * 1_000 / 8_983;
                let east = (spot.lon - street.middle.1) * 1_000 / 11_190;
                let (to_east, to_north) = street.heading;
                let aside = (east * to_north - north * to_east).abs() / 1_000;
                assert!((5..=30).contains(&aside), "{}: {aside} m aside", street.name);
                assert!(spot.house >= 1);
            }
        }
    }

    #[test]
    fn every_street_lies_in_the_prefecture_and_has_a_name_of_its_own() {
        let mut names = std::collections::BTreeSet::new();
        for street in PLACES.iter().flat_map(|place| place.streets) {
            assert!((36_400_000..36_900_000).contains(&street.middle.0), "{}", street.name);
            assert!((114_400_000..115_000_000).contains(&street.middle.1), "{}", street.name);
            assert!(names.insert(street.name), "{} twice", street.name);
        }
    }
}
