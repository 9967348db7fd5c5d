//! Fetching: everything, a hundred changes, and nothing.

use crate::child::Child;
use crate::figures::Figures;
use crate::phone::{Phone, REPS, applied};
use crate::{ROUNDS, median};
use anyhow::{Result, ensure};
use std::time::Instant;
use sync::wire::Cursor;

const CHANGES: usize = 100;
const IDLE: usize = 300;

/// See the module.
pub async fn measure(server: &Child, figures: &mut Figures) -> Result<()> {
    let mut writer = Phone::log_in(&server.url, REPS[0]).await?;
    let reader = Phone::log_in(&server.url, REPS[0]).await?;
    let (_, shops, mut cursor) = reader.fetch_all(Cursor::default()).await?;
    let (mut full, mut few, mut count) = (Vec::new(), Vec::new(), 0);
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        (count, _, _) = reader.fetch_all(Cursor::default()).await?;
        full.push(count as f64 / begun.elapsed().as_secs_f64());

        let changes = writer.prepare(CHANGES, &shops)?;
        ensure!(applied(&writer.send(&changes).await?)? == CHANGES, "not every change was applied");
        let begun = Instant::now();
        let records;
        (records, _, cursor) = reader.fetch_all(cursor).await?;
        few.push(begun.elapsed().as_secs_f64() * 1e3);
        ensure!(records == CHANGES, "{records} of {CHANGES} changes came");
    }
    let mut idle = Vec::with_capacity(IDLE);
    for _ in 0..IDLE {
        let begun = Instant::now();
        reader.fetch(&cursor).await?;
        idle.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    figures.say(
        "pull of everything",
        median(full),
        "/s",
        &format!("{count} records of about 1 kB, parsed by the client"),
    )?;
    figures.say("pull of 100 changes", median(few), "ms", "of the same records")?;
    figures.say("idle pull", median(idle), "ms", &format!("median of {IDLE}; budget 1.5"))
}
