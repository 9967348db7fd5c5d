//! Saying how far a goal that is told in money has come, since the first day of its month.

use super::desk::Desk;
use crate::field::{fen, fen_text};
use crate::ui::{self, Field, field};
use domain::commands::ReportGoal;
use domain::limits::MONEY_MOST;
use domain::measure::Money;
use domain::records::Goal;
use leptos::prelude::*;

/// See the module.
pub fn fields(desk: Desk, goal: &Goal) -> AnyView {
    let (t, id) = (desk.t, goal.id);
    let typed = RwSignal::new(goal.reached().map(|last| fen_text(Money(last.value))).unwrap_or_default());
    let value = move || typed.with(|typed| fen(typed).ok().flatten()).filter(|money| money.0 <= MONEY_MOST);
    let wrong = move || {
        let wrong = typed.with(|typed| !typed.trim().is_empty()) && value().is_none();
        if wrong { t.visit.bad_number } else { "" }
    };
    let entry =
        Field { id: "goal-reached", kind: "text", mode: "decimal", complete: "off", label: t.team.report_field };
    let save = move |_| {
        if let Some(money) = untrack(value) {
            desk.record(ReportGoal { goal: id, reached: money.0 }, t.team.is_reported, None);
        }
    };
    let act = view! {
        <button
            type="button"
            class="btn main"
            disabled=move || desk.busy.get() || value().is_none()
            on:click=save
        >
            {t.team.report}
        </button>
    };
    ui::sheet_form(field(entry, move || typed.get(), move |text| typed.set(text), wrong), act.into_any())
}
