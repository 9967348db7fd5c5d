//! The next act of an agreement, for whoever looks: go on writing, the next signature, the next copy, the approval.

use super::book::{Book, Desk};
use super::rule::Ruling;
use super::sign::Signing;
use crate::routes;
use crate::ui::{self, Icon, icon, icon_small};
use domain::commands::{HandCopy, RuleAgreement};
use domain::records::{Agreement, AgreementState, Party};
use domain::rules::agreement::may_take_back;
use leptos::prelude::*;

/// See the module.
pub fn dock(desk: Desk, signing: Signing, ruling: Ruling) -> AnyView {
    let content = move || desk.of(|book| next(desk, signing, ruling, book)).flatten();
    let title = desk.t.agreement.title;
    let wrong = move || {
        let words = ruling.wrong.get();
        (!words.is_empty()).then(|| view! { <p class="dock-wrong" role="alert">{icon_small(Icon::Warning)}{words}</p> })
    };
    (move || match content() {
        None => ui::toasts(),
        Some(content) => ui::dock(title, (wrong, content).into_any()),
    })
    .into_any()
}

fn next(desk: Desk, signing: Signing, ruling: Ruling, book: &Book) -> Option<AnyView> {
    let t = &desk.t.agreement.page;
    let agreement = &book.agreement;
    let may = desk.may_write();
    match agreement.state {
        AgreementState::Draft if may => {
            let link = ui::main_link(routes::draft_agreement(agreement.id, agreement.candidate), t.go_on);
            Some(with_fact(sent_back(desk, agreement), view! { <div class="acts">{link}</div> }.into_any()))
        }
        AgreementState::Draft => Some(view! { <p class="meta">{(t.theirs)(&agreement.author_name)}</p> }.into_any()),
        AgreementState::Offered if may => {
            let party = Party::ALL.into_iter().find(|party| !agreement.is_signed_by(*party))?;
            let words = (t.sign)((desk.t.agreement.party)(party));
            let act = ui::main_button(words, move || desk.busy.get(), move || signing.begin(party));
            if !desk.manages() && may_take_back(agreement, agreement.author) {
                return Some(view! { <div class="acts">{take_back(desk, ruling)}{act}</div> }.into_any());
            }
            Some(with_back(desk, ruling, act))
        }
        AgreementState::Signed => signed(desk, signing, ruling, agreement, may),
        _ => None,
    }
}

/// Three signatures: the copies, then the manager.
fn signed(desk: Desk, signing: Signing, ruling: Ruling, agreement: &Agreement, may: bool) -> Option<AnyView> {
    let t = &desk.t.agreement.page;
    let side = desk.t.agreement.party;
    let missing: Vec<Party> = Party::ALL.into_iter().filter(|party| !agreement.has_copy(*party)).collect();
    if let Some(party) = missing.first().copied() {
        let names: Vec<&str> = missing.iter().map(|party| side(*party)).collect();
        let fact = (t.copies_missing)(&names.join(desk.t.frame.list));
        if !may {
            return Some(view! { <p class="meta">{fact}</p> }.into_any());
        }
        let hand = move || {
            let command = HandCopy { agreement: desk.id, party };
            desk.act(command, (t.copy_kept)(side(party)), signing.wrong, || ());
        };
        let act = ui::main_button((t.hand_copy)(side(party)), move || desk.busy.get(), hand);
        return Some(with_fact(fact, with_back(desk, ruling, act)));
    }
    if !desk.manages() {
        return Some(view! { <p class="meta">{t.waits}</p> }.into_any());
    }
    let act = ui::main_button(t.approve, move || desk.busy.get(), move || ruling.approve());
    Some(with_back(desk, ruling, act))
}

/// Why it is written again, if it is.
fn sent_back(desk: Desk, agreement: &Agreement) -> String {
    match agreement.sent_back.as_str() {
        "" => String::new(),
        words => (desk.t.agreement.page.sent_back)(words),
    }
}

fn with_fact(fact: String, act: AnyView) -> AnyView {
    view! {
        {(!fact.is_empty()).then(|| view! { <div class="facts"><span>{fact}</span></div> })}
        {act}
    }
    .into_any()
}

/// Its author may take back what nobody has signed yet, and write on.
fn take_back(desk: Desk, ruling: Ruling) -> AnyView {
    let t = &desk.t.agreement.page;
    let act = move |_| {
        let command = RuleAgreement { agreement: desk.id, approve: false, words: String::new() };
        desk.act(command, t.taken_back.to_owned(), ruling.wrong, || ());
    };
    view! {
        <button type="button" class="btn" disabled=move || desk.busy.get() on:click=act>
            {t.take_back}
        </button>
    }
    .into_any()
}

/// A manager may send back what is on its way.
fn with_back(desk: Desk, ruling: Ruling, act: AnyView) -> AnyView {
    let t = &desk.t.agreement.page;
    let back = desk.manages().then(|| {
        view! {
            <button type="button" class="btn" on:click=move |_| ruling.send_back()>
                {icon(Icon::Refused)}
                {t.send_back}
            </button>
        }
    });
    view! { <div class="acts">{back}{act}</div> }.into_any()
}
