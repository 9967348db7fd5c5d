//! What somebody said to a rep on a joint visit, and the one thing that comes next (F16). It is written in the visit.

use super::desk::Desk;
use crate::routes;
use crate::ui::skeleton_rows;
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
                    </li>
                }
            });
            view! { <ul class="coaching">{rows.collect_view()}</ul> }.into_any()
        })
    })
    .into_any()
}
