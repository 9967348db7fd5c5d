//! Candidates and members: finding, adding, qualifying them, and everything that is known of one on one screen.

use crate::state::guarded;
use crate::ui::{self, Tab};
use leptos::prelude::*;

/// `/partners`: the rep's list, the manager's board.
#[component]
pub fn PartnersOrBoard() -> impl IntoView {
    guarded(|t, me| {
        if me.role.manages() {
            return crate::board::board(t, &me);
        }
        ui::frame(t, &me, Tab::Outlets, ui::say(t.partner.title, ""), ui::skeleton_rows(6), ().into_any())
    })
}

/// Adding one.
#[component]
pub fn AddPage() -> impl IntoView {
    guarded(|t, me| ui::frame(t, &me, Tab::Outlets, ui::say(t.partner.title, ""), ui::skeleton_rows(6), ().into_any()))
}

/// Everything about one.
#[component]
pub fn PartnerFile() -> impl IntoView {
    guarded(|t, me| ui::frame(t, &me, Tab::Outlets, ui::say(t.partner.title, ""), ui::skeleton_rows(6), ().into_any()))
}
