//! All events, the latest first, and planning the next one.

use super::plan::{self, Plan};
use super::{tab, when_where};
use crate::routes;
use crate::state::{Me, live, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, icon, line_link, skeleton_rows};
use domain::Kind;
use domain::id::{EventId, RegionId};
use domain::order::InOrder;
use domain::records::{Candidate, CandidateSource, Dealer, RecruitEvent, Territory};
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// What is read.
#[derive(Clone, Debug, PartialEq)]
struct Found {
    /// Each with how many leads came of it, the latest first.
    events: Vec<(RecruitEvent, usize)>,
    region: Option<RegionId>,
    /// Of this phone's regions.
    dealers: Vec<Dealer>,
    today: Date,
}

/// See the module.
pub fn screen(t: Texts, me: &Me) -> AnyView {
    let offset = me.offset;
    let found = live(&[Kind::RecruitEvent, Kind::Candidate, Kind::Territory, Kind::Dealer], move |phone| async move {
        let mut events = phone.all::<RecruitEvent>().await;
        events.order_by_key(|event| (std::cmp::Reverse(event.day), event.id));
        let candidates = phone.all::<Candidate>().await;
        let leads = |event: EventId| {
            candidates.iter().filter(|candidate| candidate.source == CandidateSource::Event(event)).count()
        };
        Found {
            events: events
                .into_iter()
                .map(|event| {
                    let count = leads(event.id);
                    (event, count)
                })
                .collect(),
            region: phone.all::<Territory>().await.first().map(|territory| territory.region),
            dealers: phone.all().await,
            today: phone.now().date(offset),
        }
    });
    let planning = RwSignal::new(false);
    let state = use_state();
    let head = move || {
        let said = found.with(|found| found.as_ref().map(|found| sentence(t, found))).unwrap_or_default();
        ui::back_and_say(t, routes::PARTNERS, t.partner.title, said, "")
    };
    let body = move || {
        found.with(|found| {
            let Some(found) = found else { return skeleton_rows(4) };
            if found.events.is_empty() {
                return ui::empty(Icon::Person, t.partner.event.none, t.partner.event.none_more, None);
            }
            let rows = found.events.iter().map(|(event, leads)| row(t, event, *leads)).collect_view();
            view! { <div class="group">{rows}</div> }.into_any()
        })
    };
    let navigate = use_navigate();
    let then = Callback::new(move |id: EventId| navigate(&routes::event(id), Default::default()));
    let fresh = move || {
        untrack(|| {
            found.with(|found| {
                let (region, found) = found.as_ref().and_then(|found| Some((found.region?, found)))?;
                let theirs = found.dealers.iter().filter(|dealer| dealer.region == region).cloned().collect();
                Some((Plan::fresh(region, found.today), theirs))
            })
        })
    };
    let body = view! {
        {body}
        {plan::sheet(t, state, planning, fresh, then)}
    };
    let ready = move || found.with(|found| found.as_ref().is_some_and(|found| found.region.is_some()));
    let act = ui::main_button(t.partner.event.plan, move || !ready(), move || planning.set(true));
    let foot = ui::dock(t.partner.event.title, view! { <div class="acts">{act}</div> }.into_any());
    ui::frame(t, me, tab(me), head.into_any(), body.into_any(), foot)
}

fn sentence(t: Texts, found: &Found) -> String {
    let next = found.events.iter().map(|(event, _)| event.day).filter(|day| *day >= found.today).min();
    match (next, found.events.len()) {
        (Some(day), _) => (t.partner.event.next)(&(t.time.day)(day)),
        (None, 0) => t.partner.event.title.to_owned(),
        (None, count) => (t.partner.event.past)(count),
    }
}

fn row(t: Texts, one: &RecruitEvent, leads: usize) -> AnyView {
    let came = one.guests.iter().filter(|guest| guest.came).count();
    let second = [when_where(t, one), (t.partner.event.sum)(one.guests.len(), came, leads)].join(t.frame.dot);
    line_link(routes::event(one.id), icon(Icon::Person), one.name.clone(), second.into_any())
}
