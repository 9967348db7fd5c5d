//! The rep's page: their goals and the steps to tick off, how work goes, what was said to them, and help, to ask for and
//! to give.

use super::desk::{self, Asked, Desk};
use super::{goals, help, notes, work};
use crate::routes;
use crate::state::Me;
use crate::ui::{self, Icon, Tab, icon};
use domain::limits::TEAM_DAYS;
use domain::rules::goal::open_steps;
use leptos::prelude::*;

/// See the module.
pub fn screen(desk: Desk, me: &Me) -> AnyView {
    let (t, id) = (desk.t, me.id);
    let head = move || {
        let steps = desk.book.with(|book| {
            book.as_ref().map(|book| book.goals.iter().map(|shown| open_steps(&shown.goal, id).len()).sum())
        });
        let sentence = steps.map(t.team.head_mine).unwrap_or_default();
        ui::back_and_say(t, routes::ME, t.team.title, sentence, "")
    };
    let figures = move || {
        desk.book.with(|book| Some(work::figures(t, &book.as_ref()?.people.iter().find(|one| one.id == id)?.work)))
    };
    let body = view! {
        <div class="team pad">
            <h2>{t.team.goals}</h2>
            {goals::goals(desk, id)}
            <h2>{t.team.notes}</h2>
            {notes::notes(desk, id)}
        </div>
        {help::help(desk)}
        <div class="group">
            {ui::line_link(routes::MY_AWAY.to_owned(), icon(Icon::Person), t.away.title.to_owned(), t.team.away_more.into_any())}
        </div>
        <div class="team pad">
            <h2>{t.team.work}</h2>
            <p class="meta">{(t.team.as_of)(TEAM_DAYS)}</p>
            {figures}
        </div>
        {desk::sheet(desk)}
    };
    let act = ui::main_button(t.team.ask, || false, move || desk.ask(Asked::Help));
    let foot = ui::dock(t.team.title, view! { <div class="acts">{act}</div> }.into_any());
    ui::frame(t, me, Tab::Me, head.into_any(), body.into_any(), foot)
}
