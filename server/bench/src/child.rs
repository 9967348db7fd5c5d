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
        Self::serve(folder).await
    }

    /// Serves what lies in a folder on a free port.
    pub async fn serve(folder: TempDir) -> Result<Self> {
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

    /// The seconds of processor time that it has used.
    pub fn processor_seconds(&self) -> Result<f64> {
        /// What the kernel counts in on every machine of ours.
        const TICKS: f64 = 100.0;
        let id = self.process.id().context("the server has ended")?;
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat"))?;
        // The name in brackets may hold spaces; behind it come the state and ten numbers that are of no interest here.
        let (_, after) = stat.rsplit_once(')').context("no name of a process")?;
        let mut ticks = after.split_whitespace().skip(11).take(2).map(str::parse::<f64>);
        let (user, system) = (ticks.next().context("no user time")??, ticks.next().context("no system time")??);
        Ok((user + system) / TICKS)
    }

    /// Where its database lies.
    pub fn database(&self) -> PathBuf {
        database(&self.folder)
    }

    /// Ends it and deletes its folder.
    pub async fn stop(mut self) -> Result<()> {
        self.process.kill().await?;
        self.folder.close().context("the folder of the measurement cannot be deleted")
    }
}

/// Where the database lies in a folder.
pub fn database(folder: &TempDir) -> PathBuf {
    folder.path().join("lianying.db")
}

fn server(folder: &TempDir) -> Result<Command> {
    let binary = PathBuf::from(std::env::var("LIANYING_SERVER").unwrap_or_else(|_| "target/release/server".to_owned()));
    if !binary.exists() {
        bail!("there is no {}: make build", binary.display());
    }
    let mut command = Command::new(binary);
    command
        .env("LIANYING_DATABASE", database(folder))
        .env("LIANYING_PHOTOS", folder.path().join("photos"))
        .env("LIANYING_LOG", "warn");
    Ok(command)
}
