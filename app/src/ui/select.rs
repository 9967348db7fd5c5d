//! A choice among many, by the phone's own wheel.

use leptos::prelude::*;

/// See the module. Each option has a value and words.
pub fn select(
    id: impl Into<String>,
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: impl Fn() -> String + Send + Sync + Copy + 'static,
    choose: impl Fn(String) + Send + Sync + 'static,
) -> AnyView {
    let id = id.into();
    let options = options
        .into_iter()
        .map(|(value, words)| {
            let this = value.clone();
            view! { <option value=value prop:selected=move || chosen() == this>{words}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <select id=id.clone() on:change=move |event| choose(event_target_value(&event))>{options}</select>
            <label for=id>{label}</label>
        </div>
    }
    .into_any()
}
