//! The half of [`Phone`] that is compiled into the server: there is no phone, so nothing is ever answered.

use super::phone::{
    CameraFailure, Carried, Checked, CodeReader, Depot, DeviceRow, EntryFailure, Lens, LensAbilities, NoFix, NotDone,
    NotLoaded, NotRecorded, OutboxLine, Packed, Phone, PhotoSize, PhotoState, PinFailure, Shot, Shut, Trouble,
    Unchecked,
};
use domain::geo::Fix;
use domain::id::{CommandId, DeviceId, ImportId};
use domain::records::Record;
use domain::rules::import::Sort;
use domain::time::Moment;
use domain::{Command, Index};
use leptos::web_sys::{Blob, File, HtmlVideoElement};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::future::pending;
use sync::wire::{ImportAnswer, ImportEntry, ImportUndone, OfficeDevice, Sent, Trends, TrendsVisits};
use uuid::Uuid;

/// Nothing can open a camera here.
pub struct LensHalf;

/// Nor read a code.
pub struct ReaderHalf;

/// No picture is shown here.
#[derive(Debug)]
pub struct PictureUrl;

impl PictureUrl {
    /// See the browser's half.
    #[must_use]
    pub const fn text(&self) -> &str {
        ""
    }
}

#[allow(clippy::unused_async, reason = "each must have the shape of its twin in the browser")]
impl Phone {
    /// See the browser's half.
    #[must_use]
    pub fn now(self) -> Moment {
        Moment::default()
    }
    /// See the browser's half.
    #[must_use]
    pub fn new_id<T: From<Uuid>>(self) -> T {
        T::from(Uuid::nil())
    }
    /// See the browser's half.
    pub fn buzz(self) {}
    /// See the browser's half.
    pub async fn sleep(self, _: u32) {
        pending().await
    }
    /// See the browser's half.
    pub async fn get<R: Record>(self, _: R::Id) -> Option<R> {
        pending().await
    }
    /// See the browser's half.
    pub async fn several<R: Record>(self, _: Vec<R::Id>) -> Vec<Option<R>> {
        pending().await
    }
    /// See the browser's half.
    pub async fn find<R: Record>(self, _: Index) -> Vec<R> {
        pending().await
    }
    /// See the browser's half.
    pub async fn all<R: Record>(self) -> Vec<R> {
        pending().await
    }
    /// See the browser's half.
    pub async fn outbox(self, _: u32) -> Vec<OutboxLine> {
        pending().await
    }
    /// See the browser's half.
    pub async fn record(self, _: Command) -> Result<(), NotRecorded> {
        pending().await
    }
    /// See the browser's half.
    pub async fn dismiss(self, _: CommandId) {}
    /// See the browser's half.
    pub async fn pack(self) -> Result<Packed, Trouble> {
        pending().await
    }
    /// See the browser's half.
    pub fn save_blob(self, _: &str, _: &Blob) -> bool {
        false
    }
    /// See the browser's half.
    pub fn may_share(self, _: &str, _: &Blob) -> bool {
        false
    }
    /// See the browser's half.
    pub async fn share(self, _: &str, _: &Blob) -> bool {
        pending().await
    }
    /// See the browser's half.
    pub async fn load_parcel(self, _: File, _: String) -> Result<Carried, NotLoaded> {
        pending().await
    }
    /// See the browser's half.
    pub async fn parcels(self) -> Vec<Carried> {
        pending().await
    }
    /// See the browser's half.
    pub async fn parcel_commands(self, _: Uuid) -> Vec<Sent> {
        pending().await
    }
    /// See the browser's half.
    pub async fn remove_parcel(self, _: Uuid) {}
    /// See the browser's half.
    pub async fn photo_url(self, _: String, _: PhotoSize) -> PictureUrl {
        pending().await
    }
    /// See the browser's half.
    pub async fn photo_state(self, _: String) -> Option<PhotoState> {
        pending().await
    }
    /// See the browser's half.
    pub async fn open_camera(self, _: HtmlVideoElement) -> Result<Lens, CameraFailure> {
        pending().await
    }
    /// See the browser's half.
    pub async fn code_reader(self) -> Option<CodeReader> {
        pending().await
    }
    /// See the browser's half.
    pub async fn shot_from_file(self, _: File, _: Vec<String>) -> Result<Shot, CameraFailure> {
        pending().await
    }
    /// See the browser's half.
    pub async fn position(self, _: impl FnOnce(Fix)) -> Result<Fix, NoFix> {
        pending().await
    }
    /// Nothing: the page is being written.
    pub fn typed_before(self, _: &str) -> String {
        String::new()
    }
    /// See the browser's half.
    pub async fn log_in(self, _: String, _: String) -> Result<(), EntryFailure> {
        pending().await
    }
    /// See the browser's half.
    pub async fn change_password(self, _: String, _: String) -> Result<(), EntryFailure> {
        pending().await
    }
    /// See the browser's half.
    pub async fn log_out(self) -> Result<(), Trouble> {
        pending().await
    }
    /// See the browser's half.
    pub fn shut(self) -> Option<Shut> {
        None
    }
    /// See the browser's half.
    pub async fn unlock(self, _: String) -> Result<(), PinFailure> {
        pending().await
    }
    /// See the browser's half.
    pub fn lock(self) {}
    /// See the browser's half.
    pub fn tries(self) -> (u32, u32) {
        (0, 0)
    }
    /// See the browser's half.
    pub async fn set_pin(self, _: Option<String>, _: String) -> Result<(), PinFailure> {
        pending().await
    }
    /// See the browser's half.
    pub async fn check_pin(self, _: String) -> Result<(), PinFailure> {
        pending().await
    }
    /// See the browser's half.
    pub async fn take_pin(self, _: String) -> Result<(), PinFailure> {
        pending().await
    }
    /// See the browser's half.
    pub async fn lock_after(self, _: u32) {}
    /// See the browser's half.
    pub fn sync_now(self) {}
    /// See the browser's half.
    pub fn pause_photos(self, _: bool) {}
    /// See the browser's half.
    pub async fn draft(self, _: String) -> Option<String> {
        pending().await
    }
    /// See the browser's half.
    pub async fn keep_draft(self, _: String, _: Option<String>) {}
    /// See the browser's half.
    pub async fn depot(self) -> Depot {
        pending().await
    }
    /// See the browser's half.
    pub async fn free_photos(self) {}
    /// See the browser's half.
    pub fn save_file(self, _: &str, _: String) -> bool {
        false
    }
    /// See the browser's half.
    pub fn wifi_only(self) -> Option<bool> {
        None
    }
    /// See the browser's half.
    pub fn set_wifi_only(self, _: bool) {}
    /// See the browser's half.
    pub async fn devices(self) -> Option<Vec<DeviceRow>> {
        pending().await
    }
    /// See the browser's half.
    pub async fn office_devices(self) -> Option<Vec<OfficeDevice>> {
        pending().await
    }
    /// See the browser's half.
    pub async fn ask<T: DeserializeOwned>(self, _: &str, _: &str) -> Result<T, NotDone> {
        pending().await
    }
    /// See the browser's half.
    pub async fn tell<B: Serialize, T: DeserializeOwned>(self, _: &str, _: &str, _: &B) -> Result<T, NotDone> {
        pending().await
    }
    /// See the browser's half.
    pub async fn trends(self, _: &str) -> Option<Trends> {
        pending().await
    }
    /// See the browser's half.
    pub async fn trends_visits(self, _: &str) -> Option<TrendsVisits> {
        pending().await
    }
    /// See the browser's half.
    pub async fn hand_in(self, _: Sort, _: File, _: Option<String>, _: Option<String>) -> Option<ImportAnswer> {
        pending().await
    }
    /// See the browser's half.
    pub async fn imports(self) -> Option<Vec<ImportEntry>> {
        pending().await
    }
    /// See the browser's half.
    pub async fn undo_import(self, _: ImportId) -> Option<ImportUndone> {
        pending().await
    }
    /// See the browser's half.
    pub fn erased(self) -> Option<String> {
        None
    }
    /// See the browser's half.
    pub async fn revoke(self, _: DeviceId) -> bool {
        pending().await
    }
    /// See the browser's half.
    pub fn apply_update(self) {}
    /// See the browser's half.
    pub async fn check_proof(self, _: File, _: File) -> Result<Checked, Unchecked> {
        pending().await
    }
    /// See the browser's half.
    pub async fn server_key(self) -> Option<String> {
        pending().await
    }
    /// See the browser's half.
    pub async fn save_proof(self, _: String) -> bool {
        pending().await
    }
}

impl CodeReader {
    /// See the browser's half.
    pub async fn read(&self, _: &HtmlVideoElement) -> Option<String> {
        pending().await
    }
}

impl Lens {
    /// See the browser's half.
    #[must_use]
    pub fn abilities(&self) -> LensAbilities {
        LensAbilities::default()
    }
    /// See the browser's half.
    pub async fn light(&self, _: bool) -> bool {
        pending().await
    }
    /// See the browser's half.
    pub async fn zoom(&self, _: f64) -> bool {
        pending().await
    }
    /// See the browser's half.
    pub async fn shoot(&self, _: &[String]) -> Result<Shot, CameraFailure> {
        pending().await
    }
}
