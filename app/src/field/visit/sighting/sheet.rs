//! Brand at a tap, product, price, promotion, what it may cost them, the photo that shows it.

use super::super::desk::Desk;
use super::super::task::{chip, money_field};
use super::draft::Draft;
use crate::field::names::slot_caption;
use crate::state::{Phone, PhotoSize, State, spawn, use_state};
use crate::ui::{self, Icon, Toast, icon, sheet};
use domain::Command;
use domain::commands::{DropSighting, NoteSighting};
use domain::limits::SHORT_TEXT_CHARS;
use domain::records::{Photo, Sighting};
use leptos::prelude::*;

/// See the module.
pub(super) fn sighting_sheet(desk: Desk, draft: Draft) -> AnyView {
    let t = desk.t;
    let state = use_state();
    sheet(
        t,
        draft.open,
        move || t.beside.sighting.to_owned(),
        move || {
            let drop_it = draft.known.get_untracked().map(|known| {
                let known = StoredValue::new(known);
                view! {
                    <button
                        type="button"
                        class="btn"
                        disabled=move || draft.busy.get()
                        on:click=move |_| throw(desk, state, draft, known.get_value())
                    >
                        {icon(Icon::Trash)}
                        {t.beside.sighting_drop}
                    </button>
                }
            });
            view! {
                <div class="sheet-body pad">{fields(desk, draft)} {shots(desk, draft)}</div>
                <div class="dock edge">
                    <div class="acts">
                        {drop_it}
                        <button
                            type="button"
                            class="btn main"
                            disabled=move || draft.is_incomplete()
                            on:click=move |_| save(desk, state, draft)
                        >
                            {t.beside.sighting_save}
                        </button>
                    </div>
                </div>
            }
            .into_any()
        },
    )
}

fn fields(desk: Desk, draft: Draft) -> AnyView {
    let t = desk.t;
    let brands = move || {
        let chips = draft.brands.get().into_iter().map(|brand| {
            let (named, picked) = (brand.clone(), brand.clone());
            chip(brand, move || draft.brand.with(|brand| *brand == named), move || draft.brand.set(picked.clone()))
        });
        chips.collect_view()
    };
    view! {
        {text_field("sighting-brand", t.beside.brand, draft.brand)}
        <div class="chips wrap" role="group" aria-label=t.beside.brand>{brands}</div>
        {text_field("sighting-product", t.beside.product, draft.product)}
        {money_field(t, "sighting-price", t.beside.price, draft.price)}
        {text_field("sighting-promotion", t.beside.promotion, draft.promotion)}
        {money_field(t, "sighting-spend", t.beside.spend, draft.spend)}
    }
    .into_any()
}

fn text_field(id: &'static str, label: &'static str, text: RwSignal<String>) -> AnyView {
    let field = ui::Field { id, kind: "text", mode: "text", complete: "off", label };
    let input = move |typed: String| text.set(typed.chars().take(SHORT_TEXT_CHARS).collect());
    ui::field(field, move || text.get(), input, || "")
}

/// The photos of the visit, one of which may show it.
fn shots(desk: Desk, draft: Draft) -> Option<AnyView> {
    let t = desk.t;
    let photos = untrack(|| desk.book.photos_in_order());
    (!photos.is_empty()).then(|| {
        let tiles = photos.into_iter().map(|photo| shot(desk, draft, photo)).collect_view();
        view! {
            <h3 class="small">{t.beside.sighting_photo}</h3>
            <div class="strip many shots" role="group" aria-label=t.beside.sighting_photo>{tiles}</div>
        }
        .into_any()
    })
}

fn shot(desk: Desk, draft: Draft, photo: Photo) -> AnyView {
    let t = desk.t;
    let caption = desk.with_list(|list| slot_caption(t, Some(list), &photo.item, &photo.slot));
    let id = photo.id;
    let is_it = move || draft.photo.get() == Some(id);
    view! {
        <button
            type="button"
            class="tile"
            aria-pressed=move || is_it().to_string()
            on:click=move |_| draft.photo.update(|photo| *photo = (*photo != Some(id)).then_some(id))
        >
            {ui::picture(t, photo.picture.hash, PhotoSize::Thumbnail, caption.clone())}
            <span class="cap" aria-hidden="true">{caption}</span>
        </button>
    }
    .into_any()
}

fn save(desk: Desk, state: State, draft: Draft) {
    let Some(command) = draft.command(desk) else { return };
    if !draft.busy.take() {
        return;
    }
    let t = desk.t;
    spawn(async move {
        match Phone.record(Command::from(command)).await {
            Ok(()) => {
                draft.open.set(false);
                Toast::saved(t.beside.sighting_kept).show(state);
            }
            Err(why) => Toast::not_recorded(t, &why).show(state),
        }
        draft.busy.done();
    });
}

fn throw(desk: Desk, state: State, draft: Draft, known: Sighting) {
    if !draft.busy.take() {
        return;
    }
    let t = desk.t;
    spawn(async move {
        match Phone.record(Command::from(DropSighting { sighting: known.id, visit: desk.id })).await {
            Ok(()) => {
                draft.open.set(false);
                Toast::saved(t.beside.sighting_dropped).with_undo(move || note_again(desk, state, &known)).show(state);
            }
            Err(why) => Toast::not_recorded(t, &why).show(state),
        }
        draft.busy.done();
    });
}

/// Undoes throwing away: the same words under a new id, because a record that is gone stays gone.
fn note_again(desk: Desk, state: State, known: &Sighting) {
    let Sighting { brand, product, price, promotion, spend, photo, visit, .. } = known.clone();
    let command = NoteSighting { sighting: Phone.new_id(), visit, brand, product, price, promotion, spend, photo };
    ui::record_or_say(desk.t, state, command);
}
