//! One stop to come. A tap leads to its brief; the button beside it, and a swipe to the left as a shortcut,
//! open what else can be done with it.

use super::View;
use super::day::Row;
use super::route::reasons;
use super::swipe::{Swipe, behind};
use crate::field::shop::metres_to;
use crate::routes;
use crate::state::use_state;
use crate::text::Texts;
use crate::ui::{Icon, class_letter, icon};
use domain::id::OutletId;
use domain::rules::today::StopReason;
use leptos::prelude::*;

/// See the module.
pub fn stop(t: Texts, view: View, outlet: OutletId) -> AnyView {
    let row = Memo::new(move |_| view.day.with(|day| day.as_ref().and_then(|day| day.at(outlet).cloned())));
    let class = move || {
        row.with(|row| match row.as_ref().and_then(|row| row.stop.reasons.first()) {
            Some(StopReason::Redo(..)) => "stop hot",
            Some(StopReason::OpenTask(_) | StopReason::Overdue(_)) => "stop late",
            _ => "stop",
        })
    };
    let label = move || row.with(|row| row.as_ref().map(|row| (t.today.more)(&row.name())));
    let swipe = Swipe::new();
    view! {
        <li
            class=class
            data-drawn=move || swipe.state()
            style=("--drawn", move || swipe.place())
            on:pointerdown=move |event| swipe.begin(&event)
            on:pointermove=move |event| swipe.follow(&event)
            on:pointerup=move |_| swipe.end(move || view.ask(outlet))
            on:pointercancel=move |_| swipe.forget()
        >
            {behind(t, swipe)}
            <a href=routes::outlet(outlet) draggable="false" on:click=move |event| swipe.swallow(&event)>
                {move || row.with(|row| row.as_ref().map(|row| content(t, row)))}
            </a>
            <button type="button" class="ib more" aria-label=label on:click=move |_| view.ask(outlet)>
                {icon(Icon::More)}
            </button>
        </li>
    }
    .into_any()
}

fn content(t: Texts, row: &Row) -> AnyView {
    let state = use_state();
    let position = row.position();
    let distance = move || position.and_then(|position| metres_to(state, position)).map(t.measure.distance);
    view! {
        <span class="n"><b>{row.stop.number}</b></span>
        <span class="body">
            <span class="grow">
                <h2>
                    <span class="cut">{row.name()}</span>
                    {row.outlet.as_ref().map(|outlet| class_letter(outlet.class))}
                </h2>
                <p class="why">{reasons(t, &row.stop.reasons)}</p>
            </span>
            <span class="dist">{distance}</span>
        </span>
    }
    .into_any()
}
