//! Finding among thousands of shops as fast as somebody types: what is searched is put together once for each shop,
//! and a word that grows is looked for among the shops that it has found so far.

use crate::field::overdue::Lateness;
use domain::geo::Position;
use domain::id::{OutletId, TerritoryId};
use domain::order::InOrder;
use domain::records::{Outlet, OutletClass};
use std::cmp::Reverse;
use std::sync::Arc;

/// What the list shows and searches of a shop.
#[derive(Debug, PartialEq)]
pub struct Row {
    pub id: OutletId,
    pub name: String,
    pub class: OutletClass,
    pub address: String,
    pub position: Position,
    pub territory: TerritoryId,
    pub open: bool,
    /// The number people say on the phone.
    pub code: String,
    /// Everything that is searched, in lower case.
    words: String,
}

/// All shops, by class and name.
pub type Shops = Arc<Vec<Arc<Row>>>;
/// Places in the list of all shops, in the order in which they are shown.
pub type Places = Arc<Vec<usize>>;

impl Row {
    /// A shop as the list needs it.
    pub fn of(outlet: Outlet) -> Self {
        let searched = [&*outlet.name, &outlet.initials, &outlet.code, &outlet.owner, &outlet.phone, &outlet.address];
        let words = searched.join("\n").to_lowercase();
        Self {
            id: outlet.id,
            name: outlet.name,
            class: outlet.class,
            address: outlet.address,
            position: outlet.position,
            territory: outlet.territory,
            open: outlet.open,
            code: outlet.code,
            words,
        }
    }
}

/// A walk of a quarter of an hour.
pub const NEAR_METRES: u32 = 1_000;

/// All of them as they stand.
pub fn as_they_stand(shops: &Shops) -> Places {
    Places::new((0..shops.len()).collect())
}

/// The nearest first, not further than so many metres.
pub fn by_distance(shops: &Shops, here: Position, most: u32) -> Places {
    let far = shops.iter().enumerate().map(|(place, row)| (here.metres_to(row.position), place));
    let mut near: Vec<(u32, usize)> = far.filter(|(metres, _)| *metres <= most).collect();
    near.in_order();
    Places::new(near.into_iter().map(|(_, place)| place).collect())
}

/// Those that are overdue: the most overdue first, the nearest among equals.
pub fn by_lateness(shops: &Shops, lateness: &Lateness, here: Option<Position>) -> Places {
    let metres = |row: &Row| here.map_or(0, |here| here.metres_to(row.position));
    let days = shops.iter().enumerate().map(|(place, row)| (lateness.days(row.id, row.class), row, place));
    let late = days.filter(|(days, ..)| *days > 0);
    let mut late: Vec<_> = late.map(|(days, row, place)| (Reverse(days), metres(row), place)).collect();
    late.in_order();
    Places::new(late.into_iter().map(|(.., place)| place).collect())
}

/// What was found, and of what.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    among: Places,
    class: Option<OutletClass>,
    text: String,
    /// The shops.
    pub places: Places,
}

/// The shops of a class in which all words of a text occur; `before` is what was found last.
pub fn find(shops: &Shops, among: &Places, class: Option<OutletClass>, text: &str, before: Option<&Found>) -> Found {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    // Whatever has the longer text in it has the shorter one too.
    let narrowed = before
        .filter(|before| Arc::ptr_eq(&before.among, among) && before.class == class && text.starts_with(&before.text));
    let from = narrowed.map_or(among, |before| &before.places);
    let fits = |place: &&usize| {
        shops.get(**place).is_some_and(|row| {
            class.is_none_or(|class| class == row.class) && words.iter().all(|word| row.words.contains(word))
        })
    };
    let places = match class {
        None if words.is_empty() => among.clone(),
        _ => Places::new(from.iter().filter(fits).copied().collect()),
    };
    Found { among: among.clone(), class, text, places }
}

#[cfg(test)]
mod tests {
    use super::{Found, Places, Row, Shops, as_they_stand, by_distance, find};
    use domain::geo::Position;
    use domain::id::{OutletId, TerritoryId};
    use domain::records::OutletClass;
    use std::sync::Arc;
    use uuid::Uuid;

    fn shop(number: u128, name: &str, words: &str, class: OutletClass) -> Arc<Row> {
        let position = Position { lat: 36_600_000 + number as i32 * 9_000, lon: 114_500_000 };
        let id = OutletId::from(Uuid::from_u128(number));
        let territory = TerritoryId::from(Uuid::from_u128(1));
        let (name, address, words) = (name.into(), String::new(), words.into());
        let code = String::new();
        Arc::new(Row { id, name, class, address, position, territory, open: true, code, words })
    }

    fn shops() -> Shops {
        Shops::new(vec![
            shop(0, "鑫源便利店", "鑫源便利店\nxybld\nhd-001\n丛台路 8 号", OutletClass::A),
            shop(1, "建国副食", "建国副食\njgfs\nhd-002\n联防路 3 号", OutletClass::B),
            shop(2, "鑫建超市", "鑫建超市\nxjcs\nhd-003\n丛台路 21 号", OutletClass::B),
        ])
    }

    fn places(found: &Found) -> Vec<usize> {
        found.places.to_vec()
    }

    #[test]
    fn every_word_has_to_occur_in_any_case_and_any_order() {
        let shops = shops();
        let all = as_they_stand(&shops);
        let found = |text: &str| places(&find(&shops, &all, None, text, None));
        assert_eq!(found(""), [0, 1, 2]);
        assert_eq!(found("XJ"), [2]);
        assert_eq!(found("丛台路 鑫"), [0, 2]);
        assert_eq!(found("丛台路 HD-003"), [2]);
        assert_eq!(found("没有"), [0_usize; 0]);
    }

    #[test]
    fn a_text_that_grows_finds_what_it_would_have_found_at_once() {
        let shops = shops();
        let all = as_they_stand(&shops);
        for class in [None, Some(OutletClass::B)] {
            let mut before = None;
            for text in ["", "h", "hd", "hd-", "hd- 丛", "hd-00", "hd-002", ""] {
                let found = find(&shops, &all, class, text, before.as_ref());
                assert_eq!(places(&found), places(&find(&shops, &all, class, text, None)), "{text}");
                before = Some(found);
            }
        }
    }

    #[test]
    fn the_nearest_come_first_and_those_too_far_away_not_at_all() {
        let shops = shops();
        let here = Position { lat: 36_619_000, lon: 114_500_000 };
        let order: Places = by_distance(&shops, here, u32::MAX);
        assert_eq!(order.to_vec(), [2, 1, 0]);
        assert_eq!(by_distance(&shops, here, 1_200).to_vec(), [2, 1]);
    }
}
