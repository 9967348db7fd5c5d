//! An event for candidates, 区域招商会 (F41, S33): when and where, who is invited, who came, and the leads that came of
//! it. Several people write at one list without a network, so each guest is written down alone.

mod guests;
mod invite;
mod leads;
mod list;
mod plan;

use crate::routes;
use crate::state::{Me, State, guarded, live, use_state};
use crate::text::{Texts, long_day};
use crate::ui::{self, Icon, Tab, icon, icon_small, skeleton_rows};
use domain::Kind;
use domain::id::EventId;
use domain::order::InOrder;
use domain::records::{Candidate, CandidateSource, Dealer, EventPremise, RecruitEvent};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The address of adding a lead of it; `guest` is the place in its list of whoever becomes one.
pub fn add_lead(id: EventId, guest: Option<usize>) -> String {
    let guest = guest.map(|at| format!("&guest={at}")).unwrap_or_default();
    format!("{}?event={id}{guest}", routes::ADD_PARTNER)
}

/// `/events`.
#[component]
pub fn EventsPage() -> impl IntoView {
    guarded(|t, me| list::screen(t, &me))
}

/// `/events/:id`.
#[component]
pub fn EventPage() -> impl IntoView {
    let params = use_params_map();
    guarded(move |t, me| {
        let named = params.with(|params| params.get("id")).and_then(|id| id.parse().ok());
        named.map_or_else(|| unknown(t, &me), |id| screen(t, &me, id))
    })
}

fn unknown(t: Texts, me: &Me) -> AnyView {
    let empty = ui::empty(Icon::Store, t.partner.event.unknown, "", None);
    ui::frame(t, me, tab(me), ui::say(t.partner.event.title, ""), empty, ().into_any())
}

/// What is known of one.
#[derive(Clone, Debug, PartialEq)]
struct Held {
    event: RecruitEvent,
    /// Those who came of it, the latest first.
    leads: Vec<Candidate>,
    /// Those of its region.
    dealers: Vec<Dealer>,
}

/// What the parts of the screen share; cheap to copy.
#[derive(Clone, Copy)]
struct Desk {
    t: Texts,
    state: State,
    held: ReadSignal<Option<Option<Held>>>,
    planning: RwSignal<bool>,
    inviting: RwSignal<bool>,
}

impl Desk {
    /// Reads what is on the screen now; nothing before it is there.
    fn with<T>(self, read: impl FnOnce(&Held) -> T) -> Option<T> {
        self.held.with(|held| held.as_ref().and_then(Option::as_ref).map(read))
    }
}

fn screen(t: Texts, me: &Me, id: EventId) -> AnyView {
    let held = live(&[Kind::RecruitEvent, Kind::Candidate, Kind::Dealer], move |phone| async move {
        let event = phone.get::<RecruitEvent>(id).await?;
        let mut leads = phone.all::<Candidate>().await;
        leads.retain(|candidate| candidate.source == CandidateSource::Event(id));
        leads.order_by_key(|candidate| std::cmp::Reverse(candidate.added_at));
        let mut dealers = phone.all::<Dealer>().await;
        dealers.retain(|dealer| dealer.region == event.region);
        Some(Held { event, leads, dealers })
    });
    let desk = Desk { t, state: use_state(), held, planning: RwSignal::new(false), inviting: RwSignal::new(false) };
    let head = move || {
        let said = desk.with(|held| {
            let came = held.event.guests.iter().filter(|guest| guest.came).count();
            (held.event.name.clone(), (t.partner.event.sum)(held.event.guests.len(), came, held.leads.len()))
        });
        let (name, sum) = said.unwrap_or_default();
        ui::back_and_say(t, routes::PARTNERS, t.partner.event.title, name, sum)
    };
    let body = move || {
        held.with(|held| match held {
            None => skeleton_rows(6),
            Some(None) => ui::empty(Icon::Store, t.partner.event.unknown, "", None),
            Some(Some(held)) => view! {
                {about(desk, held)}
                {guests::guests(desk, held)}
                {leads::leads(t, &held.leads)}
            }
            .into_any(),
        })
    };
    let body = view! {
        <div class="spread">{body}</div>
        {plan::sheet(t, desk.state, desk.planning, move || {
            untrack(|| desk.with(|held| (plan::Plan::of(&held.event), held.dealers.clone())))
        }, Callback::new(|_| ()))}
        {invite::sheet(desk)}
    };
    let act = move || {
        desk.with(|held| {
            let link = ui::main_link(add_lead(held.event.id, None), t.partner.event.add_lead);
            ui::dock(t.partner.event.title, view! { <div class="acts">{link}</div> }.into_any())
        })
        .unwrap_or_else(ui::toasts)
    };
    ui::frame(t, me, tab(me), head.into_any(), body.into_any(), act.into_any())
}

/// Where one is: a manager's board, or one of the rep's lists of places.
fn tab(me: &Me) -> Tab {
    if me.role.manages() { Tab::Partners } else { Tab::Outlets }
}

/// When and where; a tap changes it.
fn about(desk: Desk, held: &Held) -> AnyView {
    let (t, event) = (desk.t, &held.event);
    let named = held.dealers.iter().find(|dealer| event.dealer == Some(dealer.id));
    let named = named.map(|dealer| view! { <span class="w">{(t.partner.event.for_dealer)(&dealer.name)}</span> });
    view! {
        <div class="group">
            <button type="button" class="line" on:click=move |_| desk.planning.set(true)>
                {icon(Icon::Clock)}
                <span class="grow">
                    <span class="w">{t.partner.event.when_where}</span>
                    <span class="t">{when_where(t, event)}</span>
                    <span class="w">{(t.partner.event.by)(&event.host_name)}</span>
                    {named}
                </span>
                <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
            </button>
            {doubts(t, event)}
        </div>
    }
    .into_any()
}

/// What it asks of the dealer, and what of that nobody has found yet (S33). No wall: people may be invited all the same.
fn doubts(t: Texts, event: &RecruitEvent) -> AnyView {
    let open = EventPremise::ALL.into_iter().filter(|premise| !event.premises.contains(premise));
    let open: Vec<_> = open.map(t.partner.event.premise).collect();
    if open.is_empty() {
        return view! { <p class="misfit holds">{icon_small(Icon::Check)}<span>{t.partner.event.all_hold}</span></p> }
            .into_any();
    }
    let words = (t.partner.event.not_looked_at)(&open.join(t.frame.list));
    view! { <p class="misfit">{icon_small(Icon::Warning)}<span>{words}</span></p> }.into_any()
}

fn when_where(t: Texts, event: &RecruitEvent) -> String {
    let day = long_day(t, event.day);
    if event.place.is_empty() { day } else { format!("{day}{}{}", t.frame.dot, event.place) }
}
