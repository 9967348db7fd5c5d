//! The field for the file: the whole row is the target, and files may be dropped on it. Beside it an empty table to be
//! filled in.

use super::desk::{Desk, Got};
use crate::state::{Phone, use_state};
use crate::text::Texts;
use crate::ui::{Icon, Toast, icon};
use domain::rules::import::Field;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{DragEvent, File, HtmlInputElement};
use sync::limits::{IMPORT_BYTES, IMPORT_ROWS};

const FIELD: &str = "import-file";

fn field() -> Option<HtmlInputElement> {
    document().get_element_by_id(FIELD)?.dyn_into().ok()
}

/// The file that the field holds.
pub(super) fn picked() -> Option<File> {
    field()?.files()?.get(0)
}

/// Empties the field, so that the same file can be chosen again.
pub(super) fn clear() {
    if let Some(field) = field() {
        field.set_value("");
    }
}

fn drop_file(event: &DragEvent) {
    let files = event.data_transfer().and_then(|dropped| dropped.files()).filter(|files| files.length() > 0);
    if let Some((files, field)) = files.zip(field()) {
        field.set_files(Some(&files));
    }
}

pub(super) fn slot(t: Texts, desk: Desk) -> AnyView {
    let hint = (t.import.file_hint)(IMPORT_BYTES / (1024 * 1024), IMPORT_ROWS);
    let words = move || desk.file.with(|name| if name.is_empty() { hint.clone() } else { name.clone() });
    // Once something lies there, the bright act is what is done with it.
    let next = move || desk.got.with(|got| matches!(got, Got::Nothing));
    view! {
        <label
            class="file"
            class:next=next
            on:dragover=move |event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                drop_file(&event);
                desk.look();
            }
        >
            {icon(Icon::Task)}
            <span class="grow">
                <span class="t">{t.import.file}</span>
                <span class="w">{words}</span>
            </span>
            <input
                class="vh"
                id=FIELD
                type="file"
                accept=".xlsx,.csv,.txt,text/csv"
                disabled=move || desk.busy.get()
                on:change=move |_| desk.look()
            />
        </label>
    }
    .into_any()
}

/// The titles that a table of the sort is known by, as a file to be filled in, and what is to be known of its rows.
pub(super) fn empty(t: Texts, desk: Desk) -> AnyView {
    let state = use_state();
    let name = move || (t.import.sort)(desk.sort.get());
    let save = move |_| {
        let (sort, name) = (desk.sort.get_untracked(), untrack(name));
        // A place is said by two columns or by one: two are the clearer ones.
        let fields = sort.fields().iter().filter(|field| **field != Field::Position);
        let titles: Vec<&str> = fields.map(|field| field.title(t.language)).collect();
        // Without the mark at the beginning Excel takes Chinese for another coding.
        let text = format!("\u{feff}{}\r\n", titles.join(","));
        if !Phone.save_file(&(t.import.template_file)(name), text) {
            Toast::failed(t.import.template_lost).show(state);
        }
    };
    view! {
        <p class="meta">{move || (t.import.how)(desk.sort.get())}</p>
        <button type="button" class="btn small" on:click=save>
            {icon(Icon::Download)}
            {move || (t.import.template)(name())}
        </button>
    }
    .into_any()
}
