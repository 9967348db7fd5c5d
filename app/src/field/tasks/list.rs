//! The tasks as a list: what has to be taken again, what is to be done, what is done.

use super::owed::{Owed, Row};
use super::words::{due, missed, said, tags};
use super::{Desk, close};
use crate::routes;
use crate::state::PhotoSize;
use crate::text::Texts;
use crate::ui::{self, Icon, icon, icon_small};
use domain::id::TaskId;
use domain::time::{Moment, Offset};
use jiff::civil::Date;
use leptos::prelude::*;

/// See the module. A row is its task for as long as it stands: what moves up when another is done must not take over
/// a tap that was meant for that one.
pub fn list(desk: Desk) -> AnyView {
    let t = desk.t;
    let open = move |redo: bool| {
        ids(desk, move |owed| owed.open.iter().filter(|row| row.is_redo() == redo).map(|row| row.task.id).collect())
    };
    let closed = ids(desk, |owed| owed.closed.iter().map(|row| row.task.id).collect());
    view! {
        {group(t.tasks.redo, open(true), move |id| open_row(desk, id))}
        {group(t.tasks.other, open(false), move |id| open_row(desk, id))}
        {group(t.tasks.closed, closed, move |id| done_row(desk, id))}
    }
    .into_any()
}

fn ids(desk: Desk, which: impl Fn(&Owed) -> Vec<TaskId> + Send + Sync + 'static) -> Memo<Vec<TaskId>> {
    Memo::new(move |_| desk.owed.with(|owed| owed.as_ref().map(&which).unwrap_or_default()))
}

fn group(
    title: &'static str,
    ids: Memo<Vec<TaskId>>,
    row: impl Fn(TaskId) -> AnyView + Copy + Send + 'static,
) -> AnyView {
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    (move || {
        any.get().then(|| {
            view! {
                {ui::section(title, "")}
                <div class="group"><For each=move || ids.get() key=|id| *id children=row/></div>
            }
        })
    })
    .into_any()
}

/// A redo is done in the shop only, so that its row leads there, with a way beside it to what else can be done about it;
/// anything else opens.
fn open_row(desk: Desk, id: TaskId) -> AnyView {
    let row = row_of(desk, id, |owed| (&owed.open, owed.today));
    (move || {
        row.get().map(|(row, today)| match row.is_redo() {
            true => redo_row(desk, &row, today),
            false => follow_up_row(desk, &row, today),
        })
    })
    .into_any()
}

fn done_row(desk: Desk, id: TaskId) -> AnyView {
    let row = row_of(desk, id, |owed| (&owed.closed, owed.now));
    (move || row.get().map(|(row, now)| closed_row(desk.t, &row, now, desk.offset))).into_any()
}

/// What is known of a task, and the time that its words are relative to.
fn row_of<T: Clone + PartialEq + Send + Sync + 'static>(
    desk: Desk,
    id: TaskId,
    within: fn(&Owed) -> (&Vec<Row>, T),
) -> Memo<Option<(Row, T)>> {
    Memo::new(move |_| {
        desk.owed.with(|owed| {
            let (rows, time) = within(owed.as_ref()?);
            Some((rows.iter().find(|row| row.task.id == id)?.clone(), time))
        })
    })
}

fn redo_row(desk: Desk, row: &Row, today: Date) -> AnyView {
    let t = desk.t;
    let task = &row.task;
    let id = task.id;
    let waits = row.appeal.as_ref().filter(|appeal| appeal.answered.is_none());
    let waits = waits.map(|_| view! { <span class="w">{t.tasks.appeal_waits}</span> });
    let more = (t.tasks.more_on)(&row.what);
    let thumb = row.photo.clone().map(|hash| {
        let alt = t.tasks.sent_back_photo.to_owned();
        view! { <span class="thumb">{ui::picture(t, hash, PhotoSize::Thumbnail, alt)}</span> }
    });
    view! {
        <div class="redo-row">
            <a class="line" href=routes::outlet(task.outlet)>
                {thumb}
                <span class="grow">
                    <span class="t">{row.title(t)}</span>
                    <span class="w"><b class="returned">{said(t, task)}</b></span>
                    {missed(t, task).map(|words| view! { <span class="w">{words}</span> })}
                    <span class="w">{row.shop.clone()}{t.frame.dot}{due(t, task, today)}</span>
                    {waits}
                </span>
            </a>
            <button type="button" class="ib" aria-haspopup="dialog" aria-label=more on:click=move |_| desk.show(id)>
                {icon(Icon::More)}
            </button>
        </div>
    }
    .into_any()
}

fn follow_up_row(desk: Desk, row: &Row, today: Date) -> AnyView {
    let t = desk.t;
    let task = &row.task;
    let id = task.id;
    view! {
        <div class="todo">
            {close::tick(desk, row)}
            <button type="button" class="in" aria-haspopup="dialog" on:click=move |_| desk.show(id)>
                <span class="grow">
                    <span class="t">{row.what.clone()}</span>
                    <span class="w">
                        {due(t, task, today)}{t.frame.dot}{row.shop.clone()}{t.frame.dot}{said(t, task)}
                    </span>
                    {tags(t, row)}
                </span>
                <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
            </button>
        </div>
    }
    .into_any()
}

fn closed_row(t: Texts, row: &Row, now: Moment, offset: Offset) -> AnyView {
    let how = row.task.closed.as_ref().map(|closed| {
        let when = t.time.when(closed.at, now, offset);
        match (closed.withdrawn, row.is_redo()) {
            (true, _) => (t.tasks.withdrawn)(&when),
            (false, true) => (t.tasks.closed_photo)(&when),
            (false, false) => (t.tasks.closed_done)(&when),
        }
    });
    let words = row.task.closed.as_ref().filter(|closed| !closed.words.is_empty()).map(|closed| {
        let words = closed.words.clone();
        view! { <span class="w">{words}</span> }
    });
    view! {
        <a class="line" href=routes::outlet(row.task.outlet)>
            <span class="quiet">{icon(Icon::Check)}</span>
            <span class="grow">
                <span class="t plain">{row.title(t)}</span>
                <span class="w">{row.shop.clone()}{t.frame.dot}{how}</span>
                {words}
            </span>
        </a>
    }
    .into_any()
}
