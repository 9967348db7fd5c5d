//! The settled stops, folded into one row: what was walked and where it is, what was left out and why.

use super::View;
use super::day::Row;
use super::skip::take_up;
use crate::routes;
use crate::state::use_state;
use crate::text::Texts;
use crate::ui::{Busy, Icon, SyncMark, chip, icon, icon_small};
use domain::id::SkipId;
use leptos::prelude::*;

/// See the module; nothing while no stop is settled.
pub fn fold(t: Texts, view: View) -> AnyView {
    let settled = Memo::new(move |_| {
        view.day.with(|day| {
            let rows = day.iter().flat_map(|day| &day.rows);
            rows.filter(|row| row.is_settled()).cloned().collect::<Vec<Row>>()
        })
    });
    let any = Memo::new(move |_| settled.with(|rows| !rows.is_empty()));
    (move || any.get().then(|| folded(t, view, settled))).into_any()
}

fn folded(t: Texts, view: View, settled: Memo<Vec<Row>>) -> AnyView {
    let open = view.unfolded;
    let counts = move || {
        settled.with(|rows| {
            let skipped = rows.iter().filter(|row| row.skip().is_some()).count();
            (rows.len() - skipped, skipped)
        })
    };
    let title = move || match counts() {
        (0, skipped) => (t.today.skipped)(skipped),
        (done, 0) => (t.today.done)(done),
        (done, skipped) => (t.today.done_skipped)(done, skipped),
    };
    let states = move || {
        let (done, _) = counts();
        let there = settled.with(|rows| rows.iter().filter(|row| view.is_on_server(row)).count());
        view! {
            {(there > 0).then(|| chip(SyncMark::Server, there.to_string()))}
            {(done > there).then(|| chip(SyncMark::Saved, (done - there).to_string()))}
        }
    };
    let list = move || {
        open.get().then(|| {
            settled.with(|rows| {
                let row = |row: &Row| match row.skip() {
                    Some(skip) => left_out(t, row, skip),
                    None => walked(t, view, row),
                };
                rows.iter().map(row).collect_view()
            })
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
                    <h2 class="grow">{title}</h2>
                    {states}
                    <span class="quiet">{chevron}</span>
                </span>
            </button>
        </li>
        {list}
    }
    .into_any()
}

fn walked(t: Texts, view: View, row: &Row) -> AnyView {
    let state = if view.is_on_server(row) { SyncMark::Server } else { SyncMark::Saved };
    let points = row.points.map(t.today.scored).unwrap_or_default();
    let href = row.visit().map(routes::visit).unwrap_or_default();
    view! {
        <li class="stop done">
            <a href=href>
                <span class="n"><b>{icon(Icon::Check)}</b></span>
                <span class="body">
                    <h2 class="grow cut">{row.name()}</h2>
                    <span class="dist">{points}</span>
                    <span class=state.class() role="img" aria-label=state.word(t)>
                        {icon_small(state.icon())}
                    </span>
                </span>
            </a>
        </li>
    }
    .into_any()
}

/// Left out, with its reason, and back on the route with one tap; going there anyway is as good.
fn left_out(t: Texts, row: &Row, skip: SkipId) -> AnyView {
    let state = use_state();
    let busy = Busy::new();
    let why = row.skipped.as_ref().map(|(reason, note)| match &**note {
        "" => (t.today.skip_reason)(*reason).to_owned(),
        note => format!("{}{}{note}", (t.today.skip_reason)(*reason), t.frame.dot),
    });
    view! {
        <li class="stop done missed">
            <a href=routes::outlet(row.stop.outlet)>
                <span class="n"><b>{icon(Icon::Missed)}</b></span>
                <span class="body">
                    <span class="grow">
                        <h2><span class="cut">{row.name()}</span></h2>
                        <p class="why">
                            <b class="missed">{t.today.not_walked}</b>
                            {t.frame.dot}
                            {why}
                        </p>
                    </span>
                </span>
            </a>
            <button
                type="button"
                class="btn small"
                aria-label=(t.today.take_up_shop)(&row.name())
                disabled=move || busy.get()
                on:click=move |_| take_up(t, state, skip, busy)
            >
                {t.today.take_up}
            </button>
        </li>
    }
    .into_any()
}
