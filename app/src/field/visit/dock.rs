//! The dock of a visit: what is missing, what it comes to so far, and the next act: take a photo, answer, go on, leave.

use super::answers::first_empty_slot;
use super::desk::Desk;
use super::question::{go_to, unfold_open_ones};
use super::steps::steps_of;
use crate::routes;
use crate::state::use_state;
use crate::ui::{self, Icon, icon, main_link};
use domain::rules::score::score;
use leptos::prelude::*;

/// See the module.
pub fn dock(desk: Desk, step: Memo<usize>) -> AnyView {
    let t = desk.t;
    let content = view! {
        {facts(desk)}
        <div class="acts">
            <button type="button" class="btn sq" aria-label=t.visit.note on:click=move |_| desk.noting.set(true)>
                {icon(Icon::Note)}
            </button>
            {move || act(desk, step.get())}
        </div>
    };
    ui::dock_edge(t.visit.now_points, content.into_any())
}

/// What is missing at the left, the running score and the time at the right.
fn facts(desk: Desk) -> AnyView {
    let t = desk.t;
    let state = use_state();
    let missing = move || match desk.open_items().len() {
        0 => view! { <b class="lead">{t.visit.all_answered}</b> }.into_any(),
        n => view! {
            <b class="lead">{(t.visit.left)(n)}</b>
            " "
            <span class="d2">{t.visit.left_then}</span>
        }
        .into_any(),
    };
    let points =
        Memo::new(move |_| desk.answers.with(|answers| desk.with_list(|list| score(list, answers).share.percent())));
    let stayed = move || {
        let millis = state.clock.get().since(desk.begun).max(0);
        (t.visit.in_shop)(&(t.time.minutes)(millis))
    };
    view! {
        <div class="facts">
            <span role="status">{missing}</span>
            <span class="d2">
                {t.visit.now_points} " " <b class="lead">{move || points.get()}</b> " " {t.frame.points} {t.frame.dot}
                {stayed}
            </span>
        </div>
    }
    .into_any()
}

/// The one bright act.
fn act(desk: Desk, step: usize) -> AnyView {
    let t = desk.t;
    let steps = steps_of(desk);
    let open = steps.get(step).and_then(|step| step.first_open(desk));
    if let Some(item) = open.and_then(|key| desk.item(&key)) {
        if let Some(slot) = first_empty_slot(desk, &item) {
            let words = (t.visit.take)(slot.words.get(t.language));
            return view! {
                <a class="btn main" href=routes::camera(desk.id, step, &item.key, &slot.key)>
                    {icon(Icon::Camera)}
                    {words}
                </a>
            }
            .into_any();
        }
        let go = move || {
            unfold_open_ones(desk, step);
            go_to(&item.key);
        };
        return ui::main_button(t.visit.answer_next, || false, go);
    }
    // First what comes after this step, then what was passed over.
    let next = (step + 1..steps.len()).find(|index| !steps[*index].items.is_empty());
    let left_behind = steps.iter().position(|step| step.first_open(desk).is_some());
    match (next, left_behind) {
        (Some(next), _) => main_link(routes::visit_step(desk.id, next), (t.visit.next_step)(&steps[next].name)),
        (None, Some(open)) => main_link(routes::visit_step(desk.id, open), (t.visit.next_step)(&steps[open].name)),
        (None, None) => main_link(routes::checkout(desk.id), t.visit.to_checkout),
    }
}
