//! What stands around every screen: the way past the navigation, the navigation, and one column for the rest.
//! The way past is `external` to the router, which would only scroll: the browser takes the focus along.

use super::{Tab, tabs, toasts};
use crate::state::{Me, use_state};
use crate::text::Texts;
use leptos::prelude::*;

/// A screen with navigation. `head` is above what scrolls, `foot` below it.
pub fn frame(t: Texts, me: &Me, here: Tab, head: AnyView, body: AnyView, foot: AnyView) -> AnyView {
    view! {
        <div class="app">
            <a class="skip" href="#main" rel="external">{t.frame.to_content}</a>
            {tabs(t, me, here)}
            <div class="screen narrow">
                {head}
                <main class="page" id="main" tabindex="-1">{body}</main>
                {foot}
            </div>
        </div>
    }
    .into_any()
}

/// A screen without navigation, such as the inside of a visit: the caller brings its own `<main>`.
pub fn frame_bare(content: AnyView) -> AnyView {
    view! {
        <div class="app bare">
            <div class="screen narrow">{content}</div>
        </div>
    }
    .into_any()
}

/// A screen that has only a fault to show.
pub fn page_fault(t: Texts, fault: AnyView) -> AnyView {
    let _ = use_state();
    frame_bare(
        view! {
            <header class="say"><h1>{t.frame.name}</h1></header>
            <main class="page" id="main" tabindex="-1">{fault}</main>
            {toasts()}
        }
        .into_any(),
    )
}
