//! The binary's outside: subcommands, and the configuration by flags or environment.

mod backup;
mod data;
mod healthcheck;
mod seed;
mod serve;
mod verify;

pub use data::Data;
pub use serve::{Running, Serve, start};

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use store::Records;
use tracing_subscriber::EnvFilter;

/// The Lianying server. Every flag can be given as the environment variable beside it.
#[derive(Debug, Parser)]
#[command(name = "server", version)]
pub struct CommandLine {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Serve the app and its API until told to stop
    Serve(Serve),
    /// Bring the database to the shape that this build expects, making it if there is none
    Migrate(Data),
    /// Load the demo region
    Seed(seed::Seed),
    /// Check the command log and the photos, or one exported proof: exit code 1 if something is not as it was written
    Verify(verify::Verify),
    /// Copy everything into a folder, also while the server runs
    Backup(backup::Backup),
    /// Put a backup where there is no database yet
    Restore(backup::Restore),
    /// Ask a running server whether it can do its work
    Healthcheck(healthcheck::Healthcheck),
    /// Pack the files of a site beside them, as small as they get: part of the build
    Pack {
        /// The folder of the site
        site: PathBuf,
    },
    /// Print the description of the API
    Openapi,
}

impl CommandLine {
    /// Does what the line says.
    ///
    /// # Errors
    /// In words for whoever typed it.
    pub async fn run(self) -> anyhow::Result<()> {
        match self.act {
            Act::Serve(serve) => serve::run(serve).await,
            Act::Migrate(data) => {
                data.open_store().await?.close().await;
                Ok(())
            }
            Act::Seed(seed) => seed::run(seed).await,
            Act::Verify(verify) => verify::run(verify).await,
            Act::Backup(backup) => backup::back_up(backup).await,
            Act::Restore(restore) => backup::restore(restore).await,
            Act::Healthcheck(check) => healthcheck::run(check).await,
            Act::Pack { site } => {
                let count = crate::site::pack_folder(&site)?;
                println!("{count} files packed");
                Ok(())
            }
            Act::Openapi => {
                println!("{}", serde_json::to_string_pretty(&crate::api::openapi())?);
                Ok(())
            }
        }
    }
}

/// Writes the log to stderr: stdout belongs to the one line that says where the server listens.
pub fn log_to_stderr() {
    let filter =
        EnvFilter::try_from_env("LIANYING_LOG").unwrap_or_else(|_| EnvFilter::new("warn,server=info,store=info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
