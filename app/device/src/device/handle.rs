//! The handle: thin, typed, and the same for all screens. What is behind it is not generic.

use super::Inner;
use crate::change::{Change, Watch};
use crate::error::{DeviceError, LogInError, PhotoError, RecordError, StorageError};
use crate::lock::{Locked, PinError, PinState};
use crate::outbox::OutboxItem;
use crate::parcel::{LoadError, Packed, Parcel};
use crate::photo::{PhotoProgress, PhotoSize, PhotoUrl};
use crate::state::{StorageReport, SyncState};
use crate::{Shot, clock};
use domain::id::CommandId;
use domain::records::{PhotoRef, RecordKey};
use domain::time::{Moment, Offset};
use domain::{Command, Index, Record};
use jiff::civil::Date;
use std::rc::Rc;
use sync::client::Tally;
use sync::wire::{Sent, Session};
use uuid::Uuid;
use web_sys::Blob;

/// This phone or tablet. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Device(Rc<Inner>);

impl Device {
    /// Opens the store, and the session that was left in it. Needs no network.
    ///
    /// # Errors
    /// When there is no durable store.
    pub async fn open() -> Result<Self, DeviceError> {
        Inner::open().await.map(Self)
    }

    /// Lets go of the store, as a page does that is closed. What is asked of this handle afterwards fails and says so,
    /// and neither it nor anything it has begun opens the store again.
    pub fn stop(&self) {
        self.0.stop();
    }

    /// Who is logged in here, also while the server says that the session has expired.
    #[must_use]
    pub fn session(&self) -> Option<Session> {
        self.0.account().map(|account| account.session())
    }

    /// Logs in at the server and opens the user's store.
    ///
    /// # Errors
    /// When the server cannot be reached, says no, or the store fails.
    pub async fn log_in(&self, phone: &str, password: &str) -> Result<Session, LogInError> {
        self.0.log_in(phone, password).await
    }

    /// Takes another password in the place of the old one. Other devices are logged out; what is here stays as it is.
    ///
    /// # Errors
    /// When the server cannot be reached, says no, or the store fails.
    pub async fn change_password(&self, old: &str, new: &str) -> Result<(), LogInError> {
        self.0.change_password(old, new).await
    }

    /// Closes the user's store, with all that waits in it, until the same user logs in again; tells the server if it can be reached.
    ///
    /// # Errors
    /// When the store fails: they are then still logged in.
    pub async fn log_out(&self) -> Result<(), StorageError> {
        self.0.log_out().await
    }

    /// Whether the phone waits for its PIN. While it does, nobody is in, and no record can be read.
    #[must_use]
    pub fn locked(&self) -> Option<Locked> {
        self.0.locked()
    }

    /// Opens a locked phone.
    ///
    /// # Errors
    /// When the PIN is wrong or comes too soon after wrong ones, or the store fails.
    pub async fn unlock(&self, pin: &str) -> Result<(), PinError> {
        self.0.unlock(pin).await
    }

    /// Locks the phone now, if it has a PIN, in every tab.
    pub fn lock(&self) {
        self.0.lock_everywhere();
    }

    /// What is set about the PIN; none where the browser makes no keys, and so can lock nothing.
    #[must_use]
    pub fn pin(&self) -> Option<PinState> {
        self.0.pin_state()
    }

    /// Sets a PIN; the old one is asked for if there is one.
    ///
    /// # Errors
    /// When the old one is wrong, or the store fails: nothing has changed then.
    pub async fn set_pin(&self, old: Option<&str>, new: &str) -> Result<(), PinError> {
        self.0.set_pin(old, new).await
    }

    /// Whether it is the PIN of whoever is in.
    ///
    /// # Errors
    /// When it is wrong or comes too soon after wrong ones, or the store fails.
    pub async fn check_pin(&self, pin: &str) -> Result<(), PinError> {
        self.0.check_pin(pin).await
    }

    /// Takes the PIN off.
    ///
    /// # Errors
    /// When it is wrong, or the store fails: nothing has changed then.
    pub async fn take_pin(&self, pin: &str) -> Result<(), PinError> {
        self.0.take_pin(pin).await
    }

    /// Chooses after how many minutes in the background the phone locks itself.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn lock_after(&self, minutes: u32) -> Result<(), StorageError> {
        self.0.lock_after(minutes).await
    }

    /// Now, by the phone's clock corrected by what is known of its error.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.0.account().map_or_else(clock::phone, |account| account.now())
    }

    /// Today, where the company's days begin and end.
    #[must_use]
    pub fn today(&self) -> Date {
        let offset = self.session().map_or(Offset::CHINA, |session| session.offset);
        self.now().date(offset)
    }

    /// A new id.
    #[must_use]
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        clock::new_uuid().into()
    }

    /// One record, as the phone's own commands leave it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn get<R: Record>(&self, id: R::Id) -> Result<Option<R>, StorageError> {
        let body = self.0.here()?.body(RecordKey::of::<R>(id)).await?;
        // A body of a later version that cannot be read is as good as not there.
        Ok(body.and_then(|body| serde_json::from_str(&body).ok()))
    }

    /// Several records of a kind, in the order of their ids; none where there is none.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn several<R: Record>(&self, ids: &[R::Id]) -> Result<Vec<Option<R>>, StorageError> {
        let keys: Vec<RecordKey> = ids.iter().map(|id| RecordKey::of::<R>(*id)).collect();
        let bodies = self.0.here()?.bodies_at(&keys).await?;
        Ok(bodies.into_iter().map(|body| body.and_then(|body| serde_json::from_str(&body).ok())).collect())
    }

    /// The records under an index key, in no particular order. `R` is the kind of the index.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn find<R: Record>(&self, index: Index) -> Result<Vec<R>, StorageError> {
        Ok(parsed(self.0.here()?.bodies(index).await?))
    }

    /// All records of a kind. Thousands of outlets take a while on a cheap phone: keep what you got.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn all<R: Record>(&self) -> Result<Vec<R>, StorageError> {
        Ok(parsed(self.0.here()?.bodies_of(R::KIND).await?))
    }

    /// How many records of a kind there are.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn count<R: Record>(&self) -> Result<u32, StorageError> {
        self.0.here()?.count_of(R::KIND).await
    }

    /// Decides a command and stores it with what it changes. When this returns `Ok`, it is on the disk.
    ///
    /// # Errors
    /// When the command does not hold, or the store did not take it.
    pub async fn record(&self, command: impl Into<Command>) -> Result<(), RecordError> {
        let command = command.into();
        match self.0.record(&command).await {
            // The phone is full: what was kept free for this is given up, and it is decided once more.
            Err(RecordError::NotSaved(StorageError::Full)) if self.0.here()?.spend_reserve().await? => {
                self.0.record(&command).await
            }
            recorded => recorded,
        }
    }

    /// The outbox, newest first: all that waits or came back, and the newest `received` of the others.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn outbox(&self, received: u32) -> Result<Vec<OutboxItem>, StorageError> {
        self.0.here()?.outbox(received).await
    }

    /// Makes a parcel of what this phone holds (F101). All of it stays here.
    ///
    /// # Errors
    /// When the store fails, or the browser has no cryptography.
    pub async fn pack(&self) -> Result<Packed, StorageError> {
        self.0.here()?.pack().await
    }

    /// Loads somebody's parcel, to be handed in whenever there is a network. When this returns `Ok`, all of it is on the disk.
    ///
    /// # Errors
    /// When the file or the code is not right, or the store did not take it. Nothing has changed then.
    pub async fn load_parcel(&self, file: &Blob, code: &str) -> Result<Parcel, LoadError> {
        let parcel = self.0.here()?.load_parcel(file, code).await?;
        self.0.tell(Change { outbox: true, ..Change::default() });
        self.0.exchange_hopefully();
        Ok(parcel)
    }

    /// The parcels that this phone carries for others, the last one first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn parcels(&self) -> Result<Vec<Parcel>, StorageError> {
        Ok(self.0.here()?.parcels().await?.into_iter().map(|held| held.parcel).collect())
    }

    /// What is in a parcel, for a manager.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn parcel_commands(&self, id: Uuid) -> Result<Vec<Sent>, StorageError> {
        self.0.here()?.parcel_commands(id).await
    }

    /// Throws a parcel away that has arrived, or that cannot.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn remove_parcel(&self, id: Uuid) -> Result<(), StorageError> {
        self.0.here()?.remove_parcel(id).await?;
        self.0.tell(Change { outbox: true, ..Change::default() });
        Ok(())
    }

    /// The tally of the outbox.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn tally(&self) -> Result<Tally, StorageError> {
        self.0.here()?.tally().await
    }

    /// Puts the card of a command that came back away. It stays in the outbox.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn dismiss(&self, command: CommandId) -> Result<(), StorageError> {
        self.0.here()?.dismiss(command).await?;
        self.0.tell(Change { outbox: true, ..Change::default() });
        Ok(())
    }

    /// Calls back after every change, from whichever tab, until the watch is dropped.
    pub fn watch(&self, callback: impl Fn(&Change) + 'static) -> Watch {
        self.0.watchers.add(Rc::new(callback))
    }

    /// The state of the exchange with the server.
    #[must_use]
    pub fn sync_state(&self) -> SyncState {
        self.0.state()
    }

    /// Exchanges with the server as soon as possible.
    pub fn sync_now(&self) {
        self.0.exchange_hopefully();
    }

    /// Stops or resumes the sending of photos, for a line that is paid by the byte. Commands are sent all the same.
    pub fn pause_photos(&self, paused: bool) {
        self.0.pause_photos(paused);
    }

    /// Whether photos are held back.
    #[must_use]
    pub fn photos_paused(&self) -> bool {
        self.0.photos_paused()
    }

    /// Keeps a picture on the phone: stored, read back, hashed again. When this returns `Ok`, it is on the disk.
    ///
    /// # Errors
    /// When the store did not take it, or spoilt it.
    pub async fn keep_photo(&self, shot: &Shot) -> Result<PhotoRef, PhotoError> {
        let account = self.0.here()?;
        let kept = account.keep_in_room(shot).await;
        self.0.changed(&account, Vec::new(), false, true);
        kept
    }

    /// Where to show a photo from: the bytes on this phone, or the server.
    pub async fn photo_url(&self, hash: &str, size: PhotoSize) -> PhotoUrl {
        match self.0.account() {
            Some(account) => account.photo_url(hash, size).await,
            None => PhotoUrl::server(hash, size),
        }
    }

    /// How far a photo of this phone is; none if it was taken elsewhere.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn photo_progress(&self, hash: &str) -> Result<Option<PhotoProgress>, StorageError> {
        self.0.here()?.photo_progress(hash).await
    }

    /// Frees the bytes of every photo that the server has.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn free_photos(&self) -> Result<(), StorageError> {
        let account = self.0.here()?;
        account.free_photos(true).await?;
        self.0.changed(&account, Vec::new(), false, true);
        Ok(())
    }

    /// Whether photos wait for Wi-Fi; none where the browser does not say what the line is.
    #[must_use]
    pub fn wifi_only(&self) -> Option<bool> {
        self.0.wifi_only()
    }

    /// Sends photos over Wi-Fi only, or over any line.
    pub fn set_wifi_only(&self, only: bool) {
        self.0.set_wifi_only(only);
    }

    /// Whether photos are held back because the line is not Wi-Fi.
    #[must_use]
    pub fn photos_wait_for_wifi(&self) -> bool {
        self.0.photos_wait_for_wifi()
    }

    /// A setting of this installation, such as the language; there before anybody logs in.
    #[must_use]
    pub fn setting(&self, key: &str) -> Option<String> {
        self.0.installation.setting(key)
    }

    /// Changes a setting.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn set_setting(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.0.installation.set_setting(key, value).await?;
        self.0.tell(Change { settings: true, ..Change::default() });
        Ok(())
    }

    /// Something half done of the current user, such as the text of an unsent note.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn draft(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.here()?.draft(key).await
    }

    /// Keeps something half done; none forgets it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn keep_draft(&self, key: &str, value: Option<&str>) -> Result<(), StorageError> {
        self.0.here()?.keep_draft(key, value).await
    }

    /// Room on the phone.
    pub async fn storage(&self) -> StorageReport {
        self.0.storage().await
    }

    /// Whether a new version of the app waits to be used.
    #[must_use]
    pub fn update_ready(&self) -> bool {
        self.0.update.is_ready()
    }

    /// Switches to the new version by loading the page anew. Call it only when nothing is open and nothing is being written.
    pub fn apply_update(&self) {
        self.0.update.apply();
    }
}

fn parsed<R: Record>(bodies: Vec<String>) -> Vec<R> {
    bodies.iter().filter_map(|body| serde_json::from_str(body).ok()).collect()
}
