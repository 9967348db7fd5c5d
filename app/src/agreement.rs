//! The three-party agreement: writing it with a warning where its ground meets another's, signing it on the glass,
//! and reading it.

use crate::state::guarded;
use crate::ui::{self, Tab};
use leptos::prelude::*;

/// An agreement: what it says, who has signed, what comes next.
#[component]
pub fn AgreementPage() -> impl IntoView {
    guarded(|t, me| {
        ui::frame(t, &me, Tab::Outlets, ui::say(t.agreement.title, ""), ui::skeleton_rows(6), ().into_any())
    })
}

/// Writing one.
#[component]
pub fn DraftPage() -> impl IntoView {
    guarded(|t, me| {
        ui::frame(t, &me, Tab::Outlets, ui::say(t.agreement.title, ""), ui::skeleton_rows(6), ().into_any())
    })
}
