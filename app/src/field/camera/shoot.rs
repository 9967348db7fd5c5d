//! The shutter: one picture, kept, then the command that names it. A double tap is one picture.

use super::{View, stamp};
use crate::field::visit::{Slot, first_empty_slot};
use crate::routes;
use crate::state::{CameraFailure, Lens, NotRecorded, Phone, Shot, State, spawn, use_state};
use crate::text::Texts;
use crate::ui::Busy;
use domain::Command;
use domain::commands::TakePhoto;
use domain::id::PhotoId;
use domain::records::{Capture, Doubt};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{File, HtmlInputElement};
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// See the module; cheap to copy.
#[derive(Clone, Copy)]
pub struct Shutter {
    view: View,
    state: State,
    /// Made when the camera opens for a slot: what is shot twice is one photo.
    photo: RwSignal<PhotoId>,
    /// A picture is being taken or written.
    pub busy: Busy,
    /// The last picture.
    pub last: RwSignal<Option<String>>,
    /// What went wrong, in words.
    pub failure: RwSignal<Option<String>>,
    /// What may be wrong with the last picture, until it is taken again or used as it is.
    pub doubts: RwSignal<Vec<Doubt>>,
    saved: RwSignal<bool>,
    go: Callback<String>,
}

impl Shutter {
    /// Ready for a picture.
    pub fn new(view: View) -> Self {
        let navigate = use_navigate();
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        Self {
            view,
            state: use_state(),
            photo: RwSignal::new(Phone.new_id()),
            busy: Busy::new(),
            last: RwSignal::new(None),
            failure: RwSignal::new(None),
            doubts: RwSignal::default(),
            saved: RwSignal::new(false),
            go: Callback::new(move |to: String| navigate(&to, options.clone())),
        }
    }

    /// What stands under the shutter.
    pub fn words(self, t: Texts) -> String {
        let slot = || {
            self.view.slot.with_value(|slot| {
                self.view
                    .desk
                    .with_list(|list| crate::field::names::slot_caption(t, Some(list), &slot.item, &slot.slot))
            })
        };
        match (self.busy.get(), self.saved.get()) {
            (true, _) => t.camera.saving.to_owned(),
            (false, true) => (t.camera.saved)(&slot()),
            (false, false) => t.camera.note.to_owned(),
        }
    }

    /// Takes the frame that is shown.
    pub fn shoot(self) {
        if !self.busy.take() {
            return;
        }
        spawn(async move {
            if let Some(lens) = self.view.lens.try_get_value().flatten() {
                let shot = lens.shoot(&self.foot()).await;
                self.keep(shot, Capture::Camera).await;
            }
            self.busy.done();
        });
    }

    /// Takes a picture from the file input.
    fn take_file(self, file: File) {
        if !self.busy.take() {
            return;
        }
        spawn(async move {
            let mut foot = self.foot();
            foot.push(self.view.desk.t.camera.from_album.to_owned());
            let shot = Phone.shot_from_file(file, foot).await;
            self.keep(shot, Capture::File).await;
            self.busy.done();
        });
    }

    fn foot(self) -> Vec<String> {
        untrack(|| stamp(self.view, self.state))
    }

    async fn keep(self, shot: Result<Shot, CameraFailure>, capture: Capture) {
        let t = self.view.desk.t;
        self.failure.set(None);
        let doubts = shot.as_ref().map(|shot| shot.look.doubts.clone()).unwrap_or_default();
        let kept = match shot {
            Ok(shot) => self.record(shot, capture).await,
            Err(CameraFailure::NotSaved(_)) => {
                Err(format!("{}{}{}", t.camera.not_saved, t.frame.comma, t.camera.not_saved_more))
            }
            Err(CameraFailure::Denied) => Err(t.camera.denied.to_owned()),
            Err(CameraFailure::Broken(_)) => Err(t.camera.failed.to_owned()),
        };
        match kept {
            Ok(hash) => {
                self.last.set(Some(hash));
                self.saved.set(true);
                if doubts.is_empty() {
                    self.go_on();
                }
                self.doubts.set(doubts);
            }
            Err(words) => self.failure.set(Some(words)),
        }
    }

    /// Records the picture; it is already on the disk.
    async fn record(self, shot: Shot, capture: Capture) -> Result<String, String> {
        let (desk, t) = (self.view.desk, self.view.desk.t);
        let gone = || t.visit.unknown.to_owned();
        let Slot { item, slot } = self.view.slot.try_get_value().ok_or_else(gone)?;
        let visit = desk.book.visit.try_get_untracked().flatten().flatten().ok_or_else(gone)?;
        let redo = untrack(|| desk.book.redo(&item, &slot, &visit)).map(|task| task.id);
        let fix = Lens::fresh(self.state.fix.get_untracked(), Phone.now());
        let hash = shot.picture.hash.clone();
        let command = TakePhoto {
            photo: self.photo.get_untracked(),
            visit: desk.id,
            item,
            slot,
            picture: shot.picture,
            thumbnail: shot.thumbnail,
            fix,
            capture,
            look: shot.look,
            redo,
        };
        match Phone.record(Command::from(command)).await {
            Ok(()) => {
                self.photo.set(Phone.new_id());
                Ok(hash)
            }
            Err(NotRecorded::Refused(refusal)) => Err(refusal.text(t.language)),
            Err(NotRecorded::NotSaved(_)) => {
                Err(format!("{}{}{}", t.camera.not_saved, t.frame.comma, t.camera.not_saved_more))
            }
        }
    }

    /// Goes on with a picture that the phone doubts.
    pub fn use_it(self) {
        if self.busy.take() {
            self.go_on();
        }
    }

    /// To the next slot of the question that has no photo, else back to the questions.
    fn go_on(self) {
        let desk = self.view.desk;
        let this = self.view.slot.with_value(Clone::clone);
        let item = desk.item(&this.item);
        spawn(async move {
            // The records show the new photo a moment after it is stored.
            Phone.sleep(450).await;
            let next =
                item.and_then(|item| untrack(|| first_empty_slot(desk, &item))).filter(|slot| slot.key != this.slot);
            let to = match next {
                Some(slot) => routes::camera(desk.id, self.view.step, &this.item, &slot.key),
                None => self.view.below(),
            };
            self.go.run(to);
        });
    }
}

/// The marked fallback: pictures from the album, which are believed less.
pub fn file_input(shutter: Shutter) -> AnyView {
    let choose = move |event: leptos::ev::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let file = input.as_ref().and_then(HtmlInputElement::files).and_then(|files| files.get(0));
        if let Some(file) = file {
            shutter.take_file(file);
        }
        // The same file may be chosen again after a failure.
        if let Some(input) = input {
            input.set_value("");
        }
    };
    view! { <input class="vh" type="file" accept="image/*" on:change=choose/> }.into_any()
}
