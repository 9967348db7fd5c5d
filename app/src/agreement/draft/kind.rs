//! Under which dealer, and how they work together: two types as two cards, each with its premise (S41, S42).

use super::form::Form;
use crate::ui::{Icon, choice_buttons, icon_small, section};
use domain::records::AllianceType;
use domain::rules::agreement::{Strength, dealer_strong, premises, preset};
use leptos::prelude::*;

const TYPES: [AllianceType; 2] = [AllianceType::Comprehensive, AllianceType::TerminalFill];

/// The dealer.
pub fn dealer(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    let dealers = form.source.with_value(|source| source.dealers.clone());
    let names = dealers.iter().map(|dealer| dealer.name.clone()).collect();
    let ids = StoredValue::new(dealers.into_iter().map(|dealer| dealer.id).collect::<Vec<_>>());
    let chosen = move || {
        let dealer = form.dealer.get()?;
        ids.with_value(|ids| ids.iter().position(|id| *id == dealer))
    };
    let choose = move |at: usize| form.dealer.set(ids.with_value(|ids| ids.get(at).copied()));
    view! {
        {section(t.dealer, "")}
        <div class="pad tight">{choice_buttons(t.dealer.to_owned(), names, chosen, choose)}</div>
    }
    .into_any()
}

/// The type.
pub fn kind(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    let cards = TYPES.map(|which| card(form, which)).collect_view();
    let warnings = move || {
        let missing = form.source.with_value(|source| {
            let dealer = form.dealer.get().and_then(|dealer| dealer_strong(&source.events, dealer));
            form.terms.with(|terms| premises(terms, Strength { partner: source.strong, dealer }))
        });
        let rows = missing.into_iter().map(|premise| {
            view! { <p class="misfit">{icon_small(Icon::Warning)}<span>{(t.premise)(premise)}</span></p> }
        });
        rows.collect_view()
    };
    view! {
        {section(t.kind, "")}
        <div class="types" role="radiogroup" aria-label=t.kind>{cards}</div>
        <div role="status">{warnings}</div>
    }
    .into_any()
}

fn card(form: Form, which: AllianceType) -> AnyView {
    let t = &form.t.agreement;
    let chosen = move || form.terms.with(|terms| terms.alliance_type == which);
    // Whoever changed the coverage by hand keeps it: only what is still the preset changes along.
    let choose = move |_| {
        form.terms.update(|terms| {
            if terms.coverage == preset(terms.alliance_type) {
                terms.coverage = preset(which);
            }
            terms.alliance_type = which;
        });
    };
    view! {
        <label class="type">
            <input type="radio" name="alliance-type" prop:checked=chosen on:change=choose/>
            <span>
                <b>{(t.alliance_type)(which)}</b>
                <small>{(t.draft.premise_of)(which)}</small>
            </span>
        </label>
    }
    .into_any()
}
