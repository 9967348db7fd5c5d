//! The content-addressed store: `ab/cd/<hash>.jpg` in a local folder, through `object_store`, so that another
//! place can take its turn. What lies under a hash has that hash, is complete and is durable.

use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{GetResult, ObjectStoreExt};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What can go wrong with the bytes.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// The file system failed.
    #[error("the photo folder failed")]
    Io(#[from] io::Error),
    /// The store failed.
    #[error("the photo store failed")]
    Store(#[from] object_store::Error),
}

/// The store.
#[derive(Debug)]
pub struct Blobs {
    store: LocalFileSystem,
    root: PathBuf,
}

impl Blobs {
    /// Opens a folder that exists.
    pub(super) fn open(root: &Path) -> Result<Self, BlobError> {
        Ok(Self { store: LocalFileSystem::new_with_prefix(root)?, root: root.to_owned() })
    }

    /// How many bytes lie under a hash, if any do.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn size(&self, hash: &str) -> Result<Option<u64>, BlobError> {
        match self.store.head(&key(hash)).await {
            Ok(meta) => Ok(Some(meta.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The bytes under a hash, to be streamed.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn get(&self, hash: &str) -> Result<Option<GetResult>, BlobError> {
        match self.store.get(&key(hash)).await {
            Ok(result) => Ok(Some(result)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Takes over a durable file whose hash has been checked. Blocks.
    pub(super) fn adopt(&self, file: &Path, hash: &str) -> Result<(), BlobError> {
        let target = self.store.path_to_filesystem(&key(hash))?;
        let folder = self.folder_of(&target)?;
        fs::rename(file, &target)?;
        // The bytes are durable since the last piece; now the name is too.
        sync_folder(&folder)?;
        Ok(())
    }

    /// Stores many photos whose hashes are known to be right, durably. Blocks. For the demo region and for restoring.
    ///
    /// # Errors
    /// When the folder fails.
    pub fn put_all<'a>(&self, photos: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<(), BlobError> {
        for (hash, bytes) in photos {
            let target = self.store.path_to_filesystem(&key(hash))?;
            if target.exists() {
                continue;
            }
            let folder = self.folder_of(&target)?;
            let draft = target.with_extension("draft");
            let mut file = File::create(&draft)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            fs::rename(&draft, &target)?;
            sync_folder(&folder)?;
        }
        Ok(())
    }

    /// The folder that a file is to lie in, made durably if it is new.
    fn folder_of(&self, target: &Path) -> Result<PathBuf, io::Error> {
        let folder = target.parent().unwrap_or(&self.root).to_owned();
        if !folder.is_dir() {
            fs::create_dir_all(&folder)?;
            folder.ancestors().skip(1).take(2).try_for_each(sync_folder)?;
        }
        Ok(folder)
    }
}

fn sync_folder(folder: &Path) -> Result<(), io::Error> {
    File::open(folder)?.sync_all()
}

/// Two levels of folders keep each of them short, also with millions of photos.
fn key(hash: &str) -> Key {
    Key::from_iter([&hash[..2], &hash[2..4], &format!("{hash}.jpg")])
}
