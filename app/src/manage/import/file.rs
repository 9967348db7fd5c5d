//! The field for the file: the whole row is the target, and files may be dropped on it.

use super::desk::{Desk, Got};
use crate::text::Texts;
use crate::ui::{Icon, icon};
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
