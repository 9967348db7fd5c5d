//! The camera: full screen, always dark. It says what is wanted before the shutter, and a picture is on the disk
//! before the flash of the shutter ends.

mod controls;
mod doubt;
mod ghost;
mod shoot;

pub use controls::light_button;

use super::names::slot_name;
use super::visit::{Desk, Slot, before_of};
use crate::routes;
use crate::state::{CameraFailure, Lens, LensAbilities, Phone, PhotoSize, State, spawn, use_state};
use crate::text::{Texts, clock};
use crate::ui::{self, Icon, icon, icon_small, picture};
use controls::zoom_button;
use domain::id::StandardId;
use domain::records::{ItemKind, Photo, TaskKind};
use ghost::{Ghost, first_ghost, ghost, ghost_switch};
use leptos::ev::KeyboardEvent;
use leptos::html::{H1, Video};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shoot::Shutter;
use std::rc::Rc;

/// How the camera is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Eye {
    Opening,
    Open,
    Failed(CameraFailure),
}

/// What the camera is open for; cheap to copy.
#[derive(Clone, Copy)]
struct View {
    desk: Desk,
    step: usize,
    slot: StoredValue<Slot>,
    standard: Option<StandardId>,
    eye: RwSignal<Eye>,
    lens: StoredValue<Option<Rc<Lens>>, LocalStorage>,
    abilities: RwSignal<LensAbilities>,
    /// The photo that shows the shelf before, if this one shows it afterwards (F33).
    pair: StoredValue<Option<Photo>>,
    ghost: RwSignal<Ghost>,
}

impl View {
    /// The address under the camera.
    fn below(self) -> String {
        routes::visit_step(self.desk.id, self.step)
    }
}

/// See the module.
pub fn camera(desk: Desk, step: usize, slot: Slot) -> AnyView {
    let t = desk.t;
    let state = use_state();
    let item = slot.item.clone();
    let (standard, slots) = match desk.item(&slot.item).map(|item| item.kind) {
        Some(ItemKind::Photo { standard, slots }) => (standard, slots),
        _ => return missing(t, desk, step),
    };
    let at = slots.iter().position(|known| known.key == slot.slot).unwrap_or(0);
    let pair = slots.get(at).and_then(|slot| untrack(|| before_of(desk, &item, slot)));
    let title = desk.with_list(|list| slot_name(t, Some(list), &slot.item, &slot.slot));
    let view = View {
        desk,
        step,
        slot: StoredValue::new(slot),
        standard,
        eye: RwSignal::new(Eye::Opening),
        lens: StoredValue::new_local(None),
        abilities: RwSignal::default(),
        pair: StoredValue::new(pair),
        ghost: RwSignal::new(Ghost::None),
    };
    view.ghost.set(first_ghost(view));
    let shutter = Shutter::new(view);
    let video: NodeRef<Video> = NodeRef::new();
    open_eye(view, video);
    let title_node: NodeRef<H1> = NodeRef::new();
    // The screen below is inert: the focus comes along.
    Effect::new(move |_| drop(title_node.get().map(|title| title.focus())));
    measure();
    let navigate = use_navigate();
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            navigate(&view.below(), NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    };
    view! {
        <div class="camera" role="dialog" aria-modal="true" aria-labelledby="camera-title" on:keydown=escape>
            <header class="camtop">
                <a class="ib" href=view.below() aria-label=t.frame.close>{icon(Icon::Close)}</a>
                <h1 id="camera-title" tabindex="-1" node_ref=title_node>
                    {title}
                    <small>
                        {desk.shop.get_value()}{t.frame.dot}{(t.camera.shot_of)(at + 1, slots.len())}
                    </small>
                </h1>
                {move || light_button(t, view.lens, view.abilities)}
                <label class="ib" aria-label=t.camera.file title=t.camera.file_why>
                    {icon(Icon::Image)}
                    {shoot::file_input(shutter)}
                </label>
            </header>
            <div class="view">
                <video node_ref=video playsinline=true muted=true autoplay=true></video>
                {ghost(view)}
                <span class="shade"></span>
                <p class="stampline">
                    {move || stamp(view, state).into_iter().map(|line| view! { <span>{line}</span> }).collect_view()}
                </p>
                {move || notice(view, shutter)}
            </div>
            <div class="camctl">
                {move || doubt::instead_of(view, shutter).unwrap_or_else(|| ghost_switch(view))}
                <div class="shoot">
                    {move || last_shot(t, shutter)}
                    <button
                        type="button"
                        class="shutter"
                        aria-label=t.camera.shoot
                        disabled=move || shutter.busy.get() || view.eye.get() != Eye::Open
                        aria-busy=move || shutter.busy.get().then_some("true")
                        on:click=move |_| shutter.shoot()
                    ></button>
                    {move || zoom_button(view)}
                </div>
                {crate::account::short_of_room(t)}
                <p class="camnote" role="status">{move || shutter.words(t)}</p>
            </div>
        </div>
    }
    .into_any()
}

/// The address names a slot that the checklist does not have.
fn missing(t: Texts, desk: Desk, step: usize) -> AnyView {
    let back = view! { <a class="btn" href=routes::visit_step(desk.id, step)>{t.frame.back}</a> }.into_any();
    view! { <div class="camera">{ui::empty(Icon::Camera, t.camera.failed, "", Some(back))}</div> }.into_any()
}

fn open_eye(view: View, video: NodeRef<Video>) {
    Effect::new(move |_| {
        let Some(video) = video.get() else { return };
        spawn(async move {
            let opened = Phone.open_camera(video).await;
            // The screen may be gone by now; then the lens is dropped here, which switches it off.
            match opened {
                Ok(lens) => {
                    let abilities = lens.abilities();
                    let mut lens = Some(Rc::new(lens));
                    view.lens.try_update_value(|slot| *slot = lens.take());
                    view.abilities.set(abilities);
                    view.eye.set(Eye::Open);
                }
                Err(failure) => view.eye.set(Eye::Failed(failure)),
            }
        });
    });
    on_cleanup(move || {
        view.lens.try_update_value(|slot| *slot = None);
    });
}

/// Positions are taken at capture (F114). The picture does not wait for it: it carries what is known when it is taken.
fn measure() {
    let state = use_state();
    Effect::new(move |_| {
        spawn(async move {
            if let Ok(fix) = Phone.position(move |first| state.fix.set(Some(first))).await {
                state.fix.set(Some(fix));
            }
        });
    });
}

/// When, where, who: what a picture is worth later. Shown over the view and written into the picture (F35).
fn stamp(view: View, state: State) -> Vec<String> {
    let desk = view.desk;
    let t = desk.t;
    let now = state.clock.get();
    let (name, offset) = desk.me.with_value(|me| (me.name.clone(), me.offset));
    let shop = desk.backdrop.with_value(|backdrop| backdrop.outlet.as_ref().map(|outlet| outlet.position));
    let fix = Lens::fresh(state.fix.get(), now).zip(shop).map(|(fix, shop)| {
        let distance = (t.measure.distance)(fix.position.metres_to(shop));
        let exact = (t.camera.error)(fix.accuracy);
        format!("{}{}{exact}", (t.brief.from_shop)(&distance), t.frame.comma)
    });
    let dot = t.frame.dot;
    let first = format!("{} {}{dot}{}{dot}{name}", now.date(offset), clock(now, offset), desk.shop.get_value());
    std::iter::once(first).chain(fix).collect()
}

/// One notice at a time: what failed, else what a redo is about.
fn notice(view: View, shutter: Shutter) -> AnyView {
    let t = view.desk.t;
    if let Some(words) = shutter.failure.get().or_else(|| doubt::words(t, shutter)) {
        return view! { <p class="warn" role="alert">{icon_small(Icon::Warning)}{words}</p> }.into_any();
    }
    match view.eye.get() {
        Eye::Failed(failure) => {
            let what = if failure == CameraFailure::Denied { t.camera.denied } else { t.camera.failed };
            let code = match failure {
                CameraFailure::Broken(code) => code,
                _ => String::new(),
            };
            ui::fault(what, t.camera.failed_more, code, None)
        }
        Eye::Opening => view! { <p class="ghosttag" role="status">{t.camera.opening}</p> }.into_any(),
        Eye::Open => redo_words(view).map_or_else(
            || ().into_any(),
            |words| view! { <p class="warn">{icon_small(Icon::Refused)}{words}</p> }.into_any(),
        ),
    }
}

/// Why the photo of this slot was sent back.
fn redo_words(view: View) -> Option<String> {
    let t = view.desk.t;
    let visit = view.desk.book.visit.with(|visit| visit.clone().flatten())?;
    let task = view.slot.with_value(|slot| view.desk.book.redo(&slot.item, &slot.slot, &visit))?;
    let TaskKind::Redo { reasons, .. } = &task.kind else { return None };
    let mut words: Vec<&str> = reasons.iter().map(|reason| (t.frame.redo_reason)(*reason)).collect();
    let missed = super::tasks::missed(t, &task);
    words.extend(missed.as_deref());
    if !task.note.is_empty() {
        words.push(&task.note);
    }
    Some((t.camera.for_redo)(&words.join(t.frame.list)))
}

/// The last one, small: proof that it is there.
fn last_shot(t: Texts, shutter: Shutter) -> AnyView {
    match shutter.last.get() {
        Some(hash) => {
            view! { <span class="reel">{picture(t, hash, PhotoSize::Thumbnail, t.camera.last.to_owned())}</span> }
                .into_any()
        }
        None => view! { <span></span> }.into_any(),
    }
}
