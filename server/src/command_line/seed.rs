//! `seed`: loads the demo region.

use super::Data;
use clap::Args;

/// What to load.
#[derive(Debug, Args)]
pub struct Seed {
    #[command(flatten)]
    data: Data,
}

/// Loads it.
pub async fn run(seed: Seed) -> anyhow::Result<()> {
    let _ = seed.data;
    anyhow::bail!("the demo region is not planned yet")
}
