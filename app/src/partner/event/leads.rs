//! Who came of an event, and how far they have come since.

use crate::partner::pipeline::stage_tag;
use crate::routes;
use crate::text::Texts;
use crate::ui::{self, Icon, icon_small};
use domain::records::Candidate;
use leptos::prelude::*;

/// See the module.
pub fn leads(t: Texts, leads: &[Candidate]) -> AnyView {
    let none = leads.is_empty().then(|| view! { <p class="pad meta">{t.partner.event.leads_none}</p> });
    let rows = leads.iter().map(|lead| row(t, lead)).collect_view();
    view! {
        <section class="group">
            {ui::section(t.partner.event.leads, if leads.is_empty() { String::new() } else { leads.len().to_string() })}
            {none}
            {rows}
        </section>
    }
    .into_any()
}

fn row(t: Texts, lead: &Candidate) -> AnyView {
    view! {
        <a class="line" href=routes::partner(lead.id)>
            <span class="grow">
                <span class="t cut">{lead.facts.name.clone()}</span>
                <span class="w">{(t.partner.with)(&lead.owner_name)}</span>
            </span>
            {stage_tag(t, lead.stage)}
            <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
        </a>
    }
    .into_any()
}
