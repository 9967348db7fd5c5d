//! The fields of each way.

use super::form::{Form, Way, fact};
use super::seen::seen;
use super::{many, street};
use crate::routes;
use crate::ui::{self, Field, choice_buttons};
use domain::id::{DealerId, EventId, TerritoryId};
use leptos::prelude::*;

/// See the module.
pub fn fields(form: Form) -> AnyView {
    let t = form.t;
    let chosen = move || Way::ALL.iter().position(|way| *way == form.way.get());
    let choose = move |index: usize| form.way.set(Way::ALL[index.min(Way::ALL.len() - 1)]);
    let words = t.partner.add.sources.map(str::to_owned).to_vec();
    let what = move || chosen().and_then(|index| t.partner.add.sources_more.get(index).copied()).unwrap_or_default();
    view! {
        <div class="pad">
            {choice_buttons(t.partner.add.source.to_owned(), words, chosen, choose)}
            <p class="meta">{what}</p>
            {territory(form)}
            {move || match form.way.get() {
                Way::Street => street::fields(form),
                Way::Existing => many::fields(form),
                Way::Targeted => targeted(form),
                Way::Event => event(form),
            }}
        </div>
    }
    .into_any()
}

/// The name, and more when it is unfolded.
pub fn names(form: Form) -> AnyView {
    let t = form.t;
    let missing = move || {
        let empty = form.tried.get() && form.facts.with(|facts| facts.name.trim().is_empty());
        if empty { t.partner.add.name_needed } else { "" }
    };
    let text = |id, label| Field { id, kind: "text", mode: "text", complete: "off", label };
    let phone = Field { id: "partner-phone", kind: "tel", mode: "tel", complete: "off", label: t.partner.phone };
    view! {
        {fact(form, text("partner-name", t.partner.name), |facts| &facts.name, |facts| &mut facts.name, missing)}
        {fact(form, phone, |facts| &facts.phone, |facts| &mut facts.phone, || "")}
    }
    .into_any()
}

/// What is noted if there is time for it.
pub fn more(form: Form) -> AnyView {
    let t = form.t;
    let text = |id, label| Field { id, kind: "text", mode: "text", complete: "off", label };
    view! {
        <details class="fold">
            <summary>{t.partner.add.more}</summary>
            {fact(form, text("partner-contact", t.partner.contact), |facts| &facts.contact, |facts| &mut facts.contact, || "")}
            {fact(form, text("partner-licence", t.partner.licence), |facts| &facts.licence, |facts| &mut facts.licence, || "")}
            {fact(form, text("partner-address", t.partner.address), |facts| &facts.address, |facts| &mut facts.address, || "")}
            {brands(form)}
            {fact(form, text("partner-note", t.partner.note), |facts| &facts.note, |facts| &mut facts.note, || "")}
        </details>
    }
    .into_any()
}

fn brands(form: Form) -> AnyView {
    let entry =
        Field { id: "partner-brands", kind: "text", mode: "text", complete: "off", label: form.t.partner.brands };
    ui::field(entry, move || form.brands.get(), move |text| form.brands.set(text), || "")
}

fn targeted(form: Form) -> AnyView {
    let t = form.t;
    let entry =
        Field { id: "partner-criterion", kind: "text", mode: "text", complete: "off", label: t.partner.add.criterion };
    view! {
        {ui::field(entry, move || form.criterion.get(), move |text| form.criterion.set(text), || "")}
        {brands(form)}
        {seen(form)}
        {names(form)}
        {more_but_brands(form)}
    }
    .into_any()
}

/// Brands stand above already.
fn more_but_brands(form: Form) -> AnyView {
    let t = form.t;
    let text = |id, label| Field { id, kind: "text", mode: "text", complete: "off", label };
    view! {
        {fact(form, text("partner-contact", t.partner.contact), |facts| &facts.contact, |facts| &mut facts.contact, || "")}
        {fact(form, text("partner-address", t.partner.address), |facts| &facts.address, |facts| &mut facts.address, || "")}
    }
    .into_any()
}

fn event(form: Form) -> AnyView {
    let t = form.t;
    let events = form.ground.with_untracked(|ground| {
        let events = ground.iter().flat_map(|ground| &ground.events);
        events.map(|event| (event.id, event.name.clone())).collect::<Vec<_>>()
    });
    // The latest one is meant most of the time; whoever has chosen, also a new one, is not asked again.
    if !form.event_chosen.get_untracked() {
        form.event.set(events.first().map(|(id, _)| *id));
    }
    let entry =
        Field { id: "event-name", kind: "text", mode: "text", complete: "off", label: t.partner.add.event_name };
    let options = events
        .into_iter()
        .map(|(id, name)| (id.to_string(), name))
        .chain([(String::new(), t.partner.add.new_event.to_owned())]);
    let chosen = move || form.event.get().map(|event| event.to_string()).unwrap_or_default();
    let choose = move |value: String| {
        form.event_chosen.set(true);
        form.event.set(value.parse::<EventId>().ok());
    };
    view! {
        {ui::select("partner-event", t.partner.add.event, options.collect(), chosen, choose)}
        {move || match form.event.get() {
            None => ui::field(entry, move || form.event_name.get(), move |text| form.event_name.set(text), || ""),
            Some(event) => view! {
                <p class="to-event"><a class="link" href=routes::event(event)>{t.partner.event.open}</a></p>
            }
            .into_any(),
        }}
        {names(form)}
        {more(form)}
    }
    .into_any()
}

/// Asked only of those who walk several.
fn territory(form: Form) -> Option<AnyView> {
    let t = form.t;
    let all = form
        .ground
        .with_untracked(|ground| ground.as_ref().map(|ground| ground.territories.clone()).unwrap_or_default());
    if all.len() < 2 {
        return None;
    }
    let options = all.into_iter().map(|(id, name)| (id.to_string(), name.get(t.language).to_owned())).collect();
    let chosen =
        move || form.territory.get().or_else(|| form.territory_now()).map(|id| id.to_string()).unwrap_or_default();
    let choose = move |value: String| form.territory.set(value.parse::<TerritoryId>().ok());
    Some(ui::select("partner-territory", t.partner.add.territory, options, chosen, choose))
}

/// The dealer whose customers they are.
pub fn dealer(form: Form) -> AnyView {
    let t = form.t;
    let all = form.ground.with_untracked(|ground| {
        let dealers = ground.iter().flat_map(|ground| &ground.dealers);
        dealers.map(|dealer| (dealer.id.to_string(), dealer.name.clone())).collect::<Vec<_>>()
    });
    let chosen = move || form.dealer.get().or_else(|| form.dealer_now()).map(|id| id.to_string()).unwrap_or_default();
    let choose = move |value: String| form.dealer.set(value.parse::<DealerId>().ok());
    ui::select("partner-dealer", t.partner.dealer, all, chosen, choose)
}
