//! What administrative areas are called (GB/T 2260), for the prefectures that the company works in. Another prefecture
//! is more lines of the table beside this; an area that is not in it is written down with its name by hand.

use crate::order::InOrder;
use crate::records::Area;

static NAMES: &str = include_str!("areas.txt");

/// The districts and counties of the prefectures that some codes lie in, by code.
#[must_use]
pub fn around<'a>(codes: impl IntoIterator<Item = &'a str>) -> Vec<Area> {
    let mut prefectures: Vec<&str> = codes.into_iter().filter_map(|code| code.get(..4)).collect();
    prefectures.in_order();
    prefectures.dedup();
    let known = all().filter(|(code, _)| prefectures.iter().any(|prefecture| code.starts_with(prefecture)));
    known.map(|(code, name)| Area { code: code.to_owned(), name: name.to_owned() }).collect()
}

/// The name of an area, if the table has it.
#[must_use]
pub fn name_of(code: &str) -> Option<&'static str> {
    all().find(|(known, _)| *known == code).map(|(_, name)| name)
}

fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    NAMES.lines().filter_map(|line| line.split_once(' '))
}

#[cfg(test)]
mod tests {
    use super::{all, around, name_of};

    #[test]
    fn every_line_of_the_table_is_a_code_and_a_name_and_they_are_in_order() {
        let codes: Vec<&str> = all().map(|(code, _)| code).collect();
        assert!(codes.iter().all(|code| code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit())));
        assert!(codes.is_sorted());
        assert!(all().all(|(_, name)| !name.is_empty()));
    }

    #[test]
    fn the_districts_around_a_township_are_those_of_its_prefecture() {
        assert!(around(["130402001"]).iter().any(|area| area.name == "丛台区"));
        assert!(around(["110101"]).is_empty());
        assert_eq!(name_of("130408"), Some("永年区"));
    }
}
