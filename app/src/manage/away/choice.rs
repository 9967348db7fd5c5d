//! Everybody who could step in, with what they have to walk themselves. One tap hands over.

use super::file::{Candidate, Waiting};
use crate::state::{NotRecorded, Phone, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Busy, Toast};
use domain::Command;
use domain::commands::HandOver;
use domain::id::{AssignmentId, UserId};
use leptos::prelude::*;

/// See the module.
pub fn choice(t: Texts, waiting: &Waiting) -> AnyView {
    if waiting.candidates.is_empty() {
        return view! { <p class="pad quiet">{t.manage.away_nobody}</p> }.into_any();
    }
    let state = use_state();
    // One for all of them: the first tap counts, and the posting it makes is made once.
    let busy = Busy::new();
    let leave = waiting.leave.id;
    let from = StoredValue::new(waiting.leave.rep_name.clone());
    let hand_over = move |to: UserId, name: String| {
        if !busy.take() {
            return;
        }
        let command = HandOver { leave, to, assignment: Phone.new_id::<AssignmentId>() };
        spawn(async move {
            let notice = match Phone.record(Command::from(command)).await {
                Ok(()) => {
                    let from = from.try_get_value().unwrap_or_default();
                    Toast::saved((t.manage.handed_over)(&from, &name))
                }
                Err(NotRecorded::Refused(refusal)) => Toast::failed(refusal.text(t.language)),
                Err(NotRecorded::NotSaved(_)) => Toast::failed(t.visit.not_saved),
            };
            notice.show(state);
            busy.done();
        });
    };
    let rows = waiting.candidates.iter().map(|candidate| {
        let (user, name) = (candidate.user, candidate.name.clone());
        view! {
            <li class="stand-in">
                <span class="grow">
                    <span class="t">{candidate.name.clone()}</span>
                    <span class="w">{facts(t, candidate)}</span>
                </span>
                <button
                    type="button"
                    class="btn small"
                    disabled=move || busy.get()
                    on:click=move |_| hand_over(user, name.clone())
                >
                    {(t.manage.hand_over_to)(&candidate.name)}
                </button>
            </li>
        }
    });
    view! { <ul class="stand-ins" aria-label=t.manage.away_who>{rows.collect_view()}</ul> }.into_any()
}

fn facts(t: Texts, candidate: &Candidate) -> AnyView {
    let away = candidate.away.then(|| view! { <b class="owed">{t.manage.away_too}</b>{t.frame.dot} });
    let knows = candidate.knows.then(|| format!("{}{}", t.frame.dot, t.manage.away_knows));
    view! { {away}{(t.manage.away_own_stops)(candidate.stops)}{knows} }.into_any()
}
