//! A text field with its label inside. What is wrong with it stands under it and is read with it.

use super::{Icon, icon_small};
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
