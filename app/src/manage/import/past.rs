//! What was imported before, and taking it back.

use super::desk::{Desk, Hindered};
use crate::state::use_state;
use crate::text::Texts;
use crate::ui::{Icon, icon, section};
use domain::time::Offset;
use leptos::prelude::*;
use sync::wire::ImportEntry;

pub(super) fn past(t: Texts, desk: Desk, offset: Offset) -> AnyView {
    let list = move || {
        let hindered = desk.hindered.get();
        desk.past.with(|past| match past.as_deref() {
            // Without a network the rest of the screen says so.
            None => ().into_any(),
            Some([]) => view! { <p class="pad hint">{t.import.past_none}</p> }.into_any(),
            Some(past) => {
                let rows = past.iter().map(|entry| row(t, desk, offset, entry, &hindered)).collect_view();
                view! { <ul class="group import-past">{rows}</ul> }.into_any()
            }
        })
    };
    view! {
        <section>
            {section(t.import.past, "")}
            {list}
        </section>
    }
    .into_any()
}

fn row(t: Texts, desk: Desk, offset: Offset, entry: &ImportEntry, hindered: &Hindered) -> AnyView {
    let now = use_state().clock.get_untracked();
    let when = |at| t.time.when(at, now, offset);
    let title = format!("{}{}{}", (t.import.sort)(entry.sort), t.frame.dot, entry.file);
    let did = (t.import.did)(entry.new, entry.changed, entry.left_out);
    let by = (t.import.by)(&entry.by, &when(entry.at));
    let id = entry.id;
    let end = match entry.undone_at {
        Some(at) => view! { <span class="val">{(t.import.undone_at)(&when(at))}</span> }.into_any(),
        None => {
            let label = (t.import.undo_of)(&entry.file);
            view! {
                <button
                    type="button"
                    class="btn small"
                    aria-label=label
                    disabled=move || desk.busy.get()
                    on:click=move |_| desk.undo(t, id)
                >
                    {icon(Icon::Undo)}
                    {t.import.undo}
                </button>
            }
            .into_any()
        }
    };
    let why = hindered.as_ref().filter(|(of, ..)| *of == id).map(|(_, by, count)| {
        let rows = by
            .iter()
            .map(|one| view! { <li>{(t.import.hindrance)(&one.name, one.used_in.as_deref())}</li> })
            .collect_view();
        view! {
            <div class="import-hindered" role="alert">
                <p><b>{(t.import.hindered)(*count)}</b></p>
                <p class="w">{t.import.hindered_more}</p>
                <ul>{rows}</ul>
            </div>
        }
    });
    view! {
        <li>
            <div class="line">
                <span class="grow">
                    <span class="t">{title}</span>
                    <span class="w">{did}</span>
                    <span class="w">{by}</span>
                </span>
                {end}
            </div>
            {why}
        </li>
    }
    .into_any()
}
