//! A row of the table of shops.

use super::area;
use super::cell;
use super::plan::Known;
use super::row::{Row, put};
use super::{Field, Why};
use crate::geo::Position;
use crate::id::{OutletId, TerritoryId};
use crate::records::{Outlet, Responsible};
use crate::rules::pinyin::initials;
use uuid::Uuid;

/// What is said of a shop that nobody supplies yet.
const NOBODY: [&str; 4] = ["未分配", "待开发", "无人", "open"];

/// What was there, and what the row makes of it. None if something is wrong.
pub(super) fn read<'k>(row: &mut Row<'_>, known: &'k Known<'_>) -> Option<(Option<&'k Outlet>, Outlet)> {
    let code = row.short_code(Field::Code);
    let code = row.needed(Field::Code, code)?;
    let Ok(before) = known.outlet(&code) else {
        row.wrong(Field::Code, Why::Several);
        return None;
    };
    let territory = territory(row, known, before);
    let position = position(row);
    let (name, class) = (row.text(Field::Name), row.read(Field::Class, Why::Class, cell::class));
    let responsible = responsible(row, known);
    let open = row.yes_or_no(Field::Open);
    let texts = [Field::Channel, Field::Address, Field::Owner].map(|field| row.text(field));
    let phone = row.phone();
    let mut after = match before {
        Some(before) => before.clone(),
        None => {
            let name = row.needed(Field::Name, name.clone());
            let class = row.needed(Field::Class, class);
            let position = needed_position(row, position);
            Outlet {
                id: OutletId(Uuid::nil()),
                territory: territory?,
                code,
                name: name?,
                initials: String::new(),
                class: class?,
                channel: String::new(),
                address: String::new(),
                owner: String::new(),
                phone: String::new(),
                position: position?,
                responsible: Responsible::Open,
                open: true,
                partner: false,
                moved: None,
            }
        }
    };
    let [channel, address, owner] = texts;
    put(&mut after.name, name);
    put(&mut after.class, class);
    put(&mut after.channel, channel);
    put(&mut after.address, address);
    put(&mut after.owner, owner);
    put(&mut after.phone, phone);
    put(&mut after.position, position);
    put(&mut after.responsible, responsible);
    put(&mut after.open, open);
    if before.is_none_or(|before| before.name != after.name) {
        after.initials = initials(&after.name);
    }
    row.faults.is_empty().then_some((before, after))
}

/// Where it lies: as the row says, or else as its address does. A table moves no shop from one territory to another:
/// what was done there would stay behind.
fn territory(row: &mut Row<'_>, known: &Known<'_>, before: Option<&Outlet>) -> Option<TerritoryId> {
    let read =
        row.read(Field::Territory, Why::Outside, |text| area::named(text, &known.territories).map(|found| found.id));
    match before {
        Some(before) => {
            if read.is_some_and(|read| read != before.territory) {
                let of_it = known.territories.iter().find(|territory| territory.id == before.territory);
                let territory = of_it.map(|territory| territory.name.zh.clone()).unwrap_or_default();
                row.wrong(Field::Territory, Why::Elsewhere { territory });
            }
            Some(before.territory)
        }
        None => {
            let by_address = || {
                let address = row.get(Field::Address).filter(|_| row.get(Field::Territory).is_none())?;
                area::in_address(&address, &known.territories).map(|territory| territory.id)
            };
            let found = read.or_else(by_address);
            row.needed(Field::Territory, found)
        }
    }
}

fn position(row: &mut Row<'_>) -> Option<Position> {
    if row.get(Field::Position).is_some() {
        return row.read(Field::Position, Why::Place, cell::place_in);
    }
    let lat = row.read(Field::Latitude, Why::Place, cell::degrees)?;
    let lon = row.read(Field::Longitude, Why::Place, cell::degrees)?;
    let place = cell::place(lat, lon);
    if place.is_none() {
        row.wrong(Field::Latitude, Why::Place);
    }
    place
}

fn needed_position(row: &mut Row<'_>, position: Option<Position>) -> Option<Position> {
    if position.is_none() && row.get(Field::Position).is_none() {
        for field in [Field::Latitude, Field::Longitude] {
            if row.get(field).is_none() {
                row.wrong(field, Why::Missing);
            }
        }
    }
    position
}

fn responsible(row: &mut Row<'_>, known: &Known<'_>) -> Option<Responsible> {
    row.read(Field::Responsible, Why::Partner, |text| {
        if NOBODY.contains(&text.to_lowercase().as_str()) {
            return Some(Responsible::Open);
        }
        match (known.sub(text), known.dealer(text)) {
            (Some(sub), None) => Some(Responsible::SubDistributor(sub.id)),
            (None, Some(dealer)) => Some(Responsible::Dealer(dealer.id)),
            _ => None,
        }
    })
}
