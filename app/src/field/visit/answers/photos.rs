//! Photos in named slots. An empty slot leads to the camera; a taken one shows where it is and can be taken again.

mod throw;
mod trial;

use crate::field::names::slot_name;
use crate::field::visit::Desk;
use crate::field::visit::steps::step_of;
use crate::marking::marking_sheet;
use crate::routes;
use crate::state::{PhotoSize, use_state};
use crate::ui::{self, Busy, Icon, Mark, SyncMark, icon, photo_tile, sheet};
use domain::id::PhotoId;
use domain::records::{AnswerValue, Item, ItemKey, ItemKind, Photo, Slot};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use throw::throw_away;

/// The first slot of a question without a photo.
pub fn first_empty_slot(desk: Desk, item: &Item) -> Option<Slot> {
    let ItemKind::Photo { slots, .. } = &item.kind else { return None };
    slots.iter().find(|slot| photo_in(desk, &item.key, &slot.key).is_none()).cloned()
}

/// The photo of the slot before, if a slot shows the same shelf afterwards (F33).
pub fn before_of(desk: Desk, item: &ItemKey, slot: &Slot) -> Option<Photo> {
    let id = photo_in(desk, item, slot.after.as_ref()?)?;
    desk.book.photos.with(|photos| photos.as_ref()?.get(&id).cloned())
}

fn photo_in(desk: Desk, item: &ItemKey, slot: &str) -> Option<PhotoId> {
    desk.answers.with(|answers| match answers.get(item).map(|answer| &answer.value) {
        Some(AnswerValue::Photos(photos)) => photos.get(slot).copied(),
        _ => None,
    })
}

/// See the module.
pub fn photos(desk: Desk, item: &Item, slots: &[Slot]) -> AnyView {
    let t = desk.t;
    let step = step_of(desk, &item.key);
    let looked_at = RwSignal::new(None::<Photo>);
    let open = RwSignal::new(false);
    let tiles = slots
        .iter()
        .map(|slot| {
            let (key, slot) = (item.key.clone(), slot.clone());
            move || {
                let photo = photo_in(desk, &key, &slot.key)
                    .and_then(|id| desk.book.photos.with(|photos| photos.as_ref()?.get(&id).cloned()));
                match photo {
                    Some(photo) => taken(desk, photo, slot.words.get(t.language), looked_at, open),
                    None => empty(desk, step, &key, &slot),
                }
            }
        })
        .collect_view();
    let class = if slots.len() > 3 { "strip many" } else { "strip" };
    let hint = (slots.len() == 1).then(|| view! { <p class="meta">{t.visit.ghost_hint}</p> });
    view! {
        <div class=class>{tiles}{hint}</div>
        {photo_sheet(desk, step, looked_at, open)}
    }
    .into_any()
}

fn taken(desk: Desk, photo: Photo, name: &str, looked_at: RwSignal<Option<Photo>>, open: RwSignal<bool>) -> AnyView {
    let mark = if photo.received_at.is_some() { SyncMark::Server } else { SyncMark::Saved };
    let hash = photo.picture.hash.clone();
    let look = Callback::new(move |()| {
        looked_at.set(Some(photo.clone()));
        open.set(true);
    });
    photo_tile(desk.t, hash, name.to_owned(), Mark::Sync(mark), Some(look))
}

fn empty(desk: Desk, step: usize, item: &ItemKey, slot: &Slot) -> AnyView {
    let t = desk.t;
    if desk.is_trial() {
        return trial::slot(desk, item, slot);
    }
    // What shows it afterwards waits for what shows it before: the way there is the tile beside it.
    if slot.after.is_some() && before_of(desk, item, slot).is_none() {
        return view! {
            <span class="tile add off">
                {icon(Icon::Lock)}
                {slot.words.get(t.language).to_owned()}
                <span class="meta">{t.visit.before_first}</span>
            </span>
        }
        .into_any();
    }
    let visit = desk.book.visit.with(|visit| visit.clone().flatten());
    let again = visit.and_then(|visit| desk.book.redo(item, &slot.key, &visit)).map(|_| {
        view! { <span class="returned">{t.visit.sent_back}</span> }
    });
    view! {
        <a class="tile add" href=routes::camera(desk.id, step, item, &slot.key)>
            {icon(Icon::Camera)}
            {slot.words.get(t.language).to_owned()}
            {again}
        </a>
    }
    .into_any()
}

/// A photo large, to take it again or throw it away.
fn photo_sheet(desk: Desk, step: usize, looked_at: RwSignal<Option<Photo>>, open: RwSignal<bool>) -> AnyView {
    let t = desk.t;
    let state = use_state();
    let navigate = use_navigate();
    let busy = Busy::new();
    let drawing = RwSignal::new(false);
    let mine = desk.me.with_value(|me| me.id);
    let title = move || {
        let photo = looked_at.get();
        let name = |photo: Photo| desk.with_list(|list| slot_name(t, Some(list), &photo.item, &photo.slot));
        photo.map(name).unwrap_or_default()
    };
    let again = move |_| {
        open.set(false);
        if let Some(photo) = looked_at.get_untracked() {
            navigate(&routes::camera(desk.id, step, &photo.item, &photo.slot), Default::default());
        }
    };
    let again = StoredValue::new(again);
    let throw = move |_| {
        let Some(photo) = looked_at.get_untracked() else { return };
        open.set(false);
        throw_away(t, state, photo, busy);
    };
    let draw = move |_| {
        open.set(false);
        drawing.set(true);
    };
    let large = sheet(t, open, title, move || {
        let picture = looked_at.get().map(|photo| {
            let alt = title();
            let drawn = ui::drawn(&photo.picture, &photo.annotations);
            view! {
                <div class="pad-picture">
                    {ui::picture(t, photo.picture.hash, PhotoSize::Original, alt)}
                    {drawn}
                </div>
            }
        });
        view! {
            <div class="sheet-body pad">{picture}</div>
            <div class="dock edge">
                <div class="acts">
                    <button type="button" class="btn" on:click=draw>
                        {icon(Icon::Pen)}
                        {t.visit.draw}
                    </button>
                    <button type="button" class="btn" disabled=move || busy.get() on:click=throw>
                        {icon(Icon::Trash)}
                        {t.visit.drop}
                    </button>
                    <button type="button" class="btn main" on:click=move |event| again.with_value(|again| again(event))>
                        {t.visit.retake}
                    </button>
                </div>
            </div>
        }
        .into_any()
    });
    view! {
        {large}
        {marking_sheet(t, mine, looked_at, drawing)}
    }
    .into_any()
}
