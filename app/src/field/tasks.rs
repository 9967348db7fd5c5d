//! What is owed: photos that were sent back, with the photo and the reason, and what was left to be done.

use super::names::slot_name;
use crate::routes;
use crate::state::{Me, NotRecorded, Phone, PhotoSize, guarded, live, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Icon, Tab, Toast, icon, icon_small, skeleton_rows};
use domain::commands::CloseTask;
use domain::records::{Checklist, Outlet, Photo, Task, TaskKind, Visit};
use domain::time::{Moment, Offset};
use domain::{Command, Index, Kind};
use jiff::civil::Date;
use leptos::prelude::*;

/// Days past its due date; 0 while it is not.
pub fn days_late(task: &Task, today: Date) -> i64 {
    task.due.until(today).map_or(0, |span| i64::from(span.get_days())).max(0)
}

/// A task with what has to be shown of it.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    task: Task,
    shop: String,
    /// The hash of the photo that was sent back.
    photo: Option<String>,
    /// What is asked for.
    what: String,
}

#[derive(Clone, Debug, PartialEq)]
struct Owed {
    open: Vec<Row>,
    closed: Vec<Row>,
    today: Date,
    now: Moment,
}

/// How many of the closed ones are shown.
const CLOSED: usize = 20;

/// See the module.
#[component]
pub fn Tasks() -> impl IntoView {
    guarded(screen)
}

const KINDS: &[Kind] = &[Kind::Task, Kind::Photo, Kind::Outlet];

fn screen(t: Texts, me: Me) -> AnyView {
    let whose = me.clone();
    let owed = live(KINDS, move |phone| read(t, phone, whose.clone()));
    let sentence = move || {
        owed.with(|owed| {
            let Some(owed) = owed else { return ui::say("", "") };
            let redo = owed.open.iter().filter(|row| is_redo(&row.task)).count();
            match (owed.open.len(), redo) {
                (0, _) => ui::say(t.tasks.none, t.tasks.none_more),
                (all, 0) => ui::say((t.tasks.head)(all), ""),
                (all, redo) => ui::say((t.tasks.head_redo)(redo, all - redo), ""),
            }
        })
    };
    let offset = me.offset;
    let body = move || match owed.get() {
        None => skeleton_rows(5),
        Some(owed) => list(t, &owed, offset),
    };
    // The bright act leads to the most urgent one; with nothing owed there is none.
    let foot = move || {
        let first = owed.with(|owed| owed.as_ref().and_then(|owed| owed.open.first().cloned()));
        match first {
            None => ui::toasts(),
            Some(row) => ui::dock(t.tasks.to_shop, next(t, &row)),
        }
    };
    ui::frame(t, &me, Tab::Tasks, sentence.into_any(), body.into_any(), foot.into_any())
}

async fn read(t: Texts, phone: Phone, me: Me) -> Owed {
    let now = phone.now();
    let mut tasks = phone.find::<Task>(Index::TasksOf(me.id)).await;
    tasks.sort_unstable_by_key(|task| (task.due, task.asked_at));
    let (open, mut closed): (Vec<Task>, Vec<Task>) = tasks.into_iter().partition(Task::is_open);
    closed.sort_unstable_by_key(|task| std::cmp::Reverse(task.closed.as_ref().map(|closed| closed.at)));
    closed.truncate(CLOSED);
    Owed { open: rows(t, phone, open).await, closed: rows(t, phone, closed).await, today: now.date(me.offset), now }
}

async fn rows(t: Texts, phone: Phone, tasks: Vec<Task>) -> Vec<Row> {
    let mut rows = Vec::new();
    for task in tasks {
        let shop = phone.get::<Outlet>(task.outlet).await.map(|outlet| outlet.name).unwrap_or_default();
        let (photo, what) = match &task.kind {
            TaskKind::Redo { photo, item, slot, .. } => {
                let photo = phone.get::<Photo>(*photo).await;
                let list = checklist_of(phone, photo.as_ref()).await;
                (photo.map(|photo| photo.picture.hash), slot_name(t, list.as_ref(), item, slot))
            }
            TaskKind::FollowUp { what } => (None, what.clone()),
        };
        rows.push(Row { task, shop, photo, what });
    }
    rows
}

async fn checklist_of(phone: Phone, photo: Option<&Photo>) -> Option<Checklist> {
    let visit = phone.get::<Visit>(photo?.visit).await?;
    phone.get::<Checklist>(visit.checklist).await
}

const fn is_redo(task: &Task) -> bool {
    matches!(task.kind, TaskKind::Redo { .. })
}

fn list(t: Texts, owed: &Owed, offset: Offset) -> AnyView {
    let group = |title: &'static str, rows: Vec<&Row>| {
        (!rows.is_empty()).then(|| {
            view! {
                {ui::section(title, "")}
                <div class="group">{rows.into_iter().map(|row| open_row(t, row, owed)).collect_view()}</div>
            }
        })
    };
    let (redo, other): (Vec<&Row>, Vec<&Row>) = owed.open.iter().partition(|row| is_redo(&row.task));
    let closed = (!owed.closed.is_empty()).then(|| {
        view! {
            {ui::section(t.tasks.closed, "")}
            <div class="group">
                {owed.closed.iter().map(|row| closed_row(t, row, owed.now, offset)).collect_view()}
            </div>
        }
    });
    if owed.open.is_empty() && owed.closed.is_empty() {
        return ui::empty(Icon::Task, t.tasks.none, t.tasks.none_more, None);
    }
    view! {
        {group(t.tasks.redo, redo)}
        {group(t.tasks.other, other)}
        {closed}
    }
    .into_any()
}

fn due(t: Texts, task: &Task, today: Date) -> AnyView {
    match days_late(task, today) {
        0 => (t.brief.due)(&(t.time.day)(task.due)).into_any(),
        days => view! { <b class="owed">{(t.brief.overdue)(days)}</b> }.into_any(),
    }
}

fn open_row(t: Texts, row: &Row, owed: &Owed) -> AnyView {
    let task = &row.task;
    let href = routes::outlet(task.outlet);
    match &task.kind {
        TaskKind::Redo { reasons, .. } => {
            let reasons: Vec<&str> = reasons.iter().map(|reason| (t.frame.redo_reason)(*reason)).collect();
            let note = if task.note.is_empty() { String::new() } else { format!("{}{}", t.frame.comma, task.note) };
            let said = format!("{}{}{}{note}", task.asked_by_name, t.frame.colon, reasons.join(t.frame.list));
            let thumb = row.photo.clone().map(|hash| {
                let alt = t.tasks.sent_back_photo.to_owned();
                view! { <span class="thumb">{ui::picture(t, hash, PhotoSize::Thumbnail, alt)}</span> }
            });
            view! {
                <a class="line" href=href>
                    {thumb}
                    <span class="grow">
                        <span class="t">{(t.tasks.retake)(&row.what)}</span>
                        <span class="w"><b class="returned">{said}</b></span>
                        <span class="w">{row.shop.clone()}{t.frame.dot}{due(t, task, owed.today)}</span>
                    </span>
                    <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
                </a>
            }
            .into_any()
        }
        TaskKind::FollowUp { .. } => view! {
            <div class="todo">
                {tick(t, task)}
                <a href=href>
                    <span class="grow">
                        <span class="t">{row.what.clone()}</span>
                        <span class="w">
                            {due(t, task, owed.today)}{t.frame.dot}{row.shop.clone()}{t.frame.dot}
                            {task.asked_by_name.clone()}
                        </span>
                    </span>
                    <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
                </a>
            </div>
        }
        .into_any(),
    }
}

/// Its own target beside the row, so that opening a task never finishes it.
fn tick(t: Texts, task: &Task) -> AnyView {
    let state = use_state();
    let busy = Busy::new();
    let id = task.id;
    let close = move |_| {
        if !busy.take() {
            return;
        }
        spawn(async move {
            match Phone.record(Command::from(CloseTask { task: id, photo: None, words: String::new() })).await {
                Ok(()) => Toast::saved(t.tasks.ticked).show(state),
                Err(NotRecorded::Refused(refusal)) => Toast::failed(refusal.text(t.language)).show(state),
                Err(NotRecorded::NotSaved(_)) => Toast::failed(t.visit.not_saved).show(state),
            }
            busy.done();
        });
    };
    view! {
        <button
            type="button"
            class="tick"
            aria-label=t.tasks.tick
            aria-pressed=move || busy.get().to_string()
            on:click=close
        ></button>
    }
    .into_any()
}

fn closed_row(t: Texts, row: &Row, now: Moment, offset: Offset) -> AnyView {
    let how = row.task.closed.as_ref().map(|closed| {
        let when = t.time.when(closed.at, now, offset);
        match (closed.withdrawn, closed.photo) {
            (true, _) => (t.tasks.withdrawn)(&when),
            (false, Some(_)) => (t.tasks.closed_photo)(&when),
            (false, None) => (t.tasks.closed_done)(&when),
        }
    });
    let title = if is_redo(&row.task) { (t.tasks.retake)(&row.what) } else { row.what.clone() };
    view! {
        <a class="line" href=routes::outlet(row.task.outlet)>
            <span class="quiet">{icon(Icon::Check)}</span>
            <span class="grow">
                <span class="t plain">{title}</span>
                <span class="w">{row.shop.clone()}{t.frame.dot}{how}</span>
            </span>
        </a>
    }
    .into_any()
}

/// The dock: the most urgent one, and the way to its shop.
fn next(t: Texts, row: &Row) -> AnyView {
    let what = if is_redo(&row.task) { (t.tasks.retake)(&row.what) } else { row.what.clone() };
    view! {
        <h2>{row.shop.clone()}</h2>
        <p class="because">{what}</p>
        <div class="acts">{ui::main_link(routes::outlet(row.task.outlet), t.tasks.to_shop)}</div>
    }
    .into_any()
}
