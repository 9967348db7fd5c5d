//! The morning: everybody's phone fetches, and some of them have yesterday's work to send.

use super::Wanted;
use super::company::{found, place};
use super::latency::Latencies;
use super::phone::{Net, Phone};
use crate::child::{Child, database};
use crate::figures::Figures;
use crate::phone::now;
use anyhow::{Result, ensure};
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};
use reqwest::Client;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Row};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Shops in a day.
const VISITS: usize = 10;

/// See the module.
pub async fn storm(wanted: &Wanted, figures: &mut Figures) -> Result<()> {
    let folder = TempDir::new()?;
    let records = found(&database(&folder), wanted.reps, wanted.shops, now()?).await?;
    let server = Child::serve(folder).await?;
    let client = Client::builder().pool_max_idle_per_host(64).build()?;
    let net = Arc::new(Net { client, url: server.url.clone(), latencies: Latencies::default(), faults: wanted.faults });
    let picture = Arc::new(picture()?);
    let begun = Instant::now();
    let mut phones = Vec::with_capacity(wanted.reps);
    for rep in 0..wanted.reps {
        let (net, picture) = (Arc::clone(&net), Arc::clone(&picture));
        let place = place(rep, wanted.shops);
        // Spread over the reps, so that it is not the first of them who send.
        let sends = rep * wanted.pushing / wanted.reps != (rep + 1) * wanted.pushing / wanted.reps;
        let (window, photos) = (wanted.seconds * 1_000, if sends { wanted.photos } else { 0 });
        phones.push(tokio::spawn(async move {
            let mut phone = Phone::new(&net, place);
            // When people wake up and look at their phone.
            tokio::time::sleep(Duration::from_millis(phone.below(window))).await;
            let mut sent = 0;
            if sends {
                let photos: Vec<Vec<u8>> = (0..photos).map(|n| unlike(&picture, rep, n)).collect();
                let now = now()?;
                let mut commands = phone.day(VISITS, &photos, now);
                while !commands.is_empty() {
                    let rest = commands.split_off(commands.len().min(25));
                    sent += phone.push(commands, now).await?;
                    commands = rest;
                    tokio::time::sleep(Duration::from_millis(phone.below(400))).await;
                }
                for photo in &photos {
                    phone.upload(photo).await?;
                }
            }
            let fetched = phone.pull("first pull").await?;
            tokio::time::sleep(Duration::from_millis(phone.below(2_000))).await;
            phone.pull("idle pull").await?;
            anyhow::Ok((sent, fetched, photos))
        }));
    }
    let (mut sent, mut fetched, mut photos) = (0, 0, 0);
    for phone in phones {
        let (commands, records, pictures) = phone.await??;
        sent += commands;
        fetched += records;
        photos += pictures;
    }
    let seconds = begun.elapsed().as_secs_f64();
    let how = format!(
        "{} reps of {records} records, {} of them send {sent} commands and {photos} photos, {} % of requests break off",
        wanted.reps, wanted.pushing, wanted.faults
    );
    figures.say("fleet, all of it", seconds, "s", &format!("{how}; spread over {} s", wanted.seconds))?;
    net.latencies.say(figures, &how)?;
    figures.say("fleet, records fetched", fetched as f64 / seconds, "/s", &how)?;
    figures.say("fleet, commands carried out", sent as f64 / seconds, "/s", &how)?;
    let used = server.processor_seconds()?;
    figures.say("fleet, server's processor", used / seconds * 100.0, "%", "of one core, on average")?;
    figures.say("fleet, server's processor for each rep", used / wanted.reps as f64 * 1e3, "ms", &how)?;
    figures.say("fleet, server's peak memory", server.peak_megabytes()?, "MB", "VmHWM")?;
    nothing_is_lost_or_doubled(&server, sent, photos).await?;
    server.stop().await
}

/// A storm that lost something would be quick.
async fn nothing_is_lost_or_doubled(server: &Child, sent: usize, photos: usize) -> Result<()> {
    let mut database = SqliteConnectOptions::new().filename(server.database()).read_only(true).connect().await?;
    let counted = sqlx::query(
        "SELECT (SELECT count(*) FROM command_log), (SELECT count(*) FROM record WHERE kind = 'visit'),
                (SELECT count(*) FROM blob)",
    )
    .fetch_one(&mut database)
    .await?;
    let (lines, visits, blobs): (i64, i64, i64) = (counted.try_get(0)?, counted.try_get(1)?, counted.try_get(2)?);
    ensure!(lines as usize == sent, "{sent} commands were answered and {lines} are in the log");
    ensure!(blobs as usize == photos, "{photos} photos were sent and {blobs} are there");
    ensure!(visits > 0 || sent == 0, "there are no visits");
    Ok(())
}

/// A picture whose contents do not compress; about 60 kB.
fn picture() -> Result<Vec<u8>> {
    let mut noise = 0x9e37_79b9_u32;
    let pixels: Vec<u8> = (0..320 * 240 * 3)
        .map(|_| {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (noise >> 24) as u8
        })
        .collect();
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 60).write_image(&pixels, 320, 240, ExtendedColorType::Rgb8)?;
    Ok(bytes)
}

/// The same picture with other bytes behind its end.
fn unlike(picture: &[u8], rep: usize, number: usize) -> Vec<u8> {
    [picture, format!("{rep} {number}").as_bytes()].concat()
}
