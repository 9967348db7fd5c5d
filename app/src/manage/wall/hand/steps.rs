//! From one photo to another: which one is at hand, and which are picked.

use super::Wall;
use crate::manage::keys::Step;
use leptos::prelude::*;

impl Wall {
    /// Takes the photo at a place to hand.
    pub fn take(self, place: usize) {
        let id = self.shown.with_untracked(|shots| shots.get(place).map(|shot| shot.photo.id));
        if id.is_some() {
            self.at_hand.set(id);
            self.asking.close();
        }
    }

    /// Picks the photo at a place, or lets it go.
    pub fn pick(self, place: usize) {
        let Some(id) = self.shown.with_untracked(|shots| shots.get(place).map(|shot| shot.photo.id)) else { return };
        self.anchor.set(Some(place));
        self.picks.update(|picks| {
            if !picks.remove(&id) {
                picks.insert(id);
            }
        });
    }

    /// Picks all from where the last pick was to a place.
    pub fn reach(self, place: usize) {
        let from = self.anchor.get_untracked().or(self.place.get_untracked()).unwrap_or(place);
        self.anchor.set(Some(from));
        let (first, last) = (from.min(place), from.max(place));
        let reached = self.shown.with_untracked(|shots| {
            shots.iter().skip(first).take(last - first + 1).map(|shot| shot.photo.id).collect()
        });
        self.picks.set(reached);
    }

    pub(super) fn go(self, step: Step, reach: bool) {
        let Some(here) = self.place.get_untracked() else { return };
        let count = self.shown.with_untracked(Vec::len);
        let Some(to) = beside(here, step, count, self.across.get_untracked()) else { return };
        if reach {
            self.reach(to);
        }
        self.take(to);
    }
}

/// The place beside another one, of so many with so many in a row.
fn beside(here: usize, step: Step, count: usize, across: usize) -> Option<usize> {
    let to = match step {
        Step::Left => here.checked_sub(1)?,
        Step::Right => here + 1,
        Step::Up => here.checked_sub(across)?,
        // From above the end of a last row that is not full one comes to its end.
        Step::Down if here / across < (count.checked_sub(1)?) / across => (here + across).min(count - 1),
        Step::Down => return None,
        Step::First => 0,
        Step::Last => count.checked_sub(1)?,
    };
    (to < count && to != here).then_some(to)
}

#[cfg(test)]
mod tests {
    use super::beside;
    use crate::manage::keys::Step;

    #[test]
    fn arrows_move_in_rows_and_stop_at_the_edges() {
        assert_eq!(beside(4, Step::Left, 10, 3), Some(3));
        assert_eq!(beside(0, Step::Left, 10, 3), None);
        assert_eq!(beside(9, Step::Right, 10, 3), None);
        assert_eq!(beside(4, Step::Up, 10, 3), Some(1));
        assert_eq!(beside(2, Step::Up, 10, 3), None);
        assert_eq!(beside(4, Step::Down, 10, 3), Some(7));
        assert_eq!(beside(8, Step::Down, 10, 3), Some(9), "the last row has one");
        assert_eq!(beside(9, Step::Down, 10, 3), None);
        assert_eq!(beside(9, Step::First, 10, 3), Some(0));
        assert_eq!(beside(0, Step::Last, 10, 3), Some(9));
        assert_eq!(beside(0, Step::Last, 0, 3), None);
    }
}
