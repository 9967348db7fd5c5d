//! Small marks beside a name.

use domain::records::OutletClass;
use leptos::prelude::*;

/// A word on a soft ground: `owed`, `returned`, `received`, `act` or plain.
pub fn tag(meaning: &'static str, words: impl Into<String>) -> AnyView {
    view! { <span class=format!("tag {meaning}")>{words.into()}</span> }.into_any()
}

/// The class of a shop, an outlined letter.
pub fn class_letter(class: OutletClass) -> AnyView {
    view! { <span class="cls">{class.letter()}</span> }.into_any()
}
