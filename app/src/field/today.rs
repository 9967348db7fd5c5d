//! The day: which shops, in which order, why each is on the list, and what has been done or left out.
//! It opens with how many are left; the next one waits in the dock.

mod day;
mod dock;
mod fold;
mod head;
mod late;
mod left_open;
mod notices;
mod order;
mod route;
mod sheet;
mod skip;
mod stop;
mod swipe;

pub(crate) use route::reasons;

use crate::state::{Me, guarded, live, live_outbox, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab};
use crate::{routes, ui::skeleton_rows};
use day::Day;
use domain::Kind;
use domain::id::{OutletId, VisitId};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// See the module.
#[component]
pub fn Today() -> impl IntoView {
    guarded(screen)
}

/// What the screen reads, and what is open on it.
#[derive(Clone, Copy)]
struct View {
    day: ReadSignal<Option<Day>>,
    unsent: ReadSignal<Option<BTreeSet<VisitId>>>,
    /// Counts up when the rep has put the stops in another order, which no record says.
    orders: RwSignal<u32>,
    /// The stop whose sheet is open, or was.
    picked: RwSignal<Option<OutletId>>,
    /// Whether that sheet is open.
    asking: RwSignal<bool>,
    /// Whether the settled stops are unfolded.
    unfolded: RwSignal<bool>,
}

impl View {
    /// Whether everything of a finished stop is at the server.
    fn is_on_server(self, stop: &day::Row) -> bool {
        !stop.photos_owed
            && stop.visit().is_some_and(|visit| {
                self.unsent.with(|unsent| unsent.as_ref().is_some_and(|unsent| !unsent.contains(&visit)))
            })
    }

    /// Opens what can be done with a stop beside going there.
    fn ask(self, outlet: OutletId) {
        self.picked.set(Some(outlet));
        self.asking.set(true);
    }
}

const KINDS: &[Kind] = &[
    Kind::JourneyPlan,
    Kind::Visit,
    Kind::Task,
    Kind::Outlet,
    Kind::Photo,
    Kind::Skip,
    Kind::Leave,
    Kind::Calendar,
    Kind::LastVisit,
    Kind::Frequency,
];

fn screen(t: Texts, me: Me) -> AnyView {
    let whose = me.clone();
    let orders = RwSignal::new(0);
    let view = View {
        day: live(KINDS, move |phone| {
            orders.track();
            day::read(phone, whose.clone())
        }),
        unsent: live_outbox(super::outbox::unsent_visits),
        orders,
        picked: RwSignal::new(None),
        asking: RwSignal::new(false),
        unfolded: RwSignal::new(false),
    };
    let offset = me.offset;
    let left_open = {
        let me = me.clone();
        // Two weeks of visits are read for this: the day itself is drawn before.
        let drawn = Memo::new(move |_| view.day.with(Option::is_some));
        live(&[Kind::Visit], move |phone| {
            let (me, drawn) = (me.clone(), drawn.get());
            async move {
                if !drawn {
                    return Vec::new();
                }
                let now = phone.now();
                left_open::read(phone, &me, now.date(me.offset), now).await
            }
        })
    };
    Effect::new(move |_| {
        let forgotten =
            left_open.with(|found| found.iter().flatten().filter_map(left_open::LeftOpen::to_end).collect());
        left_open::end(forgotten);
    });
    let earlier = move || left_open.with(|found| left_open::rows(t, found.as_deref().unwrap_or_default(), offset));
    // What a stop says changes more often than whether there are any: the route stands and its rows change.
    let has_stops = Memo::new(move |_| view.day.with(|day| day.as_ref().map(|day| !day.rows.is_empty())));
    let body = move || match has_stops.get() {
        None => skeleton_rows(6),
        Some(false) => view.day.with(|day| nothing(t, day.as_ref())),
        Some(true) => route::route(t, view),
    };
    let foot = move || view.day.get().and_then(|day| dock::dock(t, view, &day, offset));
    let head = head::head(t, view);
    let body = view! {
        {head::aged(t)}
        {crate::account::update_row(t)}
        {crate::account::at_risk(t)}
        {notices::notices(t, view)}
        {earlier}
        {sheet::sheet(t, view)}
        {body}
        {late::late(t, view)}
    };
    ui::frame(t, &me, Tab::Today, head, body.into_any(), (move || foot().unwrap_or_else(ui::toasts)).into_any())
}

/// No plan, or none has come down yet.
fn nothing(t: Texts, day: Option<&Day>) -> AnyView {
    let state = use_state();
    let more = match day {
        Some(Day { free: Some(_), .. }) => t.today.free_more,
        Some(Day { away: Some(_), .. }) => t.today.away_more,
        _ => t.today.empty_more,
    };
    let words = head::words(t, day);
    (move || {
        let (complete, left) = state.sync.with(|sync| (sync.complete, sync.to_fetch));
        if complete {
            let act = view! { <a class="btn" href=routes::OUTLETS>{t.today.empty_act}</a> }.into_any();
            ui::empty(Icon::Today, words.clone(), more, Some(act))
        } else {
            let left = if left == 0 { String::new() } else { (t.frame.first_sync_left)(left) };
            ui::empty(Icon::Download, t.frame.first_sync, left, None)
        }
    })
    .into_any()
}
