//! The one task that writes records. It takes whatever is waiting, decides it against the records,
//! commits once, and only then answers everybody: one wait for the disk serves a whole group.

mod gather;
mod group;
mod import;
mod settle;
mod shelf;
mod task;
mod twins;

pub use import::ImportOutcome;

use super::Directory;
use crate::clock::Clock;
use crate::evidence::Seal;
use ::sync::server::Incoming;
use ::sync::wire::{DeviceReport, Lost, PushResponse};
use domain::Scope;
use domain::id::{DeviceId, UserId};
use domain::records::AnyRecord;
use domain::time::{Moment, Offset};
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use store::{Blob, ImportNote, Store, StoreError, Thumbnail};
use tokio::sync::{OwnedSemaphorePermit, RwLockReadGuard, Semaphore, broadcast, mpsc, oneshot};

/// Most jobs that wait. Beyond, a push is told to come again.
const WAITING: usize = 64;
/// Most KiB of pushes that are read or wait: what bounds the memory of a busy server.
const WAITING_KIB: usize = 32 * 1024;
/// Most open streams of hints. A phone without one does as well, a little later.
const LISTENERS: usize = 4_000;
/// Commits that a slow listener may lag behind before it is told to look for itself.
const NEWS: usize = 256;

/// Versions of scopes after a commit.
pub type Heights = Arc<BTreeMap<Scope, u64>>;

/// A push that has been read.
#[derive(Debug)]
pub struct Push {
    /// Whose session sent it.
    pub user: UserId,
    /// What the device says about itself.
    pub device: DeviceReport,
    /// The commands.
    pub commands: Vec<Incoming>,
    /// Numbers that the device no longer has.
    pub lost: Vec<Lost>,
    /// When it arrived.
    pub received_at: Moment,
    /// The device was taken out of use.
    pub revoked: bool,
    /// Who carried it here, if that was not the device: then what is said of the device is nothing that it said.
    pub bearer: Option<UserId>,
}

/// Records and photos that come from no command: the demo region, an import.
#[derive(Debug, Default)]
pub struct Planting {
    /// Records, new or in the place of those with the same key.
    pub records: Vec<AnyRecord>,
    /// Photos whose bytes are in the blob store.
    pub blobs: Vec<Blob>,
    /// Their small pictures.
    pub thumbnails: Vec<Thumbnail>,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// Too much is waiting, or the server is going down. Nothing was done; come again.
    #[error("busy")]
    Busy,
    /// The device id belongs to another account.
    #[error("the device id belongs to another account")]
    NotTheirDevice,
    /// There is no such account.
    #[error("no such account")]
    NoAccount,
    /// The store failed; nothing was acknowledged.
    #[error("the store failed")]
    Failed(#[from] StoreError),
}

type Reply<T> = oneshot::Sender<Result<T, WriteError>>;

enum Job {
    Push(Push, Reply<PushResponse>),
    Photo(Blob, Reply<()>),
    Plant(Planting, Reply<()>),
    Import(ImportNote, Reply<ImportOutcome>),
    Stop(oneshot::Sender<()>),
}

/// What readers see of the writer's work; changed at each commit.
struct Shared {
    directory: tokio::sync::RwLock<Directory>,
    heights: RwLock<BTreeMap<Scope, u64>>,
    news: broadcast::Sender<Heights>,
    epoch: String,
    seal: Seal,
    clock: Clock,
    offset: Offset,
}

/// A handle of the writer; cheap to clone.
#[derive(Clone)]
pub struct Writer {
    jobs: mpsc::Sender<Job>,
    room: Arc<Semaphore>,
    listeners: Arc<Semaphore>,
    shared: Arc<Shared>,
}

impl Writer {
    /// Starts the task on a store that nobody else writes records to.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn start(store: Arc<dyn Store>, clock: Clock, offset: Offset) -> Result<Self, StoreError> {
        let (jobs, waiting) = mpsc::channel(WAITING);
        let shared = Arc::new(Shared {
            directory: tokio::sync::RwLock::new(Directory::load(store.as_ref(), offset).await?),
            heights: RwLock::new(store.versions().await?),
            news: broadcast::Sender::new(NEWS),
            epoch: store.epoch().await?,
            seal: Seal::load(store.as_ref()).await?,
            clock,
            offset,
        });
        tokio::spawn(task::run(store, Arc::clone(&shared), waiting));
        let (room, listeners) = (Arc::new(Semaphore::new(WAITING_KIB)), Arc::new(Semaphore::new(LISTENERS)));
        Ok(Self { jobs, room, listeners, shared })
    }

    /// Room for a push of so many bytes, until it is let go.
    ///
    /// # Errors
    /// [`WriteError::Busy`] if there is none.
    pub fn make_room(&self, bytes: usize) -> Result<OwnedSemaphorePermit, WriteError> {
        let kib = u32::try_from(bytes / 1024 + 1).unwrap_or(u32::MAX);
        Arc::clone(&self.room).try_acquire_many_owned(kib).map_err(|_| WriteError::Busy)
    }

    /// A place among those who listen to [`Writer::news`], if there is one.
    #[must_use]
    pub fn listen(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.listeners).try_acquire_owned().ok()
    }

    /// Has a push decided and written. What is answered is on the disk.
    ///
    /// # Errors
    /// See [`WriteError`]; after any of them nothing was done.
    pub async fn push(&self, push: Push) -> Result<PushResponse, WriteError> {
        let (reply, answer) = oneshot::channel();
        self.jobs.try_send(Job::Push(push, reply)).map_err(|_| WriteError::Busy)?;
        answer.await.map_err(|_| WriteError::Busy)?
    }

    /// Notes that the bytes of a photo are here, durable and of the right hash: every record of it says so,
    /// and every device that claims it gets its receipt.
    ///
    /// # Errors
    /// When the store fails or the server is going down.
    pub async fn photo_received(&self, hash: &str, bytes: u64) -> Result<(), WriteError> {
        let blob = Blob { hash: hash.to_owned(), bytes, received_at: self.shared.clock.now() };
        self.send(|reply| Job::Photo(blob, reply)).await
    }

    /// Writes what comes from no command.
    ///
    /// # Errors
    /// When the store fails or the server is going down.
    pub async fn plant(&self, planting: Planting) -> Result<(), WriteError> {
        self.send(|reply| Job::Plant(planting, reply)).await
    }

    /// Writes an import or takes one back, all of it or nothing.
    ///
    /// # Errors
    /// When the store fails or the server is going down.
    pub async fn import(&self, note: ImportNote) -> Result<ImportOutcome, WriteError> {
        self.send(|reply| Job::Import(note, reply)).await
    }

    async fn send<T>(&self, job: impl FnOnce(Reply<T>) -> Job) -> Result<T, WriteError> {
        let (reply, answer) = oneshot::channel();
        self.jobs.send(job(reply)).await.map_err(|_| WriteError::Busy)?;
        answer.await.map_err(|_| WriteError::Busy)?
    }

    /// Who may see what. While this is held no commit changes it: hold it from looking up the scopes
    /// until the rows are read, and what is read was theirs at that moment.
    pub async fn directory(&self) -> RwLockReadGuard<'_, Directory> {
        self.shared.directory.read().await
    }

    /// Takes a user's device out of use for whoever asks from now on. That it is, has to be stored before.
    pub async fn revoke(&self, user: UserId, device: DeviceId) {
        self.shared.directory.write().await.revoke(user, device);
    }

    /// The versions of scopes after each commit from now on.
    #[must_use]
    pub fn news(&self) -> broadcast::Receiver<Heights> {
        self.shared.news.subscribe()
    }

    /// The versions of some scopes as of the last commit.
    #[must_use]
    pub fn heights(&self, scopes: &[Scope]) -> BTreeMap<Scope, u64> {
        // A map that was being written when a thread panicked is still a map of versions that were committed.
        let heights = self.shared.heights.read().unwrap_or_else(PoisonError::into_inner);
        scopes.iter().filter_map(|scope| heights.get(scope).map(|height| (*scope, *height))).collect()
    }

    /// Names this state of the database.
    #[must_use]
    pub fn epoch(&self) -> &str {
        &self.shared.epoch
    }

    /// What nonces are sealed and proofs are signed with.
    #[must_use]
    pub fn seal(&self) -> &Seal {
        &self.shared.seal
    }

    /// Jobs that wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        WAITING.saturating_sub(self.jobs.capacity())
    }

    /// Waits for what was sent before and ends the task. Later pushes are told that the server is busy.
    pub async fn stop(&self) {
        let (reply, done) = oneshot::channel();
        if self.jobs.send(Job::Stop(reply)).await.is_ok() {
            // An error says that the task is gone, which is what was wanted.
            let _: Result<(), _> = done.await;
        }
    }
}
