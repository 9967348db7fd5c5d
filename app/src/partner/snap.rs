//! A picture outside of a visit: our own camera over the screen, one shutter, and back. Taking it inside the page keeps
//! the page alive, and says that it was taken here and now (P7, F28).

use crate::field::light_button;
use crate::state::{CameraFailure, Lens, LensAbilities, Phone, Shot, spawn};
use crate::text::Texts;
use crate::ui::{Busy, Icon, icon, icon_small};
use leptos::ev::KeyboardEvent;
use leptos::html::{H1, Video};
use leptos::prelude::*;
use std::rc::Rc;

/// Shown while `open` is set. `foot` is written into the foot of the picture.
pub fn snap(
    t: Texts,
    open: RwSignal<bool>,
    title: &'static str,
    foot: impl Fn() -> Vec<String> + Send + Sync + Copy + 'static,
    taken: Callback<Shot>,
) -> AnyView {
    (move || open.get().then(|| view_finder(t, open, title, foot, taken))).into_any()
}

fn view_finder(
    t: Texts,
    open: RwSignal<bool>,
    title: &'static str,
    foot: impl Fn() -> Vec<String> + Send + Sync + Copy + 'static,
    taken: Callback<Shot>,
) -> AnyView {
    let lens: StoredValue<Option<Rc<Lens>>, LocalStorage> = StoredValue::new_local(None);
    let abilities: RwSignal<LensAbilities> = RwSignal::default();
    let ready = RwSignal::new(false);
    let wrong: RwSignal<Option<&'static str>> = RwSignal::new(None);
    let busy = Busy::new();
    let video: NodeRef<Video> = NodeRef::new();
    let heading: NodeRef<H1> = NodeRef::new();
    Effect::new(move |_| drop(heading.get().map(|heading| heading.focus())));
    Effect::new(move |_| {
        let Some(video) = video.get() else { return };
        spawn(async move {
            match Phone.open_camera(video).await {
                Ok(opened) => {
                    abilities.set(opened.abilities());
                    // The screen may be gone by now; then the lens is dropped here, which switches it off.
                    let mut opened = Some(Rc::new(opened));
                    lens.try_update_value(|slot| *slot = opened.take());
                    ready.set(true);
                }
                Err(failure) => wrong.set(Some(words(t, &failure))),
            }
        });
    });
    on_cleanup(move || {
        lens.try_update_value(|slot| *slot = None);
    });
    let shoot = move |_| {
        if !busy.take() {
            return;
        }
        spawn(async move {
            if let Some(lens) = lens.try_get_value().flatten() {
                match lens.shoot(&untrack(foot)).await {
                    Ok(shot) => {
                        taken.run(shot);
                        open.set(false);
                    }
                    Err(failure) => wrong.set(Some(words(t, &failure))),
                }
            }
            busy.done();
        });
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            open.set(false);
        }
    };
    view! {
        <div class="camera" role="dialog" aria-modal="true" aria-labelledby="snap-title" on:keydown=escape>
            <header class="camtop">
                <button type="button" class="ib" aria-label=t.frame.close on:click=move |_| open.set(false)>
                    {icon(Icon::Close)}
                </button>
                <h1 id="snap-title" tabindex="-1" node_ref=heading>{title}</h1>
                {move || light_button(t, lens, abilities)}
            </header>
            <div class="view">
                <video node_ref=video playsinline=true muted=true autoplay=true></video>
                {move || {
                    wrong.get().map(|words| view! { <p class="warn" role="alert">{icon_small(Icon::Warning)}{words}</p> })
                }}
            </div>
            <div class="camctl">
                <div class="shoot">
                    <span></span>
                    <button
                        type="button"
                        class="shutter"
                        aria-label=t.camera.shoot
                        disabled=move || busy.get() || !ready.get()
                        aria-busy=move || busy.get().then_some("true")
                        on:click=shoot
                    ></button>
                    <span></span>
                </div>
            </div>
        </div>
    }
    .into_any()
}

fn words(t: Texts, failure: &CameraFailure) -> &'static str {
    match failure {
        CameraFailure::Denied => t.camera.denied,
        CameraFailure::NotSaved(_) => t.camera.not_saved,
        CameraFailure::Broken(_) => t.partner.no_camera,
    }
}
