//! What is said of a candidate, by topic (F46): what most sources agree on and how many, then each with its witness.

use super::{Book, Desk, Sheet};
use crate::state::{Phone, spawn};
use crate::text::Texts;
use crate::ui::{self, Icon, Toast, icon_button, icon_small};
use domain::Language;
use domain::commands::{DropClaim, NoteClaim};
use domain::id::UserId;
use domain::records::{Claim, Said, Topic};
use domain::rules::claims::{Heard, heard};
use leptos::prelude::*;

/// See the module.
pub fn claims(desk: Desk, book: &Book) -> AnyView {
    let t = desk.t;
    let me = desk.me.with_value(|me| me.id);
    let rows = heard(&book.claims).iter().map(|heard| topic(desk, heard, me)).collect_view();
    let add = (!book.candidate.stage.is_over()).then(|| {
        view! {
            <button type="button" class="line" on:click=move |_| desk.show(Sheet::Claim)>
                {icon_small(Icon::Plus)}
                <span class="t">{t.partner.claim.add}</span>
            </button>
        }
    });
    view! {
        <section class="group">
            {ui::section(t.partner.claim.title, "")}
            {rows}
            {add}
        </section>
    }
    .into_any()
}

fn topic(desk: Desk, heard: &Heard<'_>, me: UserId) -> AnyView {
    let t = desk.t;
    let (value, agree) = match heard.agreed {
        Some(said) => (said_words(t, heard.topic, said), (t.partner.claim.agree)(heard.agree, heard.sources)),
        None => {
            let said = heard.claims.first().map(|claim| said_words(t, heard.topic, &claim.said)).unwrap_or_default();
            (said, t.partner.claim.only_they.to_owned())
        }
    };
    let class = if heard.agree >= 2 { "val received" } else { "val" };
    let each = heard.claims.iter().map(|claim| one(desk, claim, me)).collect_view();
    view! {
        <details class="fold claim">
            <summary>
                <span class="grow">
                    <span class="t">{(t.partner.claim.topics)(heard.topic)}{t.frame.colon}{value}</span>
                </span>
                <span class=class>{agree}</span>
            </summary>
            <ul>{each}</ul>
        </details>
    }
    .into_any()
}

fn one(desk: Desk, claim: &Claim, me: UserId) -> AnyView {
    let t = desk.t;
    let name = if claim.witness_name.is_empty() { String::new() } else { format!(" {}", claim.witness_name) };
    let drop = (claim.by == me).then(|| {
        let claim = claim.clone();
        icon_button(Icon::Trash, t.partner.claim.drop, move || throw_away(desk, claim.clone()))
    });
    view! {
        <li class="line">
            <span class="grow">
                <span class="t">{said_words(t, claim.topic, &claim.said)}</span>
                <span class="w">
                    {(t.partner.claim.witnesses)(claim.witness)}
                    {name}
                    {t.frame.dot}
                    {claim.by_name.clone()}
                </span>
            </span>
            {drop}
        </li>
    }
    .into_any()
}

fn throw_away(desk: Desk, claim: Claim) {
    spawn(async move {
        match Phone.record(DropClaim { claim: claim.id }.into()).await {
            Ok(()) => {
                Toast::saved(desk.t.partner.claim.dropped).with_undo(move || bring_back(desk, &claim)).show(desk.state)
            }
            Err(why) => Toast::not_recorded(desk.t, &why).show(desk.state),
        }
    });
}

fn bring_back(desk: Desk, claim: &Claim) {
    let command = NoteClaim {
        claim: claim.id,
        candidate: claim.candidate,
        topic: claim.topic,
        said: claim.said.clone(),
        witness: claim.witness,
        witness_name: claim.witness_name.clone(),
    };
    ui::record_or_say(desk.t, desk.state, command);
}

/// What is said, with its unit.
pub fn said_words(t: Texts, topic: Topic, said: &Said) -> String {
    let unit = (t.partner.claim.unit)(topic);
    let space = if unit.is_empty() { "" } else { " " };
    match said {
        // Turnovers are spoken of in units of ten thousand yuan, which English has no word for.
        Said::Amount(money) if t.language == Language::En => money.yuan().trim_end_matches(".00").to_owned(),
        Said::Amount(money) => format!("{}{space}{unit}", money.0 / 1_000_000),
        Said::Number(number) => format!("{number}{space}{unit}"),
        Said::Words(words) => words.clone(),
    }
}
