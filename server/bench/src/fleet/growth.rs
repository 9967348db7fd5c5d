//! What an exchange costs one phone as the company around it grows.

use super::Wanted;
use super::company::{found, place};
use super::latency::Latencies;
use super::phone::{Net, Phone};
use crate::child::{Child, database};
use crate::figures::Figures;
use crate::median;
use crate::phone::now;
use anyhow::Result;
use reqwest::Client;
use std::time::Instant;
use tempfile::TempDir;

/// Reps and shops of each: from ten thousand records to five million.
const SIZES: [(usize, usize); 5] = [(1_000, 6), (1_000, 97), (1_000, 997), (10_000, 97), (10_000, 497)];
/// Visits in a push: arriving, answering, a task and leaving each.
const VISITS: usize = 20;
const IDLE: usize = 200;
const ROUNDS: usize = 5;

/// See the module.
pub async fn growth(wanted: &Wanted, figures: &mut Figures) -> Result<()> {
    for (reps, shops) in SIZES.into_iter().filter(|(reps, shops)| reps * (shops + 3) <= wanted.most) {
        let folder = TempDir::new()?;
        let records = found(&database(&folder), reps, shops, now()?).await?;
        let begun = Instant::now();
        let server = Child::serve(folder).await?;
        let how = format!("{reps} reps, {records} records");
        figures.say("growth, start", begun.elapsed().as_secs_f64(), "s", &how)?;
        let (client, url) = (Client::new(), server.url.clone());
        let net = Net { client, url, latencies: Latencies::default(), faults: 0 };
        let mut phone = Phone::new(&net, place(reps / 2, shops));
        let begun = Instant::now();
        let all = phone.pull("first pull").await?;
        figures.say(
            "growth, first pull",
            begun.elapsed().as_secs_f64() * 1e3,
            "ms",
            &format!("{all} records; {how}"),
        )?;
        let (mut pushes, mut pulls) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let now = now()?;
            let commands = phone.day(VISITS, &[], now);
            let begun = Instant::now();
            phone.push(commands, now).await?;
            pushes.push(begun.elapsed().as_secs_f64() * 1e3);
            let begun = Instant::now();
            phone.pull("changes").await?;
            pulls.push(begun.elapsed().as_secs_f64() * 1e3);
        }
        figures.say("growth, push of 80 commands", median(pushes), "ms", &how)?;
        figures.say("growth, pull of what they changed", median(pulls), "ms", &how)?;
        let mut idle = Vec::with_capacity(IDLE);
        for _ in 0..IDLE {
            let begun = Instant::now();
            phone.pull("idle").await?;
            idle.push(begun.elapsed().as_secs_f64() * 1e3);
        }
        figures.say("growth, idle pull", median(idle), "ms", &format!("{how}; budget 1.5"))?;
        figures.say("growth, server's peak memory", server.peak_megabytes()?, "MB", &how)?;
        server.stop().await?;
    }
    Ok(())
}
