//! The parcels of others that this phone carries, as they are stored: the cover and how far it has come in one row, the
//! parts in others, sealed as they came. A parcel is there once its row is; parts without one are the rest of a file that
//! was not taken in whole, and are never sent.

use crate::account::{Account, json};
use crate::crypto::{Cipher, ParcelKey};
use crate::error::StorageError;
use crate::store::row::{self, ParcelRow};
use crate::store::schema::{CARRIED, PARCELS, PARTS};
use crate::store::{Database, Durability};
use domain::time::Moment;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use sync::parcel::{Content, Cover, HEAD_BYTES, Head, Progress, read_batch};
use sync::wire::Sent;
use uuid::Uuid;
use wasm_bindgen::JsValue;
use web_sys::IdbKeyRange;

/// Says in the user's own store that there is a database of carried parcels: most phones never have one.
const CARRIES: &str = "carries";

/// A parcel that this phone carries.
#[derive(Clone, Debug, PartialEq)]
pub struct Parcel {
    /// Whose it is and what is in it.
    pub cover: Cover,
    /// When it was loaded here, by the corrected clock.
    pub loaded_at: Moment,
    /// What the server has of it.
    pub progress: Progress,
}

/// The same, with what opens it.
pub(crate) struct Held {
    pub(crate) parcel: Parcel,
    pub(crate) head: Head,
    pub(crate) key: ParcelKey,
}

impl Account {
    /// The database of what is carried; none if nothing ever was.
    async fn carried(&self) -> Result<Option<Database>, StorageError> {
        if let Some(open) = self.carried.borrow().clone() {
            return Ok(Some(open));
        }
        if self.read_status(CARRIES).await?.as_bool() != Some(true) {
            return Ok(None);
        }
        self.open_carried().await.map(Some)
    }

    /// The same, made if it is not there.
    pub(super) async fn make_carried(&self) -> Result<Database, StorageError> {
        if let Some(there) = self.carried().await? {
            return Ok(there);
        }
        self.write_status(CARRIES, &JsValue::TRUE).await?;
        self.open_carried().await
    }

    async fn open_carried(&self) -> Result<Database, StorageError> {
        let database =
            Database::open(["lianying parcels ", &self.user().to_string()].concat(), &CARRIED, self.database.cipher()?)
                .await?;
        self.carried.replace(Some(database.clone()));
        Ok(database)
    }

    /// Forgets the key of the store and of what is carried.
    pub(crate) fn lock(&self) {
        self.database.lock();
        if let Some(carried) = self.carried.take() {
            carried.lock();
        }
    }

    /// Erases what is carried, with everything else of this person.
    pub(crate) async fn erase_carried(&self) -> Result<(), StorageError> {
        match self.carried().await? {
            Some(database) => database.erase().await,
            None => Ok(()),
        }
    }

    /// All parcels, the one that was loaded last first.
    pub(crate) async fn parcels(&self) -> Result<Vec<Held>, StorageError> {
        let Some(database) = self.carried().await? else { return Ok(Vec::new()) };
        let rows: Vec<ParcelRow> = database
            .read(&[PARCELS], async |transaction| transaction.shelf(PARCELS)?.all(&JsValue::UNDEFINED)?.rows().await)
            .await?;
        let cipher = database.cipher()?;
        let mut held = rows.iter().map(|row| row.held(&cipher)).collect::<Result<Vec<_>, _>>()?;
        held.sort_by_key(|held| std::cmp::Reverse(held.parcel.loaded_at));
        Ok(held)
    }

    pub(crate) async fn parcel(&self, id: Uuid) -> Result<Option<Held>, StorageError> {
        let held = self.parcels().await?;
        Ok(held.into_iter().find(|held| held.parcel.cover.id == id))
    }

    /// A part, opened.
    pub(crate) async fn parcel_part(&self, held: &Held, part: u32) -> Result<ArrayBuffer, StorageError> {
        let damaged = || StorageError::Damaged("a part of a parcel".to_owned());
        let database = self.carried().await?.ok_or_else(damaged)?;
        let key = part_key(held.parcel.cover.id, f64::from(part));
        let sealed: Option<ArrayBuffer> =
            database.read(&[PARTS], async |transaction| transaction.shelf(PARTS)?.get(&key)?.row().await).await?;
        held.key.open(&held.head, part, &sealed.ok_or_else(damaged)?).await?.ok_or_else(damaged)
    }

    /// The commands of a part.
    pub(crate) async fn parcel_batch(&self, held: &Held, part: u32) -> Result<Vec<Sent>, StorageError> {
        let bytes = self.parcel_part(held, part).await?;
        let text = String::from_utf8(Uint8Array::new(&bytes).to_vec()).ok().and_then(|text| read_batch(&text).ok());
        text.ok_or_else(|| StorageError::Damaged("a batch of a parcel".to_owned()))
    }

    /// All commands of a parcel: for a manager, who may read them.
    pub(crate) async fn parcel_commands(&self, id: Uuid) -> Result<Vec<Sent>, StorageError> {
        let Some(held) = self.parcel(id).await? else { return Ok(Vec::new()) };
        let mut commands = Vec::new();
        for part in 1..=held.parcel.cover.batches {
            commands.extend(self.parcel_batch(&held, part).await?);
        }
        Ok(commands)
    }

    /// Writes down how far a parcel has come. The bytes of photos that the server has go.
    pub(crate) async fn note_progress(&self, cover: &Cover, progress: &Progress) -> Result<(), StorageError> {
        let Some(database) = self.carried().await? else { return Ok(()) };
        database
            .write(&[PARCELS, PARTS], Durability::Strict, async |transaction| {
                let parcels = transaction.shelf(PARCELS)?;
                let kept: Option<ParcelRow> = parcels.get(&cover.id.to_string().into())?.row().await?;
                // It may have been thrown away meanwhile.
                let Some(kept) = kept else { return Ok(()) };
                kept.set_progress(&json(progress));
                parcels.put(&kept)?;
                for part in &progress.handed {
                    if matches!(cover.content(*part), Some(Content::Photo(_))) {
                        transaction.shelf(PARTS)?.delete(&part_key(cover.id, f64::from(*part)))?;
                    }
                }
                Ok(())
            })
            .await
    }

    /// Throws a parcel away.
    pub(crate) async fn remove_parcel(&self, id: Uuid) -> Result<(), StorageError> {
        let Some(database) = self.carried().await? else { return Ok(()) };
        database
            .write(&[PARCELS, PARTS], Durability::Strict, async |transaction| {
                transaction.shelf(PARCELS)?.delete(&id.to_string().into())?;
                transaction.shelf(PARTS)?.delete(&part_keys(id)?)
            })
            .await
    }
}

impl ParcelRow {
    /// A row for a parcel that has just come.
    pub(super) fn fresh(cipher: &Cipher, held: &Held) -> Self {
        let row: Self = row::new();
        let id = held.parcel.cover.id.to_string();
        row.set_parcel(&id);
        row.set_head(&Uint8Array::from(held.head.write().as_slice()));
        row.set_opens(held.key.inner());
        // It says whose it is.
        row.set_cover(&cipher.seal(&["cover", &id], &held.parcel.cover.write()));
        row.set_loaded_at(held.parcel.loaded_at.0 as f64);
        row.set_progress(&json(&held.parcel.progress));
        row
    }

    fn held(&self, cipher: &Cipher) -> Result<Held, StorageError> {
        let damaged = |_| StorageError::Damaged("the row of a parcel".to_owned());
        let head = self.head().to_vec();
        let head = Head::read(head.get(..HEAD_BYTES).unwrap_or(&head)).map_err(damaged)?;
        let cover = cipher.text(&["cover", &self.parcel()], &self.cover()).unwrap_or_default();
        let cover = Cover::read(&head, &cover).map_err(damaged)?;
        let loaded_at = Moment(self.loaded_at() as i64);
        // What a later build has written of it is asked for again.
        let progress = serde_json::from_str(&self.progress()).unwrap_or_default();
        Ok(Held { parcel: Parcel { cover, loaded_at, progress }, head, key: ParcelKey::kept(self.opens()) })
    }
}

/// Where a part lies.
pub(super) fn part_key(parcel: Uuid, part: f64) -> JsValue {
    Array::of2(&parcel.to_string().into(), &part.into()).into()
}

/// All parts of a parcel.
pub(super) fn part_keys(parcel: Uuid) -> Result<JsValue, StorageError> {
    IdbKeyRange::bound(&part_key(parcel, 0.0), &part_key(parcel, f64::INFINITY))
        .map(JsValue::from)
        .map_err(|_| StorageError::Damaged("key range".to_owned()))
}
