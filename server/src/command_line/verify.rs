//! `verify`: checks the whole log, or one proof with its photo.

use super::Data;
use crate::evidence::{Seal, audit, is_signed_by};
use anyhow::{Context, bail};
use clap::Args;
use std::path::{Path, PathBuf};
use store::Records;
use sync::ContentHash;
use sync::proof::{Finding, Found, Point, Proof, command_text, holds};

/// What to check.
#[derive(Debug, Args)]
pub struct Verify {
    #[command(flatten)]
    data: Data,
    /// Check this proof alone, with `--photo`
    #[arg(long, value_name = "FILE.json", requires = "photo")]
    export: Option<PathBuf>,
    /// The photo that the proof is of
    #[arg(long, value_name = "FILE.jpg", requires = "export")]
    photo: Option<PathBuf>,
}

/// Checks it. What is damaged ends in an error, and so in exit code 1.
pub async fn run(verify: Verify) -> anyhow::Result<()> {
    match (&verify.export, &verify.photo) {
        (Some(export), Some(photo)) => one(export, photo),
        _ => all(&verify.data).await,
    }
}

async fn all(data: &Data) -> anyhow::Result<()> {
    if !data.database.is_file() {
        bail!("there is no database {}", data.database.display());
    }
    let store = data.open_store().await?;
    let found = async {
        let seal = Seal::load(&store).await?;
        anyhow::Ok(audit(&store, &data.open_photos()?, &seal).await?)
    };
    let found = found.await;
    store.close().await;
    let found = found?;
    for device in &found.devices {
        let state = if device.faults.is_empty() { "whole" } else { "DAMAGED" };
        println!(
            "{}  {} commands, {} signed, {} lost, {} keys: {state}",
            device.device, device.commands, device.signed, device.lost, device.keys
        );
        device.faults.iter().for_each(|fault| println!("  {fault}"));
    }
    found.photo_faults.iter().for_each(|fault| println!("{fault}"));
    let commands: u64 = found.devices.iter().map(|device| device.commands).sum();
    println!(
        "{} devices, {commands} commands, {} photos: {} faults",
        found.devices.len(),
        found.photos,
        found.faults()
    );
    match found.faults() {
        0 => Ok(()),
        faults => bail!("{faults} things are not as they were written"),
    }
}

fn one(export: &Path, photo: &Path) -> anyhow::Result<()> {
    let read = |path: &Path| std::fs::read(path).with_context(|| format!("cannot read {}", path.display()));
    let proof: Proof =
        serde_json::from_slice(&read(export)?).with_context(|| format!("{} is no proof", export.display()))?;
    let signed = |key: &str, signature: &str, text: &str| is_signed_by(key, signature, text);
    let device = proof.key.as_deref().zip(proof.signature.as_deref());
    let found = Found {
        photo: ContentHash::of(&read(photo)?).0,
        device: device.is_some_and(|(key, signature)| signed(key, signature, &command_text(proof.device, &proof.link))),
        server: signed(&proof.server_key, &proof.server_signature, &proof.text()),
    };
    let points = proof.examine(&found);
    for (point, finding) in &points {
        println!("{}: {}", name(*point), verdict(*finding));
    }
    println!("signed by the server with the key {}", proof.server_key);
    if holds(&points) { Ok(()) } else { bail!("the proof does not hold") }
}

const fn name(point: Point) -> &'static str {
    match point {
        Point::Photo => "the photo is the one of the proof",
        Point::Command => "the command names the photo",
        Point::Chain => "the command is in its place of the chain",
        Point::Device => "the device has signed it",
        Point::Times => "it was made after the server's nonce and before it arrived",
        Point::Server => "the server has signed the proof",
    }
}

const fn verdict(finding: Finding) -> &'static str {
    match finding {
        Finding::Holds => "yes",
        Finding::Fails => "NO",
        Finding::Absent => "not said",
    }
}
