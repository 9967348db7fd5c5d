//! Adding a candidate by one of the four ways (F41, S30-S33). On the street it is a name, a front and a position, and
//! done; before it is saved it is said who may be the same (F42).

mod form;
mod kept;
mod many;
mod same;
mod seen;
mod source;
mod street;

use crate::routes;
use crate::state::{Me, guarded, live};
use crate::text::Texts;
use crate::ui::{self, skeleton_rows};
use domain::Kind;
use domain::Words;
use domain::id::{EventId, TerritoryId};
use domain::order::InOrder;
use domain::records::{Candidate, Dealer, Outlet, RecruitEvent, Territory};
use form::{Form, Way};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// See the module.
#[component]
pub fn AddPage() -> impl IntoView {
    guarded(screen)
}

/// What adding looks at.
#[derive(Clone, Debug, PartialEq)]
struct Ground {
    /// The territories of whoever adds, with their names.
    territories: Vec<(TerritoryId, Words)>,
    dealers: Vec<Dealer>,
    /// Events, the latest first.
    events: Vec<RecruitEvent>,
    candidates: Vec<Candidate>,
    /// The places of candidates that this phone holds.
    places: Vec<Outlet>,
    region: Option<domain::id::RegionId>,
}

/// Whoever comes from an event has it chosen, and the guest who becomes a lead is not typed again.
fn come_from(form: Form, ground: ReadSignal<Option<Ground>>) {
    let query = use_query_map();
    let (event, guest) = query.with_untracked(|query| {
        let event = query.get("event").and_then(|id| id.parse::<EventId>().ok());
        (event, query.get("guest").and_then(|at| at.parse::<usize>().ok()))
    });
    let Some(event) = event else { return };
    form.way.set(Way::Event);
    form.event.set(Some(event));
    form.event_chosen.set(true);
    let Some(at) = guest else { return };
    // Once: what has been typed since is not overwritten.
    Effect::new(move |filled: Option<bool>| {
        let guest = ground.with(|ground| {
            let events = &ground.as_ref()?.events;
            events.iter().find(|known| known.id == event)?.guests.get(at).cloned()
        });
        match (filled.unwrap_or_default(), guest) {
            (false, Some(guest)) => {
                form.facts.update(|facts| (facts.name, facts.phone) = (guest.name, guest.phone));
                true
            }
            (filled, _) => filled,
        }
    });
}

fn screen(t: Texts, me: Me) -> AnyView {
    let ground = live(&[Kind::Territory, Kind::Dealer, Kind::RecruitEvent, Kind::Candidate], |phone| async move {
        let all = phone.all::<Territory>().await;
        let region = all.first().map(|territory| territory.region);
        let mut events = phone.all::<RecruitEvent>().await;
        events.order_by_key(|event| std::cmp::Reverse(event.day));
        let candidates = phone.all::<Candidate>().await;
        let ids = candidates.iter().map(Candidate::place).collect();
        Ground {
            territories: all.into_iter().map(|territory| (territory.id, territory.name)).collect(),
            dealers: phone.all::<Dealer>().await,
            events,
            places: phone.several::<Outlet>(ids).await.into_iter().flatten().collect(),
            candidates,
            region,
        }
    });
    let form = Form::new(t, &me, ground);
    come_from(form, ground);
    // A sync that changes nothing to choose from does not draw the fields anew under somebody's hands.
    let choices = Memo::new(move |_| {
        ground.with(|ground| {
            let ground = ground.as_ref()?;
            let dealers = ground.dealers.iter().map(|dealer| (dealer.id, dealer.name.clone()));
            let events = ground.events.iter().map(|event| (event.id, event.name.clone()));
            Some((ground.territories.clone(), dealers.collect::<Vec<_>>(), events.collect::<Vec<_>>()))
        })
    });
    let body = move || match choices.with(Option::is_some) {
        false => skeleton_rows(5),
        true => source::fields(form),
    };
    let content = view! {
        {ui::back_bar(t, routes::PARTNERS, t.partner.add_one, ().into_any())}
        <main class="page surf" id="main" tabindex="-1">{body}</main>
        {ui::dock_edge(t.partner.add_one, form.act())}
        {same::sheet(form)}
        {street::camera(form)}
    };
    ui::frame_bare(content.into_any())
}
