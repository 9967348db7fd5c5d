//! The dock: one ink panel under the thumb that holds the next act and what is needed to decide it.

use super::toasts;
use leptos::prelude::*;

/// Floats above the tabs.
pub fn dock(label: &'static str, content: AnyView) -> AnyView {
    view! {
        <div class="foot surf">
            {toasts()}
            <section class="dock" aria-label=label>{content}</section>
        </div>
    }
    .into_any()
}

/// Edge to edge, where there are no tabs.
pub fn dock_edge(label: &'static str, content: AnyView) -> AnyView {
    view! {
        <div class="foot">
            {toasts()}
            <section class="dock edge" aria-label=label>{content}</section>
        </div>
    }
    .into_any()
}

/// One line, when nothing is to be done.
pub fn dock_calm(label: &'static str, content: AnyView) -> AnyView {
    view! {
        <div class="foot surf">
            {toasts()}
            <section class="dock calm" aria-label=label>{content}</section>
        </div>
    }
    .into_any()
}
