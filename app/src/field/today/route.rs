//! The route as a spine: what is settled is folded into one row, what is to come has its reason first.

use super::View;
use super::fold::fold;
use super::order::shorten;
use super::stop::stop;
use crate::state::use_state;
use crate::text::Texts;
use crate::ui::Busy;
use domain::id::OutletId;
use domain::rules::today::StopReason;
use leptos::prelude::*;

/// See the module.
pub fn route(t: Texts, view: View) -> AnyView {
    let to_come = Memo::new(move |_| {
        view.day.with(|day| {
            let Some(day) = day else { return Vec::new() };
            let docked = day.next().map(|row| row.stop.outlet);
            let listed = day.rows.iter().filter(|row| !row.is_settled() && Some(row.stop.outlet) != docked);
            listed.map(|row| row.stop.outlet).collect::<Vec<OutletId>>()
        })
    });
    view! {
        {head(t, view)}
        <ol class="route">
            {fold(t, view)}
            <For each=move || to_come.get() key=|outlet| *outlet children=move |outlet| stop(t, view, outlet)/>
        </ol>
    }
    .into_any()
}

/// With three stops or more there is an order to speak of.
const WORTH_ORDERING: usize = 3;

fn head(t: Texts, view: View) -> AnyView {
    let state = use_state();
    let busy = Busy::new();
    let many = Memo::new(move |_| {
        view.day.with(|day| day.as_ref().is_some_and(|day| day.to_come().count() >= WORTH_ORDERING))
    });
    (move || {
        many.get().then(|| {
            view! {
                <div class="sec">
                    <h2>{t.today.route}</h2>
                    <button
                        type="button"
                        aria-busy=move || busy.get().then_some("true")
                        disabled=move || busy.get()
                        on:click=move |_| shorten(t, state, view, busy)
                    >
                        {t.today.shorten}
                    </button>
                </div>
            }
        })
    })
    .into_any()
}

/// Why a shop is on the list, the most urgent first and in its colour.
pub fn reasons(t: Texts, reasons: &[StopReason]) -> AnyView {
    let words = |reason: &StopReason| match reason {
        StopReason::Redo(n, _) => view! { <b class="returned">{(t.today.redo)(*n)}</b> }.into_any(),
        StopReason::OpenTask(_) => view! { <b class="owed">{t.today.open_task}</b> }.into_any(),
        StopReason::Overdue(days) => view! { <b class="owed">{(t.today.overdue)(*days)}</b> }.into_any(),
        StopReason::Planned => t.today.planned.into_any(),
        StopReason::Unplanned => t.today.unplanned.into_any(),
    };
    // Two are enough: the brief has the rest.
    reasons
        .iter()
        .take(2)
        .enumerate()
        .map(|(i, reason)| {
            view! {
                {if i == 0 { "" } else { t.frame.dot }}
                {words(reason)}
            }
        })
        .collect_view()
        .into_any()
}
