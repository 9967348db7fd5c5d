//! The board of what is urgent and what is important (F9, S69). On a phone the four quarters lie as two by two with
//! their counts and first lines, and the one that was tapped opens below in full width; on a wide screen all four
//! stand side by side with all their lines, and nothing has to be opened.

use super::Desk;
use super::owed::{Owed, Row};
use super::words::{because, due, tags};
use crate::text::Texts;
use crate::ui::{Icon, icon_small};
use domain::records::Quadrant;
use leptos::html;
use leptos::prelude::*;

/// So many lines of a quarter are shown before it is opened.
const FIRST_LINES: usize = 3;

/// See the module.
pub fn board(desk: Desk, owed: &Owed) -> AnyView {
    let of = |quadrant: Quadrant| owed.open.iter().filter(move |row| row.quadrant == quadrant).collect::<Vec<&Row>>();
    let quads = Quadrant::ALL.map(|quadrant| quad(desk, quadrant, &of(quadrant))).collect_view();
    let quarters = Quadrant::ALL.map(|quadrant| quarter(desk, quadrant, &of(quadrant), owed)).collect_view();
    view! { <div class="board">{quads}{quarters}</div> }.into_any()
}

const fn name(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::UrgentImportant => "urgent-important",
        Quadrant::Important => "important",
        Quadrant::Urgent => "urgent",
        Quadrant::Neither => "neither",
    }
}

/// A quarter at a glance.
fn quad(desk: Desk, quadrant: Quadrant, rows: &[&Row]) -> AnyView {
    let t = desk.t;
    let lines = rows.iter().take(FIRST_LINES).map(|row| {
        let (title, shop) = (row.title(t), row.shop.clone());
        view! { <span class="cut">{title}{t.frame.dot}{shop}</span> }
    });
    let more = match rows.len() {
        0 => Some(t.tasks.quadrant_none.to_owned()),
        n => n.checked_sub(FIRST_LINES).filter(|more| *more > 0).map(|more| (t.tasks.lines_more)(more)),
    };
    let is_open = move || desk.quarter.get() == Some(quadrant);
    view! {
        <button
            type="button"
            class="quad"
            aria-expanded=move || is_open().to_string()
            aria-controls=name(quadrant)
            on:click=move |_| desk.quarter.update(|open| *open = (*open != Some(quadrant)).then_some(quadrant))
        >
            <span class="head">
                <b>{(t.tasks.quadrant)(quadrant)}</b>
                <span class="n">{rows.len()}</span>
            </span>
            {lines.collect_view()}
            {more.map(|words| view! { <span class="quiet">{words}</span> })}
        </button>
    }
    .into_any()
}

/// A quarter with all its lines.
fn quarter(desk: Desk, quadrant: Quadrant, rows: &[&Row], owed: &Owed) -> AnyView {
    let t = desk.t;
    let head: NodeRef<html::Div> = NodeRef::new();
    // What was opened below the edge of the screen is brought into sight; what is in sight does not jump.
    Effect::new(move |before: Option<bool>| {
        let open = desk.quarter.get() == Some(quadrant);
        if open && before == Some(false) {
            request_animation_frame(move || {
                if let Some(head) = head.get_untracked() {
                    head.scroll_into_view_with_bool(false);
                }
            });
        }
        open
    });
    let title = format!("{}-title", name(quadrant));
    let lines = rows.iter().map(|row| line(desk, row, owed)).collect_view();
    let body = if rows.is_empty() {
        view! { <p class="pad quiet">{t.tasks.quadrant_none}</p> }.into_any()
    } else {
        view! { <div class="group">{lines}</div> }.into_any()
    };
    view! {
        <section
            class="quarter"
            id=name(quadrant)
            aria-labelledby=title.clone()
            data-open=move || (desk.quarter.get() == Some(quadrant)).to_string()
        >
            <div class="sec" node_ref=head>
                <h2 id=title.clone()>{(t.tasks.quadrant)(quadrant)}</h2>
                <span>{rows.len()}</span>
            </div>
            {body}
        </section>
    }
    .into_any()
}

fn line(desk: Desk, row: &Row, owed: &Owed) -> AnyView {
    let t = desk.t;
    let id = row.task.id;
    view! {
        <button type="button" class="line" aria-haspopup="dialog" on:click=move |_| desk.show(id)>
            <span class="grow">
                <span class="t">{row.title(t)}</span>
                <span class="w">{because(t, row)}</span>
                <span class="w">{row.shop.clone()}{t.frame.dot}{due(t, &row.task, owed.today)}</span>
                {placed(t, row)}
                {tags(t, row)}
            </span>
            <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
        </button>
    }
    .into_any()
}

/// The mark of one that its owner has moved.
pub fn placed(t: Texts, row: &Row) -> Option<AnyView> {
    row.task.placed.as_ref().map(|placed| {
        let words = (t.tasks.placed)(&placed.because);
        view! { <span class="w moved">{icon_small(Icon::Pen)}{words}</span> }.into_any()
    })
}
