//! The three parties: who has signed, with the strokes, and who has their copy (S40).

use super::book::Desk;
use super::sign::Signing;
use crate::field::signed;
use crate::ui::{Icon, icon, icon_small, section};
use domain::commands::HandCopy;
use domain::records::{Agreement, AgreementState, Party};
use leptos::prelude::*;

/// See the module.
pub fn parties(desk: Desk, signing: Signing) -> AnyView {
    let t = &desk.t.agreement.page;
    let rows = move || {
        desk.of(|book| {
            let frozen = book.agreement.state != AgreementState::Draft;
            frozen.then(|| {
                let rows = Party::ALL.map(|party| row(desk, signing, &book.agreement, party)).collect_view();
                view! {
                    {section(t.parties, "")}
                    <ul class="group parties">{rows}</ul>
                }
            })
        })
    };
    view! {
        <div class="paper">
            {rows} <p class="sheet-wrong" role="alert">
                {move || signing.wrong.get()}
            </p>
        </div>
    }
    .into_any()
}

fn row(desk: Desk, signing: Signing, agreement: &Agreement, party: Party) -> AnyView {
    let t = &desk.t.agreement.page;
    let side = (desk.t.agreement.party)(party);
    let name = match party {
        Party::Manufacturer => String::new(),
        Party::Dealer => agreement.dealer_name.clone(),
        Party::SubDistributor => agreement.candidate_name.clone(),
    };
    let offset = desk.me.with_value(|me| me.offset);
    let signature = agreement.signatures.iter().find(|signature| signature.party == party);
    let (mark, words) = match signature {
        None => (view! { <span class="quiet">{icon(Icon::Pen)}</span> }.into_any(), t.unsigned.to_owned()),
        Some(signature) => {
            let when = crate::text::long_day(desk.t, signature.at.date(offset));
            let mut words = (t.signed_by)(&signature.name, &when);
            if signature.signature.is_empty() {
                words = format!("{words}{}{}", desk.t.frame.dot, t.on_paper);
            }
            (view! { <span>{icon(Icon::Check)}</span> }.into_any(), words)
        }
    };
    let strokes = signature.filter(|signature| !signature.signature.is_empty());
    let strokes = strokes.map(|known| signed((t.signature_of)(&known.name), known.signature.clone()));
    let may = desk.may_write();
    let sign = (may && signature.is_none() && agreement.state == AgreementState::Offered).then(|| {
        view! {
            <button type="button" class="btn small" on:click=move |_| signing.begin(party)>
                {(t.sign)(side)}
            </button>
        }
    });
    view! {
        <li>
            <div class="line">
                {mark} <span class="grow">
                    <span class="t">{side}" "{name}</span>
                    <span class="w">{words}</span>
                </span>
            </div>
            {strokes}
            <div class="party-acts no-print">{sign}{copy(desk, signing, agreement, party, may)}</div>
        </li>
    }
    .into_any()
}

/// Their copy, ticked when it is in their hands.
fn copy(desk: Desk, signing: Signing, agreement: &Agreement, party: Party, may: bool) -> Option<AnyView> {
    let t = &desk.t.agreement.page;
    let side = (desk.t.agreement.party)(party);
    if agreement.has_copy(party) {
        return Some(view! { <span class="tag">{icon_small(Icon::Copy)}{t.has_copy}</span> }.into_any());
    }
    let due = may && agreement.is_signed_by(party);
    let hand = move |_| {
        let command = HandCopy { agreement: desk.id, party };
        desk.act(command, (t.copy_kept)(side), signing.wrong, || ());
    };
    due.then(|| {
        view! {
            <button type="button" class="btn small" disabled=move || desk.busy.get() on:click=hand>
                {icon_small(Icon::Copy)}
                {(t.hand_copy)(side)}
            </button>
        }
        .into_any()
    })
}
