//! The one handle that screens hold.

use crate::change::{Change, Watch};
use crate::error::{DeviceError, LogInError, PhotoError, RecordError, StorageError};
use crate::photo::{PhotoProgress, PhotoSize, PhotoUrl};
use crate::state::{StorageReport, SyncState};
use crate::{Shot, clock};
use domain::id::CommandId;
use domain::records::PhotoRef;
use domain::time::Moment;
use domain::{Command, Index, Record};
use jiff::civil::Date;
use std::rc::Rc;
use sync::Body;
use sync::client::{OutboxRow, Tally};
use sync::wire::Session;
use uuid::Uuid;

/// This phone or tablet. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Device(Rc<Inner>);

struct Inner {}

/// A row of the outbox, with its command if this version can read it.
#[derive(Clone, Debug)]
pub struct OutboxItem {
    /// The row with its state.
    pub row: OutboxRow,
    /// The command.
    pub body: Option<Body>,
    /// Whether the person has put the card of a returned command away.
    pub dismissed: bool,
}

impl Device {
    /// Opens the store, and the session that was left in it. Needs no network.
    ///
    /// # Errors
    /// When there is no durable store.
    pub async fn open() -> Result<Self, DeviceError> {
        Ok(Self(Rc::new(Inner {})))
    }

    /// Who is logged in here, also while the server says that the session has expired.
    #[must_use]
    pub fn session(&self) -> Option<Session> {
        None
    }

    /// Logs in at the server and opens the user's store.
    ///
    /// # Errors
    /// When the server cannot be reached, says no, or the store fails.
    pub async fn log_in(&self, _phone: &str, _password: &str) -> Result<Session, LogInError> {
        Err(LogInError::Unreachable)
    }

    /// Closes the user's store, with all that waits in it, until the same user logs in again; tells the server if it can be reached.
    ///
    /// # Errors
    /// When the store fails: they are then still logged in.
    pub async fn log_out(&self) -> Result<(), StorageError> {
        Err(StorageError::NobodyHere)
    }

    /// Now, by the phone's clock corrected by what is known of its error.
    #[must_use]
    pub fn now(&self) -> Moment {
        clock::phone()
    }

    /// Today, where the company's days begin and end.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now().date(domain::time::Offset::CHINA)
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
    pub async fn get<R: Record>(&self, _id: R::Id) -> Result<Option<R>, StorageError> {
        Err(StorageError::NobodyHere)
    }

    /// The records under an index key, in no particular order. `R` is the kind of the index.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn find<R: Record>(&self, _index: Index) -> Result<Vec<R>, StorageError> {
        Err(StorageError::NobodyHere)
    }

    /// All records of a kind. Thousands of outlets take a while on a cheap phone: keep what you got.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn all<R: Record>(&self) -> Result<Vec<R>, StorageError> {
        Err(StorageError::NobodyHere)
    }

    /// How many records of a kind there are.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn count<R: Record>(&self) -> Result<u32, StorageError> {
        Err(StorageError::NobodyHere)
    }

    /// Decides a command and stores it with what it changes. When this returns `Ok`, it is on the disk.
    ///
    /// # Errors
    /// When the command does not hold, or the store did not take it.
    pub async fn record(&self, _command: impl Into<Command>) -> Result<(), RecordError> {
        Err(RecordError::NotSaved(StorageError::NobodyHere))
    }

    /// The outbox, newest first: all that waits or came back, and the newest `received` of the others.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn outbox(&self, _received: u32) -> Result<Vec<OutboxItem>, StorageError> {
        Err(StorageError::NobodyHere)
    }

    /// The tally of the outbox.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn tally(&self) -> Result<Tally, StorageError> {
        Err(StorageError::NobodyHere)
    }

    /// Puts the card of a command that came back away. It stays in the outbox.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn dismiss(&self, _command: CommandId) -> Result<(), StorageError> {
        Err(StorageError::NobodyHere)
    }

    /// Calls back after every change, from whichever tab, until the watch is dropped.
    pub fn watch(&self, _callback: impl Fn(&Change) + 'static) -> Watch {
        crate::change::Watchers::default().add(Rc::new(_callback))
    }

    /// The state of the exchange with the server.
    #[must_use]
    pub fn sync_state(&self) -> SyncState {
        SyncState::default()
    }

    /// Exchanges with the server as soon as possible.
    pub fn sync_now(&self) {}

    /// Stops or resumes the sending of photos, for a line that is paid by the byte. Commands are sent all the same.
    pub fn pause_photos(&self, _paused: bool) {}

    /// Keeps a picture on the phone: stored, read back, hashed again. When this returns `Ok`, it is on the disk.
    ///
    /// # Errors
    /// When the store did not take it, or spoilt it.
    pub async fn keep_photo(&self, _shot: &Shot) -> Result<PhotoRef, PhotoError> {
        Err(PhotoError::NotSaved(StorageError::NobodyHere))
    }

    /// Where to show a photo from: the bytes on this phone, or the server.
    pub async fn photo_url(&self, _hash: &str, _size: PhotoSize) -> PhotoUrl {
        PhotoUrl::server(_hash, _size)
    }

    /// How far a photo of this phone is; none if it was taken elsewhere.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn photo_progress(&self, _hash: &str) -> Result<Option<PhotoProgress>, StorageError> {
        Err(StorageError::NobodyHere)
    }

    /// A setting of this installation, such as the language; there before anybody logs in.
    #[must_use]
    pub fn setting(&self, _key: &str) -> Option<String> {
        None
    }

    /// Changes a setting.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn set_setting(&self, _key: &str, _value: &str) -> Result<(), StorageError> {
        Err(StorageError::NobodyHere)
    }

    /// Something half done of the current user, such as the text of an unsent note.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn draft(&self, _key: &str) -> Result<Option<String>, StorageError> {
        Err(StorageError::NobodyHere)
    }

    /// Keeps something half done; none forgets it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn keep_draft(&self, _key: &str, _value: Option<&str>) -> Result<(), StorageError> {
        Err(StorageError::NobodyHere)
    }

    /// Room on the phone.
    pub async fn storage(&self) -> StorageReport {
        StorageReport::default()
    }

    /// Whether a new version of the app waits to be used.
    #[must_use]
    pub fn update_ready(&self) -> bool {
        false
    }

    /// Switches to the new version by loading the page anew. Call it only when nothing is open and nothing is being written.
    pub fn apply_update(&self) {}
}
