//! What somebody said to a rep on a joint visit, and the one thing that comes next (F16). It is written in the visit. The rep
//! says that it was read, and the manager sees when (S64).

use super::book::Note;
use super::desk::Desk;
use crate::routes;
use crate::ui::{Icon, icon_small, skeleton_rows};
use domain::commands::ReadNote;
use domain::id::UserId;
use leptos::prelude::*;

/// Those of somebody.
pub fn notes(desk: Desk, who: UserId) -> AnyView {
    let t = desk.t;
    (move || {
        desk.book.with(|book| {
            let Some(book) = book else { return skeleton_rows(1) };
            let mut notes = book.notes.iter().filter(|note| note.rep == who).peekable();
            if notes.peek().is_none() {
                return view! { <p class="meta">{t.team.no_notes}</p> }.into_any();
            }
            let rows = notes.map(|note| {
                let next = (!note.said.next.is_empty()).then(|| view! { <b>{(t.beside.next_is)(&note.said.next)}</b> });
                view! {
                    <li>
                        <a href=routes::visit(note.visit)>
                            {(t.team.note_by)(&note.said.name, &note.shop, &(t.time.day)(note.day))}
                        </a>
                        <p>{note.said.feedback.clone()}</p>
                        {next}
                        {read(desk, note)}
                    </li>
                }
            });
            view! { <ul class="coaching">{rows.collect_view()}</ul> }.into_any()
        })
    })
    .into_any()
}

/// Whether it was read; whoever it was said to says so.
fn read(desk: Desk, note: &Note) -> AnyView {
    let t = desk.t;
    if let Some(at) = note.said.read {
        let (now, offset) = (desk.state.clock.get_untracked(), desk.me.with_value(|me| me.offset));
        let words = (t.team.read_at)(&t.time.when(at, now, offset));
        return view! { <p class="w read">{icon_small(Icon::Check)}{words}</p> }.into_any();
    }
    if !desk.is_me(note.rep) {
        return view! { <p class="w read">{t.team.unread}</p> }.into_any();
    }
    let command = ReadNote { visit: note.visit, by: note.said.by, written: note.said.at };
    let label = format!("{}{}{}", t.team.read, t.frame.colon, note.said.name);
    view! {
        <div class="acts">
            <button
                type="button"
                class="btn mid"
                aria-label=label
                disabled=move || desk.busy.get()
                on:click=move |_| desk.record(command.clone(), t.team.is_read, None)
            >
                {icon_small(Icon::Check)}
                {t.team.read}
            </button>
        </div>
    }
    .into_any()
}
