//! What a rep has done lately, for the manager who comes by: what did not hold is opened again with a reason, and counts in
//! effect (S70).

use super::book::Done;
use super::desk::{Asked, Desk};
use crate::routes;
use crate::ui::{self, skeleton_rows};
use domain::commands::ReopenTask;
use domain::id::UserId;
use leptos::prelude::*;

/// See the module.
pub fn done(desk: Desk, who: UserId) -> AnyView {
    let t = desk.t;
    (move || {
        desk.book.with(|book| {
            let Some(book) = book else { return skeleton_rows(2) };
            let rows: Vec<AnyView> =
                book.done.iter().filter(|done| done.owner == who).map(|done| row(desk, done)).collect();
            if rows.is_empty() {
                return view! { <p class="meta">{t.team.no_done}</p> }.into_any();
            }
            view! { <ul class="coaching">{rows}</ul> }.into_any()
        })
    })
    .into_any()
}

fn row(desk: Desk, done: &Done) -> AnyView {
    let t = desk.t;
    let (now, offset) = (desk.state.clock.get_untracked(), desk.me.with_value(|me| me.offset));
    let when = (t.team.done_when)(&done.shop, &t.time.when(done.at, now, offset));
    let words = (!done.words.is_empty()).then(|| view! { <p class="w">{done.words.clone()}</p> });
    let label = format!("{}{}{}", t.team.reopen, t.frame.colon, done.what);
    let asked = done.clone();
    view! {
        <li>
            <p><b>{done.what.clone()}</b></p>
            <a href=routes::outlet(done.outlet)>{when}</a>
            {words}
            <div class="acts">
                <button
                    type="button"
                    class="btn mid"
                    aria-label=label
                    on:click=move |_| desk.ask(Asked::Reopen(asked.clone()))
                >
                    {t.team.reopen}
                </button>
            </div>
        </li>
    }
    .into_any()
}

/// Why it did not hold.
pub fn fields(desk: Desk, done: &Done) -> AnyView {
    let t = desk.t;
    let (task, because) = (done.task, RwSignal::new(String::new()));
    let given = move || because.with(|because| !because.trim().is_empty());
    let reopen = move |_| {
        let because = because.get_untracked().trim().to_owned();
        desk.record(ReopenTask { task, because }, t.team.is_reopened, None);
    };
    let asked = view! {
        <p class="meta">{t.team.reopen_more}</p>
        {ui::area("reopen-because", t.team.because, because)}
    };
    let act = view! {
        <button
            type="button"
            class="btn main"
            disabled=move || desk.busy.get() || !given()
            on:click=reopen
        >
            {t.team.reopen}
        </button>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}
