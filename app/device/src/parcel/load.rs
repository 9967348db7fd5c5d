//! Loading somebody else's parcel. It is opened to the last part before it counts, so that a damaged file is found out
//! while the one who made it can still make another; until then nothing has changed.

use super::Parcel;
use super::carried::{Held, part_key, part_keys};
use crate::account::Account;
use crate::crypto::{ParcelKey, sha256};
use crate::error::StorageError;
use crate::exchange::locked;
use crate::store::row::ParcelRow;
use crate::store::schema::{PARCELS, PARTS};
use crate::store::{Database, Durability};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use std::ops::Range;
use sync::parcel::{Code, Content, Cover, FRAME_BYTES, HEAD_BYTES, Head, ParcelError, Progress, part_at, read_batch};
use uuid::Uuid;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// The lock that a tab holds while it loads a file.
const LOCK: &str = "lianying-parcel";

/// Why a parcel was not loaded. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// What was typed cannot be a code.
    #[error("no code has this form")]
    NoCode,
    /// The file is not what it should be, or the code does not open it.
    #[error(transparent)]
    Parcel(#[from] ParcelError),
    /// The browser does not give the file.
    #[error("the file cannot be read")]
    Unreadable,
    /// The store did not take it.
    #[error("not saved: {0}")]
    NotSaved(#[from] StorageError),
}

impl Account {
    /// Loads a file. One that is here already stays as far as it has come.
    pub(crate) async fn load_parcel(&self, file: &Blob, typed: &str) -> Result<Parcel, LoadError> {
        let code = Code::read(typed).ok_or(LoadError::NoCode)?;
        let size = file.size() as u64;
        let start = bytes(file, 0..size.min(HEAD_BYTES as u64)).await?;
        let head = Head::read(&Uint8Array::new(&start).to_vec())?;
        let key = ParcelKey::of(&code, &head).await?;
        let mut reader = Reader { file, size, key: &key, head: &head, at: HEAD_BYTES as u64, next: 0 };
        let (_, first) = reader.part().await.map_err(|error| match error {
            LoadError::Parcel(ParcelError::Damaged) if reader.next > 0 => ParcelError::WrongCode.into(),
            error => error,
        })?;
        let cover = Cover::read(&head, &text(&first)?)?;
        if let Some(known) = self.parcel(cover.id).await? {
            return Ok(known.parcel);
        }
        let parcel = Parcel { cover, loaded_at: self.now(), progress: Progress::default() };
        let database = self.make_carried().await?;
        // One file at a time, or one tab would sweep up what another is loading.
        let _held = locked(LOCK).await;
        sweep(&database).await?;
        let taken = take_parts(&mut reader, &parcel.cover, &database).await;
        if let Err(error) = taken {
            // What could not be deleted now is in nobody's way: without its row it is no parcel.
            drop(forget(&database, parcel.cover.id).await);
            return Err(error);
        }
        let held = Held { parcel: parcel.clone(), head: head.clone(), key: key.clone() };
        let row = ParcelRow::fresh(&database.cipher()?, &held);
        database
            .write(&[PARCELS], Durability::Strict, async |transaction| transaction.shelf(PARCELS)?.put(&row))
            .await?;
        Ok(parcel)
    }
}

/// Opens each part, looks whether it is what the cover says, and stores it as it came.
async fn take_parts(reader: &mut Reader<'_>, cover: &Cover, database: &Database) -> Result<(), LoadError> {
    let mut commands = 0;
    while reader.next < reader.head.parts {
        let part = reader.next;
        let (sealed, opened) = reader.part().await?;
        match cover.content(part) {
            Some(Content::Batch) => commands += read_batch(&text(&opened)?)?.len(),
            Some(Content::Photo(photo)) if sha256(&opened).await? == photo.hash => {}
            _ => return Err(ParcelError::Damaged.into()),
        }
        let key = part_key(cover.id, f64::from(part));
        database
            .write(&[PARTS], Durability::Strict, async |transaction| transaction.shelf(PARTS)?.put_at(&key, &sealed))
            .await?;
    }
    if commands == cover.commands as usize { Ok(()) } else { Err(ParcelError::Damaged.into()) }
}

/// Deletes what is left of files whose loading was cut: a tab that died in the middle of one.
async fn sweep(database: &Database) -> Result<(), StorageError> {
    database
        .write(&[PARCELS, PARTS], Durability::Relaxed, async |transaction| {
            let (parcels, parts) = (transaction.shelf(PARCELS)?, transaction.shelf(PARTS)?);
            let (known, keys) = (parcels.keys(&JsValue::UNDEFINED)?, parts.keys(&JsValue::UNDEFINED)?);
            let known = known.texts().await?;
            for key in keys.rows::<Array>().await? {
                if key.get(0).as_string().is_none_or(|parcel| !known.contains(&parcel)) {
                    parts.delete(&key)?;
                }
            }
            Ok(())
        })
        .await
}

async fn forget(database: &Database, parcel: Uuid) -> Result<(), StorageError> {
    let parts = part_keys(parcel)?;
    database.write(&[PARTS], Durability::Relaxed, async |transaction| transaction.shelf(PARTS)?.delete(&parts)).await
}

/// Goes through a file part by part.
struct Reader<'a> {
    file: &'a Blob,
    size: u64,
    key: &'a ParcelKey,
    head: &'a Head,
    at: u64,
    next: u32,
}

impl Reader<'_> {
    /// The next part, sealed and opened.
    async fn part(&mut self) -> Result<(ArrayBuffer, ArrayBuffer), LoadError> {
        let part = self.next;
        let framed = self.at..self.size.min(self.at + FRAME_BYTES as u64);
        let framed = bytes(self.file, framed).await?;
        let place = part_at(self.at, &Uint8Array::new(&framed).to_vec(), self.size, part + 1 == self.head.parts)?;
        let sealed = bytes(self.file, place.clone()).await?;
        self.at = place.end;
        self.next = part + 1;
        let opened = self.key.open(self.head, part, &sealed).await?;
        Ok((sealed, opened.ok_or(ParcelError::Damaged)?))
    }
}

async fn bytes(file: &Blob, range: Range<u64>) -> Result<ArrayBuffer, LoadError> {
    let piece = file.slice_with_f64_and_f64(range.start as f64, range.end.max(range.start) as f64);
    let read = piece.map(|piece| piece.array_buffer()).map_err(|_| LoadError::Unreadable)?;
    JsFuture::from(read).await.map(JsCast::unchecked_into).map_err(|_| LoadError::Unreadable)
}

fn text(bytes: &ArrayBuffer) -> Result<String, ParcelError> {
    String::from_utf8(Uint8Array::new(bytes).to_vec()).map_err(|_| ParcelError::Damaged)
}
