//! One rep as a manager follows them: how work goes, goals with their steps, what was said on joint visits and what was
//! done lately.

use super::desk::{Asked, Desk};
use super::{done, goals, notes, work};
use crate::routes;
use crate::ui::{self, Icon, icon};
use domain::id::UserId;
use leptos::prelude::*;

/// See the module.
pub fn person(desk: Desk, id: UserId) -> AnyView {
    let known = Memo::new(move |_| {
        desk.book.with(|book| {
            book.as_ref().map(|book| book.people.iter().find(|one| one.id == id).map(|one| one.name.clone()))
        })
    });
    (move || match known.get() {
        None => ui::skeleton_rows(4),
        Some(None) => ui::empty(Icon::Help, desk.t.team.unknown, "", None),
        Some(Some(name)) => page(desk, id, name),
    })
    .into_any()
}

fn page(desk: Desk, id: UserId, name: String) -> AnyView {
    let t = desk.t;
    let with = move || {
        desk.book.with(|book| {
            let book = book.as_ref()?;
            let person = book.people.iter().find(|one| one.id == id)?;
            Some((
                person.work,
                person.territories.iter().map(|id| book.place(t, *id)).collect::<Vec<_>>().join(t.frame.list),
            ))
        })
    };
    let places = move || with().map(|(_, places)| places);
    let figures = move || with().map(|(work, _)| work::figures(t, &work));
    view! {
        <div class="body team">
            <div class="th">
                <a class="ib only-narrow" href=routes::TEAM aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <h1 class="grow">{name}</h1>
                <p class="meta">{places}</p>
            </div>
            <h2>{t.team.work}</h2>
            {figures}
            <h2>{t.team.goals}</h2>
            {goals::goals(desk, id)}
            <h2>{t.team.notes}</h2>
            {notes::notes(desk, id)}
            <h2>{t.team.done}</h2>
            {done::done(desk, id)}
            {ui::line_link(routes::AWAY.to_owned(), icon(Icon::Person), t.away.title.to_owned(), t.team.away_more.into_any())}
        </div>
        <section class="actbar" aria-label=t.team.goals>
            <button type="button" class="btn main" on:click=move |_| desk.ask(Asked::Goal(id, None))>
                {t.team.set}
            </button>
        </section>
    }
    .into_any()
}
