//! Photos that are stored in full, small pictures, and uploads under way.

use crate::{Blob, StoreError, Thumbnail, Upload};
use async_trait::async_trait;
use domain::Scope;
use domain::id::PhotoId;
use domain::records::{Photo, Print};
use domain::time::Moment;
use std::collections::BTreeSet;

/// The part of the store that photos use. That a photo has arrived is written by the writer task, with
/// [`crate::Batch::blobs`], because it changes records too.
#[async_trait]
pub trait Photos: Send + Sync + 'static {
    /// The photo with a hash, if it is stored in full.
    async fn blob(&self, hash: &str) -> Result<Option<Blob>, StoreError>;

    /// Which of these hashes are stored in full.
    async fn stored_among(&self, hashes: &[String]) -> Result<BTreeSet<String>, StoreError>;

    /// What each photo looks like, as far as its phone has said.
    async fn photo_prints(&self) -> Result<Vec<(PhotoId, Print)>, StoreError>;

    /// The photo records with a hash.
    async fn photos_with(&self, hash: &str) -> Result<Vec<Photo>, StoreError>;

    /// The scopes in which a hash may be looked at: those of its photo records,
    /// and the company's if it is the reference picture of a display standard.
    async fn photo_scopes(&self, hash: &str) -> Result<BTreeSet<Scope>, StoreError>;

    /// The small picture of a photo.
    async fn thumbnail(&self, hash: &str) -> Result<Option<Vec<u8>>, StoreError>;

    /// Writes a small picture that the server made, in the place of the one that came with the command.
    async fn put_thumbnail(&self, thumbnail: &Thumbnail) -> Result<(), StoreError>;

    /// Begins an upload, or renews the end of the one that is there. Its device gets a receipt when the photo is here,
    /// whoever brings it: the phone may have been told that it is gone.
    async fn put_upload(&self, upload: &Upload) -> Result<(), StoreError>;

    /// An upload under way.
    async fn upload(&self, id: &str) -> Result<Option<Upload>, StoreError>;

    /// Forgets an upload.
    async fn drop_upload(&self, id: &str) -> Result<(), StoreError>;

    /// Uploads that ended before a moment.
    async fn expired_uploads(&self, at: Moment) -> Result<Vec<Upload>, StoreError>;
}
