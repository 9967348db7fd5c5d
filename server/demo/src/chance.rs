//! The one source of variety in the demo region: a small seeded generator (SplitMix64), passed around by value.
//! Every part of the seed draws from a sub-stream of its own name, so that one more draw in one place
//! never shifts what another place gets. There is no clock and no system randomness here.

use std::ops::RangeInclusive;

/// A stream of numbers that follows from a seed and a chain of names, and from nothing else.
#[derive(Clone, Debug)]
pub struct Chance {
    /// Where this stream began; sub-streams follow from it, not from what was drawn since.
    origin: u64,
    state: u64,
}

impl Chance {
    /// The stream of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { origin: seed, state: seed }
    }

    /// The sub-stream of a name. It is the same however much was drawn from `self` before.
    #[must_use]
    pub fn stream(&self, name: &str) -> Self {
        let named = name
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
        Self::new(mix(self.origin ^ mix(named)))
    }

    /// The sub-stream of a name and a number, such as the fifth outlet.
    #[must_use]
    pub fn numbered(&self, name: &str, number: u64) -> Self {
        let named = self.stream(name);
        Self::new(mix(named.origin.wrapping_add(mix(number.wrapping_add(1)))))
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.state)
    }

    /// A whole number below `end`; 0 if `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        // A multiply and a shift: the product's upper half is below `end`.
        ((u128::from(self.bits()) * end as u128) >> 64) as usize
    }

    /// A whole number in a range, both ends included.
    pub fn range(&mut self, range: RangeInclusive<i64>) -> i64 {
        let width = range.end().saturating_sub(*range.start()).max(0) as usize;
        range.start() + self.below(width + 1) as i64
    }

    /// A number from 0 up to 1.
    pub fn unit(&mut self) -> f32 {
        // 24 bits are what an f32 holds exactly.
        (self.bits() >> 40) as f32 / (1 << 24) as f32
    }

    /// A number from `-reach` to `reach`.
    pub fn spread(&mut self, reach: f32) -> f32 {
        (self.unit() * 2.0 - 1.0) * reach
    }

    /// Yes in so many cases of a hundred.
    pub fn percent(&mut self, yes: u32) -> bool {
        self.below(100) < yes as usize
    }

    /// One of some things. An empty list is a mistake of the caller and panics.
    pub fn pick<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len())]
    }

    /// One of some things, in proportion to their weights. All weights 0 gives the first.
    pub fn weighted<T: Copy>(&mut self, things: &[(T, u32)]) -> T {
        let total: usize = things.iter().map(|(_, weight)| *weight as usize).sum();
        let mut left = self.below(total);
        for (thing, weight) in things {
            if left < *weight as usize {
                return *thing;
            }
            left -= *weight as usize;
        }
        things[0].0
    }

    /// Puts things in an order of its own (Fisher-Yates).
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last + 1));
        }
    }

    /// The random part of a UUIDv7.
    pub fn id_bytes(&mut self) -> [u8; 10] {
        let (high, low) = (self.bits().to_le_bytes(), self.bits().to_le_bytes());
        std::array::from_fn(|at| if at < 8 { high[at] } else { low[at - 8] })
    }
}

/// SplitMix64's finisher: every bit of the input moves about half of the output.
const fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        let draw = || {
            let mut chance = Chance::new(7).stream("outlets");
            (0..20).map(|_| chance.bits()).collect::<Vec<_>>()
        };
        assert_eq!(draw(), draw());
    }

    #[test]
    fn a_draw_in_one_place_does_not_shift_another() {
        let quiet = Chance::new(7);
        let mut busy = Chance::new(7);
        for _ in 0..9 {
            busy.bits();
        }
        assert_eq!(quiet.stream("routes").bits(), busy.stream("routes").bits());
        assert_ne!(quiet.stream("routes").bits(), quiet.stream("names").bits());
        assert_ne!(quiet.numbered("outlet", 0).bits(), quiet.numbered("outlet", 1).bits());
    }

    #[test]
    fn both_ends_of_a_range_are_drawn_and_nothing_beyond() {
        let mut chance = Chance::new(1);
        let drawn: std::collections::BTreeSet<i64> = (0..200).map(|_| chance.range(-2..=2)).collect();
        assert_eq!(drawn, (-2..=2).collect());
    }

    #[test]
    fn weights_are_kept_and_a_weight_of_nothing_is_never_drawn() {
        let mut chance = Chance::new(3);
        let mut counts = [0; 3];
        for _ in 0..3_000 {
            counts[chance.weighted(&[(0, 1), (1, 0), (2, 2)])] += 1;
        }
        assert_eq!(counts[1], 0);
        assert!((900..1_100).contains(&counts[0]), "{counts:?}");
    }
}
