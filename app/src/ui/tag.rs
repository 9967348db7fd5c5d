//! Small marks beside a name.

use domain::records::OutletClass;
use leptos::prelude::*;

/// The class of a shop, an outlined letter.
pub fn class_letter(class: OutletClass) -> AnyView {
    view! { <span class="cls">{class.letter()}</span> }.into_any()
}
