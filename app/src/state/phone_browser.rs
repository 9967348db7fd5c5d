//! The half of [`Phone`] that runs in a browser: it wraps the device crate and turns its types into plain ones.
//! A store that cannot be read closes the app's screens with the reason; nothing is shown that may not be so.

use super::phone::{
    CameraFailure, Carried, Checked, CodeReader, Depot, DeviceRow, EntryFailure, Lens, LensAbilities, NoFix, NotDone,
    NotLoaded, NotRecorded, OutboxLine, Packed, Phone, PhotoAt, PhotoSize, PhotoState, PinFailure, PinSet, Shot, Shut,
    Trouble, Unchecked,
};
use super::{begin, check, request};
use device::{
    Camera, CameraError, Device, LoadError, LogInError, PhotoError, PinError, PositionError, RecordError, StorageError,
};
use domain::geo::Fix;
use domain::id::{CommandId, DeviceId, ImportId};
use domain::records::Record;
use domain::rules::import::Sort;
use domain::time::Moment;
use domain::{Command, Index};
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Blob, File, HtmlInputElement, HtmlVideoElement};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::future::pending;
use sync::parcel::ParcelError;
use sync::wire::{
    DeviceEntry, ImportAnswer, ImportEntry, ImportUndone, OfficeDevice, ProblemCode, Sent, Trends, TrendsVisits,
};
use uuid::Uuid;

/// How long the phone buzzes, in milliseconds: felt, not heard.
const BUZZ: u32 = 20;

/// An open camera.
pub struct LensHalf(Camera);

/// The browser's reader of codes.
pub struct ReaderHalf(device::barcode::CodeReader);

/// An address for `<img src>`; the bytes behind it may be given free when this is dropped.
#[derive(Debug)]
pub struct PictureUrl(device::PhotoUrl);

impl PictureUrl {
    /// The address.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// What was read, or nothing ever: the screens then say that the store does not answer.
async fn read<T>(result: Result<T, StorageError>) -> T {
    match result {
        Ok(value) => value,
        // Logged out while a screen was still reading: the screen is about to go.
        Err(StorageError::NobodyHere) => pending().await,
        Err(error) => {
            begin::broken(&error);
            pending().await
        }
    }
}

async fn device() -> Device {
    match begin::device() {
        Some(device) => device,
        None => pending().await,
    }
}

impl Phone {
    /// Now, by the phone's clock corrected by what is known of its error.
    #[must_use]
    pub fn now(self) -> Moment {
        begin::device().map_or_else(Moment::default, |device| device.now())
    }

    /// A new id, made before the thing is shown, so that sending twice is one act.
    #[must_use]
    pub fn new_id<T: From<Uuid>>(self) -> T {
        begin::device().map_or_else(|| T::from(Uuid::nil()), |device| device.new_id())
    }

    /// A short buzz in the hand: it is done. Only after a tap, or the browser complains; not where it cannot, and not
    /// to somebody who has asked for stillness.
    pub fn buzz(self) {
        let window = window();
        let still = window.match_media("(prefers-reduced-motion: reduce)").ok().flatten();
        let navigator = window.navigator();
        // Not every browser has it, and one that has not would throw.
        let can = js_sys::Reflect::has(&navigator, &"vibrate".into()).unwrap_or(false);
        if can && !still.is_some_and(|still| still.matches()) {
            navigator.vibrate_with_duration(BUZZ);
        }
    }

    /// Waits so many milliseconds.
    pub async fn sleep(self, millis: u32) {
        gloo_timers::future::TimeoutFuture::new(millis).await;
    }

    /// One record, as the phone's own commands leave it.
    pub async fn get<R: Record>(self, id: R::Id) -> Option<R> {
        read(device().await.get::<R>(id).await).await
    }

    /// Several records of a kind, in the order of their ids.
    pub async fn several<R: Record>(self, ids: Vec<R::Id>) -> Vec<Option<R>> {
        read(device().await.several::<R>(&ids).await).await
    }

    /// The records under an index key.
    pub async fn find<R: Record>(self, index: Index) -> Vec<R> {
        read(device().await.find::<R>(index).await).await
    }

    /// All records of a kind.
    pub async fn all<R: Record>(self) -> Vec<R> {
        read(device().await.all::<R>().await).await
    }

    /// The outbox, newest first: all that waits or came back, and the newest `received` of the others.
    pub async fn outbox(self, received: u32) -> Vec<OutboxLine> {
        let items = read(device().await.outbox(received).await).await;
        items.into_iter().map(|item| OutboxLine { row: item.row, body: item.body, dismissed: item.dismissed }).collect()
    }

    /// Makes a parcel of what this phone holds; all of it stays here.
    ///
    /// # Errors
    /// When there is no room, or the browser has no cryptography.
    pub async fn pack(self) -> Result<Packed, Trouble> {
        let packed = device().await.pack().await.map_err(|error| trouble(&error))?;
        Ok(Packed { file: packed.file, code: packed.code.to_string(), cover: packed.cover })
    }

    /// Hands a file to the browser's downloads. Whether it took it.
    pub fn save_blob(self, name: &str, file: &Blob) -> bool {
        super::file::hand_over(name, file)
    }

    /// Whether this browser gives such files to other apps.
    pub fn may_share(self, name: &str, file: &Blob) -> bool {
        super::file::shareable(name, file).is_some()
    }

    /// Gives a file to another app. Called from a tap, or the browser refuses. False if it did; a person who thinks
    /// better of it is no failure.
    pub async fn share(self, name: &str, file: &Blob) -> bool {
        super::file::share(name, file).await
    }

    /// Loads somebody's parcel; `Ok` means that all of it is on the disk.
    ///
    /// # Errors
    /// When file or code are not right, or the store did not take it; nothing has changed then.
    pub async fn load_parcel(self, file: File, code: String) -> Result<Carried, NotLoaded> {
        let parcel = device().await.load_parcel(&file, &code).await.map_err(|error| match error {
            LoadError::NoCode => NotLoaded::NoCode,
            LoadError::Parcel(ParcelError::WrongCode) => NotLoaded::WrongCode,
            LoadError::Parcel(ParcelError::NotAParcel) => NotLoaded::NotAParcel,
            LoadError::Parcel(ParcelError::Newer) => NotLoaded::Newer,
            LoadError::Parcel(ParcelError::Damaged) => NotLoaded::Damaged,
            LoadError::Unreadable => NotLoaded::Unreadable,
            LoadError::NotSaved(StorageError::Full) => NotLoaded::Full,
            LoadError::NotSaved(_) => NotLoaded::NotSaved,
        })?;
        Ok(Carried { cover: parcel.cover, progress: parcel.progress })
    }

    /// The parcels that this phone carries, the last one first.
    pub async fn parcels(self) -> Vec<Carried> {
        let parcels = read(device().await.parcels().await).await;
        parcels.into_iter().map(|parcel| Carried { cover: parcel.cover, progress: parcel.progress }).collect()
    }

    /// What is in one, for a manager. Nothing if it went meanwhile.
    pub async fn parcel_commands(self, id: Uuid) -> Vec<Sent> {
        device().await.parcel_commands(id).await.unwrap_or_default()
    }

    /// Puts one away.
    pub async fn remove_parcel(self, id: Uuid) {
        read(device().await.remove_parcel(id).await).await;
    }

    /// Puts the card of a command that came back away.
    pub async fn dismiss(self, command: CommandId) {
        read(device().await.dismiss(command).await).await;
    }

    /// Decides a command and stores it. `Ok` means that it is on the disk.
    ///
    /// # Errors
    /// When the rules say no, or the store did not take it.
    pub async fn record(self, command: Command) -> Result<(), NotRecorded> {
        device().await.record(command).await.map_err(|error| match error {
            RecordError::Refused(refusal) => NotRecorded::Refused(refusal),
            RecordError::NotSaved(error) => NotRecorded::NotSaved(trouble(&error)),
        })
    }

    /// Where to show a photo from. Keep it as long as the picture is shown.
    pub async fn photo_url(self, hash: String, size: PhotoSize) -> PictureUrl {
        let size = match size {
            PhotoSize::Thumbnail => device::PhotoSize::Thumbnail,
            PhotoSize::Original => device::PhotoSize::Original,
        };
        PictureUrl(device().await.photo_url(&hash, size).await)
    }

    /// How far a photo of this phone is; none if it was taken elsewhere.
    pub async fn photo_state(self, hash: String) -> Option<PhotoState> {
        let progress = read(device().await.photo_progress(&hash).await).await?;
        let at = match progress.state {
            device::PhotoState::Kept | device::PhotoState::Waiting | device::PhotoState::Due => PhotoAt::Here,
            device::PhotoState::Received => PhotoAt::Server,
            device::PhotoState::Damaged => PhotoAt::Damaged,
            device::PhotoState::Gone => PhotoAt::Gone,
            device::PhotoState::Withheld | device::PhotoState::Dropped => PhotoAt::Withheld,
        };
        Some(PhotoState { at, sent: progress.sent, bytes: progress.bytes })
    }

    /// Shows the camera in a video element.
    ///
    /// # Errors
    /// When there is none or it may not be used.
    pub async fn open_camera(self, video: HtmlVideoElement) -> Result<Lens, CameraFailure> {
        Camera::open(&video).await.map(|camera| Lens(LensHalf(camera))).map_err(|error| camera_failure(&error))
    }

    /// What reads codes with the camera; none where this browser cannot.
    pub async fn code_reader(self) -> Option<CodeReader> {
        device::barcode::CodeReader::find().await.map(|reader| CodeReader(ReaderHalf(reader)))
    }

    /// The marked fallback: a picture from the file input, with `foot` written into its foot.
    ///
    /// # Errors
    /// When the file is not a picture, or the store did not take it.
    pub async fn shot_from_file(self, file: File, foot: Vec<String>) -> Result<Shot, CameraFailure> {
        keep(device::camera::from_file(&file, &foot).await).await
    }

    /// Measures the position. `first` hears the first reading; the answer is the best of several.
    ///
    /// # Errors
    /// When the phone may not, cannot or takes too long.
    pub async fn position(self, first: impl FnOnce(Fix)) -> Result<Fix, NoFix> {
        let skew = device().await.sync_state().skew;
        // The browser stamps it with the phone's clock as it stands; everything it is compared with is corrected.
        let corrected = move |fix: Fix| Fix { measured_at: fix.measured_at.plus(skew), ..fix };
        let found = device::position::current(|fix| first(corrected(fix))).await;
        found.map(corrected).map_err(|error| match error {
            PositionError::Denied => NoFix::Denied,
            PositionError::Unavailable | PositionError::TimedOut => NoFix::NotFound,
        })
    }

    /// What stood in a field of the server's page before the app was there: typed early, or filled in by the browser.
    pub fn typed_before(self, id: &str) -> String {
        let input = document().get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        input.map(|input| input.value()).unwrap_or_default()
    }

    /// Logs in.
    ///
    /// # Errors
    /// When the server says no or cannot be reached, or the store does not take it.
    pub async fn log_in(self, phone: String, password: String) -> Result<(), EntryFailure> {
        device().await.log_in(&phone, &password).await.map(drop).map_err(entry_failure)
    }

    /// Takes another password.
    ///
    /// # Errors
    /// When the server says no or cannot be reached, or the store does not take it.
    pub async fn change_password(self, old: String, new: String) -> Result<(), EntryFailure> {
        device().await.change_password(&old, &new).await.map_err(entry_failure)
    }

    /// Closes the store until the same person logs in again.
    ///
    /// # Errors
    /// When the store fails: they are then still logged in.
    pub async fn log_out(self) -> Result<(), Trouble> {
        device().await.log_out().await.map_err(|error| trouble(&error))
    }

    /// What locks this phone until the PIN comes; none if nothing does.
    pub fn shut(self) -> Option<Shut> {
        let locked = begin::device()?.locked()?;
        Some(Shut { wrong: locked.wrong, seconds: seconds(locked.wait), recoverable: locked.recoverable })
    }

    /// Opens a locked phone.
    ///
    /// # Errors
    /// When the PIN is wrong or comes too soon, or the store fails.
    pub async fn unlock(self, pin: String) -> Result<(), PinFailure> {
        device().await.unlock(&pin).await.map_err(pin_failure)
    }

    /// Locks the phone, if it has a PIN.
    pub fn lock(self) {
        if let Some(device) = begin::device() {
            device.lock();
        }
    }

    /// What is set about the PIN; none where the browser can lock nothing.
    pub fn pin(self) -> Option<PinSet> {
        let state = begin::device()?.pin()?;
        Some(PinSet { set: state.set, recoverable: state.recoverable, after: state.after })
    }

    /// Wrong PINs in a row, and how many seconds the next one has to wait.
    pub fn tries(self) -> (u32, u32) {
        let state = begin::device().and_then(|device| device.pin());
        state.map_or((0, 0), |state| (state.wrong, seconds(state.wait)))
    }

    /// Sets a PIN, or another one in the place of the old one.
    ///
    /// # Errors
    /// When the old one is wrong or comes too soon, or the store fails: nothing has changed then.
    pub async fn set_pin(self, old: Option<String>, new: String) -> Result<(), PinFailure> {
        device().await.set_pin(old.as_deref(), &new).await.map_err(pin_failure)
    }

    /// Whether it is the PIN of whoever is in.
    ///
    /// # Errors
    /// When it is wrong or comes too soon, or the store fails.
    pub async fn check_pin(self, pin: String) -> Result<(), PinFailure> {
        device().await.check_pin(&pin).await.map_err(pin_failure)
    }

    /// Takes the PIN off.
    ///
    /// # Errors
    /// When it is wrong or comes too soon, or the store fails: nothing has changed then.
    pub async fn take_pin(self, pin: String) -> Result<(), PinFailure> {
        device().await.take_pin(&pin).await.map_err(pin_failure)
    }

    /// Chooses after how many minutes in the background the phone locks itself.
    pub async fn lock_after(self, minutes: u32) {
        read(device().await.lock_after(minutes).await).await;
    }

    /// Exchanges with the server as soon as possible.
    pub fn sync_now(self) {
        if let Some(device) = begin::device() {
            device.sync_now();
        }
    }

    /// Stops or resumes the sending of photos.
    pub fn pause_photos(self, paused: bool) {
        if let Some(device) = begin::device() {
            device.pause_photos(paused);
        }
    }

    /// Something half done.
    pub async fn draft(self, key: String) -> Option<String> {
        read(device().await.draft(&key).await).await
    }

    /// Keeps something half done; none forgets it. A draft that cannot be kept is still on the screen.
    pub async fn keep_draft(self, key: String, value: Option<String>) {
        drop(device().await.keep_draft(&key, value.as_deref()).await);
    }

    /// Room on the phone.
    pub async fn depot(self) -> Depot {
        let report = device().await.storage().await;
        let kept = |photos: device::PhotosKept| (photos.count, photos.bytes);
        Depot {
            used: report.used,
            quota: report.quota,
            persisted: report.persisted,
            photos_waiting: kept(report.photos_waiting),
            photos_received: kept(report.photos_received),
        }
    }

    /// Frees the bytes of every photo that the server has.
    pub async fn free_photos(self) {
        read(device().await.free_photos().await).await;
    }

    /// Hands a text to the person as a file; says whether the browser took it.
    pub fn save_file(self, name: &str, text: String) -> bool {
        super::file::save(name, &text)
    }

    /// Whether photos wait for Wi-Fi; none where the browser does not say what the line is.
    pub fn wifi_only(self) -> Option<bool> {
        begin::device().and_then(|device| device.wifi_only())
    }

    /// Sends photos over Wi-Fi only, or over any line.
    pub fn set_wifi_only(self, only: bool) {
        if let Some(device) = begin::device() {
            device.set_wifi_only(only);
        }
    }

    /// The phones this person is logged in on; none without a network.
    pub async fn devices(self) -> Option<Vec<DeviceRow>> {
        let body = request::fetch("GET", "/api/v1/devices").await?;
        let entries: Vec<DeviceEntry> = serde_json::from_str(&body).ok()?;
        let row = |entry: DeviceEntry| DeviceRow {
            device: entry.device,
            name: entry.name,
            last_seen: entry.last_seen,
            current: entry.current,
        };
        Some(entries.into_iter().map(row).collect())
    }

    /// The phones of everybody that this manager answers for; none without a network.
    pub async fn office_devices(self) -> Option<Vec<OfficeDevice>> {
        let body = request::fetch("GET", "/api/v1/office/devices").await?;
        serde_json::from_str(&body).ok()
    }

    /// Asks the server for what only it knows, or to do what only it can, such as a new password.
    pub async fn ask<T: DeserializeOwned>(self, method: &str, path: &str) -> Result<T, NotDone> {
        answered(&request::ask(method, path, None).await?)
    }

    /// The same with something to go by, such as the account that is to be made.
    pub async fn tell<B: Serialize, T: DeserializeOwned>(
        self,
        method: &str,
        path: &str,
        body: &B,
    ) -> Result<T, NotDone> {
        let body = serde_json::to_string(body).map_err(|_| NotDone::Said(ProblemCode::Malformed))?;
        answered(&request::ask(method, path, Some(&body)).await?)
    }

    /// The trends that a query asks for; none without a network.
    pub async fn trends(self, query: &str) -> Option<Trends> {
        let body = request::fetch("GET", &format!("/api/v1/trends?{query}")).await?;
        serde_json::from_str(&body).ok()
    }

    /// The visits behind them.
    pub async fn trends_visits(self, query: &str) -> Option<TrendsVisits> {
        let body = request::fetch("GET", &format!("/api/v1/trends/visits?{query}")).await?;
        serde_json::from_str(&body).ok()
    }

    /// Has a table read by the server, or with the `plan` of a dry run imported; none without a network.
    pub async fn hand_in(
        self,
        sort: Sort,
        file: File,
        columns: Option<String>,
        plan: Option<String>,
    ) -> Option<ImportAnswer> {
        let name = String::from(js_sys::encode_uri_component(&file.name()));
        let mut path = format!("/api/v1/imports/{}?name={name}", sort.name());
        for (key, value) in [("columns", columns), ("plan", plan)] {
            if let Some(value) = value {
                path.push_str(&["&", key, "=", &value].concat());
            }
        }
        let body = request::hand_in(&path, &file).await?;
        serde_json::from_str(&body).ok()
    }

    /// What was imported before; none without a network.
    pub async fn imports(self) -> Option<Vec<ImportEntry>> {
        let body = request::fetch("GET", "/api/v1/imports").await?;
        serde_json::from_str(&body).ok()
    }

    /// Takes an import back; none without a network.
    pub async fn undo_import(self, id: ImportId) -> Option<ImportUndone> {
        let body = request::fetch("DELETE", &format!("/api/v1/imports/of/{id}")).await?;
        serde_json::from_str(&body).ok()
    }

    /// Whose data was erased here last, because the phone was taken out of use; none once somebody has logged in since.
    pub fn erased(self) -> Option<String> {
        begin::device()?.setting("erased").filter(|name| !name.is_empty())
    }

    /// Takes another phone out of use. False if that did not work.
    pub async fn revoke(self, device: DeviceId) -> bool {
        request::fetch("DELETE", &format!("/api/v1/devices/{device}")).await.is_some()
    }

    /// Switches to the new version of the app. Only when nothing is open and nothing is being written.
    pub fn apply_update(self) {
        if let Some(device) = begin::device() {
            device.apply_update();
        }
    }

    /// Checks a proof with its photo; both stay in this browser.
    ///
    /// # Errors
    /// When one of them cannot be read.
    pub async fn check_proof(self, proof: File, photo: File) -> Result<Checked, Unchecked> {
        check::check(&proof, &photo).await
    }

    /// The key of this app's server: as it says now, or as it said when there was a network.
    pub async fn server_key(self) -> Option<String> {
        check::server_key().await
    }

    /// Fetches the proof of a photo as a file. False if there is none to be had.
    pub async fn save_proof(self, hash: String) -> bool {
        check::save_proof(&hash).await.is_some()
    }
}

impl CodeReader {
    /// The code in the frame that is shown, if one can be read.
    pub async fn read(&self, video: &HtmlVideoElement) -> Option<String> {
        self.0.0.read(video).await
    }
}

impl Lens {
    /// What can be set at it.
    #[must_use]
    pub fn abilities(&self) -> LensAbilities {
        let device::camera::Abilities { torch, zoom } = self.0.0.abilities();
        LensAbilities { torch, zoom }
    }

    /// Switches the light; says whether that worked.
    pub async fn light(&self, on: bool) -> bool {
        self.0.0.light(on).await
    }

    /// Brings the shelf so many times nearer; says whether that worked.
    pub async fn zoom(&self, times: f64) -> bool {
        self.0.0.zoom(times).await
    }

    /// Takes the frame that is shown, with `foot` written into its foot, and keeps it. `Ok` means that it is on the disk.
    ///
    /// # Errors
    /// When there is no frame, or the store did not take it.
    pub async fn shoot(&self, foot: &[String]) -> Result<Shot, CameraFailure> {
        keep(self.0.0.shot(foot).await).await
    }
}

async fn keep(shot: Result<device::Shot, CameraError>) -> Result<Shot, CameraFailure> {
    let shot = shot.map_err(|error| camera_failure(&error))?;
    let picture = device().await.keep_photo(&shot).await.map_err(|error| match error {
        PhotoError::NotSaved(error) => CameraFailure::NotSaved(trouble(&error)),
        PhotoError::Damaged => CameraFailure::NotSaved(Trouble("damaged".to_owned())),
    })?;
    Ok(Shot { picture, thumbnail: shot.thumbnail_base64, look: shot.look })
}

fn camera_failure(error: &CameraError) -> CameraFailure {
    match error {
        CameraError::NotAllowed => CameraFailure::Denied,
        other => CameraFailure::Broken(other.to_string()),
    }
}

fn seconds(millis: i64) -> u32 {
    u32::try_from(millis.saturating_add(999) / 1000).unwrap_or_default()
}

fn entry_failure(error: LogInError) -> EntryFailure {
    match error {
        LogInError::Unreachable => EntryFailure::NoNetwork,
        LogInError::Refused { code, retry_after } => EntryFailure::Said(code, retry_after),
        LogInError::NotSaved(_) => EntryFailure::NoStorage,
    }
}

fn pin_failure(error: PinError) -> PinFailure {
    match error {
        PinError::Wrong => PinFailure::Wrong,
        PinError::TooSoon => PinFailure::TooSoon,
        PinError::NoKeys | PinError::NotSaved(_) => PinFailure::NotSaved(Trouble(error.to_string())),
    }
}

fn trouble(error: &StorageError) -> Trouble {
    Trouble(error.to_string())
}

/// An answer of the server; one without content is the unit.
fn answered<T: DeserializeOwned>(answer: &str) -> Result<T, NotDone> {
    let answer = if answer.is_empty() { "null" } else { answer };
    serde_json::from_str(answer).map_err(|_| NotDone::NoNetwork)
}
