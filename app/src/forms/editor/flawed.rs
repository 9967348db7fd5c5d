//! What keeps people from filling the form in, said where it is.

use super::desk::Desk;
use crate::ui::{Icon, icon_small};
use domain::records::ItemKey;
use domain::rules::form::FlawKind;
use leptos::prelude::*;

/// Of a question, or of the form as a whole.
pub fn of(desk: Desk, item: Option<ItemKey>) -> AnyView {
    let found = Memo::new(move |_| {
        desk.flaws.with(|flaws| {
            let mut kinds: Vec<FlawKind> =
                flaws.iter().filter(|flaw| flaw.item == item).map(|flaw| flaw.kind).collect();
            kinds.dedup();
            kinds
        })
    });
    (move || {
        found
            .get()
            .into_iter()
            .map(|kind| {
                view! { <span class="flaw">{icon_small(Icon::Warning)}{(desk.t.forms.flaw)(kind)}</span> }
            })
            .collect_view()
    })
    .into_any()
}
