//! Whose ground is whose (F53, S15): two agreements meet where an area, a channel, a product and a day are in both.
//! The same rule warns while somebody drafts without a network, and refuses on the server.

use crate::id::{AgreementId, OutletId, ProductId};
use crate::order::InOrder;
use crate::records::{Agreement, Ground, GroundOutlet};
use crate::rules::agreement::{is_area_code, last_day};
use jiff::civil::Date;

/// Where two agreements meet, and in which clause of the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The other agreement.
    pub with: AgreementId,
    /// Its number.
    pub number: String,
    /// The partner it is with.
    pub partner: String,
    /// The areas that are in both, by the narrower of the two codes.
    pub areas: Vec<String>,
    /// The single shops that are in both.
    pub outlets: Vec<OutletId>,
    /// The names of all those, areas first.
    pub places: Vec<String>,
    /// The channels that are in both; empty means all.
    pub channels: Vec<String>,
    /// The products that are in both; empty means all.
    pub products: Vec<ProductId>,
    /// First day that is in both.
    pub from: Date,
    /// Last day that is in both.
    pub until: Date,
}

/// Where the terms of one agreement meet the ground that others hold, the earliest first. An agreement never meets
/// itself, nor the one that it renews, nor one with the same partner.
#[must_use]
pub fn overlaps<'a>(mine: &Agreement, others: impl IntoIterator<Item = &'a Agreement>) -> Vec<Overlap> {
    let others = others.into_iter().filter(|other| {
        other.id != mine.id
            && Some(other.id) != mine.renews
            && other.candidate != mine.candidate
            && other.state.holds_ground()
    });
    let mut found: Vec<Overlap> = others.filter_map(|other| overlap(mine, other)).collect();
    found.order_by_key(|overlap| (overlap.from, overlap.with));
    found
}

fn overlap(agreement: &Agreement, other: &Agreement) -> Option<Overlap> {
    let (mine, theirs) = (&agreement.terms, &other.terms);
    // The cheapest questions first: most of ten thousand agreements end here.
    let (from, until) = (mine.from.max(theirs.from), last_day(agreement).min(last_day(other)));
    if from > until {
        return None;
    }
    let channels = both(&mine.ground.channels, &theirs.ground.channels)?;
    let products = both(&mine.products, &theirs.products)?;
    let (areas, outlets, places) = shared(&mine.ground, &theirs.ground)?;
    Some(Overlap {
        with: other.id,
        number: other.number(),
        partner: other.candidate_name.clone(),
        areas,
        outlets,
        places,
        channels,
        products,
        from,
        until,
    })
}

/// What two lists have in common, where an empty one means everything; none if that is nothing.
fn both<T: Clone + PartialEq>(mine: &[T], theirs: &[T]) -> Option<Vec<T>> {
    match (mine, theirs) {
        ([], rest) | (rest, []) => Some(rest.to_vec()),
        (mine, theirs) => {
            let common: Vec<T> = mine.iter().filter(|one| theirs.contains(one)).cloned().collect();
            (!common.is_empty()).then_some(common)
        }
    }
}

type Shared = (Vec<String>, Vec<OutletId>, Vec<String>);

fn shared(mine: &Ground, theirs: &Ground) -> Option<Shared> {
    let (mut areas, mut outlets, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for one in &mine.areas {
        for other in &theirs.areas {
            let narrower = if covers(&one.code, &other.code) {
                other
            } else if covers(&other.code, &one.code) {
                one
            } else {
                continue;
            };
            if !areas.contains(&narrower.code) {
                areas.push(narrower.code.clone());
                places.push(narrower.name.clone());
            }
        }
    }
    let single = mine.outlets.iter().filter(|shop| holds(theirs, shop.outlet, &shop.area));
    let single = single.chain(theirs.outlets.iter().filter(|shop| holds(mine, shop.outlet, &shop.area)));
    for shop in single {
        if !outlets.contains(&shop.outlet) {
            outlets.push(shop.outlet);
            places.push(shop.name.clone());
        }
    }
    (!places.is_empty()).then_some((areas, outlets, places))
}

/// Whether a ground holds a shop that lies in an area. Where only its district is known it may lie in any street of it:
/// it is held until somebody leaves it out.
#[must_use]
pub fn holds(ground: &Ground, outlet: OutletId, area: &str) -> bool {
    ground.outlets.iter().any(|shop| shop.outlet == outlet)
        || (ground.areas.iter().any(|whole| covers(&whole.code, area) || covers(area, &whole.code))
            && !ground.without.iter().any(|shop| shop.outlet == outlet))
}

/// The first single shop of a ground of which nobody has said where it lies: it would meet nobody's area.
#[must_use]
pub fn unplaced(ground: &Ground) -> Option<&GroundOutlet> {
    ground.outlets.iter().find(|shop| !is_area_code(&shop.area))
}

/// Whether an area lies in another or is the same. The last pairs of noughts of a six-digit code stand for everything
/// below: `130400` covers `130402`, and that covers the township `130402001`.
#[must_use]
pub fn covers(whole: &str, part: &str) -> bool {
    let mut stem = whole;
    if stem.len() == 6 {
        while let Some(shorter) = stem.strip_suffix("00") {
            stem = shorter;
        }
    }
    !stem.is_empty() && part.starts_with(stem)
}
