//! What all clones of the handle share: the open stores, the state of the exchange, and who is told of changes.

use crate::account::Account;
use crate::change::{Change, Watchers};
use crate::error::{DeviceError, RecordError, StorageError};
use crate::exchange::{Line, Schedule, Stream, Trouble};
use crate::installation::Installation;
use crate::lock::Lock;
use crate::notice::{Channel, Notice};
use crate::page;
use crate::replica::COMPLETE_AT;
use crate::state::{Activity, Reach, StorageReport, SyncState};
use crate::update::Update;
use domain::order::InOrder;
use domain::time::Moment;
use domain::{Command, Kind};
use gloo_timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How long after a command the exchange begins, in milliseconds: taps come in bursts.
const AFTER_RECORD: u32 = 700;
/// How long signing and counting wait, in milliseconds: what was recorded is shown first.
const AFTER_FRAME: u32 = 50;
/// How long after the start of the app it is counted what waits, in milliseconds.
const COUNT_AFTER: u32 = 300;
/// How long after the start of the app the exchange begins, in milliseconds: the screen is drawn first.
pub(crate) const AFTER_START: u32 = 800;
/// How long after the start the store is tidied, in milliseconds.
const TIDY_AFTER: u32 = 8_000;
/// The setting that holds photos back.
const PHOTOS_PAUSED: &str = "photos paused";
/// The setting that lets photos go over Wi-Fi only.
const WIFI_ONLY: &str = "photos over wifi only";

pub(crate) struct Inner {
    pub(crate) installation: Installation,
    account: RefCell<Option<Rc<Account>>>,
    pub(crate) lock: Lock,
    pub(crate) watchers: Watchers,
    channel: Channel,
    state: RefCell<SyncState>,
    /// Whether this tab has looked for what is missing.
    looked: Cell<bool>,
    /// Goes up with everything that changes what waits, so that an older count never covers a newer one.
    counts: Cell<u64>,
    persisted: Cell<Option<bool>>,
    persist_asked: Cell<bool>,
    /// This device was taken out of use: photos are not held back any more.
    pub(crate) leaving: Cell<bool>,
    pub(crate) schedule: Schedule,
    pub(crate) line: Line,
    pub(crate) stream: RefCell<Option<Stream>>,
    pub(crate) session_asked: Cell<Option<i64>>,
    /// Photos that were sent whole and wait for their receipt, and when they were.
    pub(crate) sent: RefCell<Vec<(String, i64)>>,
    pub(crate) update: Rc<Update>,
}

impl Inner {
    pub(super) async fn open() -> Result<Rc<Self>, DeviceError> {
        let no_store = |error: StorageError| DeviceError::NoDurableStore(error.to_string());
        let installation = Installation::open().await.map_err(no_store)?;
        let current = installation.current().await.map_err(no_store)?;
        let inner = Rc::new(Self {
            installation,
            account: RefCell::default(),
            lock: Lock::default(),
            watchers: Watchers::default(),
            channel: Channel::open(),
            state: RefCell::default(),
            looked: Cell::default(),
            counts: Cell::default(),
            persisted: Cell::default(),
            persist_asked: Cell::default(),
            leaving: Cell::default(),
            schedule: Schedule::default(),
            line: Line::new(),
            stream: RefCell::default(),
            session_asked: Cell::default(),
            sent: RefCell::default(),
            update: Rc::default(),
        });
        let account = match current {
            Some(user) => inner.open_account(user).await.map_err(no_store)?,
            None => None,
        };
        inner.ask_persisted().await;
        inner.watch_page();
        if let Some(account) = account {
            inner.enter(Rc::new(account), AFTER_START).await;
        }
        Ok(inner)
    }

    fn watch_page(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        page::on_sign(move || {
            let Some(inner) = weak.upgrade() else { return };
            inner.watch_sight();
            if page::is_visible() {
                inner.exchange_hopefully();
            } else {
                inner.stop_listening();
            }
        });
        let weak = Rc::downgrade(self);
        self.channel.listen(move |notice| {
            if let Some(inner) = weak.upgrade() {
                spawn_local(async move { inner.heard_of(notice).await });
            }
        });
        let weak = Rc::downgrade(self);
        self.update.watch(move || {
            if let Some(inner) = weak.upgrade() {
                inner.watchers.tell(&Change { update: true, ..Change::default() });
            }
        });
    }

    /// Makes an account the one that is used, and begins to exchange for it in so many milliseconds.
    pub(crate) async fn enter(self: &Rc<Self>, account: Rc<Account>, begin_in: u32) {
        self.account.replace(Some(Rc::clone(&account)));
        self.looked.set(false);
        self.session_asked.set(None);
        self.line.forget();
        let complete_at = account.read_status(COMPLETE_AT).await.ok().and_then(|at| at.as_f64());
        let complete_at = complete_at.map(|at| Moment(at as i64));
        self.state.replace(SyncState {
            complete_at,
            // It answered then at the latest; "never" would deny what stands beside it as received.
            last_contact: complete_at,
            skew: account.skew(),
            ..SyncState::default()
        });
        self.exchange_in(begin_in);
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            // Few wait at the start for what is counted here, and who is in is known.
            TimeoutFuture::new(begin_in.min(COUNT_AFTER)).await;
            // A handle that nobody has any more counts and tidies nothing.
            let Some(inner) = weak.upgrade() else { return };
            inner.refresh(&account).await;
            inner.copy_keyring(&account).await;
            drop(inner);
            // Starting comes first; what cannot be tidied now is tidied next time.
            TimeoutFuture::new(TIDY_AFTER).await;
            drop(account.tidy().await);
        });
    }

    /// Nobody is logged in any more.
    pub(crate) fn leave(&self) {
        if let Some(account) = self.account.take() {
            account.lock();
        }
        self.lock.open();
        self.stop_listening();
        self.schedule.hope();
        self.state.replace(SyncState::default());
    }

    /// Lets go of the stores for good: nothing is exchanged, read or written by this handle any more.
    pub(super) fn stop(&self) {
        self.leave();
        self.schedule.stop();
        self.installation.database.lock();
    }

    pub(crate) fn account(&self) -> Option<Rc<Account>> {
        self.account.borrow().clone()
    }

    pub(super) fn here(&self) -> Result<Rc<Account>, StorageError> {
        self.account().ok_or(StorageError::NobodyHere)
    }

    /// Whether an exchange still works for the one who is logged in.
    pub(crate) fn still(&self, account: &Account) -> Result<(), Trouble> {
        let same = self.account.borrow().as_deref().is_some_and(|current| std::ptr::eq(current, account));
        if same { Ok(()) } else { Err(Trouble::NotOurs) }
    }

    pub(crate) fn state(&self) -> SyncState {
        self.state.borrow().clone()
    }

    /// Whether the browser promised not to clear the store.
    pub(crate) fn persisted(&self) -> Option<bool> {
        self.persisted.get()
    }

    pub(crate) fn photos_paused(&self) -> bool {
        self.is_set(PHOTOS_PAUSED) && !self.leaving.get()
    }

    pub(super) fn pause_photos(self: &Rc<Self>, paused: bool) {
        self.set_about_photos(PHOTOS_PAUSED, paused);
    }

    pub(super) fn wifi_only(&self) -> Option<bool> {
        page::line_kind().map(|_| self.is_set(WIFI_ONLY))
    }

    pub(super) fn set_wifi_only(self: &Rc<Self>, only: bool) {
        self.set_about_photos(WIFI_ONLY, only);
    }

    /// Whether photos are to go over Wi-Fi only, and the line is another one.
    pub(crate) fn photos_wait_for_wifi(&self) -> bool {
        self.is_set(WIFI_ONLY)
            && !self.leaving.get()
            && page::line_kind().is_some_and(|kind| kind != "wifi" && kind != "ethernet")
    }

    fn is_set(&self, key: &str) -> bool {
        self.installation.setting(key).is_some_and(|value| value == "yes")
    }

    fn set_about_photos(self: &Rc<Self>, key: &'static str, on: bool) {
        let inner = Rc::clone(self);
        spawn_local(async move {
            let value = if on { "yes" } else { "no" };
            if inner.installation.set_setting(key, value).await.is_ok() {
                inner.tell(Change { settings: true, sync: true, ..Change::default() });
                inner.exchange_in(0);
            }
        });
    }

    /// Changes the state of the exchange, and tells if it is another one.
    fn set_state(&self, change: impl FnOnce(&mut SyncState)) {
        let mut state = self.state();
        change(&mut state);
        if *self.state.borrow() == state {
            return;
        }
        self.state.replace(state.clone());
        let change = Change { sync: true, ..Change::default() };
        self.channel.tell(&Notice {
            user: self.user(),
            change: change.clone(),
            state: Some(state),
            ..Notice::default()
        });
        self.watchers.tell(&change);
    }

    fn user(&self) -> Option<domain::id::UserId> {
        self.account.borrow().as_ref().map(|account| account.user())
    }

    pub(crate) fn show(&self, activity: Option<Activity>) {
        self.set_state(|state| state.running = activity);
    }

    pub(crate) fn reached(&self, reach: Reach) {
        self.set_state(|state| state.reach = reach);
    }

    /// When it is tried again after a failure; none when nothing failed.
    pub(crate) fn retry_in(&self, millis: Option<u32>) {
        let at = self.account().and_then(|account| millis.map(|millis| account.now().plus(i64::from(millis))));
        self.set_state(|state| state.retry_at = at);
    }

    /// The server has answered.
    pub(crate) fn contact(&self, account: &Account) {
        let (now, skew) = (account.now(), account.skew());
        self.set_state(|state| {
            state.reach = Reach::Online;
            state.last_contact = Some(now);
            state.skew = skew;
        });
    }

    /// A pull ended with nothing more to come.
    pub(crate) fn completed(&self, at: Moment) {
        self.set_state(|state| state.complete_at = Some(at));
    }

    /// Counts anew what waits.
    pub(crate) async fn refresh(&self, account: &Account) {
        // Whoever has left counts nothing, and makes no count of the next one too old.
        if self.still(account).is_err() {
            return;
        }
        let begun = self.count_anew();
        let (Ok(tally), Ok(photos)) = (account.tally().await, account.photos_left().await) else { return };
        // What is missing is looked for once: it takes longer, and does not come while the page lives.
        let missing = if self.looked.get() { None } else { account.missing().await.ok() };
        if self.still(account).is_ok() && self.counts.get() == begun {
            self.looked.set(self.looked.get() || missing.is_some());
            self.set_state(|state| {
                state.counted = true;
                state.missing = missing.unwrap_or(state.missing);
                state.waiting = tally.waiting;
                state.photos_waiting = photos.waiting;
                state.photo_bytes_waiting = photos.bytes;
                state.photos_damaged = photos.damaged;
                state.photos_gone = photos.gone;
            });
        }
    }

    /// The number of the count that begins, or of the change that makes those under way too old.
    fn count_anew(&self) -> u64 {
        self.counts.set(self.counts.get() + 1);
        self.counts.get()
    }

    /// Tells this tab and the others what changed in the user's store.
    pub(crate) fn changed(&self, account: &Account, kinds: Vec<Kind>, outbox: bool, photos: bool) {
        if self.still(account).is_ok() && (outbox || photos || !kinds.is_empty()) {
            let mut kinds = kinds;
            kinds.in_order();
            kinds.dedup();
            self.tell(Change { kinds, outbox, photos, ..Change::default() });
        }
    }

    pub(crate) fn session_changed(&self) {
        self.tell(Change { session: true, ..Change::default() });
    }

    pub(crate) fn tell(&self, change: Change) {
        self.channel.tell(&Notice { user: self.user(), change: change.clone(), ..Notice::default() });
        self.watchers.tell(&change);
    }

    /// Locks this tab and the others.
    pub(super) fn lock_everywhere(&self) {
        self.channel.tell(&Notice { user: self.user(), lock: true, ..Notice::default() });
        self.lock();
    }

    /// Another tab has changed something.
    async fn heard_of(self: Rc<Self>, notice: Notice) {
        if notice.change.settings {
            drop(self.installation.reload().await);
            self.reread_keyring().await;
        }
        if notice.change.session {
            self.follow_session().await;
        } else if notice.user != self.user() {
            return;
        }
        if notice.lock {
            self.lock();
        }
        // A tab that has only just started knows less than this one.
        if let Some(state) = notice.state.filter(|state| state.counted) {
            self.adopt(state);
        }
        self.watchers.tell(&notice.change);
    }

    /// Takes over how another tab says the exchange stands. What waits is counted here: it may have counted before the
    /// last command of this tab.
    fn adopt(self: &Rc<Self>, theirs: SyncState) {
        let mine = self.state();
        // It may have looked for what is missing before that went.
        let theirs = SyncState { missing: mine.missing, ..theirs };
        let merged = SyncState {
            counted: mine.counted,
            waiting: mine.waiting,
            photos_waiting: mine.photos_waiting,
            photo_bytes_waiting: mine.photo_bytes_waiting,
            photos_damaged: mine.photos_damaged,
            photos_gone: mine.photos_gone,
            ..theirs.clone()
        };
        let differs = merged != theirs;
        self.state.replace(merged);
        if let Some(account) = self.account().filter(|_| differs) {
            let inner = Rc::clone(self);
            spawn_local(async move { inner.refresh(&account).await });
        }
    }

    /// Somebody logged in or out in another tab, or their areas have changed.
    async fn follow_session(self: &Rc<Self>) {
        let Ok(current) = self.installation.current().await else { return };
        match (current, self.user()) {
            (Some(user), Some(mine)) if user == mine => {
                if let Some(account) = self.account() {
                    // What cannot be read now is heard of again.
                    drop(account.reread_session().await);
                }
            }
            // Each tab is opened by itself.
            (Some(user), None) if self.lock.is_closed_for(user) => {}
            (current, mine) => {
                if mine.is_some() {
                    self.leave();
                }
                if let Some(user) = current
                    && let Ok(Some(account)) = self.open_account(user).await
                {
                    self.enter(Rc::new(account), 0).await;
                }
            }
        }
    }

    /// Records a command, and lets the exchange follow.
    pub(super) async fn record(self: &Rc<Self>, command: &Command) -> Result<(), RecordError> {
        let account = self.here()?;
        let kinds = account.record(command).await?.map_err(RecordError::Refused)?;
        // The second tap of a double tap changes nothing.
        if !kinds.is_empty() {
            self.count_anew();
            self.set_state(|state| {
                state.waiting += 1;
                if let Some((picture, _)) = command.photo() {
                    state.photos_waiting += 1;
                    state.photo_bytes_waiting += picture.bytes;
                }
            });
        }
        self.changed(&account, kinds, true, command.photo().is_some());
        self.exchange_in(AFTER_RECORD);
        let inner = Rc::clone(self);
        spawn_local(async move {
            TimeoutFuture::new(AFTER_FRAME).await;
            // What could not be signed now is signed before it is sent.
            drop(account.sign_fresh().await);
            inner.refresh(&account).await;
            inner.ask_to_persist().await;
        });
        Ok(())
    }

    async fn ask_persisted(&self) {
        if page::navigator_has("storage")
            && let Some(asked) = web_sys::window().and_then(|window| window.navigator().storage().persisted().ok())
        {
            self.persisted.set(JsFuture::from(asked).await.ok().and_then(|answer| answer.as_bool()));
        }
    }

    /// Asks the browser once per page not to clear the store, when there is something worth keeping in it.
    async fn ask_to_persist(&self) {
        if self.persisted.get() == Some(true) || self.persist_asked.replace(true) || !page::navigator_has("storage") {
            return;
        }
        if let Some(asked) = web_sys::window().and_then(|window| window.navigator().storage().persist().ok()) {
            self.persisted.set(JsFuture::from(asked).await.ok().and_then(|answer| answer.as_bool()));
        }
    }

    /// Room on the phone.
    pub(super) async fn storage(&self) -> StorageReport {
        let mut report = StorageReport { persisted: self.persisted.get(), ..StorageReport::default() };
        if let Some((used, quota)) = page::room().await {
            report.used = used;
            report.quota = quota;
        }
        // What cannot be counted is shown as nothing held: the store itself says so elsewhere.
        if let Some(account) = self.account()
            && let Ok((waiting, received)) = account.photos_kept().await
        {
            report.photos_waiting = waiting;
            report.photos_received = received;
        }
        report
    }
}
