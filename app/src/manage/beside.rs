//! What happened beside the questions of a visit: tasks, competitors, who came along, the shop's signature. A manager
//! who was there adds an entry of their own.

use super::dossier::Dossier;
use crate::field::CompanionDraft;
use crate::field::beside::{companions, promises, seen, signature};
use crate::state::Me;
use crate::text::Texts;
use crate::ui::{Icon, icon_small};
use domain::records::Visit;
use domain::time::Offset;
use leptos::prelude::*;

/// See the module.
pub fn beside(t: Texts, offset: Offset, dossier: &Dossier) -> AnyView {
    let visit = &dossier.visit;
    view! {
        <div class="aside-facts">
            {signature(t, offset, visit)}
            {promises(t, &dossier.left)}
            {seen(t, &dossier.sightings)}
            {companions(t, &visit.companions)}
        </div>
    }
    .into_any()
}

/// The manager's own entry: a new one, or the one to change.
pub fn own_entry(t: Texts, me: &Me, visit: &Visit, draft: CompanionDraft) -> AnyView {
    let known = StoredValue::new(visit.companions.iter().find(|companion| companion.by == me.id).cloned());
    let name = StoredValue::new(me.name.clone());
    let begin = move |_| name.with_value(|name| draft.begin(known.get_value(), name));
    view! {
        <button type="button" class="btn small" on:click=begin>
            {icon_small(Icon::Person)}
            {t.beside.companion_own}
        </button>
    }
    .into_any()
}
