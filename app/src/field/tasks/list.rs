//! The tasks as a list: what has to be taken again, what is to be done, what is done.

use super::owed::{Owed, Row};
use super::words::{due, said, tags};
use super::{Desk, close};
use crate::routes;
use crate::state::PhotoSize;
use crate::text::Texts;
use crate::ui::{self, Icon, icon, icon_small};
use domain::time::{Moment, Offset};
use leptos::prelude::*;

/// See the module.
pub fn list(desk: Desk, owed: &Owed) -> AnyView {
    let t = desk.t;
    let group = |title: &'static str, rows: Vec<&Row>| {
        (!rows.is_empty()).then(|| {
            view! {
                {ui::section(title, "")}
                <div class="group">{rows.into_iter().map(|row| open_row(desk, row, owed)).collect_view()}</div>
            }
        })
    };
    let (redo, other): (Vec<&Row>, Vec<&Row>) = owed.open.iter().partition(|row| row.is_redo());
    let closed = (!owed.closed.is_empty()).then(|| {
        view! {
            {ui::section(t.tasks.closed, "")}
            <div class="group">
                {owed.closed.iter().map(|row| closed_row(t, row, owed.now, desk.offset)).collect_view()}
            </div>
        }
    });
    view! {
        {group(t.tasks.redo, redo)}
        {group(t.tasks.other, other)}
        {closed}
    }
    .into_any()
}

/// A redo is done in the shop only, so that its row leads there, with a way beside it to what else can be done about it;
/// anything else opens.
fn open_row(desk: Desk, row: &Row, owed: &Owed) -> AnyView {
    if row.is_redo() { redo_row(desk, row, owed) } else { follow_up_row(desk, row, owed) }
}

fn redo_row(desk: Desk, row: &Row, owed: &Owed) -> AnyView {
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
                    <span class="w">{row.shop.clone()}{t.frame.dot}{due(t, task, owed.today)}</span>
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

fn follow_up_row(desk: Desk, row: &Row, owed: &Owed) -> AnyView {
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
                        {due(t, task, owed.today)}{t.frame.dot}{row.shop.clone()}{t.frame.dot}{said(t, task)}
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
