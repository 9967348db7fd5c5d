//! `seed`: loads the demo region. The plan is pure data; this carries it into the store and the photo folder.

use super::Data;
use crate::account::hash_password;
use crate::clock::Clock;
use crate::photo::Photos;
use crate::sync::{Planting, Writer};
use anyhow::{Context, bail};
use clap::Args;
use demo::{Demo, DemoPicture, SeedOptions, accounts, chance::Chance, plan};
use domain::AnyRecord;
use domain::id::RegionId;
use domain::time::{Moment, Offset};
use jiff::civil::Date;
use std::sync::Arc;
use store::{Accounts, Blob, Credential, Records, Store, Thumbnail};
use uuid::Uuid;

/// Records that are written at once: bounds the memory of a benchmark's region.
const AT_ONCE: usize = 20_000;
/// Threads that write pictures: each waits for the disk most of the time.
const WRITERS: usize = 8;

/// What to load.
#[derive(Debug, Args)]
pub struct Seed {
    #[command(flatten)]
    data: Data,
    /// Do nothing when the database holds something
    #[arg(long)]
    if_empty: bool,
    /// Shops in the region
    #[arg(long, default_value_t = 400)]
    outlets: usize,
    /// Days of past visits
    #[arg(long, default_value_t = 60)]
    days: u32,
    /// The day on which the demo is to be looked at [default: today in China]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    today: Option<Date>,
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|error: jiff::Error| error.to_string())
}

/// Loads it.
pub async fn run(seed: Seed) -> anyhow::Result<()> {
    let clock = Clock::system();
    let store = Arc::new(seed.data.open_store().await?);
    if !store.all_of(domain::Kind::Company).await?.is_empty() {
        store.close().await;
        if seed.if_empty {
            println!("the database holds something already; nothing was loaded");
            return Ok(());
        }
        bail!("the database holds something already; the demo region goes into an empty one");
    }
    let today = seed.today.unwrap_or_else(|| clock.now().date(Offset::CHINA));
    let options = SeedOptions { outlets: seed.outlets, days: seed.days, today };
    let photos = seed.data.open_photos()?;
    let (demo, credentials) = tokio::task::spawn_blocking(move || prepare(&options, &photos)).await??;
    println!("loading {} records and {} pictures", demo.records.len(), demo.pictures.len());
    store.put_credentials(&credentials).await?;
    let writer = Writer::start(Arc::clone(&store) as Arc<dyn Store>, clock.clone(), Offset::CHINA).await?;
    for planting in plantings(demo, clock.now()) {
        writer.plant(planting).await?;
    }
    writer.stop().await;
    store.close().await;
    Ok(())
}

/// Everything that takes a processor: the plan itself, passwords, and the pictures, which come before what names them.
fn prepare(options: &SeedOptions, photos: &Photos) -> anyhow::Result<(Demo, Vec<Credential>)> {
    let demo = plan(options);
    let share = demo.pictures.len().div_ceil(WRITERS).max(1);
    std::thread::scope(|scope| {
        let put = |share: &[DemoPicture]| {
            photos.blobs.put_all(share.iter().map(|picture| (picture.hash.as_str(), picture.bytes.as_slice())))
        };
        let writers: Vec<_> = demo.pictures.chunks(share).map(|share| scope.spawn(move || put(share))).collect();
        writers.into_iter().try_for_each(|writer| match writer.join() {
            Ok(written) => written.context("cannot write the pictures"),
            Err(_) => bail!("a thread that writes pictures panicked"),
        })
    })?;
    let credentials = demo.accounts.iter().map(|account| {
        let password_hash = hash_password(account.password)?;
        Ok(Credential { user: account.user.id, phone: account.phone.to_owned(), password_hash, given: false })
    });
    let credentials = credentials.collect::<anyhow::Result<_>>()?;
    Ok((demo, credentials))
}

/// The region in parts. The company comes last: until it is there, the database counts as empty, and a load that was
/// interrupted is begun again and ends the same.
fn plantings(demo: Demo, now: Moment) -> impl Iterator<Item = Planting> {
    let (company, mut records): (Vec<_>, Vec<_>) =
        demo.records.into_iter().partition(|record| matches!(record, AnyRecord::Company(_)));
    let mut pictures = Planting::default();
    for picture in demo.pictures {
        let bytes = picture.bytes.len() as u64;
        pictures.blobs.push(Blob { hash: picture.hash.clone(), bytes, received_at: now });
        pictures.thumbnails.push(Thumbnail { hash: picture.hash, jpeg: picture.thumbnail });
    }
    let mut parts = vec![pictures];
    while !records.is_empty() {
        let rest = records.split_off(records.len().min(AT_ONCE));
        parts.push(Planting { records: std::mem::replace(&mut records, rest), ..Planting::default() });
    }
    parts.push(Planting { records: company, ..Planting::default() });
    parts.into_iter()
}

/// Says who can log in, where the demo region is loaded. Their passwords are no secret anywhere else.
pub async fn say_demo_accounts(store: &dyn Store) -> anyhow::Result<()> {
    let nowhere = RegionId(Uuid::nil());
    let people = accounts::accounts(nowhere, Date::constant(2026, 1, 1), &Chance::new(0));
    let mut lines = Vec::new();
    for person in people {
        if store.credential(person.phone).await?.is_some() {
            lines.push(format!(
                "  {}  {}  {} ({:?})",
                person.phone, person.password, person.user.name, person.user.role
            ));
        }
    }
    if !lines.is_empty() {
        println!("demo accounts:\n{}", lines.join("\n"));
    }
    Ok(())
}
