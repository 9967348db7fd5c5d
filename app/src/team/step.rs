//! A step of a goal: what, by whom, until when, and the tick. Whoever owes it ticks it off, or a manager.

use super::book::Shown;
use super::desk::{Asked, Desk};
use crate::ui::{Icon, icon};
use domain::Command;
use domain::commands::FinishStep;
use domain::id::{StepId, UserId};
use domain::records::GoalStep;
use leptos::prelude::*;

/// See the module.
pub fn step(desk: Desk, who: UserId, shown: Memo<Option<Shown>>, id: StepId) -> AnyView {
    let t = desk.t;
    let step = Memo::new(move |_| {
        let of = |shown: &Shown| shown.goal.steps.iter().find(|step| step.id == id).cloned();
        shown.with(|shown| shown.as_ref().and_then(of))
    });
    let read = move |of: fn(&GoalStep) -> String| move || step.with(|step| step.as_ref().map(of).unwrap_or_default());
    let what = read(|step| step.what.clone());
    let second = move || {
        step.with(|step| {
            let step = step.as_ref()?;
            let when = match step.done {
                Some(day) => (t.team.done_on)(&(t.time.day)(day)),
                None => (t.team.until)(&(t.time.day)(step.due)),
            };
            Some(format!("{}{}{when}", step.owner_name, t.frame.dot))
        })
    };
    let done = move || step.with(|step| step.as_ref().is_some_and(|step| step.done.is_some()));
    let theirs = move || step.with(|step| step.as_ref().is_some_and(|step| desk.is_me(step.owner)));
    let may = move || desk.manages() || theirs();
    let tick = move |done: bool| {
        let Some(goal) = shown.with_untracked(|shown| shown.as_ref().map(|shown| shown.goal.id)) else { return };
        let finish = |done| Command::from(FinishStep { goal, step: id, done });
        let words = if done { t.team.is_done } else { t.team.is_undone };
        desk.record(finish(done), words, Some(finish(!done)));
    };
    let edit = move |_| {
        let goal = shown.with_untracked(|shown| shown.as_ref().map(|shown| shown.goal.clone()));
        if let Some((goal, step)) = goal.zip(step.get_untracked()) {
            desk.ask(Asked::Step(goal, who, Some(step)));
        }
    };
    let change = move || {
        may().then(|| {
            let label = move || step.with(|step| step.as_ref().map(|step| (t.team.change_step)(&step.what)));
            view! { <button type="button" class="ib" aria-label=label on:click=edit>{icon(Icon::Pen)}</button> }
        })
    };
    view! {
        <li>
            <label class="pick grow">
                <input
                    type="checkbox"
                    prop:checked=done
                    disabled=move || !may()
                    on:change=move |event| tick(event_target_checked(&event))
                />
                <i></i>
                <span><span class="t">{what}</span><span class="w">{second}</span></span>
            </label>
            {change}
        </li>
    }
    .into_any()
}
