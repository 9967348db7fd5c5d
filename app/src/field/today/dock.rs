//! The dock of the day: the visit that is open, else the next shop, else what is still to be sent.

use super::View;
use super::day::{Day, Row};
use super::head::last_words;
use super::route::reasons;
use crate::field::shop::{metres_to, reach_buttons};
use crate::routes;
use crate::state::use_state;
use crate::text::{Texts, clock};
use crate::ui::{self, Icon, icon, main_link};
use domain::rules::today::StopState;
use domain::time::Offset;
use leptos::prelude::*;

/// See the module; none when there is nothing to say.
pub fn dock(t: Texts, view: View, day: &Day, offset: Offset) -> Option<AnyView> {
    if day.rows.is_empty() {
        return None;
    }
    Some(match day.next() {
        Some(row) => next(t, view, day, row, offset),
        None => finished(t, day.tally().skipped),
    })
}

fn next(t: Texts, view: View, day: &Day, row: &Row, offset: Offset) -> AnyView {
    let state = use_state();
    let outlet = row.outlet.clone();
    let position = outlet.as_ref().map(|outlet| outlet.position);
    let far = move || {
        position.and_then(|position| metres_to(state, position)).map(|metres| {
            let distance = (t.measure.distance)(metres);
            // Nobody walks for an hour: beyond three kilometres only the distance is said.
            if metres <= 3_000 { format!("{distance}{}{}", t.frame.comma, (t.measure.walk)(metres)) } else { distance }
        })
    };
    let (above, act) = match row.stop.state {
        StopState::Open(visit) => {
            let since = row.since.map(|at| clock(at, offset)).unwrap_or_default();
            ((t.today.here)(&since), main_link(format!("{}{}", routes::visit(visit), day.place), t.today.back_to_visit))
        }
        StopState::ToDo | StopState::Done(_) | StopState::Skipped(_) => {
            ((t.today.next)(row.stop.number), main_link(routes::outlet(row.stop.outlet), t.today.to_brief))
        }
    };
    let facts = outlet.as_ref().map(|outlet| {
        format!("{0}{1}{0}{2}", t.frame.dot, (t.frame.class)(outlet.class.letter()), last_words(t, day.last))
    });
    let (id, label) = (row.stop.outlet, (t.today.more)(&row.name()));
    let more = (row.stop.state == StopState::ToDo).then(|| {
        view! {
            <button type="button" class="ib" aria-label=label on:click=move |_| view.ask(id)>
                {icon(Icon::More)}
            </button>
        }
    });
    let content = view! {
        <div class="next">
            <span class="grow">{above}</span>
            <span>{far}</span>
            {more}
        </div>
        <h2>{outlet.as_ref().map(|outlet| outlet.name.clone())}</h2>
        <p class="because">
            {reasons(t, row.stop.reasons.get(..1).unwrap_or_default())}
            {facts}
        </p>
        <div class="acts">
            {outlet.as_ref().map(|outlet| reach_buttons(t, outlet, true))}
            {act}
        </div>
    };
    ui::dock(t.today.next_label, content.into_any())
}

fn finished(t: Texts, skipped: usize) -> AnyView {
    let state = use_state();
    let more = move || {
        state.sync.with(|sync| {
            let waiting = sync.waiting + sync.photos_waiting;
            match waiting {
                _ if !sync.counted => String::new(),
                0 if sync.lacks_photos() => t.outbox.all_but_photos.to_owned(),
                0 => t.outbox.all_sent.to_owned(),
                _ => (t.today.finished_waiting)(waiting),
            }
        })
    };
    let content = view! {
        <div class="grow">
            <b>{if skipped > 0 { (t.today.finished_skipped)(skipped) } else { t.today.finished.to_owned() }}</b>
            <p class="meta">{more}</p>
        </div>
        <a class="btn mid" href=routes::OUTBOX>{t.today.to_outbox}</a>
    };
    ui::dock_calm(t.today.next_label, content.into_any())
}
