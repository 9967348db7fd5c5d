//! The four guarantees (F55): each promise with what there is to show for it and a day, in three states that are told
//! apart by icon and word, and the act that is missing where nobody knows.

use super::book::{Book, Desk};
use crate::routes;
use crate::text::long_day;
use crate::ui::{Icon, icon, section};
use domain::id::OutletId;
use domain::limits::MARGIN_FLOOR;
use domain::records::{AgreementState, Purpose};
use domain::rules::agreement::standing;
use domain::rules::guarantee::{Guarantee, Light, Margin, Promise, Proof, Shown, margins};
use leptos::prelude::*;

/// See the module. There is nothing to keep before it is in force.
pub fn promises(desk: Desk) -> AnyView {
    let t = &desk.t.agreement.promises;
    let rows = move || {
        desk.of(|book| {
            let begun = matches!(book.agreement.state, AgreementState::Active | AgreementState::Ended);
            begun.then(|| {
                let rows = book.promises.iter().map(|promise| row(desk, book, promise)).collect_view();
                view! {
                    {section(t.title, "")}
                    <ul class="group promises-list">{rows}</ul>
                }
            })
        })
    };
    view! { <div class="no-print">{rows}</div> }.into_any()
}

fn row(desk: Desk, book: &Book, promise: &Promise) -> AnyView {
    let t = &desk.t.agreement.promises;
    let light = promise.light();
    let (class, tag, which) = look(light);
    let lines = promise.proofs.iter().map(|proof| {
        let class = match proof.light {
            Light::Green => "w",
            Light::Amber => "w owed",
            Light::Red => "w returned b",
        };
        view! { <span class=class>{words(desk, proof)}</span> }
    });
    let goods = (promise.guarantee == Guarantee::Margin).then(|| goods(desk, book));
    view! {
        <li>
            <div class="line">
                <span class=class>{icon(which)}</span>
                <span class="grow">
                    <span class="t">{(t.guarantee)(promise.guarantee)}</span>
                    {lines.collect_view()}
                </span>
                <span class=tag>{(t.light)(light)}</span>
            </div>
            {acts(desk, book, promise)}
            {goods}
        </li>
    }
    .into_any()
}

/// How a light is drawn: its colour, its tag and its icon.
pub fn look(light: Light) -> (&'static str, &'static str, Icon) {
    match light {
        Light::Green => ("received", "tag received", Icon::Check),
        Light::Amber => ("owed", "tag owed", Icon::Clock),
        Light::Red => ("returned", "tag returned", Icon::Warning),
    }
}

fn words(desk: Desk, proof: &Proof) -> String {
    let t = &desk.t.agreement.promises;
    let mut words = vec![(t.shown)(&proof.shown)];
    words.extend(proof.on.map(|day| long_day(desk.t, day)));
    words.extend(proof.again.map(|day| (t.by_day)(&long_day(desk.t, day))));
    words.join(desk.t.frame.dot)
}

/// What a promise is short of, for as long as the agreement runs: to ask the partner, and to go there.
fn acts(desk: Desk, book: &Book, promise: &Promise) -> Option<AnyView> {
    let t = &desk.t.agreement.promises;
    if !standing(&book.agreement, book.today).runs() {
        return None;
    }
    let partner = book.agreement.candidate;
    let acts = promise.proofs.iter().filter(|proof| proof.light > Light::Green).filter_map(|proof| match proof.shown {
        Shown::Unconfirmed(_) | Shown::Delivered { .. } => Some((t.ask_partner, routes::ask_delivery(partner))),
        Shown::NeverVisited | Shown::Unvisited(_) | Shown::Visited(_) => {
            Some((t.go_there, routes::partner_visit(OutletId(partner.0), Purpose::Service)))
        }
        _ => None,
    });
    let acts: Vec<_> = acts.map(|(words, to)| view! { <a class="btn small" href=to>{words}</a> }).collect();
    (!acts.is_empty()).then(|| view! { <div class="promise-acts">{acts}</div> }.into_any())
}

/// What each product leaves, the least first.
fn goods(desk: Desk, book: &Book) -> Option<AnyView> {
    let t = &desk.t.agreement.promises;
    let margins = margins(&book.agreement, &book.products);
    if margins.is_empty() {
        return None;
    }
    let rows = margins.iter().map(|margin| product(desk, margin)).collect_view();
    Some(
        view! {
            <details class="fold">
                <summary>{(t.goods)(margins.len())}</summary>
                <p class="meta pad">{(t.floor)(MARGIN_FLOOR)}</p>
                <ul>{rows}</ul>
            </details>
        }
        .into_any(),
    )
}

fn product(desk: Desk, margin: &Margin<'_>) -> AnyView {
    let t = &desk.t.agreement.promises;
    let name = margin.product.name.get(desk.t.language).to_owned();
    let mut second = (t.buys)(&margin.buys.yuan(), &margin.sells.yuan());
    if !margin.agreed {
        second = format!("{second}{}{}", desk.t.frame.dot, t.by_list);
    }
    let chain = margin.chain.iter().map(|link| view! { <li>{(t.earns)(link)}</li> }).collect_view();
    let (class, thin) = if margin.is_thin() { ("val returned b", t.thin) } else { ("val", "") };
    view! {
        <li class="line">
            <span class="grow">
                <span class="t">{name}</span>
                <span class="w">{second}</span>
                <ol class="w chain">{chain}</ol>
            </span>
            <span class=class>{thin}{(t.room)(margin.own)}</span>
        </li>
    }
    .into_any()
}
