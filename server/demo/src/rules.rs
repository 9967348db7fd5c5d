//! What the company has settled for everybody: how often shops are visited, and which days are free.
//! And one rep who will be away, for the manager to find somebody who steps in.

use super::chance::Chance;
use super::id;
use super::region::Handan;
use domain::language::Words;
use domain::records::{AnyRecord, Calendar, Every, FreeDay, Frequency, Leave, OutletClass};
use domain::time::{DateWindow, Moment, Offset};
use jiff::civil::{Date, date};

/// Month, day, how many days, Chinese, English. The moving ones are those of the year after.
const FREE: [(i16, i8, i8, i64, &str, &str); 9] = [
    (2026, 10, 1, 7, "国庆节", "National Day"),
    (2027, 1, 1, 1, "元旦", "New Year"),
    (2027, 2, 5, 8, "春节", "Spring Festival"),
    (2027, 4, 5, 1, "清明节", "Qingming"),
    (2027, 5, 1, 3, "劳动节", "Labour Day"),
    (2027, 6, 9, 1, "端午节", "Dragon Boat Festival"),
    (2027, 9, 15, 1, "中秋节", "Mid-Autumn"),
    (2027, 10, 1, 7, "国庆节", "National Day"),
    (2028, 1, 1, 1, "元旦", "New Year"),
];

/// Everything of it.
#[must_use]
pub fn rules(region: &Handan, today: Date, chance: &Chance) -> Vec<AnyRecord> {
    let mut draw = chance.stream("rules");
    let mut records = vec![AnyRecord::from(frequency(region.since, &mut draw))];
    for year in [2026_i16, 2027, 2028] {
        records.push(calendar(year, region.since, &mut draw).into());
    }
    records.extend(leave(region, today, &mut draw).map(AnyRecord::from));
    records
}

fn frequency(since: Date, draw: &mut Chance) -> Frequency {
    let every = [(OutletClass::A, 7), (OutletClass::B, 14), (OutletClass::C, 21), (OutletClass::D, 28)];
    Frequency {
        id: id(since, draw),
        version: 1,
        every: every.map(|(class, days)| Every { class, days }).to_vec(),
        from: Moment::start_of(since, Offset::CHINA),
    }
}

fn calendar(year: i16, since: Date, draw: &mut Chance) -> Calendar {
    let of_the_year = FREE.iter().filter(|free| free.0 == year);
    let free = of_the_year.flat_map(|(year, month, day, days, zh, en)| {
        let first = date(*year, *month, *day);
        (0..*days).map(move |later| FreeDay {
            day: first.saturating_add(jiff::Span::new().days(later)),
            name: Words { zh: (*zh).to_owned(), en: (*en).to_owned() },
        })
    });
    Calendar { id: id(since, draw), year, free: free.collect() }
}

/// The second rep is away for three days, ten days from now.
fn leave(region: &Handan, today: Date, draw: &mut Chance) -> Option<Leave> {
    let (rep, territory) = *region.reps.get(1)?;
    let name = region.accounts.iter().find(|account| account.user.id == rep)?.user.name.clone();
    let from = today.saturating_add(jiff::Span::new().days(10));
    Some(Leave {
        id: id(today, draw),
        rep,
        rep_name: name,
        territory,
        window: DateWindow { from, until: Some(from.saturating_add(jiff::Span::new().days(2))) },
        brief: "两家 A 类店在谈端架，先别动排面；冰柜报修的单子在店主手里。".to_owned(),
        asked_at: Moment::start_of(today, Offset::CHINA).plus(-15 * 60 * 60 * 1000),
        substitute: None,
        substitute_name: String::new(),
        settled_by_name: String::new(),
        withdrawn: false,
    })
}
