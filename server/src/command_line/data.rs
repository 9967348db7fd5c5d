//! Where the data lies.

use crate::photo::Photos;
use anyhow::Context;
use clap::Args;
use std::path::{Path, PathBuf};
use store::SqliteStore;

/// Where the data lies.
#[derive(Clone, Debug, Args)]
pub struct Data {
    /// The SQLite database; made if there is none
    #[arg(long, env = "LIANYING_DATABASE", default_value = "data/lianying.db")]
    pub database: PathBuf,
    /// The folder of photos; made if there is none
    #[arg(long, env = "LIANYING_PHOTOS", default_value = "data/photos")]
    pub photos: PathBuf,
}

impl Data {
    /// Opens the database, made and migrated as needed.
    ///
    /// # Errors
    /// In words for whoever typed the line.
    pub async fn open_store(&self) -> anyhow::Result<SqliteStore> {
        if let Some(folder) = self.database.parent().filter(|folder| *folder != Path::new("")) {
            std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        }
        let opened = SqliteStore::open(&self.database).await;
        opened.with_context(|| format!("cannot open the database {}", self.database.display()))
    }

    /// Opens the folder of photos.
    ///
    /// # Errors
    /// In words for whoever typed the line.
    pub fn open_photos(&self) -> anyhow::Result<Photos> {
        Photos::open(&self.photos).with_context(|| format!("cannot open the photo folder {}", self.photos.display()))
    }
}
