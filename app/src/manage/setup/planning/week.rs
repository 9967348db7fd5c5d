//! The week: a column for each day with what it asks as a bar against what a day holds, and its stops in walking order.

use super::book::Findings;
use super::hand::Desk;
use super::keys::card_id;
use crate::ui::{Icon, class_letter, icon_small};
use domain::id::OutletId;
use domain::limits::DAY_MINUTES;
use domain::rules::load::Load;
use jiff::civil::Date;
use leptos::prelude::*;

/// See the module.
pub fn week(desk: Desk, findings: Memo<Findings>) -> AnyView {
    let days = Memo::new(move |_| desk.days());
    let columns = move || days.get().into_iter().map(|day| column(desk, findings, day)).collect_view();
    view! { <div class="planweek" role="group" aria-label=desk.t.planning.days>{columns}</div> }.into_any()
}

fn column(desk: Desk, findings: Memo<Findings>, day: Date) -> AnyView {
    let t = desk.t;
    let name = (t.time.weekday)(day);
    let early = move || desk.first_day().is_none_or(|first| day < first);
    let stops =
        Memo::new(move |_| desk.drawn.with(|drawn| drawn.as_ref().map(|drawn| drawn.stops(day))).unwrap_or_default());
    let drop_here = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        desk.put(day, None);
        desk.put_down();
    };
    let body = move || {
        if early() {
            return view! { <p class="meta">{t.planning.before}</p> }.into_any();
        }
        let cards =
            stops.get().into_iter().zip(1_usize..).map(|(stop, number)| card(desk, findings, day, stop, number));
        view! {
            {load(desk, day, stops)}
            {put_here(desk, day)}
            <ol class="planstops">{cards.collect_view()}</ol>
        }
        .into_any()
    };
    view! {
        <section
            class="planday"
            aria-label=name.clone()
            on:dragover=move |event| event.prevent_default()
            on:drop=drop_here
        >
            <h2>{name.clone()}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// What the day asks.
fn load(desk: Desk, day: Date, stops: Memo<Vec<OutletId>>) -> AnyView {
    let t = desk.t;
    let name = (t.time.weekday)(day);
    let routes = move || {
        let names = desk.drawn.with(|drawn| drawn.as_ref().map(|drawn| drawn.names(day).join(t.frame.list)));
        names.filter(|names| !names.is_empty()).unwrap_or_else(|| t.planning.free.to_owned())
    };
    let load = Memo::new(move |_| {
        let time = desk.time.get()?;
        desk.book.with(|book| Some(Load::of(&book.as_ref()?.positions(&stops.get()), time)))
    });
    let said = move || {
        let load = load.get()?;
        // A line breaks between the figures, never within one.
        let whole = |words: String| words.replace(' ', "\u{a0}");
        let minutes = |minutes: u32| whole((t.time.minutes)(i64::from(minutes) * 60_000));
        let way = whole((t.measure.distance)(u32::try_from(load.metres).unwrap_or(u32::MAX)));
        let over = load.is_too_much().then(|| {
            let over = (t.planning.too_long)(&minutes(load.minutes - DAY_MINUTES));
            view! { <p class="owed">{icon_small(Icon::Warning)}<b>{over}</b></p> }
        });
        // The place of the button that puts here what is picked: the rows below it stay where they are.
        let many = (load.stops > 1 && !is_asked_for(desk, day)).then(|| {
            view! {
                <button
                    type="button"
                    class="btn text small"
                    aria-label=(t.planning.shorten_label)(&name)
                    on:click=move |_| desk.shorten(day)
                >
                    {t.planning.shorten}
                </button>
            }
        });
        Some(view! {
            <progress
                class="prog"
                class:owed=load.is_too_much()
                max=DAY_MINUTES.to_string()
                value=load.minutes.min(DAY_MINUTES).to_string()
                aria-label=(t.planning.load_label)(&name)
            ></progress>
            <p class="meta">{(t.planning.load)(load.stops, &minutes(load.minutes), &way)}</p>
            {over}
            {many}
        })
    };
    view! { <p class="meta cut">{routes}</p> {said} }.into_any()
}

/// Whether something is picked that could come here.
fn is_asked_for(desk: Desk, day: Date) -> bool {
    !desk.dragged.get() && desk.held.get().is_some_and(|held| held.day != Some(day))
}

/// Where the one that is picked can come; a button, so that a finger and a key find it.
fn put_here(desk: Desk, day: Date) -> AnyView {
    let t = desk.t;
    let name = (t.time.weekday)(day);
    (move || {
        is_asked_for(desk, day).then(|| {
            view! {
                <button
                    type="button"
                    class="btn small wide"
                    aria-label=(t.planning.put_label)(&name)
                    on:click=move |_| desk.put(day, None)
                >
                    {t.planning.put}
                </button>
            }
        })
    })
    .into_any()
}

fn card(desk: Desk, findings: Memo<Findings>, day: Date, stop: OutletId, number: usize) -> AnyView {
    let t = desk.t;
    let shop = desk.shop(stop);
    let (name, class) = match &shop {
        Some(shop) => (shop.name.clone(), Some(class_letter(shop.class))),
        None => (t.planning.unknown.to_owned(), None),
    };
    let closed = shop.is_some_and(|shop| !shop.open).then(|| view! { <b class="owed">{t.planning.closed}</b> });
    let seldom = move || {
        let found = findings.with(|findings| findings.seldom.get(&stop).copied());
        found.map(|(every, wanted)| view! { <span class="w owed">{(t.planning.seldom)(every, wanted)}</span> })
    };
    let is_held = move || desk.held.get().is_some_and(|held| held.shop == stop && held.day == Some(day));
    let drop_before = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        event.stop_propagation();
        desk.put(day, Some(stop));
        desk.put_down();
    };
    view! {
        <li>
            <button
                type="button"
                class="planstop"
                id=card_id(stop, day)
                draggable="true"
                aria-pressed=move || is_held().to_string()
                on:click=move |_| desk.pick(stop, Some(day))
                on:dragstart=move |_| desk.drag(stop, Some(day))
                on:dragend=move |_| desk.put_down()
                on:drop=drop_before
            >
                <span class="n">{number}</span>
                <span class="grow">
                    <span class="t">{name}" "{class}</span>
                    {closed}
                    {seldom}
                </span>
            </button>
        </li>
    }
    .into_any()
}
