//! Measures the server as phones meet it: the release binary as a process of its own with an SQLite file on the disk,
//! driven over loopback by a client that speaks the real protocol. Prints, and writes a JSON line per figure;
//! `make bench` calls it, nothing asserts a time.

mod child;
mod figures;
mod phone;
mod photos;
mod pull;
mod push;
mod raw;

use anyhow::Result;
use figures::Figures;

/// How often each measurement is made; the median counts.
const ROUNDS: usize = 3;

#[tokio::main]
async fn main() -> Result<()> {
    let mut figures = Figures::open()?;
    let server = child::Child::start().await?;
    let peak = |figures: &mut Figures, when: &str| {
        figures.say(&format!("server, peak memory {when}"), server.peak_megabytes()?, "MB", "VmHWM; budget 60")
    };
    peak(&mut figures, "at rest")?;
    let commands = push::measure(&server, &mut figures).await?;
    peak(&mut figures, "after pushes")?;
    raw::measure(&commands, &mut figures).await?;
    pull::measure(&server, &mut figures).await?;
    peak(&mut figures, "after pulls")?;
    photos::measure(&server, &mut figures).await?;
    peak(&mut figures, "after photos")?;
    server.stop().await
}

/// The middle one.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
