//! What can be done with a stop beside going there: leaving it out with a reason, and moving it.

use super::View;
use super::order::{place, shift};
use super::skip::leave_out;
use crate::state::{Phone, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, choice_buttons};
use domain::commands::SkipStop;
use domain::id::{OutletId, SkipId};
use domain::limits::SHORT_TEXT_CHARS;
use domain::records::SkipReason;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// What has been entered.
#[derive(Clone, Copy)]
struct Entry {
    view: View,
    /// Made when the sheet opens, so that a double tap leaves out once.
    id: RwSignal<Option<SkipId>>,
    reason: RwSignal<Option<SkipReason>>,
    note: RwSignal<String>,
    busy: Busy,
}

/// See the module.
pub fn sheet(t: Texts, view: View) -> AnyView {
    let entry = Entry {
        view,
        id: RwSignal::new(None),
        reason: RwSignal::new(None),
        note: RwSignal::new(String::new()),
        busy: Busy::new(),
    };
    Effect::new(move |_| {
        if view.asking.get() {
            entry.id.set(Some(Phone.new_id()));
            entry.reason.set(None);
            entry.note.set(String::new());
        }
    });
    ui::sheet(
        t,
        view.asking,
        move || view.picked.get().map(|outlet| name(view, outlet)).unwrap_or_default(),
        move || view.picked.get().map(|outlet| content(t, entry, outlet)).into_any(),
    )
}

fn name(view: View, outlet: OutletId) -> String {
    view.day.with_untracked(|day| day.as_ref().and_then(|day| Some(day.at(outlet)?.name()))).unwrap_or_default()
}

fn content(t: Texts, entry: Entry, outlet: OutletId) -> AnyView {
    view! {
        <div class="sheet-body pad">
            {moving(t, entry.view, outlet)}
            <h3>{t.today.skip_why}</h3>
            {reasons(t, entry)}
            <div class="field note">
                <input
                    id="skip-note"
                    type="text"
                    autocomplete="off"
                    placeholder=" "
                    maxlength=SHORT_TEXT_CHARS.to_string()
                    prop:value=move || entry.note.get()
                    on:input=move |event| entry.note.set(event_target_value(&event))
                />
                <label for="skip-note">
                    {move || if needs_words(entry) { t.today.skip_note_needed } else { t.today.skip_note }}
                </label>
            </div>
        </div>
        {act(t, entry, outlet)}
    }
    .into_any()
}

fn reasons(t: Texts, entry: Entry) -> AnyView {
    let words = SkipReason::ALL.map(|reason| (t.today.skip_reason)(reason).to_owned());
    choice_buttons(
        t.today.skip_why.to_owned(),
        words.to_vec(),
        move || SkipReason::ALL.iter().position(|reason| entry.reason.get() == Some(*reason)),
        move |index| entry.reason.set(SkipReason::ALL.get(index).copied()),
    )
}

fn needs_words(entry: Entry) -> bool {
    entry.reason.get() == Some(SkipReason::Other)
}

/// What still keeps it from being left out.
fn is_incomplete(entry: Entry) -> bool {
    entry.reason.get().is_none() || (needs_words(entry) && entry.note.with(|note| note.trim().is_empty()))
}

fn act(t: Texts, entry: Entry, outlet: OutletId) -> AnyView {
    let state = use_state();
    let save = move || {
        let (Some(skip), Some(reason)) = (entry.id.get_untracked(), entry.reason.get_untracked()) else { return };
        let command = SkipStop { skip, outlet, reason, note: entry.note.get_untracked() };
        let view = entry.view;
        leave_out(t, state, command, &name(view, outlet), entry.busy, move || {
            view.asking.set(false);
            to_content();
        });
    };
    view! {
        <div class="dock edge">
            <div class="acts">
                <button
                    type="button"
                    class="btn main"
                    aria-busy=move || entry.busy.get().then_some("true")
                    disabled=move || entry.busy.get() || is_incomplete(entry)
                    on:click=move |_| save()
                >
                    {t.today.skip}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// The row with the button that opened the sheet goes: the keyboard goes on at the content instead of at nothing.
fn to_content() {
    request_animation_frame(|| {
        let main = document().get_element_by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok());
        // It has a tabindex, so this cannot fail; without it the focus stays where it was.
        drop(main.map(|main| main.focus()));
    });
}

/// One place up or down, and where it stands now.
fn moving(t: Texts, view: View, outlet: OutletId) -> AnyView {
    let busy = Busy::new();
    let at = Memo::new(move |_| place(view, outlet));
    let words = move || at.get().map(|(place, of)| (t.today.place)(place, of));
    let first = move || at.get().is_none_or(|(place, _)| place == 1);
    let last = move || at.get().is_none_or(|(place, of)| place == of);
    // A button that is disabled under the finger loses the focus: at an end it only says so.
    view! {
        <h3>{t.today.move_stop}</h3>
        <p class="small" role="status">{words}</p>
        <div class="acts even moves">
            <button
                type="button"
                class="btn"
                aria-disabled=move || first().then_some("true")
                on:click=move |_| shift(view, outlet, true, busy)
            >
                {t.today.earlier}
            </button>
            <button
                type="button"
                class="btn"
                aria-disabled=move || last().then_some("true")
                on:click=move |_| shift(view, outlet, false, busy)
            >
                {t.today.later}
            </button>
        </div>
    }
    .into_any()
}
