//! How the page looks and in which language it says it is: attributes of `<html>`,
//! remembered beside the store because they have to be right before the store is open.

use super::State;
use domain::Language;
use leptos::prelude::*;

/// Light, dark, or as the phone says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As the phone says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Look {
    /// The value of `data-theme`; none leaves it to the phone.
    #[must_use]
    pub const fn theme(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// Where each is remembered. `boot.js` reads `theme` and `sun` before the first paint.
const LANGUAGE: &str = "language";
const THEME: &str = "theme";
const SUN: &str = "sun";

/// Takes over what was remembered, and keeps the page and the memory in step from then on.
/// Effects only run in a browser, after the first render: the server's page is met as it was sent.
pub(super) fn follow(state: State) {
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            remembered(state);
        }
        let Some(html) = document().document_element() else { return };
        let language = state.language.get();
        put(&html, "lang", Some(language.tag()));
        put(&html, "data-theme", state.look.get().theme());
        put(&html, "data-sun", state.sun.get().then_some("on"));
        keep(LANGUAGE, Some(language.choose("zh", "en")));
        keep(THEME, state.look.get().theme());
        keep(SUN, state.sun.get().then_some("on"));
    });
}

fn remembered(state: State) {
    if read(LANGUAGE).as_deref() == Some("en") {
        state.language.set(Language::En);
    }
    state.look.set(match read(THEME).as_deref() {
        Some("light") => Look::Light,
        Some("dark") => Look::Dark,
        _ => Look::Auto,
    });
    state.sun.set(read(SUN).is_some());
}

fn put(html: &leptos::web_sys::Element, name: &str, value: Option<&str>) {
    // Both can only fail for a name that is no attribute name, and these are.
    let _ = match value {
        Some(value) => html.set_attribute(name, value),
        None => html.remove_attribute(name),
    };
}

/// A browser may forbid this memory; then the look lasts as long as the page.
fn read(name: &str) -> Option<String> {
    window().local_storage().ok().flatten()?.get_item(name).ok().flatten()
}

fn keep(name: &str, value: Option<&str>) {
    if let Ok(Some(memory)) = window().local_storage() {
        let _ = match value {
            Some(value) => memory.set_item(name, value),
            None => memory.remove_item(name),
        };
    }
}
