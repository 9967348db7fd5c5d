//! What was done in shops, week by week: a measure as a line, and the same for each region, territory, rep, class or
//! standard, the worst first. A tap on one narrows it down, to the visits of a rep and from there to their photos (F90).
//! The server counts, so it needs a network; what it said stays for as long as the screen is open.

mod chart;
mod choice;
mod lines;
mod news;
mod table;
mod visits;

use crate::routes;
use crate::state::{Me, Phone, guarded, spawn};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, skeleton_rows};
use chart::Picked;
use choice::Choice;
use domain::rules::trends::By;
use domain::time::Offset;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use std::collections::BTreeMap;
use std::sync::Arc;
use sync::wire::{Trends as Answer, TrendsVisits};

/// What the server said to a question.
#[derive(Clone, Debug, PartialEq)]
struct Said {
    answer: Answer,
    /// Where a rep is looked at.
    visits: Option<TrendsVisits>,
}

/// What is known of the question that is asked now.
#[derive(Clone, Debug, PartialEq)]
enum Known {
    Asking,
    Offline,
    /// An answer, and whether a newer one could not be had.
    Here(Choice, Arc<Said>, bool),
}

/// The questions of this screen, one after the other.
#[derive(Clone, Copy)]
struct Asking {
    known: RwSignal<Known>,
    kept: StoredValue<BTreeMap<String, Arc<Said>>>,
    turn: StoredValue<u32>,
}

/// `/trends`. A rep who comes here goes to the day.
#[component]
pub fn Trends() -> impl IntoView {
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

fn screen(t: Texts, me: &Me) -> AnyView {
    let (offset, sees_all) = (me.offset, me.role.sees_all());
    let query = use_query_map();
    let choice = Memo::new(move |_| query.with(|query| Choice::read(query, sees_all)));
    let asking = Asking {
        known: RwSignal::new(Known::Asking),
        kept: StoredValue::new(BTreeMap::new()),
        turn: StoredValue::new(0),
    };
    Effect::new(move |_| asking.ask(choice.get()));
    let picked = Picked::new();
    let head = move || {
        asking.known.with(|known| match known {
            Known::Here(_, said, _) => ui::say(news::sentence(t, &said.answer), news::counts(t, &said.answer)),
            Known::Asking | Known::Offline => ui::say_soon(t.trends.title),
        })
    };
    let body = move || match asking.known.get() {
        Known::Asking => view! { <div aria-busy="true">{skeleton_rows(6)}</div> }.into_any(),
        Known::Offline => {
            let again = view! {
                <button type="button" class="btn" on:click=move |_| asking.ask(choice.get_untracked())>
                    {t.frame.again}
                </button>
            };
            ui::empty(Icon::WifiOff, t.trends.offline, t.trends.offline_more, Some(again.into_any()))
        }
        Known::Here(choice, said, kept) => {
            let note = kept.then(|| {
                let now = crate::state::use_state().clock.get_untracked().max(said.answer.as_of);
                let when = t.time.when(said.answer.as_of, now, offset);
                view! { <p class="meta standing" role="status">{(t.trends.kept)(&when)}</p> }
            });
            view! { {note}{shown(t, offset, &choice, &said, picked)} }.into_any()
        }
    };
    view! {
        <div class="app">
            <a class="skip" href="#main" rel="external">{t.frame.to_content}</a>
            {ui::tabs(t, me, Tab::Trends)}
            <div class="screen">
                {head}
                {choice::measures(t, choice)}
                <main class="page surf trends" id="main" tabindex="-1">
                    {choice::chips(t, choice, sees_all)}
                    {body}
                </main>
                {ui::toasts()}
            </div>
        </div>
    }
    .into_any()
}

fn shown(t: Texts, offset: Offset, choice: &Choice, said: &Said, picked: Picked) -> AnyView {
    let answer = &said.answer;
    let within = choice::within(t, choice, &answer.within);
    let nothing = answer.lines.is_empty() && answer.total.iter().all(|figure| figure.whole == 0);
    if nothing {
        return view! { {within}{ui::empty(Icon::Trend, t.trends.none, t.trends.none_more, None)} }.into_any();
    }
    let rows = (!choice.is_at_the_bottom() || choice.by != By::Rep).then(|| lines::lines(t, choice, answer, picked));
    view! {
        {within}
        {chart::chart(t, answer, picked)}
        {news::standing(t, offset, answer)}
        {rows}
        {said.visits.as_ref().map(|found| visits::visits(t, found))}
        {table::table(t, answer)}
        {table::exports(t, choice)}
    }
    .into_any()
}

impl Asking {
    fn ask(self, choice: Choice) {
        let query = choice.query();
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        // What was said before is shown until there is something newer.
        let before = self.kept.with_value(|kept| kept.get(&query).cloned());
        self.known.set(match &before {
            Some(said) => Known::Here(choice.clone(), Arc::clone(said), false),
            None => Known::Asking,
        });
        spawn(async move {
            let found = said(&choice, &query).await.map(Arc::new);
            // Another question may have been asked meanwhile, or the screen may have gone.
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            if let Some(said) = &found {
                self.kept.update_value(|kept| drop(kept.insert(query, Arc::clone(said))));
            }
            self.known.try_set(match (found, before) {
                (Some(said), _) => Known::Here(choice, said, false),
                (None, Some(said)) => Known::Here(choice, said, true),
                (None, None) => Known::Offline,
            });
        });
    }
}

async fn said(choice: &Choice, query: &str) -> Option<Said> {
    let answer = Phone.trends(query).await?;
    let visits = match choice.only(By::Rep) {
        Some(_) => Some(Phone.trends_visits(query).await?),
        None => None,
    };
    Some(Said { answer, visits })
}
