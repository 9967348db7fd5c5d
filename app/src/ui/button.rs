//! Buttons. One bright act a screen; a button that works on something keeps its word and its width.

use super::{Icon, icon};
use leptos::prelude::*;

/// The bright act.
pub fn main_button(
    words: impl Into<String>,
    busy: impl Fn() -> bool + Send + Sync + Copy + 'static,
    act: impl FnMut() + Send + 'static,
) -> AnyView {
    let mut act = act;
    view! {
        <button
            type="button"
            class="btn main"
            aria-busy=move || busy().then_some("true")
            disabled=busy
            on:click=move |_| act()
        >
            {words.into()}
        </button>
    }
    .into_any()
}

/// The bright act, when it leads somewhere.
pub fn main_link(href: String, words: impl Into<String>) -> AnyView {
    view! { <a class="btn main" href=href>{words.into()}</a> }.into_any()
}

/// A round button with a drawing; the label is what a screen reader says.
pub fn icon_button(which: Icon, label: &'static str, act: impl FnMut() + Send + 'static) -> AnyView {
    let mut act = act;
    view! { <button type="button" class="ib" aria-label=label on:click=move |_| act()>{icon(which)}</button> }
        .into_any()
}
