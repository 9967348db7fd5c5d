//! The manager's screen: the reps by name, each with speed and effect side by side and service beside volume, and beside
//! the list one of them. Nothing orders people by a figure (S65).

use super::desk::{self, Desk};
use super::{help, person, work};
use crate::manage::split_in;
use crate::routes;
use crate::state::Me;
use crate::ui::{self, Icon, Tab, icon, skeleton_rows};
use domain::id::UserId;
use domain::limits::TEAM_DAYS;
use domain::rules::goal::Standing;
use leptos::prelude::*;

/// See the module.
pub fn screen(desk: Desk, me: &Me, picked: Memo<Option<UserId>>) -> AnyView {
    let t = desk.t;
    let any = move || picked.get().is_some();
    let detail = move || match picked.get() {
        Some(id) => person::person(desk, id),
        None => ui::empty(Icon::Flag, t.team.pick, t.team.pick_more, None),
    };
    let detail = view! {
        {detail}
        {desk::sheet(desk)}
    };
    split_in(t, me, Tab::Settings, any, t.team.pick, list(desk, picked), detail.into_any())
}

fn list(desk: Desk, picked: Memo<Option<UserId>>) -> AnyView {
    let t = desk.t;
    let sentence = move || {
        desk.book.with(|book| match book {
            None => t.team.title.to_owned(),
            Some(book) => {
                let behind = book.goals.iter().filter(|shown| shown.standing == Standing::Behind).count();
                (t.team.head)(book.people.len(), behind)
            }
        })
    };
    view! {
        <div
            class="list vlist"
            role=move || if picked.get().is_some() { "complementary" } else { "main" }
            aria-label=t.team.title
            id=move || picked.get().is_none().then_some("main")
            tabindex="-1"
        >
            <div class="bar">
                <a class="ib" href=routes::SETTINGS aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <p class="meta grow cut">{t.manage.settings}</p>
            </div>
            <div class="say">
                <h1>{sentence}</h1>
                <p>{(t.team.as_of)(TEAM_DAYS)}</p>
            </div>
            <div class="scroll">
                {move || rows(desk, picked)}
                {help::help(desk)}
            </div>
        </div>
    }
    .into_any()
}

fn rows(desk: Desk, picked: Memo<Option<UserId>>) -> AnyView {
    desk.book.with(|book| {
        let Some(book) = book else { return skeleton_rows(4) };
        let rows = book.people.iter().map(|person| {
            let id = person.id;
            view! {
                <li>
                    <a
                        class="vrow mate"
                        href=routes::mate(id)
                        aria-current=move || (picked.get() == Some(id)).then_some("true")
                    >
                        <span class="t cut">{person.name.clone()}</span>
                        {work::brief(desk.t, &person.work)}
                    </a>
                </li>
            }
        });
        view! { <ol>{rows.collect_view()}</ol> }.into_any()
    })
}
