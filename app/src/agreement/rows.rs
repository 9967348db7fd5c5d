//! The agreements of a partner as rows, the newest first, with the way to a new one. Stands in the partner's file.

use crate::routes;
use crate::state::{Me, Phone, live};
use crate::text::{Texts, long_day};
use crate::ui::{Icon, icon, line_link, section};
use domain::id::CandidateId;
use domain::order::InOrder;
use domain::records::{Agreement, AgreementState, Candidate};
use domain::rules::agreement::{is_ripe, last_day, standing};
use domain::{Index, Kind};
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::cmp::Reverse;

/// See the module.
pub fn agreements_of(t: Texts, me: &Me, candidate: CandidateId) -> AnyView {
    let (whose, offset) = ((me.id, me.role.manages()), me.offset);
    let found = live(&[Kind::Agreement, Kind::Candidate], move |phone| async move {
        let mut found = phone.find::<Agreement>(Index::AgreementsWith(candidate)).await;
        found.order_by_key(|agreement| Reverse((agreement.terms.from, agreement.id)));
        let with = phone.get::<Candidate>(candidate).await;
        let may_write = with.is_some_and(|with| is_ripe(&with) && (with.owner == whose.0 || whose.1));
        (found, may_write, phone.now().date(offset))
    });
    let rows = move || {
        let (found, _, today) = found.get()?;
        Some(found.into_iter().map(|agreement| row(t, whose, &agreement, today)).collect_view())
    };
    let fact = move || found.with(|found| found.as_ref().is_some_and(|(found, ..)| found.is_empty()));
    let fact = move || fact().then_some(t.agreement.none);
    // What could not be offered is not written either.
    let may_write = Memo::new(move |_| found.with(|found| matches!(found, Some((_, true, _)))));
    view! {
        {section(t.agreement.of_partner, "")}
        <p class="pad meta tight" hidden=move || fact().is_none()>{fact}</p>
        <div class="group">{rows}{move || may_write.get().then(|| write(t, candidate))}</div>
    }
    .into_any()
}

/// One of them. Whose draft it is goes on writing it; all else is read.
fn row(t: Texts, (me, manages): (domain::id::UserId, bool), agreement: &Agreement, today: Date) -> AnyView {
    let is_mine = agreement.state == AgreementState::Draft && (agreement.author == me || manages);
    let href = match is_mine {
        true => routes::draft_agreement(agreement.id, agreement.candidate),
        false => routes::agreement(agreement.id),
    };
    let stands = (t.agreement.standing)(standing(agreement, today));
    let second = [stands, &(t.agreement.until)(&long_day(t, last_day(agreement)))].join(t.frame.dot);
    line_link(
        href,
        view! { <span class="quiet">{icon(Icon::Note)}</span> }.into_any(),
        agreement.number(),
        second.into_any(),
    )
}

/// The way to a new one. Its id is made by the tap.
fn write(t: Texts, candidate: CandidateId) -> AnyView {
    let navigate = use_navigate();
    let begin = move |_| {
        navigate(&routes::draft_agreement(Phone.new_id(), candidate), NavigateOptions::default());
    };
    view! {
        <button type="button" class="line" on:click=begin>
            <span class="quiet">{icon(Icon::Plus)}</span>
            <span class="grow">
                <span class="t">{t.agreement.write}</span>
            </span>
        </button>
    }
    .into_any()
}
