//! Saying that something has been done. It is durable at the tap, and taking it back is an act of its own.

use super::Desk;
use super::owed::Row;
use crate::state::{NotRecorded, Phone, spawn};
use crate::text::Texts;
use crate::ui::{Busy, Toast};
use domain::Command;
use domain::commands::{CloseTask, ReopenTask};
use domain::id::TaskId;
use domain::records::Evidence;
use leptos::prelude::*;

/// Why something was not recorded, for a person.
pub fn problem(t: Texts, error: NotRecorded) -> String {
    match error {
        NotRecorded::Refused(refusal) => refusal.text(t.language),
        NotRecorded::NotSaved(_) => t.visit.not_saved.to_owned(),
    }
}

/// Closes a task. Runs to its end whether or not its sheet stays open; `failed` hears what went wrong.
pub fn close(desk: Desk, busy: Busy, command: CloseTask, failed: impl Fn(String) + 'static) {
    if !busy.take() {
        return;
    }
    let (t, state) = (desk.t, desk.state);
    let task = command.task;
    spawn(async move {
        match Phone.record(Command::from(command)).await {
            Ok(()) => {
                desk.open.set(false);
                Toast::saved(t.tasks.ticked).with_undo(move || reopen(desk, task)).show(state);
            }
            Err(error) => failed(problem(t, error)),
        }
        busy.done();
    });
}

fn reopen(desk: Desk, task: TaskId) {
    let (t, state) = (desk.t, desk.state);
    spawn(async move {
        match Phone.record(Command::from(ReopenTask { task, because: String::new() })).await {
            Ok(()) => Toast::saved(t.tasks.reopened).show(state),
            Err(error) => Toast::failed(problem(t, error)).show(state),
        }
    });
}

/// Its own target beside the row, so that opening a task never finishes it. Where more than a word is asked for it
/// opens what asks.
pub fn tick(desk: Desk, row: &Row) -> AnyView {
    let busy = Busy::new();
    let (task, evidence) = (row.task.id, row.task.evidence);
    // The second tap of a double tap finds the row that has moved up: it was not meant.
    let act = move |tap: leptos::ev::MouseEvent| match evidence {
        _ if tap.detail() > 1 => {}
        Evidence::Word => {
            let command = CloseTask { task, photo: None, words: String::new() };
            close(desk, busy, command, move |words| Toast::failed(words).show(desk.state));
        }
        Evidence::Sentence | Evidence::Photo => desk.show(task),
    };
    view! {
        <button
            type="button"
            class="tick"
            aria-label=desk.t.tasks.tick
            aria-pressed=move || (evidence == Evidence::Word).then(|| busy.get().to_string())
            aria-haspopup=(evidence != Evidence::Word).then_some("dialog")
            on:click=act
        ></button>
    }
    .into_any()
}
