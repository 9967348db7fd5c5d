//! Making a parcel of what this phone holds. It keeps all of it: the file is a second way, not another place.

use crate::account::Account;
use crate::crypto::{ParcelKey, chance, sha256};
use crate::error::StorageError;
use crate::outbox::standing::{RETURNED, UNSEEN, WAITING, raws};
use crate::photo::PhotoState;
use crate::store::row::{PhotoRow, StandingRow};
use crate::store::schema::{OUTBOX, PHOTOS, STANDING};
use js_sys::{Array, Object, Uint8Array};
use sync::client::OutboxRow;
use sync::limits::PROTOCOL;
use sync::parcel::{Code, Cover, Enclosed, Head, batches, frame, write_batch};
use web_sys::{Blob, BlobPropertyBag};

/// A parcel that was made, not yet a file anywhere.
#[derive(Clone, Debug)]
pub struct Packed {
    /// The file. The browser may keep it on its disk; none of it is in our memory.
    pub file: Blob,
    /// What opens it.
    pub code: Code,
    /// What is in it.
    pub cover: Cover,
}

impl Account {
    /// Packs what waits, what came back, and what the server has but this phone does not show as such yet.
    pub(crate) async fn pack(&self) -> Result<Packed, StorageError> {
        let (mut rows, photos) = self.to_pack().await?;
        self.sign(&mut rows).await?;
        let batches = batches(&rows);
        let photos = self.enclose(photos).await?;
        let cover = Cover {
            id: crate::clock::new_uuid(),
            protocol: PROTOCOL,
            server: web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default(),
            epoch: self.standpoint().await?.epoch,
            author: self.user(),
            author_name: self.session().user.name,
            device: self.device(),
            made_at: self.now(),
            // Counts of what is on one phone stay far below what a u32 holds.
            commands: batches.iter().map(Vec::len).sum::<usize>() as u32,
            batches: batches.len() as u32,
            photos,
        };
        let code = Code::new(&chance()?);
        let head = Head::new(chance()?, chance()?, cover.parts());
        let key = ParcelKey::of(&code, &head).await?;
        let mut sealing = Sealing { key, head, parts: Array::new(), next: 0 };
        sealing.parts.push(&Uint8Array::from(sealing.head.write().as_slice()));
        sealing.add(&text(&cover.write())).await?;
        for batch in &batches {
            sealing.add(&text(&write_batch(batch))).await?;
        }
        for photo in &cover.photos {
            let bytes = self.photo_bytes(&photo.hash).await?;
            // It was there a moment ago: if a receipt has freed it meanwhile, the outbox is packed anew.
            let bytes = bytes.ok_or_else(|| StorageError::Unavailable("a photo has gone meanwhile".to_owned()))?;
            sealing.add(&bytes).await?;
        }
        Ok(Packed { file: blob(&sealing.parts)?, code, cover })
    }

    async fn to_pack(&self) -> Result<(Vec<OutboxRow>, Vec<PhotoRow>), StorageError> {
        self.database
            .read(&[STANDING, OUTBOX, PHOTOS], async |transaction| {
                let (standing, photos) = (transaction.shelf(STANDING)?, transaction.shelf(PHOTOS)?);
                let asked = [WAITING, UNSEEN, RETURNED].map(|stage| standing.all_by("stage", &stage.into()));
                let due = [PhotoState::Waiting, PhotoState::Due];
                let due = due.map(|state| photos.all_by("state", &state.name().into()));
                let mut rows: Vec<StandingRow> = Vec::new();
                for asked in asked {
                    rows.extend(asked?.rows::<StandingRow>().await?);
                }
                rows.sort_by(|a, b| a.seq().total_cmp(&b.seq()));
                let mut photos: Vec<PhotoRow> = Vec::new();
                for due in due {
                    photos.extend(due?.rows::<PhotoRow>().await?);
                }
                let raws = raws(transaction, &rows).await?;
                let rows = rows
                    .iter()
                    .zip(raws)
                    .map(|(row, raw)| row.read(transaction.cipher(), raw))
                    .collect::<Result<_, _>>()?;
                Ok((rows, photos))
            })
            .await
    }

    /// The photos whose bytes are here and right. What the phone has spoilt would spoil the parcel.
    async fn enclose(&self, photos: Vec<PhotoRow>) -> Result<Vec<Enclosed>, StorageError> {
        let mut enclosed = Vec::new();
        for photo in photos.into_iter().filter(|photo| !photo.freed().unwrap_or_default()) {
            let hash = photo.hash();
            match self.photo_bytes(&hash).await? {
                Some(bytes) if sha256(&bytes).await? == hash => {
                    enclosed.push(Enclosed { hash, bytes: u64::from(bytes.byte_length()) });
                }
                _ => {}
            }
        }
        Ok(enclosed)
    }
}

/// The file as it grows.
struct Sealing {
    key: ParcelKey,
    head: Head,
    parts: Array,
    next: u32,
}

impl Sealing {
    async fn add(&mut self, bytes: &Object) -> Result<(), StorageError> {
        let sealed = self.key.seal(&self.head, self.next, bytes).await?;
        self.next += 1;
        self.parts.push(&Uint8Array::from(frame(sealed.byte_length()).as_slice()));
        // A Blob may lie on the disk, so that the file never is in memory as a whole.
        self.parts.push(blob(&Array::of1(&sealed))?.as_ref());
        Ok(())
    }
}

fn text(text: &str) -> Uint8Array {
    Uint8Array::from(text.as_bytes())
}

fn blob(parts: &Array) -> Result<Blob, StorageError> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/octet-stream");
    Blob::new_with_blob_sequence_and_options(parts, &kind)
        .map_err(|_| StorageError::Unavailable("no room to make the file".to_owned()))
}
