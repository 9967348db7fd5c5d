//! Handing in the two files, and getting them in the first place.

use super::Desk;
use crate::routes;
use crate::state::{Phone, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Icon, Toast, icon};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{DataTransfer, DragEvent, File, HtmlInputElement};

/// One of the two files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// The photo.
    Photo,
    /// Its proof.
    Proof,
}

impl Slot {
    const fn id(self) -> &'static str {
        match self {
            Self::Photo => "photo-file",
            Self::Proof => "proof-file",
        }
    }

    fn input(self) -> Option<HtmlInputElement> {
        document().get_element_by_id(self.id())?.dyn_into().ok()
    }
}

/// The file that a field holds.
pub(super) fn picked(slot: Slot) -> Option<File> {
    slot.input()?.files()?.get(0)
}

/// Puts dropped files into the fields they belong in.
pub(super) fn drop_files(event: &DragEvent) {
    let Some(files) = event.data_transfer().and_then(|dropped| dropped.files()) else { return };
    for file in (0..files.length()).filter_map(|at| files.get(at)) {
        let slot = if file.name().ends_with(".json") { Slot::Proof } else { Slot::Photo };
        fill(slot, &file);
    }
}

/// A browser that lets nobody fill a field leaves it to the person's own hand.
fn fill(slot: Slot, file: &File) {
    let Some((carrier, input)) = DataTransfer::new().ok().zip(slot.input()) else { return };
    if carrier.items().add_with_file(file).is_ok() {
        input.set_files(carrier.files().as_ref());
    }
}

/// A field for a file: the whole row is the target.
pub(super) fn slot(t: Texts, desk: Desk, slot: Slot) -> AnyView {
    let (which, label, hint, accept) = match slot {
        Slot::Photo => (Icon::Image, t.evidence.photo, t.evidence.photo_hint, "image/jpeg"),
        Slot::Proof => (Icon::Shield, t.evidence.proof, t.evidence.proof_hint, "application/json,.json"),
    };
    let name = desk.name(slot);
    let words = move || name.with(|name| if name.is_empty() { hint.to_owned() } else { name.clone() });
    // The one that is still missing, the photo first, is the bright one.
    let next = move || match slot {
        Slot::Photo => desk.photo.with(String::is_empty),
        Slot::Proof => desk.proof.with(String::is_empty) && !desk.photo.with(String::is_empty),
    };
    view! {
        <label class="file" class:next=next>
            {icon(which)}
            <span class="grow">
                <span class="t">{label}</span>
                <span class="w">{words}</span>
            </span>
            <input class="vh" id=slot.id() type="file" accept=accept on:change=move |_| desk.look()/>
        </label>
    }
    .into_any()
}

/// Under a photo that the server has: the photo itself, its proof, and where both are checked.
pub fn proof_links(t: Texts, hash: &str) -> AnyView {
    let state = use_state();
    let (original, wanted) = (format!("/api/v1/photos/{hash}/original"), hash.to_owned());
    let name = format!("{}.jpg", hash.get(..16).unwrap_or_default());
    let fetch = move |_| {
        let hash = wanted.clone();
        spawn(async move {
            if !Phone.save_proof(hash).await {
                Toast::failed(t.evidence.no_proof).show(state);
            }
        });
    };
    view! {
        <p class="proof-links">
            <button type="button" class="btn text" on:click=fetch>{t.evidence.get_proof}</button>
            <a class="btn text" href=original download=name rel="external">{t.evidence.get_original}</a>
            <a class="btn text" href=routes::VERIFY>{t.evidence.check}</a>
        </p>
    }
    .into_any()
}
