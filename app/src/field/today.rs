//! The day: which shops, in which order, why each is on the list, and what has been done.
//! It opens with how many are left; the next one waits in the dock.

mod day;
mod dock;
mod head;
mod left_open;
mod route;

use crate::state::{Me, guarded, live, live_outbox, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab};
use crate::{routes, ui::skeleton_rows};
use day::Day;
use domain::Kind;
use domain::id::VisitId;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// See the module.
#[component]
pub fn Today() -> impl IntoView {
    guarded(screen)
}

/// What the screen reads.
#[derive(Clone, Copy)]
struct View {
    day: ReadSignal<Option<Day>>,
    unsent: ReadSignal<Option<BTreeSet<VisitId>>>,
}

impl View {
    /// Whether everything of a finished stop is at the server.
    fn is_on_server(self, stop: &day::Row) -> bool {
        !stop.photos_owed
            && stop.visit().is_some_and(|visit| {
                self.unsent.with(|unsent| unsent.as_ref().is_some_and(|unsent| !unsent.contains(&visit)))
            })
    }
}

const KINDS: &[Kind] = &[Kind::JourneyPlan, Kind::Visit, Kind::Task, Kind::Outlet, Kind::Photo];

fn screen(t: Texts, me: Me) -> AnyView {
    let whose = me.clone();
    let view = View {
        day: live(KINDS, move |phone| day::read(phone, whose.clone())),
        unsent: live_outbox(super::outbox::unsent_visits),
    };
    let offset = me.offset;
    let left_open = {
        let me = me.clone();
        live(&[Kind::Visit], move |phone| {
            let me = me.clone();
            async move {
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
    let body = move || match view.day.get() {
        None => skeleton_rows(6),
        Some(day) if day.rows.is_empty() => nothing(t),
        Some(day) => route::route(t, view, &day),
    };
    let foot = move || view.day.get().and_then(|day| dock::dock(t, &day, offset));
    let head = head::head(t, view);
    let body = view! {
        {head::aged(t)}
        {crate::account::update_row(t)}
        {earlier}
        {body}
    };
    ui::frame(t, &me, Tab::Today, head, body.into_any(), (move || foot().unwrap_or_else(ui::toasts)).into_any())
}

/// No plan, or none has come down yet.
fn nothing(t: Texts) -> AnyView {
    let state = use_state();
    (move || {
        let (complete, left) = state.sync.with(|sync| (sync.complete, sync.to_fetch));
        if complete {
            let act = view! { <a class="btn" href=routes::OUTLETS>{t.today.empty_act}</a> }.into_any();
            ui::empty(Icon::Today, t.today.empty, t.today.empty_more, Some(act))
        } else {
            let left = if left == 0 { String::new() } else { (t.frame.first_sync_left)(left) };
            ui::empty(Icon::Download, t.frame.first_sync, left, None)
        }
    })
    .into_any()
}
