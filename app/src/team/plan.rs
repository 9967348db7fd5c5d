//! Planning a step that leads to a goal: what, by whom, until when. A rep plans their own, a manager anybody's.

use super::desk::Desk;
use crate::state::Phone;
use crate::ui::{self, Field, field};
use domain::Command;
use domain::commands::PlanStep;
use domain::id::{StepId, UserId};
use domain::limits::SHORT_TEXT_CHARS;
use domain::records::{Goal, GoalStep};
use jiff::civil::Date;
use leptos::prelude::*;

/// See the module.
pub fn fields(desk: Desk, goal: Goal, who: UserId, known: Option<GoalStep>) -> AnyView {
    let t = desk.t;
    // Made when the sheet opens: a double tap is one step.
    let id: StepId = known.as_ref().map_or_else(|| Phone.new_id(), |step| step.id);
    let owner = known.as_ref().map_or(who, |step| step.owner);
    let last = goal.month.last_of_month();
    let what = RwSignal::new(known.as_ref().map(|step| step.what.clone()).unwrap_or_default());
    let due = RwSignal::new(known.as_ref().map_or(last, |step| step.due).to_string());
    let goal = goal.id;
    let command = move || {
        let what = what.get().trim().to_owned();
        let due: Option<Date> = due.with(|typed| typed.parse().ok());
        due.filter(|_| !what.is_empty()).map(|due| PlanStep { goal, step: id, what, owner, due })
    };
    let before = known.map(|step| PlanStep { goal, step: id, what: step.what, owner, due: step.due });
    let before = StoredValue::new(before);
    let save = move |_| {
        if let Some(command) = untrack(command) {
            let was = before.get_value().unwrap_or_else(|| PlanStep { what: String::new(), ..command.clone() });
            desk.record(command, t.team.planned, Some(Command::from(was)));
        }
    };
    let take_away = before.get_value().map(|was| {
        let gone = PlanStep { what: String::new(), ..was.clone() };
        let drop_it = move |_| desk.record(gone.clone(), t.team.unplanned, Some(Command::from(was.clone())));
        view! {
            <button type="button" class="btn" disabled=move || desk.busy.get() on:click=drop_it>
                {t.team.drop_step}
            </button>
        }
    });
    let entry = |id, kind, label| Field { id, kind, mode: "text", complete: "off", label };
    let typed = move |text: String| what.set(text.chars().take(SHORT_TEXT_CHARS).collect());
    let whose = untrack(|| desk.name(owner));
    let asked = view! {
        <p class="meta">{t.team.who}{t.frame.colon}{whose}</p>
        {field(entry("step-what", "text", t.team.what), move || what.get(), typed, || "")}
        {field(entry("step-due", "date", t.team.due), move || due.get(), move |text| due.set(text), || "")}
    };
    let act = view! {
        <div class="acts">
            {take_away}
            <button
                type="button"
                class="btn main"
                disabled=move || desk.busy.get() || command().is_none()
                on:click=save
            >
                {t.team.keep}
            </button>
        </div>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}
