//! What stands around the week: whose it is and what is wrong with it, the choice of rep, day and week, and the acts.

use super::hand::{Desk, Held};
use crate::routes;
use crate::ui::{self, Field, Icon, icon, select};
use domain::rules::load::Load;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The sentence, and what is to be seen to.
pub fn head(desk: Desk) -> AnyView {
    let t = desk.t;
    let sentence = move || {
        let days = desk.days();
        let stops =
            desk.drawn.with(|drawn| drawn.as_ref().map(|drawn| days.iter().map(|day| drawn.stops(*day).len()).sum()));
        stops.map_or_else(|| t.planning.title.to_owned(), |stops: usize| (t.planning.head)(&desk.name(), stops))
    };
    let more = move || {
        let (findings, long) = (desk.findings(), too_long(desk));
        let said = [
            (findings.seldom.len(), t.planning.seldom_sum),
            (long, t.planning.long_sum),
            (findings.loose.len(), t.planning.loose_sum),
        ];
        let said: Vec<String> = said.iter().filter(|(n, _)| *n > 0).map(|(n, words)| words(*n)).collect();
        match desk.drawn.with(Option::is_some) {
            true if said.is_empty() => t.planning.fine.to_owned(),
            true => said.join(t.frame.dot),
            false => String::new(),
        }
    };
    view! {
        <header>
            <div class="bar">
                <a class="ib" href=routes::SETTINGS aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <p class="meta grow cut">{t.planning.title}</p>
            </div>
            <div class="say">
                <h1>{sentence}</h1>
                <p role="status">{more}</p>
            </div>
        </header>
    }
    .into_any()
}

/// How many days of the week are more than a day holds.
fn too_long(desk: Desk) -> usize {
    let (days, Some(time)) = (desk.days(), desk.time.get()) else { return 0 };
    desk.book.with(|book| {
        desk.drawn.with(|drawn| {
            let Some((book, drawn)) = book.as_ref().zip(drawn.as_ref()) else { return 0 };
            let load = |day| Load::of(&book.positions(&drawn.stops(day)), time);
            days.into_iter().filter(|day| load(*day).is_too_much()).count()
        })
    })
}

/// Whose routes, from which day on, and which week of them. What has been changed is saved or dropped before another
/// rep or day is picked.
pub fn choices(desk: Desk) -> AnyView {
    let t = desk.t;
    let locked = Memo::new(move |_| desk.is_changed());
    let fields = move || {
        if locked.get() {
            let day = untrack(|| desk.first_day()).map(|day| (t.time.weekday)(day)).unwrap_or_default();
            return view! {
                <dl class="facts-list">
                    <dt>{t.planning.rep}</dt>
                    <dd>{untrack(|| desk.name())}</dd>
                    <dt>{t.planning.from}</dt>
                    <dd>{day}</dd>
                </dl>
            }
            .into_any();
        }
        view! { <div class="two">{reps(desk)}{from(desk)}</div> }.into_any()
    };
    let hint = move || {
        desk.time.get().map(|time| match time.of {
            Some(n) => (t.planning.time_own)(time.minutes, n),
            None => (t.planning.time_usual)(time.minutes),
        })
    };
    view! {
        <div class="planhead pad">
            {fields}
            {move || weeks(desk)}
            <p class="meta">{hint} " " {t.planning.how}<span class="bykeys">{t.planning.how_keys}</span></p>
        </div>
    }
    .into_any()
}

fn reps(desk: Desk) -> AnyView {
    let navigate = StoredValue::new(use_navigate());
    let named = desk.book.with_untracked(|book| {
        let reps = book.iter().flat_map(|book| &book.reps);
        reps.map(|rep| (rep.id.to_string(), rep.name.clone())).collect::<Vec<_>>()
    });
    let chosen = move || desk.rep.get().map(|id| id.to_string()).unwrap_or_default();
    let choose = move |id: String| {
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        if let Ok(id) = id.parse() {
            navigate.with_value(|go| go(&routes::planning(id), replace));
        }
    };
    select("plan-rep", desk.t.planning.rep, named, chosen, choose)
}

fn from(desk: Desk) -> AnyView {
    let t = desk.t;
    let entry = Field { id: "plan-from", kind: "date", mode: "none", complete: "off", label: t.planning.from };
    let wrong = move || if desk.first_day().is_none() { t.planning.from_past } else { "" };
    let set = move |text: String| {
        desk.week.set(0);
        desk.from.set(text);
    };
    ui::field(entry, move || desk.from.get(), set, wrong)
}

/// The weeks after which everything comes round, if there are several.
fn weeks(desk: Desk) -> Option<AnyView> {
    let t = desk.t;
    let first = desk.first_day()?;
    let cycle = desk.drawn.with(|drawn| drawn.as_ref().map(domain::rules::planner::Planner::cycle))?;
    let chip = move |week: u32| {
        let monday = domain::rules::plan::monday_of(first);
        let monday = monday.saturating_add(jiff::Span::new().days(7 * i64::from(week)));
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (desk.week.get() == week).to_string()
                on:click=move |_| desk.week.set(week)
            >
                {(t.planning.week_of)(&(t.time.day)(monday))}
            </button>
        }
    };
    (cycle > 1).then(|| {
        view! {
            <div class="chips" role="group" aria-label=t.planning.week>{(0..cycle).map(chip).collect_view()}</div>
        }
        .into_any()
    })
}

/// What is done with the stop that is picked, or with the whole.
pub fn acts(desk: Desk) -> AnyView {
    let t = desk.t;
    let held = move || match desk.held.get().filter(|_| !desk.dragged.get()) {
        Some(held) => with(desk, held),
        None => whole(desk),
    };
    view! { <section class="actbar" aria-label=t.planning.acts>{held}</section> }.into_any()
}

fn with(desk: Desk, held: Held) -> AnyView {
    let t = desk.t;
    let name = desk.shop(held.shop).map_or_else(|| t.planning.unknown.to_owned(), |shop| shop.name);
    let button = |words: &'static str, act: fn(Desk)| {
        view! { <button type="button" class="btn" on:click=move |_| act(desk)>{words}</button> }
    };
    let on_a_day = held.day.map(|_| {
        view! {
            {button(t.planning.earlier, |desk| desk.shift(false))}
            {button(t.planning.later, |desk| desk.shift(true))}
            {button(t.planning.off, Desk::take_off)}
        }
    });
    view! {
        <p class="grow"><b>{name}</b>" "<span class="meta">{t.planning.picked_more}</span></p>
        {on_a_day}
        {button(t.planning.let_go, |desk| desk.held.set(None))}
    }
    .into_any()
}

fn whole(desk: Desk) -> AnyView {
    let t = desk.t;
    let changed = Memo::new(move |_| desk.is_changed());
    let day = move || desk.first_day().map(|day| (t.time.day)(day)).unwrap_or_default();
    view! {
        <button
            type="button"
            class="btn main"
            disabled=move || desk.busy.get() || !changed.get()
            on:click=move |_| desk.save()
        >
            {move || (t.planning.save)(&day())}
        </button>
        <button type="button" class="btn" disabled=move || !changed.get() on:click=move |_| desk.discard()>
            {t.planning.discard}
        </button>
    }
    .into_any()
}
