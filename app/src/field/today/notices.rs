//! What is unusual about the day (F2): nobody walks on it, the rep is away, or the rep steps in for somebody,
//! with what that person has left to be known.

use super::View;
use super::day::Day;
use crate::text::Texts;
use crate::ui::{Icon, icon, icon_small};
use domain::records::Leave;
use leptos::prelude::*;

/// See the module.
pub fn notices(t: Texts, view: View) -> AnyView {
    let facts = Memo::new(move |_| {
        view.day.with(|day| {
            let Some(Day { free, away, stands_in, rows, .. }) = day else { return (None, None, Vec::new()) };
            // On an empty screen its sentence says it already.
            let free = free.clone().filter(|_| !rows.is_empty());
            (free, away.clone(), stands_in.clone())
        })
    });
    (move || {
        let (free, away, stands_in) = facts.get();
        if free.is_none() && away.is_none() && stands_in.is_empty() {
            return None;
        }
        let free = free.map(|name| {
            let words = (t.today.free)(name.get(t.language));
            view! {
                <div class="line">
                    <span class="quiet">{icon(Icon::Today)}</span>
                    <span class="grow"><span class="t">{words}</span><span class="w">{t.today.free_more}</span></span>
                </div>
            }
        });
        Some(view! {
            <div class="group">
                {free}
                {away.map(|leave| own_leave(t, &leave))}
                {stands_in.iter().map(|(leave, routes)| steps_in(t, leave, routes)).collect_view()}
            </div>
        })
    })
    .into_any()
}

fn own_leave(t: Texts, leave: &Leave) -> AnyView {
    let until = leave.window.until.map(|day| (t.today.away_until)(&(t.time.day)(day))).unwrap_or_default();
    let who = match &*leave.substitute_name {
        "" => t.today.nobody_steps_in.to_owned(),
        name => (t.today.somebody_steps_in)(name),
    };
    view! {
        <div class="line">
            <span class="quiet">{icon(Icon::Person)}</span>
            <span class="grow">
                <span class="t">{who}</span>
                <span class="w">{until}</span>
            </span>
        </div>
    }
    .into_any()
}

/// The hand-over is folded: who has read it once wants the route.
fn steps_in(t: Texts, leave: &Leave, routes: &[String]) -> AnyView {
    let title = match routes {
        [] => (t.today.stand_in)(&leave.rep_name),
        routes => (t.today.walk_for)(&leave.rep_name, &routes.join(t.frame.list)),
    };
    let brief = leave.brief.clone();
    if brief.is_empty() {
        return view! {
            <div class="line">
                <span class="quiet">{icon(Icon::Person)}</span>
                <span class="grow"><span class="t">{title}</span></span>
            </div>
        }
        .into_any();
    }
    let open = RwSignal::new(false);
    let id = format!("brief-{}", leave.id);
    let chevron = move || icon_small(if open.get() { Icon::ChevronUp } else { Icon::ChevronDown });
    view! {
        <div class="notice">
            <button
                type="button"
                class="line"
                aria-expanded=move || open.get().to_string()
                aria-controls=id.clone()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span class="quiet">{icon(Icon::Person)}</span>
                <span class="grow">
                    <span class="t">{title}</span>
                    <span class="w">{t.today.hand_over}</span>
                </span>
                <span class="quiet">{chevron}</span>
            </button>
            <p class="brief" id=id hidden=move || !open.get()>{brief}</p>
        </div>
    }
    .into_any()
}
