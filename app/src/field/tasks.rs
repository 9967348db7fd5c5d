//! What is owed: photos to take again first, then what was left at a visit, then what has been done.

use crate::routes;
use crate::state::{NotRecorded, Phone, PhotoSize, State, guarded, live, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Icon, SyncMark, Tab, Toast, mark};
use domain::commands::CloseTask;
use domain::id::{TaskId, UserId};
use domain::records::{Outlet, Photo, Task, TaskKind};
use domain::time::{Moment, Offset};
use domain::{Index, Kind};
use leptos::prelude::*;

/// How many ended tasks are shown.
const CLOSED_SHOWN: usize = 20;

/// A task with what is shown beside it.
#[derive(Clone, Debug, PartialEq)]
struct Owed {
    task: Task,
    outlet: String,
    /// The picture that was sent back.
    photo: Option<String>,
}

/// `/tasks`.
#[component]
pub fn Tasks() -> impl IntoView {
    guarded(|t, me| {
        let (owner, offset) = (me.id, me.offset);
        let found = live(&[Kind::Task, Kind::Outlet, Kind::Photo], move |phone| owed(phone, owner));
        let head = move || found.with(|found| found.as_ref().map(|found| head(t, found)));
        let body = move || {
            found.with(|found| match found {
                None => ui::skeleton_rows(5),
                Some(found) => lists(t, offset, found),
            })
        };
        let foot = view! { <div class="foot">{ui::toasts()}</div> };
        ui::frame(t, &me, Tab::Tasks, head.into_any(), body.into_any(), foot.into_any())
    })
}

async fn owed(phone: Phone, owner: UserId) -> Vec<Owed> {
    let mut tasks = phone.find::<Task>(Index::TasksOf(owner)).await;
    tasks.sort_by_key(|task| (task.due, task.asked_at));
    let ended = tasks.extract_if(.., |task| !task.is_open());
    let mut ended: Vec<Task> = ended.collect();
    ended.sort_by_key(|task| std::cmp::Reverse(task.closed.as_ref().map(|closed| closed.at)));
    ended.truncate(CLOSED_SHOWN);
    let mut owed = Vec::new();
    for task in tasks.into_iter().chain(ended) {
        let outlet = phone.get::<Outlet>(task.outlet).await.map(|outlet| outlet.name).unwrap_or_default();
        let photo = match task.kind {
            TaskKind::Redo { photo, .. } if task.is_open() => phone.get::<Photo>(photo).await,
            _ => None,
        };
        owed.push(Owed { task, outlet, photo: photo.map(|photo| photo.picture.hash) });
    }
    owed
}

fn is_redo(task: &Task) -> bool {
    matches!(task.kind, TaskKind::Redo { .. })
}

fn head(t: Texts, found: &[Owed]) -> AnyView {
    let open = || found.iter().filter(|owed| owed.task.is_open());
    let redo = open().filter(|owed| is_redo(&owed.task)).count();
    let rest = open().count() - redo;
    match (redo, rest) {
        (0, 0) => ui::say(t.tasks.none, ""),
        (0, rest) => ui::say((t.tasks.head)(rest), ""),
        (redo, rest) => ui::say((t.tasks.head_redo)(redo, rest), ""),
    }
}

fn lists(t: Texts, offset: Offset, found: &[Owed]) -> AnyView {
    if found.is_empty() {
        return ui::empty(Icon::Task, t.tasks.none, t.tasks.none_more, None);
    }
    let group = |title: &'static str, rows: Vec<AnyView>| {
        (!rows.is_empty()).then(|| view! { {ui::section(title, rows.len().to_string())} <div class="group">{rows}</div> })
    };
    let open = |redo: bool| found.iter().filter(move |owed| owed.task.is_open() && is_redo(&owed.task) == redo);
    let done = found.iter().filter(|owed| !owed.task.is_open());
    view! {
        {group(t.tasks.redo, open(true).map(|owed| redo_row(t, offset, owed)).collect())}
        {group(t.tasks.other, open(false).map(|owed| todo_row(t, offset, owed)).collect())}
        {group(t.tasks.closed, done.map(|owed| done_row(t, offset, owed)).collect())}
    }
    .into_any()
}

/// Until when, ochre once it is past.
fn due(t: Texts, offset: Offset, task: &Task) -> AnyView {
    let state = use_state();
    let due = task.due;
    (move || {
        let today = state.clock.get().date(offset);
        let late = due.until(today).map_or(0, |span| i64::from(span.get_days()));
        if late > 0 && state.clock.get() != Moment::default() {
            view! { <b class="owed">{(t.brief.overdue)(late)}</b> }.into_any()
        } else {
            (t.brief.due)(&(t.time.day)(due)).into_any()
        }
    })
    .into_any()
}

fn redo_row(t: Texts, offset: Offset, owed: &Owed) -> AnyView {
    let task = &owed.task;
    let TaskKind::Redo { reasons, .. } = &task.kind else { return ().into_any() };
    let why: Vec<&str> = reasons.iter().map(|reason| (t.frame.redo_reason)(*reason)).collect();
    let mut words = why.join(t.frame.list);
    if !task.note.is_empty() {
        words = format!("{words}{}{}", t.frame.comma, task.note);
    }
    let picture = match &owed.photo {
        Some(hash) => view! { <span class="thumb">{ui::picture(t, hash.clone(), PhotoSize::Thumbnail, t.tasks.sent_back_photo.to_owned())}</span> }.into_any(),
        None => mark(SyncMark::Refused),
    };
    let second = view! {
        <b class="returned">{words}</b>
        <br/>
        {task.asked_by_name.clone()}
        {t.frame.dot}
        {due(t, offset, task)}
    };
    ui::line_link(routes::outlet(task.outlet), picture, owed.outlet.clone(), second.into_any())
}

fn todo_row(t: Texts, offset: Offset, owed: &Owed) -> AnyView {
    let task = &owed.task;
    let TaskKind::FollowUp { what } = &task.kind else { return ().into_any() };
    let (state, busy) = (use_state(), Busy::new());
    let id = task.id;
    view! {
        <div class="todo">
            <button
                type="button"
                class="tick"
                aria-pressed="false"
                aria-label=t.tasks.tick
                disabled=move || busy.get()
                on:click=move |_| close(t, state, busy, id)
            ></button>
            <a href=routes::outlet(task.outlet)>
                <span class="grow">
                    <span class="t">{what.clone()}</span>
                    <span class="w">{due(t, offset, task)}{t.frame.dot}{owed.outlet.clone()}</span>
                </span>
            </a>
        </div>
    }
    .into_any()
}

fn close(t: Texts, state: State, busy: Busy, task: TaskId) {
    if !busy.take() {
        return;
    }
    spawn(async move {
        let answer = Phone.record(CloseTask { task, photo: None }.into()).await;
        busy.done();
        match answer {
            Ok(()) => Toast::saved(t.tasks.ticked).show(state),
            Err(NotRecorded::Refused(refusal)) => Toast::failed(refusal.text(t.language)).show(state),
            Err(NotRecorded::NotSaved(_)) => Toast::failed(t.visit.not_saved).show(state),
        }
    });
}

fn done_row(t: Texts, offset: Offset, owed: &Owed) -> AnyView {
    let Some(closed) = &owed.task.closed else { return ().into_any() };
    let day = (t.time.day)(closed.at.date(offset));
    let how = match closed {
        closed if closed.withdrawn => (t.tasks.withdrawn)(&day),
        closed if closed.photo.is_some() => (t.tasks.closed_photo)(&day),
        _ => (t.tasks.closed_done)(&day),
    };
    let what = match &owed.task.kind {
        TaskKind::Redo { .. } => t.tasks.redo.to_owned(),
        TaskKind::FollowUp { what } => what.clone(),
    };
    let second = format!("{}{}{how}", owed.outlet, t.frame.dot);
    ui::line_link(routes::outlet(owed.task.outlet), view! { <span class="quiet">{ui::icon(Icon::Check)}</span> }.into_any(), what, second.into_any())
}
