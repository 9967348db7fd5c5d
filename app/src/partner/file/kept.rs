//! How what was promised to a member is kept, and what both sides still owe in its alliance, late ones first: two rows that
//! lead to where all of it stands.

use super::{Book, Desk};
use crate::agreement::{look, promised};
use crate::routes;
use crate::state::{Phone, live};
use crate::ui::{icon, line_link, section};
use domain::id::{AgreementId, CandidateId};
use domain::order::InOrder;
use domain::records::{Agreement, Alliance, CandidateStage, Duty, DutyMonth, Product};
use domain::rules::agreement::standing;
use domain::rules::duty::{Owed, owed};
use domain::rules::guarantee::{Light, Promise};
use domain::time::Offset;
use domain::{Index, Kind};
use jiff::ToSpan;
use leptos::prelude::*;

/// As many duties as are named in a row.
const NAMED: usize = 4;

/// What is read.
#[derive(Clone, Debug, PartialEq)]
struct Kept {
    agreement: AgreementId,
    promises: [Promise; 4],
    /// None where this phone does not have the alliance yet.
    owed: Option<Owed>,
}

/// See the module; nothing for whoever is no member.
pub fn kept(desk: Desk, book: &Book) -> Option<AnyView> {
    if book.candidate.stage != CandidateStage::Member {
        return None;
    }
    let id = book.candidate.id;
    let offset = desk.me.with_value(|me| me.offset);
    let kinds = &[Kind::Agreement, Kind::Visit, Kind::Task, Kind::Claim, Kind::Alliance, Kind::DutyMonth];
    let found = live(kinds, move |phone| read(phone, id, offset));
    let rows = move || found.with(|found| found.as_ref()?.as_ref().map(|kept| rows(desk, kept)));
    Some(rows.into_any())
}

async fn read(phone: Phone, id: CandidateId, offset: Offset) -> Option<Kept> {
    let today = phone.now().date(offset);
    let own = phone.find::<Agreement>(Index::AgreementsWith(id)).await;
    let running = own.into_iter().filter(|agreement| standing(agreement, today).runs());
    // One in force before one that is to follow it.
    let agreement = running.min_by_key(|agreement| (agreement.terms.from, agreement.id))?;
    let others = phone.find::<Agreement>(Index::AgreementsIn(agreement.region)).await;
    let products = phone.all::<Product>().await;
    let promises = promised(phone, &agreement, &others, &products, (today, offset)).await;
    let owed = match phone.get::<Alliance>(Alliance::of(agreement.dealer)).await {
        None => None,
        Some(alliance) => {
            let this = today.first_of_month();
            let [before, this] = [this.saturating_sub(1.month()), this].map(|month| DutyMonth::of(alliance.id, month));
            let (before, this) = (phone.get::<DutyMonth>(before).await, phone.get::<DutyMonth>(this).await);
            Some(owed(&alliance, before.as_ref(), this.as_ref(), (today, offset)))
        }
    };
    Some(Kept { agreement: agreement.id, promises, owed })
}

fn rows(desk: Desk, kept: &Kept) -> AnyView {
    let t = desk.t;
    view! {
        <section class="group kept-row">
            {section(t.agreement.promises.title, "")}
            {guarantees(desk, kept)}
            {kept.owed.as_ref().map(|owed| duties(desk, owed))}
        </section>
    }
    .into_any()
}

fn guarantees(desk: Desk, kept: &Kept) -> AnyView {
    let t = &desk.t.agreement.promises;
    let of = |light: Light| kept.promises.iter().filter(|promise| promise.light() == light).count();
    let (amber, red) = (of(Light::Amber), of(Light::Red));
    let worst = kept.promises.iter().map(Promise::light).max().unwrap_or(Light::Amber);
    let title = if amber + red == 0 { t.all_kept.to_owned() } else { (t.not_all_kept)(amber, red) };
    let mut wanting: Vec<&Promise> = kept.promises.iter().filter(|promise| promise.light() > Light::Green).collect();
    wanting.order_by_key(|promise| std::cmp::Reverse(promise.light()));
    let lines = wanting.into_iter().map(|promise| {
        let first = promise.proofs.first().map(|proof| (t.shown)(&proof.shown)).unwrap_or_default();
        let class = if promise.light() == Light::Red { "w returned" } else { "w owed" };
        view! { <span class=class>{(t.guarantee)(promise.guarantee)}{desk.t.frame.colon}{first}</span> }
    });
    let (class, _, which) = look(worst);
    let mark = view! { <span class=class>{icon(which)}</span> }.into_any();
    line_link(routes::agreement(kept.agreement), mark, title, lines.collect_view().into_any())
}

fn duties(desk: Desk, owed: &Owed) -> AnyView {
    let t = &desk.t.partner.alliance;
    let all = Duty::ALL.len();
    let names = |duties: &[Duty]| {
        let named: Vec<&str> = duties.iter().take(NAMED).map(|duty| (t.duty)(*duty)).collect();
        let more = if duties.len() > NAMED { "…" } else { "" };
        format!("{}{more}", named.join(desk.t.frame.list))
    };
    let late = (!owed.late.is_empty()).then(|| view! { <span class="w owed">{(t.missed)(&names(&owed.late))}</span> });
    let open = if owed.open.is_empty() { t.all_done.to_owned() } else { (t.to_do)(&names(&owed.open)) };
    let (class, _, which) = look(if owed.late.is_empty() { Light::Green } else { Light::Amber });
    let mark = view! { <span class=class>{icon(which)}</span> }.into_any();
    let second = view! {
        {late}
        <span class="w">{open}</span>
    };
    line_link(routes::ALLIANCE.to_owned(), mark, (t.this_month)(all - owed.open.len(), all), second.into_any())
}
