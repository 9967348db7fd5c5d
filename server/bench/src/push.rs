//! Sending: one phone alone, eight at once, and what was sent already.

use crate::child::Child;
use crate::figures::Figures;
use crate::phone::{Phone, Prepared, REPS, applied};
use crate::{ROUNDS, median};
use anyhow::{Result, ensure};
use domain::id::OutletId;
use std::time::Instant;
use sync::wire::Cursor;

const COMMANDS: usize = 10_000;
const BATCH: usize = 500;
const PHONES: usize = 8;

/// Measures, and gives back the bytes of one round's commands for the comparison.
pub async fn measure(server: &Child, figures: &mut Figures) -> Result<Vec<String>> {
    let (mut alone, mut again, mut together) = (Vec::new(), Vec::new(), Vec::new());
    let mut bodies = Vec::new();
    for _ in 0..ROUNDS {
        let mut phone = Phone::log_in(&server.url, REPS[0]).await?;
        let (_, shops, _) = phone.fetch_all(Cursor::default()).await?;
        let batches = prepare(&mut phone, &shops, COMMANDS)?;
        alone.push(COMMANDS as f64 / send(&phone, &batches).await?);
        again.push(send(&phone, &batches).await?);
        bodies = batches.into_iter().flat_map(|batch| batch.bodies).collect();
        together.push(COMMANDS as f64 / send_together(server).await?);
    }
    let size = bodies.iter().map(String::len).sum::<usize>() / bodies.len();
    let how = format!("{COMMANDS} LeaveTask of {size} bytes in batches of {BATCH}, each decided and on the disk");
    figures.say("push, one phone", median(alone), "/s", &format!("{how}; budget 20000"))?;
    figures.say("push, eight phones at once", median(together), "/s", &format!("{how}, {PHONES} phones at once"))?;
    figures.say(
        "push of what was sent already",
        median(again),
        "s",
        &format!("the same {COMMANDS} again; budget 0.25"),
    )?;
    Ok(bodies)
}

fn prepare(phone: &mut Phone, shops: &[OutletId], commands: usize) -> Result<Vec<Prepared>> {
    (0..commands / BATCH).map(|_| phone.prepare(BATCH, shops)).collect()
}

/// Seconds. A measurement of refusals would be a lie, so every outcome is looked at, after the clock has stopped.
async fn send(phone: &Phone, batches: &[Prepared]) -> Result<f64> {
    let mut answers = Vec::with_capacity(batches.len());
    let begun = Instant::now();
    for batch in batches {
        answers.push(phone.send(batch).await?);
    }
    let seconds = begun.elapsed().as_secs_f64();
    for (answer, batch) in answers.iter().zip(batches) {
        ensure!(applied(answer)? == batch.bodies.len(), "not every command was applied: {}", text(answer));
    }
    Ok(seconds)
}

async fn send_together(server: &Child) -> Result<f64> {
    let mut phones = Vec::new();
    for at in 0..PHONES {
        let mut phone = Phone::log_in(&server.url, REPS[at % REPS.len()]).await?;
        let (_, shops, _) = phone.fetch_all(Cursor::default()).await?;
        let batches = prepare(&mut phone, &shops, COMMANDS / PHONES / BATCH * BATCH + BATCH)?;
        phones.push((phone, batches));
    }
    let sent: usize = phones.iter().flat_map(|(_, batches)| batches).map(|batch| batch.bodies.len()).sum();
    let begun = Instant::now();
    let tasks: Vec<_> =
        phones.into_iter().map(|(phone, batches)| tokio::spawn(async move { send(&phone, &batches).await })).collect();
    for task in tasks {
        task.await??;
    }
    Ok(begun.elapsed().as_secs_f64() * COMMANDS as f64 / sent as f64)
}

fn text(answer: &[u8]) -> String {
    String::from_utf8_lossy(answer).chars().take(400).collect()
}
