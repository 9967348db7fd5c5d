//! Rows of the tables of dealers and of sub-distributors.

use super::area;
use super::cell::bare;
use super::plan::Known;
use super::row::{Row, put};
use super::{Field, Why};
use crate::id::{DealerId, RegionId, SubDistributorId};
use crate::records::{Dealer, SubDistributor};
use uuid::Uuid;

/// A dealer: what was there, and what the row makes of it. None if something is wrong.
pub(super) fn dealer<'k>(row: &mut Row<'_>, known: &'k Known<'_>) -> Option<(Option<&'k Dealer>, Dealer)> {
    let name = row.text(Field::Name);
    let name = row.needed(Field::Name, name)?;
    let before = known.dealer(&name);
    let region = region(row, known, before);
    let (owner, phone) = (row.text(Field::Owner), row.phone());
    let mut after = match before {
        Some(before) => before.clone(),
        None => Dealer { id: DealerId(Uuid::nil()), region: region?, name, owner: String::new(), phone: String::new() },
    };
    put(&mut after.owner, owner);
    put(&mut after.phone, phone);
    row.faults.is_empty().then_some((before, after))
}

/// Whoever answers for one region need not say which.
fn region(row: &mut Row<'_>, known: &Known<'_>, before: Option<&Dealer>) -> Option<RegionId> {
    let called = |text: &str| {
        let wanted = bare(text);
        let is_it = |name: &str| !name.is_empty() && wanted.trim_end_matches('市') == bare(name).trim_end_matches('市');
        known.regions.iter().find(|region| is_it(&region.name.zh) || is_it(&region.name.en)).map(|region| region.id)
    };
    let read = row.read(Field::Region, Why::Outside, called);
    match (before, &known.regions[..]) {
        (Some(before), _) => {
            if read.is_some_and(|read| read != before.region) {
                let of_it = known.regions.iter().find(|region| region.id == before.region);
                let territory = of_it.map(|region| region.name.zh.clone()).unwrap_or_default();
                row.wrong(Field::Region, Why::Elsewhere { territory });
            }
            Some(before.region)
        }
        (None, [only]) if row.get(Field::Region).is_none() => Some(only.id),
        (None, _) => row.needed(Field::Region, read),
    }
}

/// A sub-distributor.
pub(super) fn sub<'k>(row: &mut Row<'_>, known: &'k Known<'_>) -> Option<(Option<&'k SubDistributor>, SubDistributor)> {
    let name = row.text(Field::Name);
    let name = row.needed(Field::Name, name)?;
    let before = known.sub(&name);
    let dealer = row.read(Field::Dealer, Why::Partner, |text| known.dealer(text).map(|dealer| dealer.id));
    let territory =
        row.read(Field::Territory, Why::Outside, |text| area::named(text, &known.territories).map(|found| found.id));
    let (owner, phone) = (row.text(Field::Owner), row.phone());
    let mut after = match before {
        Some(before) => {
            if territory.is_some_and(|territory| territory != before.territory) {
                let of_it = known.territories.iter().find(|territory| territory.id == before.territory);
                let territory = of_it.map(|territory| territory.name.zh.clone()).unwrap_or_default();
                row.wrong(Field::Territory, Why::Elsewhere { territory });
            }
            before.clone()
        }
        None => {
            let dealer = row.needed(Field::Dealer, dealer);
            let territory = row.needed(Field::Territory, territory);
            SubDistributor {
                id: SubDistributorId(Uuid::nil()),
                dealer: dealer?,
                territory: territory?,
                name,
                owner: String::new(),
                phone: String::new(),
            }
        }
    };
    put(&mut after.dealer, dealer);
    put(&mut after.owner, owner);
    put(&mut after.phone, phone);
    row.faults.is_empty().then_some((before, after))
}
