//! Where all chance of a run comes from: one number. The same number makes the same run, on every machine.

/// SplitMix64.
pub struct Chance(u64);

impl Chance {
    pub const fn from(seed: u64) -> Self {
        Self(seed)
    }

    /// Of one step of a run: it does not depend on the steps before, so that a run without some of them goes on alike.
    pub const fn of_step(seed: u64, step: u32) -> Self {
        let mut mixed = Self(seed ^ (step as u64 + 1).wrapping_mul(0xd6e8_feb8_6659_fd93));
        Self(mixed.number())
    }

    pub const fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub const fn below(&mut self, limit: u64) -> u64 {
        self.number() % limit
    }

    pub const fn between(&mut self, least: i64, most: i64) -> i64 {
        least + self.below((most - least + 1) as u64) as i64
    }

    pub const fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }

    /// The place of one of so many.
    pub const fn place(&mut self, count: usize) -> usize {
        self.below(count as u64) as usize
    }

    pub fn of<T: Clone>(&mut self, choices: &[T]) -> Option<T> {
        if choices.is_empty() { None } else { Some(choices[self.place(choices.len())].clone()) }
    }
}
