//! The camera over a visit, looking for a code. It closes by itself with the first one that it reads.

use super::barcode::Reader;
use crate::field::camera::light_button;
use crate::state::{Lens, LensAbilities, Phone, spawn};
use crate::text::Texts;
use crate::ui::{Icon, icon, icon_small};
use leptos::html::{Dialog, Video};
use leptos::prelude::*;
use leptos::web_sys::{HtmlDialogElement, HtmlVideoElement};
use std::rc::Rc;

/// Between two looks, in milliseconds: a cheap phone has other things to do as well.
const BETWEEN: u32 = 150;

/// See the module. A native dialog, so that the focus stays in it and Esc closes it.
pub(super) fn scan_view(t: Texts, reader: Reader, open: RwSignal<bool>, take: Callback<String>) -> AnyView {
    let lens: StoredValue<Option<Rc<Lens>>, LocalStorage> = StoredValue::new_local(None);
    let abilities: RwSignal<LensAbilities> = RwSignal::default();
    let failed = RwSignal::new(false);
    let dialog: NodeRef<Dialog> = NodeRef::new();
    let video: NodeRef<Video> = NodeRef::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        let dialog: &HtmlDialogElement = &dialog;
        if !dialog.open() {
            // Fails only for a dialog that is not in the page, and then there is nothing to show.
            drop(dialog.show_modal());
        }
    });
    Effect::new(move |_| {
        let Some(video) = video.get() else { return };
        spawn(async move {
            let Ok(opened) = Phone.open_camera(video.clone()).await else {
                failed.try_set(true);
                return;
            };
            // The view may be gone by now; then the lens is dropped here, which switches it off.
            let mut opened = Some(Rc::new(opened));
            let can = opened.as_ref().map(|lens| lens.abilities()).unwrap_or_default();
            if lens.try_update_value(|slot| *slot = opened.take()).is_some() {
                abilities.set(can);
                if let Some(code) = look(reader, lens, &video).await {
                    take.run(code);
                    close_dialog(dialog);
                }
            }
        });
    });
    on_cleanup(move || {
        lens.try_update_value(|slot| *slot = None);
    });
    let close = move |_| close_dialog(dialog);
    let notice = move || {
        failed
            .get()
            .then(|| view! { <p class="warn" role="alert">{icon_small(Icon::Warning)}{t.beside.scan_failed}</p> })
    };
    view! {
        <dialog class="camera scan" node_ref=dialog on:close=move |_| open.set(false) aria-labelledby="scan-title">
            <header class="camtop">
                <button type="button" class="ib" aria-label=t.frame.close on:click=close>
                    {icon(Icon::Close)}
                </button>
                <h2 id="scan-title">{t.beside.scan_title}</h2>
                {move || light_button(t, lens, abilities)}
            </header>
            <div class="view">
                <video node_ref=video playsinline=true muted=true autoplay=true></video>
                <span class="aim" aria-hidden="true"></span>
                {notice}
            </div>
            <div class="camctl">
                <p class="camnote" role="status">{t.beside.scan_hint}</p>
            </div>
        </dialog>
    }
    .into_any()
}

/// Closed as a dialog is, so that the focus goes back to where it was.
fn close_dialog(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked() {
        dialog.close();
    }
}

/// Looks until there is a code, or none if the view goes before.
async fn look(
    reader: Reader,
    lens: StoredValue<Option<Rc<Lens>>, LocalStorage>,
    video: &HtmlVideoElement,
) -> Option<String> {
    let is_open = || lens.try_with_value(Option::is_some).unwrap_or(false);
    while is_open() {
        let code = reader.try_get_value().flatten()?.read(video).await;
        if code.is_some() && is_open() {
            return code;
        }
        Phone.sleep(BETWEEN).await;
    }
    None
}
