//! Adding a program that is told: where, of what and of which places; and the secret of its signature, said this once.

use super::Desk;
use crate::manage::setup::said;
use crate::manage::tokens::scopes;
use crate::state::{NotDone, Phone, spawn};
use crate::text::Texts;
use crate::ui::{self, Field, field, picks};
use domain::Scope;
use domain::rules::webhook::{HookEvent, is_target};
use leptos::prelude::*;
use std::collections::BTreeSet;
use sync::wire::{MadeWebhook, NewWebhook, ProblemCode};

/// See the module.
pub fn sheet(desk: Desk) -> AnyView {
    let t = desk.t;
    ui::sheet(t, desk.adding, move || t.webhooks.add.to_owned(), move || fields(desk))
}

fn fields(desk: Desk) -> AnyView {
    let (t, words) = (desk.t, &desk.t.webhooks);
    let url = RwSignal::new(String::new());
    let (events, chosen) = (RwSignal::new(BTreeSet::<HookEvent>::new()), RwSignal::new(BTreeSet::<Scope>::new()));
    let (tried, wrong) = (RwSignal::new(false), RwSignal::new(""));
    let addressed = move || url.with(|url| is_target(url.trim()));
    let make = move |_| {
        tried.set(true);
        wrong.set("");
        let new = NewWebhook {
            url: url.get_untracked().trim().to_owned(),
            events: events.get_untracked().into_iter().collect(),
            scopes: chosen.get_untracked().into_iter().collect(),
        };
        let nothing = new.events.is_empty() || new.scopes.is_empty();
        if nothing {
            wrong.set(words.events_none);
        }
        if nothing || !untrack(addressed) || !desk.busy.take() {
            return;
        }
        spawn(async move {
            match Phone.tell::<_, MadeWebhook>("POST", "/api/v1/webhooks", &new).await {
                Ok(made) => {
                    desk.made.try_set(Some(made));
                    desk.adding.try_set(false);
                    desk.showing.try_set(true);
                    desk.ask();
                }
                Err(why) => {
                    wrong.try_set(wrong_words(t, why));
                }
            }
            desk.busy.done();
        });
    };
    let url_wrong = move || if tried.get() && !addressed() { words.url_wrong } else { "" };
    let entry = Field { id: "webhook-url", kind: "url", mode: "url", complete: "off", label: words.url };
    let names = HookEvent::ALL.iter().map(|event| (words.event)(*event).to_owned()).collect();
    let picked = move |at: usize| HookEvent::ALL.get(at).is_some_and(|event| events.with(|all| all.contains(event)));
    let pick = move |at: usize, on: bool| {
        let Some(event) = HookEvent::ALL.get(at) else { return };
        events.update(|all| {
            if on {
                all.insert(*event);
            } else {
                all.remove(event);
            }
        });
    };
    let asked = view! {
        {field(entry, move || url.get(), move |text| url.set(text), url_wrong)}
        <h3>{words.events}</h3>
        {picks(words.events.to_owned(), true, names, picked, pick)}
        <h3>{words.scopes}</h3>
        {scopes(t, words.scopes, desk.places, chosen)}
        {said(wrong)}
    };
    let act = view! {
        <button type="button" class="btn main" disabled=move || desk.busy.get() on:click=make>{words.make}</button>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}

/// The secret, said this once: whoever closes the sheet has kept it.
pub fn once(desk: Desk) -> AnyView {
    let t = desk.t;
    // What was closed in whatever way is forgotten here too.
    Effect::new(move |_| {
        if !desk.showing.get() {
            desk.made.set(None);
        }
    });
    let content = move || {
        let secret = desk.made.with_untracked(|made| made.as_ref().map(|made| made.secret.clone()));
        let asked = view! {
            <p class="words">{t.webhooks.once}</p>
            <dl class="facts-list secret">
                <dt>{t.webhooks.secret}</dt>
                <dd><code>{secret}</code></dd>
            </dl>
        };
        let act = view! {
            <button type="button" class="btn main" on:click=move |_| desk.showing.set(false)>{t.tokens.noted}</button>
        };
        ui::sheet_form(asked.into_any(), act.into_any())
    };
    ui::sheet(t, desk.showing, move || t.webhooks.secret_title.to_owned(), content)
}

fn wrong_words(t: Texts, why: NotDone) -> &'static str {
    match why {
        NotDone::Said(ProblemCode::Malformed) => t.webhooks.refused,
        NotDone::Said(ProblemCode::Conflict) => t.webhooks.too_many,
        NotDone::NoNetwork | NotDone::Said(_) => t.tokens.not_done,
    }
}
