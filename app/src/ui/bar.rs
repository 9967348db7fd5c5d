//! The head of a screen: a title bar with a way back, or the opening sentence.

use super::{Icon, icon};
use crate::text::Texts;
use leptos::prelude::*;

/// A title bar. `end` is what stands at its right. Without a title yet there is no heading: an empty one is read out as such.
pub fn back_bar(t: Texts, back: impl Into<String>, title: impl Into<String>, end: AnyView) -> AnyView {
    let title = title.into();
    let title = if title.is_empty() {
        view! { <span class="grow"></span> }.into_any()
    } else {
        view! { <h1 class="cut">{title}</h1> }.into_any()
    };
    view! {
        <header class="bar">
            <a class="ib" href=back.into() aria-label=t.frame.back>{icon(Icon::Back)}</a>
            {title}
            {end}
        </header>
    }
    .into_any()
}

/// A fact in words, and what it means.
pub fn say(sentence: impl Into<String>, more: impl Into<String>) -> AnyView {
    let more = more.into();
    view! {
        <header class="say">
            <h1>{sentence.into()}</h1>
            {(!more.is_empty()).then(|| view! { <p>{more}</p> })}
        </header>
    }
    .into_any()
}

/// The same while the figures in it are still being counted: only the name of the screen.
pub fn say_soon(name: &'static str) -> AnyView {
    view! { <header class="say" aria-busy="true"><h1>{name}</h1></header> }.into_any()
}

/// The way back and where one is, above the sentence that opens a screen.
pub fn back_and_say(
    t: Texts,
    back: &'static str,
    place: &'static str,
    sentence: String,
    more: impl Into<String>,
) -> AnyView {
    let more = more.into();
    view! {
        <header>
            <div class="bar">
                <a class="ib" href=back aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <p class="meta grow cut">{place}</p>
            </div>
            <div class="say">
                // An empty heading would be read out as one.
                {(!sentence.is_empty()).then(|| view! { <h1>{sentence}</h1> })}
                <p>{more}</p>
            </div>
        </header>
    }
    .into_any()
}
