//! The route as a spine: what is done is folded into one row, what is to come has its reason first.

use super::View;
use super::day::{Day, Row};
use crate::field::shop::metres_to;
use crate::routes;
use crate::state::use_state;
use crate::text::Texts;
use crate::ui::{Icon, SyncMark, chip, class_letter, icon, icon_small};
use domain::rules::today::StopReason;
use leptos::prelude::*;

/// See the module.
pub fn route(t: Texts, view: View, day: &Day) -> AnyView {
    let docked = day.next().map(|row| row.stop.outlet);
    let done: Vec<Row> = day.rows.iter().filter(|row| row.is_done()).cloned().collect();
    let to_come: Vec<Row> =
        day.rows.iter().filter(|row| !row.is_done() && Some(row.stop.outlet) != docked).cloned().collect();
    view! {
        <ol class="route">
            {(!done.is_empty()).then(|| finished(t, view, done))}
            {to_come.into_iter().map(|row| stop(t, &row)).collect_view()}
        </ol>
    }
    .into_any()
}

fn finished(t: Texts, view: View, rows: Vec<Row>) -> AnyView {
    let open = RwSignal::new(false);
    let count = rows.len();
    let on_server = {
        let rows = rows.clone();
        move || rows.iter().filter(|row| view.is_on_server(row)).count()
    };
    let states = move || {
        let there = on_server();
        view! {
            {(there > 0).then(|| chip(SyncMark::Server, there.to_string()))}
            {(count > there).then(|| chip(SyncMark::Saved, (count - there).to_string()))}
        }
    };
    let list = move || {
        open.get().then(|| {
            rows.iter()
                .map(|row| {
                    let state = if view.is_on_server(row) { SyncMark::Server } else { SyncMark::Saved };
                    let points = row.points.map(t.today.scored).unwrap_or_default();
                    let href = row.visit().map(routes::visit).unwrap_or_default();
                    view! {
                        <li class="stop done">
                            <a href=href>
                                <span class="n"><b>{icon(Icon::Check)}</b></span>
                                <span class="body">
                                    <h2 class="grow cut">{name(row)}</h2>
                                    <span class="dist">{points}</span>
                                    <span class=state.class() role="img" aria-label=state.word(t)>
                                        {icon_small(state.icon())}
                                    </span>
                                </span>
                            </a>
                        </li>
                    }
                })
                .collect_view()
        })
    };
    let chevron = move || icon_small(if open.get() { Icon::ChevronUp } else { Icon::ChevronDown });
    view! {
        <li class="stop done">
            <button
                type="button"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span class="n"><b>{icon(Icon::Check)}</b></span>
                <span class="body">
                    <h2 class="grow">{(t.today.done)(count)}</h2>
                    {states}
                    <span class="quiet">{chevron}</span>
                </span>
            </button>
        </li>
        {list}
    }
    .into_any()
}

fn stop(t: Texts, row: &Row) -> AnyView {
    let state = use_state();
    let class = match row.stop.reasons.first() {
        Some(StopReason::Redo(..)) => "stop hot",
        Some(StopReason::OpenTask(_) | StopReason::Overdue(_)) => "stop late",
        _ => "stop",
    };
    let position = row.outlet.as_ref().map(|outlet| outlet.position);
    let distance = move || position.and_then(|position| metres_to(state, position)).map(t.measure.distance);
    view! {
        <li class=class>
            <a href=routes::outlet(row.stop.outlet)>
                <span class="n"><b>{row.stop.number}</b></span>
                <span class="body">
                    <span class="grow">
                        <h2>
                            <span class="cut">{name(row)}</span>
                            {row.outlet.as_ref().map(|outlet| class_letter(outlet.class))}
                        </h2>
                        <p class="why">{reasons(t, &row.stop.reasons)}</p>
                    </span>
                    <span class="dist">{distance}</span>
                </span>
            </a>
        </li>
    }
    .into_any()
}

fn name(row: &Row) -> String {
    row.outlet.as_ref().map(|outlet| outlet.name.clone()).unwrap_or_default()
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
