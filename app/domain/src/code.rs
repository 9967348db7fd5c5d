//! A code that people say: the number of a shop, the short name of a product on the price list. No two products have the
//! same, and no two shops of a region: each region numbers its own, and a number that another region has given would tell
//! what it has. A code is copied like an id, because an index key holds it.

use crate::id::{RegionId, TerritoryId};
use crate::limits::{CODE_BYTES, CODE_CHARS};
use crate::records::{AnyRecord, Kind, Outlet, Record, RecordKey, Territory};
use crate::refusal::Refusal;
use crate::world::{Index, Need, World};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A code, without what stands around it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    bytes: [u8; CODE_BYTES],
    length: usize,
}

impl Code {
    /// Reads one.
    ///
    /// # Errors
    /// [`Refusal::WordsNeeded`] for nothing, [`Refusal::TooLong`].
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Refusal::WordsNeeded);
        }
        if text.chars().count() > CODE_CHARS || text.len() > CODE_BYTES {
            return Err(Refusal::TooLong { limit: CODE_CHARS as u32 });
        }
        let mut bytes = [0; CODE_BYTES];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Ok(Self { bytes, length: text.len() })
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        // It was read from a text, so nothing else can be in it.
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.text(), f)
    }
}

/// Where others with the code of a record are found; none for what has no code that people say.
#[must_use]
pub fn coded_like(record: &AnyRecord) -> Option<Index> {
    let index = match record {
        AnyRecord::Outlet(_) => Index::OutletsCoded,
        AnyRecord::Product(_) => Index::ProductsCoded,
        _ => return None,
    };
    written(record).and_then(|(_, text)| Code::read(text).ok()).map(index)
}

/// The code as it stands in a record: by that the stores find it.
fn written(record: &AnyRecord) -> Option<(Kind, &str)> {
    match record {
        // The place of a partner goes by the partner's file, and has none.
        AnyRecord::Outlet(outlet) if !outlet.partner => Some((Kind::Outlet, &outlet.code)),
        AnyRecord::Product(product) => Some((Kind::Product, &product.code)),
        _ => None,
    }
}

/// Among which a code is the only one: the products of the company, or the shops of a region. None for a record whose
/// region is not in the world: then it is no region of whoever asks.
fn among<'r>(record: &'r AnyRecord, world: &World) -> Option<(Kind, Option<RegionId>, &'r str)> {
    let (kind, code) = written(record)?;
    let region = match record {
        AnyRecord::Outlet(outlet) => Some(world.get::<Territory>(outlet.territory)?.region),
        _ => None,
    };
    Some((kind, region, code))
}

/// The territories that say whose number a shop's is: those of records, and of what has such a code in the world.
pub fn territories<'a>(records: impl Iterator<Item = &'a AnyRecord>) -> Vec<Need> {
    let territories: BTreeSet<TerritoryId> =
        records.filter_map(Outlet::from_any).map(|outlet| outlet.territory).collect();
    territories.into_iter().map(Need::record::<Territory>).collect()
}

/// Which of many new records have the code of one that is there. A closed shop and a product that is not sold keep theirs:
/// visits, agreements and tables go on naming them.
#[must_use]
pub fn taken_among<'a>(new: impl Iterator<Item = &'a AnyRecord>, world: &World) -> Vec<&'a AnyRecord> {
    let known = world.records().filter_map(|record| Some((among(record, world)?, record.key())));
    let mut owners: BTreeMap<(Kind, Option<RegionId>, &str), Vec<RecordKey>> = BTreeMap::new();
    for (code, key) in known {
        owners.entry(code).or_default().push(key);
    }
    let is_taken = |record: &AnyRecord| {
        let owners = among(record, world).and_then(|code| owners.get(&code));
        owners.is_some_and(|owners| owners.iter().any(|owner| *owner != record.key()))
    };
    new.filter(|record| is_taken(record)).collect()
}

/// Whether another one has the code of a record.
#[must_use]
pub fn is_code_taken(record: &AnyRecord, world: &World) -> bool {
    !taken_among(std::iter::once(record), world).is_empty()
}

/// Another code in the place of one that is taken: the next of its row that is free, or one that begins a row.
#[must_use]
pub fn free_like(code: &str, is_taken: impl Fn(&str) -> bool) -> Option<String> {
    let code = code.trim();
    let head = code.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let digits = &code[head.len()..];
    let (row, width, from) = match digits.parse::<u64>() {
        Ok(number) => (head.to_owned(), digits.len(), number),
        Err(_) => (format!("{code}-"), 1, 1),
    };
    let mut next = (1..=TRIED).map(|step| format!("{row}{:0width$}", from.saturating_add(step)));
    next.find(|free| !is_taken(free) && Code::read(free).is_ok())
}

/// How many are looked at for one that is free.
const TRIED: u64 = 10_000;

#[cfg(test)]
mod tests {
    use super::{Code, free_like};
    use crate::limits::CODE_CHARS;
    use crate::refusal::Refusal;

    #[test]
    fn a_code_is_read_without_what_stands_around_it_and_only_if_it_can_be_said() {
        assert_eq!(Code::read(" HD0001 ").unwrap().text(), "HD0001");
        assert_eq!(Code::read("丛台一号").unwrap().text(), "丛台一号");
        assert_eq!(Code::read(" "), Err(Refusal::WordsNeeded));
        let long = "店".repeat(CODE_CHARS + 1);
        assert_eq!(Code::read(&long), Err(Refusal::TooLong { limit: CODE_CHARS as u32 }));
        assert!(Code::read(&long[..long.len() - 3]).is_ok(), "as many Chinese characters as others");
    }

    #[test]
    fn the_next_code_of_its_row_that_is_free_is_offered() {
        let taken = ["HD0001", "HD0002", "HD0099", "A-2"];
        let free = |code| free_like(code, |code| taken.contains(&code));
        assert_eq!(free("HD0001").as_deref(), Some("HD0003"));
        assert_eq!(free("HD0099").as_deref(), Some("HD0100"));
        assert_eq!(free("A").as_deref(), Some("A-3"), "one without a number begins a row");
        assert_eq!(free_like("HD1", |_| true), None);
    }
}
