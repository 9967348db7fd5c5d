//! The review wall (F34): the photos of the last days side by side, filtered, judged one by one or many at once, by keys
//! or by touch, beside what they are held against. It reads this device, so it works without a network too.

mod bar;
mod chips;
mod filter;
mod grid;
mod hand;
mod large;
mod rail;
mod shelf;

use crate::routes;
use crate::state::{Me, guarded};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, icon, progress, sheet};
use domain::rules::review::agreement;
use filter::Standing;
use hand::Wall;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// `/review/wall`. A rep who comes here goes to the day.
#[component]
pub fn ReviewWall() -> impl IntoView {
    let navigate = StoredValue::new(use_navigate());
    guarded(move |t, me| {
        if me.role.manages() {
            return screen(t, &me);
        }
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        Effect::new(move |_| navigate.with_value(|go| go(routes::TODAY, replace.clone())));
        ui::skeleton_page(t)
    })
}

/// The way here from the visits.
pub fn way(t: Texts) -> AnyView {
    view! { <a class="btn small" href=routes::WALL>{t.wall.title}</a> }.into_any()
}

fn screen(t: Texts, me: &Me) -> AnyView {
    let wall = Wall::begin(t, me);
    crate::manage::keys::listen(
        wall.asking.open,
        Callback::new(move |wish| {
            wall.act(wish);
            true
        }),
    );
    let around = rail::around(wall);
    view! {
        <div class="app">
            <a class="skip" href="#main" rel="external">{t.frame.to_content}</a>
            {ui::tabs(t, me, Tab::Visits)}
            <div class="screen">
                {head(wall)}
                {chips::chips(wall)}
                <div class="split slim wall">
                    <aside class="std" tabindex="0" aria-label=t.wall.beside>{rail::rail(wall, around)}</aside>
                    <main class="shots" id="main" tabindex="-1">
                        {grid::grid(wall)}
                        {large::large(wall, around)}
                    </main>
                </div>
                {bar::bar(wall)}
                {ui::toasts()}
                {keys_sheet(wall)}
            </div>
        </div>
    }
    .into_any()
}

/// What waits, among what is looked at, and of what that is said.
fn head(wall: Wall) -> AnyView {
    let t = wall.t;
    let sums = Memo::new(move |_| {
        let filter = wall.filter.get();
        wall.shelf.with(|shelf| {
            let shelf = shelf.as_ref()?;
            let of = |standing| shelf.shots.iter().filter(|shot| filter.would_keep(t, shot, standing)).count();
            let looked = agreement(shelf.shots.iter().map(|shot| &shot.photo));
            Some((of(Standing::ToJudge), of(Standing::All), shelf.on_the_way, looked))
        })
    });
    let sentence = move || sums.get().map(|(waiting, ..)| (t.wall.head)(waiting)).unwrap_or_default();
    let facts = move || {
        let (_, _, on_the_way, (agreed, looked)) = sums.get()?;
        let mut facts = vec![(t.wall.scope)(wall.days.get(), on_the_way)];
        if looked > 0 {
            facts.push((t.wall.agreed)(agreed, looked));
        }
        Some(facts.join(t.frame.dot))
    };
    let judged = move || {
        let (waiting, all, ..) = sums.get()?;
        let judged = all - waiting;
        let words = (t.wall.judged)(judged, waiting);
        Some(view! {
            <div class="judged">
                <span>{words.clone()}</span>
                {progress(judged as u64, all as u64, words)}
            </div>
        })
    };
    view! {
        <header class="th">
            <a class="ib" href=routes::VISITS aria-label=t.frame.back>{icon(Icon::Back)}</a>
            <div class="grow">
                <h1>{move || if sums.get().is_some() { sentence() } else { t.wall.title.to_owned() }}</h1>
                <p class="meta">{facts}</p>
            </div>
            {judged}
            <button
                type="button"
                class="ib to-keys"
                aria-label=t.wall.keys
                on:click=move |_| wall.keys.set(true)
            >
                {icon(Icon::Help)}
            </button>
        </header>
    }
    .into_any()
}

fn keys_sheet(wall: Wall) -> AnyView {
    let t = wall.t;
    let rows = move || {
        let rows = t.wall.key_rows.iter().map(|(keys, words)| {
            let keys = keys.split(' ').map(|key| view! { <kbd>{key}</kbd> }).collect_view();
            view! { <div><dt>{keys}</dt><dd>{*words}</dd></div> }
        });
        // On a small screen the list scrolls, also by keys.
        view! { <div class="sheet-body pad"><dl class="key-list" tabindex="0">{rows.collect_view()}</dl></div> }
            .into_any()
    };
    sheet(t, wall.keys, move || t.wall.keys.to_owned(), rows)
}
