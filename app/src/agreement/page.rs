//! Reading an agreement, and all that happens to it after it was written (F50, F51, F54, F55): signatures, copies, the
//! approval, the four guarantees, its renewal and its end. What is printed is the same page without its acts,
//! and with what an agreement on paper has to say beside.

mod book;
mod dock;
mod pages;
mod paper;
mod parties;
mod promises;
mod rail;
mod renewal;
mod rule;
mod seal;
mod sign;
mod terms;

pub use promises::look;

use super::{parameter, unknown};
use crate::routes;
use crate::state::{Me, guarded, live, use_state};
use crate::text::{Texts, long_day};
use crate::ui::{self, Busy, Icon, Tab, icon, skeleton_rows};
use book::Desk;
use domain::id::AgreementId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use rule::Ruling;
use sign::Signing;

/// `/agreements/:id`.
#[component]
pub fn AgreementPage() -> impl IntoView {
    let params = use_params_map();
    guarded(move |t, me| {
        let Some(id) = parameter::<AgreementId>(params, "id") else { return unknown(t) };
        let whose = me.clone();
        let found = live(book::KINDS, move |phone| book::read(phone, id, whose.clone()));
        let missing = Memo::new(move |_| found.with(|found| matches!(found, Some(None))));
        let desk = Desk {
            t,
            state: use_state(),
            me: StoredValue::new(me.clone()),
            id,
            book: Memo::new(move |_| found.get().flatten()),
            busy: Busy::new(),
        };
        let page = move || if missing.get() { unknown(t) } else { page(desk, &me) };
        page.into_any()
    })
}

fn page(desk: Desk, me: &Me) -> AnyView {
    let t = desk.t;
    let (signing, ruling) = (Signing::new(desk), Ruling::new(desk));
    let tab = if me.role.manages() { Tab::Partners } else { Tab::Outlets };
    let here = Memo::new(move |_| desk.book.with(Option::is_some));
    let body = move || {
        if !here.get() {
            return skeleton_rows(6);
        }
        view! {
            <div class="no-print">{rail::rail(desk)}</div>
            {renewal::renewal(desk)}
            {terms::terms(desk)}
            {paper::duties(desk)}
            {parties::parties(desk, signing)}
            {pages::pages(desk, signing)}
            {paper::sealed(desk)}
            {approved(desk)}
            {seal::seal(desk)}
            {promises::promises(desk)}
            {rule::ending(desk)}
            {links(t, desk)}
            {rule::end(ruling)}
        }
        .into_any()
    };
    let body = view! {
        <div class="spread">{body}</div>
        {sign::sign_sheet(signing)}
        {rule::back_sheet(ruling)}
    };
    ui::frame(t, me, tab, head(desk), body.into_any(), dock::dock(desk, signing, ruling))
}

/// The way back to the partner, the number, and the sentence.
fn head(desk: Desk) -> AnyView {
    let t = desk.t;
    (move || {
        let known = desk.of(|book| (book.agreement.number(), book.agreement.candidate, rail::sentence(desk, book)));
        let Some((number, candidate, sentence)) = known else { return ui::say_soon(t.agreement.title) };
        view! {
            <header class="no-print">
                <div class="bar">
                    <a class="ib" href=routes::partner(candidate) aria-label=t.frame.back>
                        {icon(Icon::Back)}
                    </a>
                    <p class="meta grow cut">{t.agreement.title}{t.frame.dot}{number}</p>
                </div>
                <div class="say">
                    <h1>{sentence}</h1>
                </div>
            </header>
        }
        .into_any()
    })
    .into_any()
}

fn approved(desk: Desk) -> AnyView {
    let t = desk.t;
    let offset = desk.me.with_value(|me| me.offset);
    let words = move || {
        desk.of(|book| {
            let approved = book.agreement.approved.as_ref()?;
            let day = long_day(t, approved.at.date(offset));
            Some(view! { <p class="pad small">{(t.agreement.page.approved_by)(&approved.name, &day)}</p> })
        })
    };
    view! { <div class="paper approved">{words}</div> }.into_any()
}

/// Paper, the file, and the partner.
fn links(t: Texts, desk: Desk) -> AnyView {
    let words = &t.agreement.page;
    let online = move || desk.state.sync.with(|sync| sync.online == Some(true));
    let pdf = move || {
        online().then(|| {
            view! {
                // The server's file: nothing for the router.
                <a class="btn" rel="external" href=format!("/api/v1/agreements/{}/pdf", desk.id)>
                    {icon(Icon::Download)}
                    {words.pdf}
                </a>
            }
        })
    };
    // Where a browser cannot print there is nothing to be done about it.
    let print = move |_| drop(window().print());
    let partner = move || {
        desk.of(
            |book| view! { <a class="btn text" href=routes::partner(book.agreement.candidate)>{words.to_partner}</a> },
        )
    };
    view! {
        <div class="pad acts no-print">
            <button type="button" class="btn" on:click=print>
                {words.print}
            </button>
            {pdf}
            {partner}
        </div>
    }
    .into_any()
}
