//! The sheet of a task: all that is known of it, what it takes to close it, and where it belongs.

use super::owed::Row;
use super::words::{because, due, missed, said};
use super::{Desk, appeal, board, close, place, proof};
use crate::routes;
use crate::ui::{self, Busy, Icon, icon_small};
use domain::commands::CloseTask;
use domain::id::{PhotoId, TaskId};
use domain::records::Evidence;
use leptos::prelude::*;

/// What is being entered; kept while the records behind it change.
#[derive(Clone, Copy)]
pub struct Form {
    /// The sheet moves the task.
    pub moving: RwSignal<bool>,
    /// What came of it.
    pub words: RwSignal<String>,
    /// The photo that shows it.
    pub photo: RwSignal<Option<PhotoId>>,
    /// What went wrong, in the sheet: a notice would lie behind it.
    pub wrong: RwSignal<String>,
    /// An act is running.
    pub busy: Busy,
}

/// See the module.
pub fn task_sheet(desk: Desk) -> AnyView {
    let t = desk.t;
    let form = Form {
        moving: RwSignal::new(false),
        words: RwSignal::new(String::new()),
        photo: RwSignal::new(None),
        wrong: RwSignal::new(String::new()),
        busy: Busy::new(),
    };
    let row = Memo::new(move |_| desk.row());
    // What was written for one task is not offered for another.
    Effect::new(move |before: Option<Option<TaskId>>| {
        let (open, task) = (desk.open.get(), desk.at_hand.get());
        if open && before.flatten() != task {
            form.words.set(String::new());
            form.photo.set(None);
        }
        form.moving.set(false);
        form.wrong.set(String::new());
        task
    });
    // Closed meanwhile, here or elsewhere: there is nothing more to do with it.
    Effect::new(move |_| {
        if desk.open.get() && desk.owed.with(Option::is_some) && row.with(Option::is_none) {
            desk.open.set(false);
        }
    });
    let title = move || match (form.moving.get(), row.get()) {
        (true, _) => t.tasks.move_it.to_owned(),
        (false, row) => row.map(|row| row.title(t)).unwrap_or_default(),
    };
    ui::sheet(t, desk.open, title, move || {
        let inside = move || {
            row.get()
                .map(|row| if form.moving.get() { place::place(desk, form, &row) } else { shown(desk, form, &row) })
        };
        view! { <div class="sheet-in">{inside}</div> }.into_any()
    })
}

fn shown(desk: Desk, form: Form, row: &Row) -> AnyView {
    view! {
        <div class="sheet-body">
            {facts(desk, row)}
            {asked(desk, form, row)}
            {wrong(form)}
        </div>
        <div class="dock edge">
            <div class="acts">
                <button type="button" class="btn" on:click=move |_| form.moving.set(true)>
                    {desk.t.tasks.move_it}
                </button>
                {act(desk, form, row)}
            </div>
        </div>
    }
    .into_any()
}

/// What went wrong, said when it goes wrong.
pub fn wrong(form: Form) -> AnyView {
    view! { <p class="sheet-wrong" role="alert">{move || form.wrong.get()}</p> }.into_any()
}

fn facts(desk: Desk, row: &Row) -> AnyView {
    let t = desk.t;
    let task = &row.task;
    let (today, now) =
        desk.owed.with_untracked(|owed| owed.as_ref().map_or((task.due, task.asked_at), |owed| (owed.today, owed.now)));
    let fact = |term: &'static str, value: Option<AnyView>| {
        value.map(|value| {
            view! {
                <dt>{term}</dt>
                <dd>{value}</dd>
            }
        })
    };
    let shop = view! { <a href=routes::outlet(task.outlet)>{row.shop.clone()}</a> }.into_any();
    let asked = (t.tasks.asked_by)(&said(t, task), &t.time.when(task.asked_at, now, desk.offset));
    let origin =
        row.origin.as_ref().map(|(question, day)| (t.tasks.origin_of)(question, &(t.time.day)(*day)).into_any());
    let money = task.at_risk.map(|money| money.yuan().into_any());
    let why = view! {
        {because(t, row)}
        {board::placed(t, row)}
    };
    let evidence = (!row.is_redo()).then(|| (t.tasks.evidence)(task.evidence).into_any());
    // Who has to do a thing again is told what was wrong with it.
    let again = task.reopened.last().map(|again| {
        let when = t.time.when(again.at, now, desk.offset);
        view! { <b class="owed">{(t.tasks.again_by)(&again.by_name, &when, &again.because)}</b> }.into_any()
    });
    view! {
        <dl class="facts-list">
            {fact(t.tasks.shop, Some(shop))}
            {fact(t.tasks.until, Some(due(t, task, today)))}
            {fact(t.tasks.asked, Some(asked.into_any()))}
            {fact(t.tasks.again, again)}
            {fact(t.tasks.standard, missed(t, task).map(IntoAny::into_any))}
            {fact(t.tasks.origin, origin)}
            {fact(t.tasks.with, row.partner.clone().map(IntoAny::into_any))}
            {fact(t.tasks.at_risk, money)}
            {fact((t.tasks.quadrant)(row.quadrant), Some(why.into_any()))}
            {fact(t.tasks.to_close, evidence)}
        </dl>
    }
    .into_any()
}

/// What has to be shown.
fn asked(desk: Desk, form: Form, row: &Row) -> Option<AnyView> {
    if row.is_redo() {
        return Some(appeal::appeal(desk, form, row));
    }
    match row.task.evidence {
        Evidence::Word => None,
        Evidence::Sentence => Some(sentence(desk, form)),
        Evidence::Photo => Some(proof::proof(desk, form, row)),
    }
}

fn sentence(desk: Desk, form: Form) -> AnyView {
    view! {
        <div class="pad">
            {ui::area("task-words", desk.t.tasks.sentence, form.words)}
        </div>
    }
    .into_any()
}

/// The bright act: what closes it, or the way to where it can be closed.
fn act(desk: Desk, form: Form, row: &Row) -> AnyView {
    let t = desk.t;
    let task = row.task.id;
    let evidence = row.task.evidence;
    let to_shop = routes::outlet(row.task.outlet);
    if row.is_redo() {
        return ui::main_link(to_shop, t.tasks.to_retake);
    }
    let ready = move || match evidence {
        Evidence::Word => true,
        Evidence::Sentence => form.words.with(|words| !words.trim().is_empty()),
        Evidence::Photo => form.photo.get().is_some(),
    };
    let finish = move || {
        let command = CloseTask { task, photo: form.photo.get_untracked(), words: form.words.get_untracked() };
        close::close(desk, form.busy, command, move |words| form.wrong.set(words));
    };
    let done = move || {
        view! {
            <button
                type="button"
                class="btn main"
                aria-busy=move || form.busy.get().then_some("true")
                disabled=move || form.busy.get() || !ready()
                on:click=move |_| finish()
            >
                {icon_small(Icon::Check)}
                {t.tasks.tick}
            </button>
        }
        .into_any()
    };
    match evidence {
        Evidence::Word | Evidence::Sentence => done(),
        Evidence::Photo => {
            let found = proof::found(row);
            (move || match found.get() {
                Some(photos) if photos.is_empty() => ui::main_link(to_shop.clone(), t.tasks.to_take_one),
                _ => done(),
            })
            .into_any()
        }
    }
}
