//! A text field with its label inside, of one line or of several. What is wrong with the first stands under it and is read
//! with it.

use super::{Icon, icon_small};
use domain::limits::TEXT_CHARS;
use leptos::prelude::*;

/// What a field is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its id on the page.
    pub id: &'static str,
    /// `type`.
    pub kind: &'static str,
    /// `inputmode`.
    pub mode: &'static str,
    /// `autocomplete`.
    pub complete: &'static str,
    /// Its label.
    pub label: &'static str,
}

/// See the module. `wrong` is empty while nothing is.
pub fn field(
    entry: Field,
    value: impl Fn() -> String + Send + Sync + 'static,
    input: impl Fn(String) + Send + 'static,
    wrong: impl Fn() -> &'static str + Send + Sync + Copy + 'static,
) -> AnyView {
    let error = format!("{}-error", entry.id);
    view! {
        <div class="field">
            <input
                id=entry.id
                type=entry.kind
                inputmode=entry.mode
                autocomplete=entry.complete
                placeholder=" "
                prop:value=value
                aria-invalid=move || (!wrong().is_empty()).then_some("true")
                aria-describedby=error.clone()
                on:input=move |event| input(event_target_value(&event))
            />
            <label for=entry.id>{entry.label}</label>
            <p class="err" id=error hidden=move || wrong().is_empty()>{icon_small(Icon::Warning)}{wrong}</p>
        </div>
    }
    .into_any()
}

/// A field for a few sentences.
pub fn area(id: &'static str, label: &'static str, text: RwSignal<String>) -> AnyView {
    view! {
        <div class="field">
            <textarea
                id=id
                placeholder=" "
                maxlength=TEXT_CHARS.to_string()
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
            <label for=id>{label}</label>
        </div>
    }
    .into_any()
}
