//! A team: the goals of a month with what leads there, two numbers for how work goes, what somebody said on a joint
//! visit, and who asks for help (S65-S70). A manager sees the reps of the region, a rep their own; both read what the
//! device holds and write commands, so it works without a network. `routes` comes here by `parts`.

mod book;
mod desk;
mod done;
mod goals;
mod help;
mod list;
mod mine;
mod notes;
mod person;
mod plan;
mod report;
mod set;
mod step;
mod work;

use crate::routes;
use crate::state::{guarded, live};
use crate::text::Texts;
use crate::ui::{Icon, icon, line_link};
use desk::Desk;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// `/team`, of a manager one rep by `?who=`.
#[component]
pub fn TeamPage() -> impl IntoView {
    let query = use_query_map();
    let picked = Memo::new(move |_| query.with(|query| query.get_str("who").and_then(|id| id.parse().ok())));
    guarded(move |t, me| {
        let whose = me.clone();
        let desk = Desk::new(t, &me, live(book::KINDS, move |phone| book::read(phone, whose.clone())));
        if me.role.manages() { list::screen(desk, &me, picked) } else { mine::screen(desk, &me) }
    })
}

/// The way here from somebody's own page.
pub fn row(t: Texts, manages: bool) -> AnyView {
    let more = if manages { t.team.row_more } else { t.team.row_mine };
    line_link(routes::TEAM.to_owned(), icon(Icon::Flag), t.team.title.to_owned(), more.into_any())
}
