//! The way out of the pipeline (F47): the rep proposes it, by one item and in their own words; the manager decides.

use super::Desk;
use super::act::propose;
use crate::ui::{self, Field};
use domain::records::ProposalKind;
use leptos::prelude::*;

/// The sheet: by which item, and why.
pub fn sheet(desk: Desk) -> AnyView {
    let t = desk.t;
    let (item, words) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let entry = |id, label| Field { id, kind: "text", mode: "text", complete: "off", label };
    let ask = move |_| {
        let kind = ProposalKind::Eliminate { item: item.get_untracked() };
        propose(desk, kind, words.get_untracked());
    };
    let asked = view! {
        {ui::field(entry("cut-item", t.partner.cut_item), move || item.get(), move |text| item.set(text), || "")}
        {ui::field(entry("cut-words", t.partner.because), move || words.get(), move |text| words.set(text), || "")}
    };
    let act = view! {
        <button
            type="button"
            class="btn main"
            disabled=move || item.with(|item| item.trim().is_empty())
            on:click=ask
        >
            {t.partner.propose}
        </button>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}
