//! Everybody who could step in, with what they have to walk themselves. One tap hands over, and another takes it back.

use super::file::{Candidate, Waiting};
use crate::state::{Phone, State, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Busy, Toast};
use domain::Command;
use domain::commands::{HandOver, TakeBackHandOver};
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
        let assignment = Phone.new_id::<AssignmentId>();
        // Read before the row goes with what it holds.
        let from = from.get_value();
        spawn(async move {
            match Phone.record(Command::from(HandOver { leave, to, assignment })).await {
                Ok(()) => Toast::saved((t.manage.handed_over)(&from, &name))
                    .with_undo(move || take_back(t, state, TakeBackHandOver { leave, assignment }, from.clone()))
                    .show(state),
                Err(why) => Toast::not_recorded(t, &why).show(state),
            }
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

fn take_back(t: Texts, state: State, command: TakeBackHandOver, from: String) {
    spawn(async move {
        match Phone.record(Command::from(command)).await {
            Ok(()) => Toast::saved((t.manage.hand_over_back)(&from)).show(state),
            Err(why) => Toast::not_recorded(t, &why).show(state),
        }
    });
}

fn facts(t: Texts, candidate: &Candidate) -> AnyView {
    let away = candidate.away.then(|| view! { <b class="owed">{t.manage.away_too}</b>{t.frame.dot} });
    let knows = candidate.knows.then(|| format!("{}{}", t.frame.dot, t.manage.away_knows));
    view! { {away}{(t.manage.away_own_stops)(candidate.stops)}{knows} }.into_any()
}
