//! Putting a task elsewhere on the board than where it is proposed, with the reason; and putting it back.

use super::Desk;
use super::close::problem;
use super::owed::Row;
use super::sheet::{Form, wrong};
use crate::state::{Phone, spawn};
use crate::ui::{self, Toast};
use domain::Command;
use domain::commands::PlaceTask;
use domain::id::TaskId;
use domain::limits::SHORT_TEXT_CHARS;
use domain::records::{Placed, Quadrant};
use leptos::html;
use leptos::prelude::*;

/// See the module.
pub fn place(desk: Desk, form: Form, row: &Row) -> AnyView {
    let t = desk.t;
    let task = row.task.id;
    let before = StoredValue::new(row.task.placed.clone());
    let here = row.quadrant;
    let to = RwSignal::new(None::<Quadrant>);
    let because = RwSignal::new(String::new());
    let ready = move || {
        to.get().is_some_and(|to| to != here) && because.with(|because| !because.trim().is_empty()) && !form.busy.get()
    };
    let go = move |_| {
        let Some(quadrant) = to.get_untracked() else { return };
        let command = PlaceTask { task, quadrant: Some(quadrant), because: because.get_untracked() };
        record(desk, form, command, before.get_value(), (t.tasks.moved)((t.tasks.quadrant)(quadrant)));
    };
    let back = before.with_value(Option::is_some).then(|| {
        let act = move |_| {
            let command = PlaceTask { task, quadrant: None, because: String::new() };
            record(desk, form, command, before.get_value(), t.tasks.is_back.to_owned());
        };
        view! { <button type="button" class="btn" disabled=move || form.busy.get() on:click=act>{t.tasks.put_back}</button> }
    });
    let chips = t.tasks.why_ready.map(|words| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || because.with(|because| because == words).to_string()
                on:click=move |_| because.set(words.to_owned())
            >
                {words}
            </button>
        }
    });
    let own = ui::Field { id: "task-why", kind: "text", mode: "text", complete: "off", label: t.brief.own_words };
    let typed = move |text: String| because.set(text.chars().take(SHORT_TEXT_CHARS).collect());
    // What had the focus is gone with what the sheet showed before.
    let first: NodeRef<html::Div> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(first) = first.get() {
            // It has a tabindex, so this cannot fail; without it the focus stays where it was.
            drop(first.focus());
        }
    });
    view! {
        <div class="sheet-body pad" tabindex="-1" node_ref=first>
            <p class="small">{row.title(t)}</p>
            {ui::picks(
                t.tasks.where_to.to_owned(),
                false,
                Quadrant::ALL.map(|quadrant| (t.tasks.quadrant)(quadrant).to_owned()).to_vec(),
                move |index| to.get().unwrap_or(here) == Quadrant::ALL[index],
                move |index, _| to.set(Some(Quadrant::ALL[index])),
            )}
            <section class="stack">
                <h3>{t.tasks.why_there}</h3>
                <div class="chips wrap">{chips.collect_view()}</div>
                {ui::field(own, move || because.get(), typed, || "")}
            </section>
            {wrong(form)}
        </div>
        <div class="dock edge">
            <div class="acts">
                {back}
                <button type="button" class="btn main" disabled=move || !ready() on:click=go>{t.tasks.move_now}</button>
            </div>
        </div>
    }
    .into_any()
}

/// Moves it, and offers to put it where it was.
fn record(desk: Desk, form: Form, command: PlaceTask, before: Option<Placed>, done: String) {
    if !form.busy.take() {
        return;
    }
    let (t, task) = (desk.t, command.task);
    spawn(async move {
        match Phone.record(Command::from(command)).await {
            Ok(()) => {
                desk.open.set(false);
                Toast::saved(done).with_undo(move || put_where_it_was(desk, task, before.clone())).show(desk.state);
            }
            Err(error) => form.wrong.set(problem(t, error)),
        }
        form.busy.done();
    });
}

fn put_where_it_was(desk: Desk, task: TaskId, before: Option<Placed>) {
    let (quadrant, because) = match before {
        Some(placed) => (Some(placed.quadrant), placed.because),
        None => (None, String::new()),
    };
    spawn(async move {
        match Phone.record(Command::from(PlaceTask { task, quadrant, because })).await {
            Ok(()) => Toast::saved(desk.t.tasks.is_back).show(desk.state),
            Err(error) => Toast::failed(problem(desk.t, error)).show(desk.state),
        }
    });
}
