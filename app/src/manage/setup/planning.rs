//! 路线: the week of a rep as columns of stops, each with what the day asks, to be planned anew from a day on (F2, F4).
//! Stops are moved by drag, by tap and by keys, routes renamed and handed over; what comes of it is a command, which the
//! reps' phones walk by. Until then it is kept on this device.

mod book;
mod called;
mod hand;
mod head;
mod keys;
mod left;
mod loose;
mod owner;
mod week;

use crate::routes;
use crate::state::{Me, guarded, live, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Icon, Tab, icon, line_link};
use book::{Book, KINDS};
pub(super) use called::called;
use domain::id::UserId;
use domain::rules::load::VisitTime;
use domain::rules::plan::monday_of;
use hand::{Desk, follow};
use jiff::ToSpan;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

/// `/settings/routes`, of one rep by `?rep=`.
#[component]
pub fn RoutesPage() -> impl IntoView {
    let navigate = StoredValue::new(use_navigate());
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(|query| query.get_str("rep").and_then(|id| id.parse().ok())));
    guarded(move |t, me| {
        if me.role.manages() {
            return screen(t, &me, asked);
        }
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        Effect::new(move |_| navigate.with_value(|go| go(routes::TODAY, replace.clone())));
        ui::skeleton_page(t)
    })
}

/// The way here from the settings.
pub fn row(t: Texts) -> AnyView {
    let (words, more) = (t.planning.title.to_owned(), t.planning.row_more.into_any());
    line_link(routes::PLANNING.to_owned(), icon(Icon::Navigate), words, more)
}

fn screen(t: Texts, me: &Me, asked: Memo<Option<UserId>>) -> AnyView {
    let offset = me.offset;
    let book = live(KINDS, move |phone| Book::read(phone, offset));
    let left = live(&[], left::read);
    // Where nobody is asked for, it is whose routes were left half planned.
    let rep = Memo::new(move |_| {
        let begun = left.with(|left| Some(left.as_ref()?.keys().next().copied()))?;
        book.with(|book| {
            let reps = &book.as_ref()?.reps;
            let known = |id: Option<UserId>| reps.iter().find(move |rep| Some(rep.id) == id);
            known(asked.get()).or_else(|| known(begun)).or_else(|| reps.first()).map(|rep| rep.id)
        })
    });
    // Read once for each rep: what a visit takes does not change by the minute, and there are many.
    let time = live(&[], move |phone| {
        let rep = rep.get();
        async move {
            match rep {
                Some(rep) => VisitTime::of(&book::visits_of(phone, rep, offset).await),
                None => VisitTime::of(&[]),
            }
        }
    });
    let today = crate::state::Phone.now().date(offset);
    let next_monday = monday_of(today.saturating_add(7.days()));
    let desk = Desk {
        t,
        state: use_state(),
        book,
        rep,
        time,
        from: RwSignal::new(next_monday.to_string()),
        week: RwSignal::new(0),
        drawn: RwSignal::new(None),
        left,
        resumed: RwSignal::new(None),
        settled: RwSignal::new(false),
        held: RwSignal::new(None),
        dragged: RwSignal::new(false),
        class: RwSignal::new(None),
        changing: RwSignal::new(None),
        asking: RwSignal::new(false),
        busy: Busy::new(),
    };
    follow(desk);
    left::keep(desk);
    // Without a shop to put anywhere the week has the whole width.
    let findings = Memo::new(move |_| desk.findings());
    let apart = move || findings.with(|findings| !findings.loose.is_empty());
    let none = Memo::new(move |_| book.with(|book| book.as_ref().map(|book| book.reps.is_empty())));
    let body = move || match none.get() {
        None => ui::skeleton_rows(8),
        Some(true) => ui::empty(Icon::Person, t.planning.no_reps, t.planning.no_reps_more, None),
        Some(false) => view! {
            {head::choices(desk)}
            <div class="plan" class:apart=apart>
                {week::week(desk, findings)}
                {loose::loose(desk, findings)}
            </div>
            {owner::routes(desk)}
            {owner::sheet(desk)}
        }
        .into_any(),
    };
    view! {
        <div class="app">
            <a class="skip" href="#main" rel="external">{t.frame.to_content}</a>
            {ui::tabs(t, me, Tab::Settings)}
            <div class="screen planning">
                {head::head(desk)}
                <main class="page surf" id="main" tabindex="-1" on:keydown=move |event| desk.key(&event)>{body}</main>
                {move || (none.get() == Some(false)).then(|| (left::notice(desk), head::acts(desk)))}
                {ui::toasts()}
            </div>
        </div>
    }
    .into_any()
}
