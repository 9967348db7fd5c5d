//! Making a token: what it is called and what it reads, and the token itself, which is said this once.

use super::{Desk, wrong_words};
use crate::manage::places::Places;
use crate::manage::setup::said;
use crate::state::{Phone, spawn};
use crate::text::Texts;
use crate::ui::{self, Field, field, picks};
use domain::Scope;
use domain::limits::TOKEN_NAME_CHARS;
use leptos::prelude::*;
use std::collections::BTreeSet;
use sync::wire::{MadeToken, NewToken};

/// See the module.
pub fn sheet(desk: Desk) -> AnyView {
    let t = desk.t;
    ui::sheet(t, desk.adding, move || t.tokens.add.to_owned(), move || fields(desk))
}

fn fields(desk: Desk) -> AnyView {
    let words = &desk.t.tokens;
    let (name, chosen) = (RwSignal::new(String::new()), RwSignal::new(BTreeSet::<Scope>::new()));
    let (tried, wrong) = (RwSignal::new(false), RwSignal::new(""));
    let named = move || name.with(|name| (1..=TOKEN_NAME_CHARS).contains(&name.trim().chars().count()));
    let make = move |_| {
        tried.set(true);
        wrong.set("");
        let scopes: Vec<Scope> = chosen.get_untracked().into_iter().collect();
        if scopes.is_empty() {
            wrong.set(words.reads_nothing);
        }
        if scopes.is_empty() || !untrack(named) || !desk.busy.take() {
            return;
        }
        let new = NewToken { name: name.get_untracked().trim().to_owned(), scopes };
        spawn(async move {
            match Phone.tell::<_, MadeToken>("POST", "/api/v1/tokens", &new).await {
                Ok(made) => {
                    desk.made.try_set(Some((new.name, made)));
                    desk.adding.try_set(false);
                    desk.showing.try_set(true);
                    desk.ask();
                }
                Err(why) => {
                    wrong.try_set(wrong_words(desk.t, why));
                }
            }
            desk.busy.done();
        });
    };
    let name_wrong = move || if tried.get() && !named() { words.name_wrong } else { "" };
    let entry = Field { id: "token-name", kind: "text", mode: "text", complete: "off", label: words.name };
    let asked = view! {
        {field(entry, move || name.get(), move |text| name.set(text), name_wrong)}
        {scopes(desk.t, words.reads, desk.places, chosen)}
        <p class="meta">{words.reads_more}</p>
        {said(wrong)}
    };
    let act = view! {
        <button type="button" class="btn main" disabled=move || desk.busy.get() on:click=make>{words.make}</button>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}

/// The regions, each before its territories, to be ticked.
pub fn scopes(t: Texts, label: &'static str, places: RwSignal<Places>, chosen: RwSignal<BTreeSet<Scope>>) -> AnyView {
    let (scopes, names): (Vec<Scope>, Vec<String>) = places.with_untracked(|places| {
        let of = |region: &domain::records::Region| {
            let inside = places.territories.iter().filter(|one| one.region == region.id);
            let inside: Vec<Scope> = inside.map(|one| Scope::Territory(one.id)).collect();
            // A region of which nothing is held here is not one's own.
            let whole = (!inside.is_empty()).then_some(Scope::Region(region.id));
            whole.into_iter().chain(inside).collect::<Vec<_>>()
        };
        let all = places.regions.iter().flat_map(of);
        all.map(|scope| (scope, places.words(t, scope))).unzip()
    });
    let scopes = StoredValue::new(scopes);
    let at = move |index: usize| scopes.with_value(|scopes| scopes.get(index).copied());
    let picked = move |index: usize| at(index).is_some_and(|scope| chosen.with(|chosen| chosen.contains(&scope)));
    let pick = move |index: usize, on: bool| {
        let Some(scope) = at(index) else { return };
        chosen.update(|chosen| {
            if on {
                chosen.insert(scope);
            } else {
                chosen.remove(&scope);
            }
        });
    };
    picks(label.to_owned(), true, names, picked, pick)
}

/// The token, said this once: whoever closes the sheet has kept it.
pub fn once(desk: Desk) -> AnyView {
    let t = desk.t;
    // What was closed in whatever way is forgotten here too.
    Effect::new(move |_| {
        if !desk.showing.get() {
            desk.made.set(None);
        }
    });
    let title =
        move || desk.made.with(|made| made.as_ref().map(|(name, _)| (t.tokens.token_of)(name)).unwrap_or_default());
    let content = move || {
        let token = desk.made.with_untracked(|made| made.as_ref().map(|(_, made)| made.token.clone()));
        let asked = view! {
            <p class="words">{t.tokens.once}</p>
            <dl class="facts-list secret">
                <dt>{t.tokens.token}</dt>
                <dd><code>{token}</code></dd>
            </dl>
        };
        let act = view! {
            <button type="button" class="btn main" on:click=move |_| desk.showing.set(false)>{t.tokens.noted}</button>
        };
        ui::sheet_form(asked.into_any(), act.into_any())
    };
    ui::sheet(t, desk.showing, title, content)
}
