//! The alliances of the region (S1, S2): members, and what both sides owe in a month with what was done and what is late
//! (S43, S44). The month before can still be ticked off: it is often written down at its end.

use super::stage_tag;
use crate::routes;
use crate::state::{Me, Phone, State, guarded, live, spawn, use_state};
use crate::text::{Texts, long_day};
use crate::ui::{self, Icon, Tab, Toast, icon, icon_small, line_link, skeleton_rows};
use domain::Kind;
use domain::commands::MarkDuty;
use domain::order::InOrder;
use domain::records::{Agreement, Alliance, Candidate, Duty, DutyMonth, Party};
use domain::rules::agreement::standing;
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;

/// What is read.
#[derive(Clone, Debug, PartialEq)]
struct Found {
    alliances: Vec<Alliance>,
    members: Vec<Candidate>,
    months: Vec<DutyMonth>,
    today: Date,
}

/// `/alliance`.
#[component]
pub fn AlliancePage() -> impl IntoView {
    guarded(screen)
}

fn screen(t: Texts, me: Me) -> AnyView {
    let offset = me.offset;
    let found = live(&[Kind::Alliance, Kind::DutyMonth, Kind::Candidate, Kind::Agreement], move |phone| async move {
        let mut alliances = phone.all::<Alliance>().await;
        alliances.order_by_key(|alliance| alliance.dealer_name.clone());
        let today = phone.now().date(offset);
        // Nobody strikes a member off on the day on which the agreement runs out.
        let papers = alliances.iter().flat_map(|alliance| &alliance.members).map(|member| member.agreement).collect();
        let papers = phone.several::<Agreement>(papers).await.into_iter().flatten();
        let over: Vec<_> = papers.filter(|paper| !standing(paper, today).runs()).map(|paper| paper.id).collect();
        alliances.iter_mut().for_each(|alliance| alliance.members.retain(|member| !over.contains(&member.agreement)));
        let ids = alliances.iter().flat_map(|alliance| &alliance.members).map(|member| member.candidate).collect();
        Found {
            members: phone.several::<Candidate>(ids).await.into_iter().flatten().collect(),
            months: phone.all::<DutyMonth>().await,
            alliances,
            today,
        }
    });
    // So many months before this one.
    let back = RwSignal::new(0_i32);
    let tab = if me.role.manages() { Tab::Partners } else { Tab::Outlets };
    let head = ui::back_and_say(t, routes::PARTNERS, t.partner.title, t.partner.alliance.title.to_owned(), "");
    let state = use_state();
    let body = move || {
        found.with(|found| {
            let Some(found) = found else { return skeleton_rows(6) };
            if found.alliances.is_empty() {
                return ui::empty(Icon::Store, t.partner.alliance.none, t.partner.alliance.none_more, None);
            }
            found.alliances.iter().map(|alliance| one(t, state, found, alliance, back)).collect_view().into_any()
        })
    };
    let body = view! { <div class="spread">{body}</div> };
    ui::frame(t, &me, tab, head, body.into_any(), ui::toasts())
}

fn one(t: Texts, state: State, found: &Found, alliance: &Alliance, back: RwSignal<i32>) -> AnyView {
    let members = alliance.members.iter().map(|member| {
        let stage = found.members.iter().find(|candidate| candidate.id == member.candidate).map(|known| known.stage);
        line_link(
            routes::partner(member.candidate),
            icon(Icon::Store),
            member.name.clone(),
            view! {
                {(t.partner.alliance.since)(&long_day(t, member.since))}
                {stage.map(|stage| stage_tag(t, stage))}
            }
            .into_any(),
        )
    });
    let month = found.today.first_of_month().saturating_sub(back.get().months());
    let done = found.months.iter().find(|known| known.id == DutyMonth::of(alliance.id, month));
    let side = |party: Party, title: &'static str| {
        let duties: Vec<Duty> = Duty::ALL.into_iter().filter(|duty| duty.party() == party).collect();
        let ticked = duties.iter().filter(|duty| done_of(done, **duty).is_some()).count();
        let rows = duties.iter().map(|duty| row(t, state, alliance, month, found.today, *duty, done)).collect_view();
        view! {
            <section class="group">
                {ui::section(title, (t.partner.alliance.done_of)(ticked, duties.len()))}
                <ul>{rows}</ul>
            </section>
        }
    };
    view! {
        <section class="group">
            {ui::section(alliance.dealer_name.clone(), (t.partner.alliance.member_count)(alliance.members.len()))}
            {members.collect_view()}
        </section>
        <div class="monthbar">
            <button type="button" class="ib" aria-label=t.partner.alliance.month_before on:click=move |_| back.update(|back| *back += 1)>
                {icon(Icon::Back)}
            </button>
            <h2>{(t.partner.alliance.month)(month.year(), month.month())}</h2>
            <button
                type="button"
                class="ib"
                aria-label=t.partner.alliance.month_after
                disabled=move || back.get() == 0
                on:click=move |_| back.update(|back| *back = (*back - 1).max(0))
            >
                {icon(Icon::ChevronRight)}
            </button>
        </div>
        {side(Party::Manufacturer, t.partner.alliance.manufacturer)}
        {side(Party::Dealer, t.partner.dealer)}
    }
    .into_any()
}

fn done_of(month: Option<&DutyMonth>, duty: Duty) -> Option<&domain::records::DutyDone> {
    month?.done.iter().find(|done| done.duty == duty)
}

fn row(
    t: Texts,
    state: State,
    alliance: &Alliance,
    month: Date,
    today: Date,
    duty: Duty,
    known: Option<&DutyMonth>,
) -> AnyView {
    let done = done_of(known, duty);
    let late = done.is_none() && month < today.first_of_month();
    let second = match done {
        Some(done) if done.words.is_empty() => done.by_name.clone(),
        Some(done) => format!("{}{}{}", done.words, t.frame.dot, done.by_name),
        None if late => t.partner.alliance.late.to_owned(),
        None => t.partner.alliance.open.to_owned(),
    };
    let is_done = done.is_some();
    let id = alliance.id;
    // What there was to show comes back with the tick.
    let shown = done.map(|done| done.words.clone()).unwrap_or_default();
    let mark = move |done: bool| MarkDuty {
        alliance: id,
        month,
        duty,
        done,
        words: if done { shown.clone() } else { String::new() },
    };
    let turn = move |_| {
        let mark = mark.clone();
        spawn(async move {
            match Phone.record(mark(!is_done).into()).await {
                Ok(()) => {
                    let words = if is_done { t.partner.alliance.unticked } else { t.partner.alliance.ticked };
                    Toast::saved(words).with_undo(move || ui::record_or_say(t, state, mark(is_done))).show(state);
                }
                Err(why) => Toast::not_recorded(t, &why).show(state),
            }
        });
    };
    let class = if late { "w owed b" } else { "w" };
    view! {
        <li class="line">
            <span class="grow">
                <span class="t">{(t.partner.alliance.duty)(duty)}</span>
                <span class=class>{second}</span>
            </span>
            <button type="button" class="chip" aria-pressed=is_done.to_string() aria-label=(t.partner.alliance.tick_said)((t.partner.alliance.duty)(duty)) on:click=turn>
                {is_done.then(|| icon_small(Icon::Check))}
                {t.partner.alliance.tick}
            </button>
        </li>
    }
    .into_any()
}
