//! Leaving something to be done at the shop: what, and by which day.

use crate::field::visit::Desk;
use crate::state::{NotRecorded, Phone, spawn, use_state};
use crate::ui::{Busy, Icon, Toast, icon, icon_small, sheet};
use domain::Command;
use domain::commands::LeaveTask;
use domain::id::TaskId;
use domain::limits::TEXT_CHARS;
use domain::records::{Task, TaskKind};
use jiff::civil::Date;
use leptos::prelude::*;

/// Until when, if nobody says otherwise.
const A_WEEK: i64 = 7;

/// See the module.
pub fn left(desk: Desk) -> AnyView {
    let t = desk.t;
    let open = RwSignal::new(false);
    let tasks = move || {
        let visit = desk.book.visit.get().flatten();
        visit.map(|visit| desk.book.left(&visit)).unwrap_or_default()
    };
    let title = move || match tasks().len() {
        0 => t.checkout.leave_task.to_owned(),
        n => (t.checkout.tasks_left)(n),
    };
    let second = move || tasks().first().map(|task| words(desk, task));
    view! {
        <div class="group">
            <button type="button" class="line" on:click=move |_| open.set(true)>
                <span class="owed">{icon(Icon::Clock)}</span>
                <span class="grow">
                    <span class="t">{title}</span>
                    <span class="w">{second}</span>
                </span>
                <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
            </button>
        </div>
        {task_sheet(desk, open)}
    }
    .into_any()
}

fn words(desk: Desk, task: &Task) -> String {
    let t = desk.t;
    let due = (t.brief.due)(&(t.time.day)(task.due));
    match &task.kind {
        TaskKind::FollowUp { what } => format!("{what}{}{due}", t.frame.dot),
        TaskKind::Redo { .. } => due,
    }
}

fn task_sheet(desk: Desk, open: RwSignal<bool>) -> AnyView {
    let t = desk.t;
    let state = use_state();
    let what = RwSignal::new(String::new());
    let due = RwSignal::new(String::new());
    // Made when the sheet opens, so that a double tap leaves one task.
    let id = RwSignal::new(None::<TaskId>);
    let busy = Busy::new();
    Effect::new(move |_| {
        if open.get() {
            let offset = desk.me.with_value(|me| me.offset);
            let in_a_week = Phone.now().date(offset).saturating_add(jiff::Span::new().days(A_WEEK));
            id.set(Some(Phone.new_id()));
            what.set(String::new());
            due.set(in_a_week.to_string());
        }
    });
    let save = move |_| {
        let visit = desk.book.visit.get_untracked().flatten();
        let (Some(visit), Some(task), Ok(due)) = (visit, id.get_untracked(), due.get_untracked().parse::<Date>())
        else {
            return;
        };
        if !busy.take() {
            return;
        }
        let owner = desk.me.with_value(|me| me.id);
        let command = LeaveTask::plain(task, visit.outlet, owner, what.get_untracked(), due);
        spawn(async move {
            match Phone.record(Command::from(command)).await {
                Ok(()) => open.set(false),
                Err(NotRecorded::Refused(refusal)) => Toast::failed(refusal.text(t.language)).show(state),
                Err(NotRecorded::NotSaved(_)) => Toast::failed(t.visit.not_saved).show(state),
            }
            busy.done();
        });
    };
    let incomplete =
        move || busy.get() || what.with(|what| what.trim().is_empty()) || due.with(|due| due.parse::<Date>().is_err());
    sheet(
        t,
        open,
        move || t.checkout.leave_task.to_owned(),
        move || {
            view! {
                <div class="sheet-body pad">
                    <div class="field">
                        <textarea
                            id="task-what"
                            placeholder=" "
                            maxlength=TEXT_CHARS.to_string()
                            prop:value=move || what.get()
                            on:input=move |event| what.set(event_target_value(&event))
                        ></textarea>
                        <label for="task-what">{t.checkout.task_what}</label>
                    </div>
                    <div class="field">
                        <input
                            id="task-due"
                            type="date"
                            placeholder=" "
                            prop:value=move || due.get()
                            on:input=move |event| due.set(event_target_value(&event))
                        />
                        <label for="task-due">{t.checkout.task_due}</label>
                    </div>
                </div>
                <div class="dock edge">
                    <div class="acts">
                        <button type="button" class="btn main" disabled=incomplete on:click=save>
                            {t.checkout.task_save}
                        </button>
                    </div>
                </div>
            }
            .into_any()
        },
    )
}
