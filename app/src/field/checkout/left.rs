//! What is left to be done at the shop, and the way to leave something more.

use crate::field::visit::{Desk, task_words};
use crate::ui::{Icon, icon, icon_small};
use leptos::prelude::*;

/// See the module.
pub fn left(desk: Desk) -> AnyView {
    let t = desk.t;
    let tasks = Memo::new(move |_| {
        let visit = desk.book.visit.get().flatten();
        visit.map(|visit| desk.book.left(&visit)).unwrap_or_default()
    });
    let title = move || match tasks.with(Vec::len) {
        0 => t.checkout.leave_task.to_owned(),
        n => (t.checkout.tasks_left)(n),
    };
    let lines = move || {
        let partners = desk.backdrop.with_value(|backdrop| backdrop.partners.clone());
        tasks.with(|tasks| {
            let lines = tasks.iter().map(|task| task_words(t, task, &partners));
            lines.map(|(what, more)| view! { <span class="w">{what}{t.frame.dot}{more}</span> }).collect_view()
        })
    };
    view! {
        <button type="button" class="line" on:click=move |_| desk.tasks.ask(None)>
            <span class="owed">{icon(Icon::Clock)}</span>
            <span class="grow">
                <span class="t">{title}</span>
                {lines}
            </span>
            <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
        </button>
    }
    .into_any()
}
