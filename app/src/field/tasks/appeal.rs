//! Speaking against a verdict (F32): once, with a reason, and the photo stays to be taken again until the manager has
//! answered.

use super::Desk;
use super::close::problem;
use super::owed::Row;
use super::sheet::Form;
use crate::state::{Phone, spawn};
use crate::ui::{self, Icon, Toast, icon_small};
use domain::Command;
use domain::commands::AppealVerdict;
use domain::records::TaskKind;
use leptos::prelude::*;

/// See the module. What was said already stands there in place of the question.
pub fn appeal(desk: Desk, form: Form, row: &Row) -> AnyView {
    let t = desk.t;
    let TaskKind::Redo { photo, verdict, .. } = &row.task.kind else { return ().into_any() };
    let (photo, verdict) = (*photo, *verdict);
    if let Some(appeal) = &row.appeal {
        let (head, because) = (
            if appeal.answered.is_some() { t.tasks.appeal_answered } else { t.tasks.appeal_waits },
            appeal.because.clone(),
        );
        return view! {
            <section class="pad stack">
                <h3>{head}</h3>
                <p class="small">{because}</p>
            </section>
        }
        .into_any();
    }
    let asking = RwSignal::new(false);
    let go = move |_| {
        if !form.busy.take() {
            return;
        }
        let command = AppealVerdict { photo, verdict, because: form.words.get_untracked() };
        spawn(async move {
            match Phone.record(Command::from(command)).await {
                Ok(()) => {
                    desk.open.set(false);
                    Toast::saved(t.tasks.appealed).show(desk.state);
                }
                Err(error) => form.wrong.set(problem(t, error)),
            }
            form.busy.done();
        });
    };
    let ask = move || {
        view! {
            {ui::area("task-appeal", t.tasks.appeal_because, form.words)}
            <p class="small quiet">{t.tasks.appeal_once}</p>
            <button
                type="button"
                class="btn wide"
                disabled=move || form.busy.get() || form.words.with(|words| words.trim().is_empty())
                on:click=go
            >
                {t.tasks.appeal_send}
            </button>
        }
        .into_any()
    };
    let offer = move || {
        view! {
            <button type="button" class="btn wide" on:click=move |_| asking.set(true)>
                {icon_small(Icon::Help)}
                {t.tasks.appeal}
            </button>
        }
        .into_any()
    };
    view! { <section class="pad stack">{move || if asking.get() { ask() } else { offer() }}</section> }.into_any()
}
