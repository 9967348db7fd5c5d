//! A company of any size, and phones that live in it: each with its own chain, cursor and session, its time to think,
//! its photos, and a line that breaks in the middle of things.

mod company;
mod growth;
mod latency;
mod phone;
mod storm;

pub use growth::growth;
pub use storm::storm;

use anyhow::{Context, Result, bail};

/// How large, and how long.
pub struct Wanted {
    /// Reps, each with a phone that pulls.
    pub reps: usize,
    /// How many of them also send a day's work.
    pub pushing: usize,
    /// Shops of each rep.
    pub shops: usize,
    /// Within how many seconds all of it happens.
    pub seconds: u64,
    /// Photos of each who sends.
    pub photos: usize,
    /// Of a hundred requests, so many break off.
    pub faults: u64,
    /// Up to how many records the company grows.
    pub most: usize,
}

impl Wanted {
    /// From words such as `reps=1000`.
    pub fn read(words: impl Iterator<Item = String>) -> Result<Self> {
        let mut wanted =
            Self { reps: 1_000, pushing: 200, shops: 20, seconds: 60, photos: 2, faults: 3, most: 1_000_000 };
        for word in words {
            let (name, value) = word.split_once('=').with_context(|| format!("{word} is no name=number"))?;
            let number: u64 = value.parse().with_context(|| word.clone())?;
            let size = usize::try_from(number)?;
            match name {
                "reps" => wanted.reps = size,
                "pushing" => wanted.pushing = size,
                "shops" => wanted.shops = size,
                "seconds" => wanted.seconds = number,
                "photos" => wanted.photos = size,
                "faults" => wanted.faults = number,
                "most" => wanted.most = size,
                other => bail!("nobody knows {other}"),
            }
        }
        wanted.pushing = wanted.pushing.min(wanted.reps);
        Ok(wanted)
    }
}
