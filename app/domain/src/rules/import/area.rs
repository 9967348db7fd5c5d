//! Which territory a cell means: its name, the name or the code of an area in it, with the province before it or without.

use super::cell::{bare, tidy};
use crate::records::Territory;
use crate::rules::areas;

/// How the names of places end, and which people leave out.
const ENDS: [&str; 9] = ["街道", "片区", "区", "县", "市", "镇", "乡", "组", "路线"];

/// The one territory that a cell names.
pub(super) fn named<'a>(text: &str, territories: &'a [Territory]) -> Option<&'a Territory> {
    let wanted = bare(text);
    let mut found = territories.iter().filter(|territory| names(territory).any(|name| is_called(&wanted, &name)));
    found.next().filter(|_| found.next().is_none())
}

/// The one territory whose area stands in an address.
pub(super) fn in_address<'a>(address: &str, territories: &'a [Territory]) -> Option<&'a Territory> {
    let address = tidy(address);
    let lies = |territory: &&Territory| {
        let mut areas = territory.area_codes.iter().filter_map(|code| areas::name_of(code));
        areas.any(|area| address.contains(area))
    };
    let mut found = territories.iter().filter(lies);
    found.next().filter(|_| found.next().is_none())
}

fn names(territory: &Territory) -> impl Iterator<Item = String> {
    let codes = territory.area_codes.iter();
    let areas = codes.clone().filter_map(|code| areas::name_of(code)).map(bare);
    [bare(&territory.name.zh), bare(&territory.name.en)].into_iter().chain(areas).chain(codes.map(|code| bare(code)))
}

fn is_called(wanted: &str, name: &str) -> bool {
    if name.is_empty() || wanted.is_empty() {
        return false;
    }
    let short = |text: &str| {
        let cut = ENDS.iter().find_map(|end| text.strip_suffix(end)).filter(|rest| rest.chars().count() >= 2);
        cut.unwrap_or(text).to_owned()
    };
    // 河北省邯郸市丛台区 is 丛台区.
    let after_city = wanted.rsplit(['省', '市']).next().filter(|rest| rest.chars().count() >= 2).unwrap_or(wanted);
    [wanted, after_city].iter().any(|wanted| *wanted == name || short(wanted) == short(name))
}
