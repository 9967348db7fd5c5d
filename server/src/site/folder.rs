//! The folder that the build wrote, read at the start. Its contents decide the build's id and what the
//! service worker keeps.

use super::file::SiteFile;
use super::{packed, worker};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use sync::ContentHash;

/// The address of the neutral shell.
pub const SHELL: &str = "/shell";
/// The address of the service worker.
pub const WORKER: &str = "/sw.js";
/// What `cargo leptos watch` sets: files change while the server runs.
const WATCHED: &str = "LEPTOS_WATCH";

/// Whether somebody is working on the app: pages then listen for changes on a port of their own.
#[must_use]
pub fn is_watched() -> bool {
    std::env::var_os(WATCHED).is_some()
}

/// The site cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("the site in {folder} cannot be read: build it with `make build`, or name another with --site", folder = .folder.display())]
pub struct SiteError {
    folder: PathBuf,
    source: io::Error,
}

/// The site.
pub struct SiteFolder {
    options: LeptosOptions,
    folder: PathBuf,
    watched: bool,
    current: RwLock<Arc<Site>>,
}

/// The site as it was when it was read.
pub struct Site {
    /// By address. The shell and the finished service worker are among them.
    pub files: BTreeMap<String, SiteFile>,
    /// Changes whenever anything that a phone keeps changes.
    pub build: String,
    stamp: String,
}

impl SiteFolder {
    /// Reads the folder. A folder that is missing is a site without files: the API works without it.
    ///
    /// # Errors
    /// When the folder is there and cannot be read.
    pub fn open(folder: &Path) -> Result<Self, SiteError> {
        let options = options(folder);
        let watched = is_watched();
        let site =
            Site::read(folder, &options, watched).map_err(|source| SiteError { folder: folder.to_owned(), source })?;
        if site.files.is_empty() {
            tracing::warn!(folder = %folder.display(), "there is no site here: only the API is served");
        }
        Ok(Self { options, folder: folder.to_owned(), watched, current: RwLock::new(Arc::new(site)) })
    }

    /// What the renderer needs to know.
    pub fn options(&self) -> &LeptosOptions {
        &self.options
    }

    /// The id of what is served.
    pub fn build(&self) -> String {
        self.current().build.clone()
    }

    /// The site; while it is being worked on, read again when a file has changed.
    pub fn current(&self) -> Arc<Site> {
        let known = Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner));
        if !self.watched || stamp(&self.folder).is_ok_and(|stamp| stamp == known.stamp) {
            return known;
        }
        match Site::read(&self.folder, &self.options, self.watched) {
            Ok(site) => {
                let site = Arc::new(site);
                *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&site);
                site
            }
            // In the middle of being written.
            Err(_) => known,
        }
    }

    /// Makes the small form of every file, in the background: until it is there, the plain one is sent.
    pub fn compress(&self) {
        #[cfg(not(debug_assertions))]
        {
            let site = self.current();
            std::thread::spawn(move || site.files.values().for_each(SiteFile::compress));
        }
    }
}

impl Site {
    fn read(folder: &Path, options: &LeptosOptions, watched: bool) -> io::Result<Self> {
        let stamp = stamp(folder)?;
        let mut files = BTreeMap::new();
        for (path, _) in walk(folder)? {
            let address = address_of(folder, &path);
            let bytes = std::fs::read(&path)?;
            let small = packed::read(&path, &bytes);
            files.insert(address.clone(), SiteFile::new(&address, bytes).with_small(small));
        }
        if !files.is_empty() {
            files.insert(SHELL.to_owned(), SiteFile::new(SHELL, shell(options).into_bytes()));
        }
        let build = build_id(&files);
        if let Some(written) = files.remove(WORKER) {
            let worker = match watched {
                true => worker::STANDS_DOWN.to_owned(),
                false => worker::finish(
                    written.text().unwrap_or_default(),
                    files.iter().map(|(address, file)| (address, file.integrity())),
                    &build,
                ),
            };
            files.insert(WORKER.to_owned(), SiteFile::new(WORKER, worker.into_bytes()));
        }
        Ok(Self { files, build, stamp })
    }
}

fn build_id(files: &BTreeMap<String, SiteFile>) -> String {
    let list: Vec<String> = files.iter().map(|(address, file)| format!("{address} {}\n", file.hash)).collect();
    ContentHash::of(list.concat().as_bytes()).0.chars().take(16).collect()
}

fn shell(options: &LeptosOptions) -> String {
    Owner::new().with(|| app::neutral_shell(options.clone()).to_html())
}

/// The files below a folder but for their small forms, with what tells whether they changed, in order.
pub(super) fn walk(folder: &Path) -> io::Result<Vec<(PathBuf, String)>> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let meta = std::fs::metadata(&path)?;
        if meta.is_dir() {
            files.extend(walk(&path)?);
        } else if !packed::is_packed(&path) {
            files.push((path, format!("{} {:?}", meta.len(), meta.modified()?)));
        }
    }
    files.sort();
    Ok(files)
}

fn stamp(folder: &Path) -> io::Result<String> {
    Ok(walk(folder)?.iter().map(|(path, stamp)| format!("{} {stamp}\n", path.display())).collect())
}

fn address_of(folder: &Path, file: &Path) -> String {
    let below = file.strip_prefix(folder).unwrap_or(file);
    below.components().map(|part| format!("/{}", part.as_os_str().to_string_lossy())).collect()
}

/// The build names its files by their hashes and writes the names beside the executable. Where that list does not
/// fit what is in the folder, it is from another build, and the files have plain names.
fn options(folder: &Path) -> LeptosOptions {
    let site_root = folder.to_string_lossy().into_owned();
    let mut options = LeptosOptions::builder().output_name("lianying").site_root(site_root).hash_files(true).build();
    let assets = app::Assets::of(&options);
    let fits = folder.join(assets.js.trim_start_matches('/')).is_file();
    options.hash_files = fits;
    options
}
