//! New shops that may be there already under another code (F42): alike by name, and in the same street. It is said and
//! hinders nothing: two brothers may have two shops next door.

use super::cell::bare;
use super::plan::{Step, Twin};
use crate::geo::Position;
use crate::records::{AnyRecord, Outlet};
use crate::rules::alike::same_name;
use std::collections::BTreeMap;

/// The side of a square of the map, in micro-degrees: about two hundred metres.
const SQUARE: i32 = 2_000;
/// Nearer than this is the same street, in metres.
const NEAR_METRES: u32 = 200;

/// Known shops by where they are, so that five thousand rows are not held against five thousand shops each.
pub(super) struct Twins<'a> {
    squares: BTreeMap<(i32, i32), Vec<&'a Outlet>>,
    addresses: BTreeMap<String, Vec<&'a Outlet>>,
}

fn square(position: Position) -> (i32, i32) {
    (position.lat.div_euclid(SQUARE), position.lon.div_euclid(SQUARE))
}

impl<'a> Twins<'a> {
    pub fn of(outlets: impl Iterator<Item = &'a Outlet>) -> Self {
        let mut twins = Self { squares: BTreeMap::new(), addresses: BTreeMap::new() };
        for outlet in outlets {
            twins.squares.entry(square(outlet.position)).or_default().push(outlet);
            if !outlet.address.is_empty() {
                twins.addresses.entry(bare(&outlet.address)).or_default().push(outlet);
            }
        }
        twins
    }

    /// Those among what is new.
    pub fn among(&self, steps: &[Step]) -> Vec<Twin> {
        let new = steps.iter().filter(|step| step.before.is_none());
        new.filter_map(|step| match &step.after {
            AnyRecord::Outlet(outlet) => self.of_one(step.row, outlet),
            _ => None,
        })
        .collect()
    }

    fn of_one(&self, row: u32, outlet: &Outlet) -> Option<Twin> {
        let (north, east) = square(outlet.position);
        let squares = (-1..=1).flat_map(|up| (-1..=1).map(move |right| (north + up, east + right)));
        let near = squares.filter_map(|square| self.squares.get(&square)).flatten();
        let near = near.filter(|known| known.position.metres_to(outlet.position) <= NEAR_METRES);
        let there = self.addresses.get(&bare(&outlet.address)).into_iter().flatten();
        let mut alike = near.chain(there).filter(|known| shares_a_letter(&known.name, &outlet.name));
        let known = alike.find(|known| same_name(&known.name, &outlet.name))?;
        Some(Twin { row, name: outlet.name.clone(), code: known.code.clone(), known: known.name.clone() })
    }
}

/// Comparing names by their sound is slow, and such without a common letter are not alike.
fn shares_a_letter(left: &str, right: &str) -> bool {
    left.chars().any(|letter| right.contains(letter))
}
