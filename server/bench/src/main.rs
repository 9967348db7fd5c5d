//! Measures the server as phones meet it: the release binary as a process of its own with an SQLite file on the disk,
//! driven over loopback by a client that speaks the real protocol. Prints, and writes a JSON line per figure;
//! `make bench` calls it, nothing asserts a time.
//!
//! `fleet` lets thousands of phones loose on it: `cargo run --release -p bench fleet reps=10000 pushing=2000 seconds=600`.
//! `growth` shows what an exchange costs as the company grows: `cargo run --release -p bench growth most=5000000`.
//! `ground` asks whose ground is whose among ten thousand agreements: `cargo run --release -p bench ground`.
//! `digest` writes ten thousand records with and without the digests that phones compare (P25):
//! `cargo run --release -p bench digest`.
//! `trends` asks for a year of a million visits: `cargo run --release -p bench trends visits=1000000`.

mod child;
mod digest;
mod figures;
mod fleet;
mod ground;
mod phone;
mod photos;
mod pull;
mod push;
mod raw;
mod trends;

use anyhow::{Result, bail};
use figures::Figures;

/// How often each measurement is made; the median counts.
const ROUNDS: usize = 3;

#[tokio::main]
async fn main() -> Result<()> {
    let mut figures = Figures::open()?;
    let mut words = std::env::args().skip(1);
    match words.next().as_deref() {
        None => server(&mut figures).await,
        Some("fleet") => fleet::storm(&fleet::Wanted::read(words)?, &mut figures).await,
        Some("digest") => digest::measure(&mut figures).await,
        Some("ground") => ground::measure(&mut figures).await,
        Some("growth") => fleet::growth(&fleet::Wanted::read(words)?, &mut figures).await,
        Some("trends") => trends::measure(words, &mut figures).await,
        Some(other) => bail!("nobody measures {other}; there are digest, fleet, ground, growth and trends"),
    }
}

async fn server(figures: &mut Figures) -> Result<()> {
    let server = child::Child::start().await?;
    let peak = |figures: &mut Figures, when: &str| {
        figures.say(&format!("server, peak memory {when}"), server.peak_megabytes()?, "MB", "VmHWM; budget 60")
    };
    peak(figures, "at rest")?;
    let commands = push::measure(&server, figures).await?;
    peak(figures, "after pushes")?;
    raw::measure(&commands, figures).await?;
    pull::measure(&server, figures).await?;
    peak(figures, "after pulls")?;
    photos::measure(&server, figures).await?;
    peak(figures, "after photos")?;
    server.stop().await?;
    ground::measure(figures).await?;
    digest::measure(figures).await
}

/// The middle one.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
