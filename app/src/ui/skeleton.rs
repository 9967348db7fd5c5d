//! What stands in the place of content that is being read: the final layout in grey, still.

use crate::text::Texts;
use leptos::prelude::*;

/// Rows of a list.
pub fn skeleton_rows(count: usize) -> AnyView {
    (0..count)
        .map(|_| {
            view! {
                <div class="line" aria-hidden="true">
                    <span class="sk round"></span>
                    <span class="grow">
                        <span class="sk w2"></span>
                        <span class="sk w3"></span>
                    </span>
                </div>
            }
        })
        .collect_view()
        .into_any()
}

/// A whole screen, as the server renders it and as the phone shows it until its store is open.
pub fn skeleton_page(t: Texts) -> AnyView {
    view! {
        <div class="app" aria-busy="true">
            <nav class="tabs" aria-hidden="true"></nav>
            <div class="screen narrow">
                <header class="say">
                    <h1 class="vh">{t.frame.loading}</h1>
                    <span class="sk w1"></span>
                    <span class="sk w3"></span>
                </header>
                <main class="page surf" id="main">{skeleton_rows(6)}</main>
            </div>
        </div>
    }
    .into_any()
}
