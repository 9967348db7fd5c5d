//! A note for the check-out, written whenever there is something to say, kept as a draft until then.

use super::desk::Desk;
use crate::state::{Phone, spawn};
use crate::ui::sheet;
use domain::id::VisitId;
use domain::limits::TEXT_CHARS;
use leptos::prelude::*;

fn key(visit: VisitId) -> String {
    format!("note:{visit}")
}

/// What was written for the check-out of a visit.
pub async fn written(visit: VisitId) -> String {
    Phone.draft(key(visit)).await.unwrap_or_default()
}

/// Fetches what was written before.
pub fn fetch(desk: Desk) {
    Effect::new(move |_| {
        spawn(async move {
            if let Some(note) = Phone.draft(key(desk.id)).await {
                desk.note.set(note);
            }
        });
    });
}

/// Keeps what is written, at each keystroke: it is one row of the phone's store.
pub fn keep(desk: Desk, text: String) {
    desk.note.set(text.clone());
    spawn(async move { Phone.keep_draft(key(desk.id), Some(text).filter(|text| !text.is_empty())).await });
}

/// Forgets it: it is in the visit now.
pub fn forget(desk: Desk) {
    spawn(async move { Phone.keep_draft(key(desk.id), None).await });
}

/// The field, here and at the check-out.
pub fn note_field(desk: Desk) -> AnyView {
    view! {
        <div class="field">
            <textarea
                id="note"
                placeholder=" "
                maxlength=TEXT_CHARS.to_string()
                prop:value=move || desk.note.get()
                on:input=move |event| keep(desk, event_target_value(&event))
            ></textarea>
            <label for="note">{desk.t.checkout.note}</label>
        </div>
    }
    .into_any()
}

/// The sheet behind the dock's note button.
pub fn note_sheet(desk: Desk) -> AnyView {
    let t = desk.t;
    sheet(
        t,
        desk.noting,
        move || t.visit.note.to_owned(),
        move || {
            view! {
                <div class="sheet-body pad">{note_field(desk)}</div>
                <div class="dock edge">
                    <div class="acts">
                        <button type="button" class="btn main" on:click=move |_| desk.noting.set(false)>
                            {t.visit.done}
                        </button>
                    </div>
                </div>
            }
            .into_any()
        },
    )
}
