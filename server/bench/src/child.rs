//! The server under measurement: the release binary with a demo region of its own in a folder that is thrown away.

use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Stdio;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child as Process, Command};

/// See the module.
pub struct Child {
    /// Where it answers.
    pub url: String,
    process: Process,
    folder: TempDir,
}

impl Child {
    /// Plants the region and serves it on a free port.
    pub async fn start() -> Result<Self> {
        let folder = TempDir::new()?;
        let seeded = server(&folder)?.args(["seed", "--outlets", "400", "--days", "20"]).stdout(Stdio::null()).status();
        if !seeded.await?.success() {
            bail!("the demo region could not be loaded");
        }
        let mut process = server(&folder)?
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let output = process.stdout.take().context("the server says nothing")?;
        let mut lines = BufReader::new(output).lines();
        while let Some(line) = lines.next_line().await? {
            if let Some(url) = line.strip_prefix("listening on ") {
                let url = url.to_owned();
                // It goes on talking, and nobody listening would make it wait.
                tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
                return Ok(Self { url, process, folder });
            }
        }
        bail!("the server ended before it listened")
    }

    /// The most memory it ever had, in MB.
    pub fn peak_megabytes(&self) -> Result<f64> {
        let id = self.process.id().context("the server has ended")?;
        let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no VmHWM")?;
        let kilobytes: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kilobytes * 1024.0 / 1e6)
    }

    /// Ends it and deletes its folder.
    pub async fn stop(mut self) -> Result<()> {
        self.process.kill().await?;
        self.folder.close().context("the folder of the measurement cannot be deleted")
    }
}

fn server(folder: &TempDir) -> Result<Command> {
    let binary = PathBuf::from(std::env::var("LIANYING_SERVER").unwrap_or_else(|_| "target/release/server".to_owned()));
    if !binary.exists() {
        bail!("there is no {}: make build", binary.display());
    }
    let mut command = Command::new(binary);
    command
        .env("LIANYING_DATABASE", folder.path().join("lianying.db"))
        .env("LIANYING_PHOTOS", folder.path().join("photos"))
        .env("LIANYING_LOG", "warn");
    Ok(command)
}
