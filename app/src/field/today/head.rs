//! The opening sentence of the day, the ring, and where the work is.

use super::View;
use super::day::Day;
use crate::routes;
use crate::state::use_state;
use crate::text::Texts;
use crate::ui::{self, Icon, SyncMark, icon, icon_small};
use leptos::prelude::*;

/// See the module.
pub fn head(t: Texts, view: View) -> AnyView {
    view! {
        <header class="hello">
            <div class="grow">
                {move || view.day.with(|day| sentence(t, day.as_ref()))}
                <div class="net">{net(t)}</div>
            </div>
            {move || {
                view.day
                    .get()
                    .filter(|day| !day.rows.is_empty())
                    .map(|day| ring(t, view, &day))
            }}
        </header>
    }
    .into_any()
}

fn sentence(t: Texts, day: Option<&Day>) -> AnyView {
    let Some(day) = day else {
        return view! {
            <p class="sk w2"></p>
            <h1 class="sk w3">{t.frame.loading}</h1>
        }
        .into_any();
    };
    let mut line = (t.time.weekday)(day.date);
    for route in &day.routes {
        line.push_str(t.frame.dot);
        line.push_str(route);
    }
    let words = words(t, Some(day));
    view! {
        <p class="meta">{line}</p>
        <h1>{words}</h1>
    }
    .into_any()
}

/// The opening sentence: what is left, or how the day ended, or why there is nothing to walk.
pub fn words(t: Texts, day: Option<&Day>) -> String {
    let Some(day) = day else { return t.today.empty.to_owned() };
    let tally = day.tally();
    match (&day.free, &day.away) {
        _ if tally.left() > 0 => (t.today.left)(tally.left()),
        _ if tally.skipped > 0 => (t.today.done_skipped)(tally.done, tally.skipped),
        _ if tally.all > 0 => (t.today.all_done)(tally.all),
        (Some(name), _) => (t.today.free)(name.get(t.language)),
        (None, Some(_)) => t.today.away.to_owned(),
        (None, None) => t.today.empty.to_owned(),
    }
}

fn ring(t: Texts, view: View, day: &Day) -> AnyView {
    let next = day.next().map(|row| row.stop.outlet);
    let arcs = day.rows.iter().map(|row| match row.is_done() {
        true if view.is_on_server(row) => "d",
        true => "u",
        false if row.skip().is_some() => "m",
        false if Some(row.stop.outlet) == next => "n",
        false => "",
    });
    let tally = day.tally();
    let label = (t.today.ring)(tally.all, tally.done, tally.skipped);
    ui::ring(arcs.collect(), format!("{}/{}", tally.done, tally.all), t.today.walked, label)
}

/// What is only on this phone, and whether there is a network: facts, not alarms.
fn net(t: Texts) -> AnyView {
    let state = use_state();
    (move || {
        state.sync.with(|sync| {
            let waiting = sync.waiting + sync.photos_waiting;
            // A count of shops that are still coming down says so.
            let coming =
                (!sync.complete && !sync.is_offline()).then(|| ui::chip(SyncMark::Sending, t.frame.first_sync));
            view! {
                {coming}
                {(waiting > 0).then(|| ui::chip(SyncMark::Saved, (t.frame.n_saved_here)(waiting)))}
                {sync
                    .is_offline()
                    .then(|| {
                        view! {
                            <span class="st quiet">
                                {icon_small(Icon::WifiOff)}
                                {t.frame.offline}
                            </span>
                        }
                    })}
            }
        })
    })
    .into_any()
}

/// Four hours: the only age that is loud.
const AGED: i64 = 4 * 60 * 60 * 1000;

/// Unsent work that has become old.
pub fn aged(t: Texts) -> AnyView {
    let state = use_state();
    (move || {
        let now = state.clock.get();
        state.sync.with(|sync| {
            let age = sync.oldest_waiting.map(|oldest| now.since(oldest)).filter(|age| *age >= AGED)?;
            let words = (t.today.aged)(sync.waiting, &(t.time.hours)(age / 3_600_000));
            Some(view! {
                <a class="aged" href=routes::OUTBOX>
                    {icon(Icon::Clock)}
                    <span class="grow">
                        {words}
                        <p>{t.today.aged_more}</p>
                    </span>
                </a>
            })
        })
    })
    .into_any()
}

/// When a visit was before today, and what it came to.
pub fn last_words(t: Texts, last: Option<(jiff::civil::Date, Option<u32>)>) -> String {
    match last {
        Some((day, Some(points))) => (t.today.last_score)(&(t.time.day)(day), points),
        Some((day, None)) => (t.today.last)(&(t.time.day)(day)),
        None => t.today.never.to_owned(),
    }
}
