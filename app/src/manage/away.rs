//! Who is away, and who steps in (F7). Leaves that wait for somebody come first, each with what it means in stops and
//! with everybody who could; one tap hands over, with or without a network. A rep who comes here goes to their own.

mod choice;
mod file;

use crate::field::window_words;
use crate::routes;
use crate::state::{Me, guarded, live, use_state};
use crate::text::Texts;
use crate::ui::{self, Tab, skeleton_rows};
use domain::Kind;
use domain::records::Leave;
use domain::time::Offset;
use file::{Away as File, Settled, Waiting};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// `/away`.
#[component]
pub fn Away() -> impl IntoView {
    let navigate = StoredValue::new(use_navigate());
    guarded(move |t, me| {
        if me.role.manages() {
            return screen(t, me);
        }
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        Effect::new(move |_| navigate.with_value(|go| go(routes::MY_AWAY, replace.clone())));
        ui::skeleton_page(t)
    })
}

/// The way here from the visits, with how many wait.
pub fn way(t: Texts, offset: Offset) -> AnyView {
    let state = use_state();
    let waiting = live(&[Kind::Leave], move |phone| {
        let today = state.clock.get().date(offset);
        async move { phone.all::<Leave>().await.iter().filter(|leave| file::waits(leave, today)).count() }
    });
    let words = move || (t.manage.away_waiting)(waiting.get().unwrap_or(0));
    view! { <a class="btn small" href=routes::AWAY>{words}</a> }.into_any()
}

fn screen(t: Texts, me: Me) -> AnyView {
    let offset = me.offset;
    let away = live(file::KINDS, move |phone| file::read(phone, offset));
    let head = move || {
        let (sentence, more) = away.with(|away| match away.as_ref().map(|away| away.waiting.len()) {
            None => (String::new(), ""),
            Some(0) => (t.manage.away_none.to_owned(), t.manage.away_none_more),
            Some(n) => ((t.manage.away_head)(n), t.manage.away_head_more),
        });
        ui::back_and_say(t, routes::VISITS, t.away.title, sentence, more)
    };
    let body = move || {
        away.with(|away| match away {
            None => skeleton_rows(4),
            Some(away) => leaves(t, away),
        })
    };
    ui::frame(t, &me, Tab::Visits, head.into_any(), body.into_any(), ui::toasts())
}

fn leaves(t: Texts, away: &File) -> AnyView {
    let settled = (!away.settled.is_empty()).then(|| {
        view! {
            {ui::section(t.manage.away_settled, "")}
            <div class="group">{away.settled.iter().map(|done| settled(t, done)).collect_view()}</div>
        }
    });
    view! {
        {away.waiting.iter().map(|waiting| waits(t, waiting)).collect_view()}
        {settled}
    }
    .into_any()
}

fn waits(t: Texts, waiting: &Waiting) -> AnyView {
    let leave = &waiting.leave;
    let place = waiting.place.get(t.language);
    view! {
        <section class="group leave-waits">
            <div class="leave">
                <h2>{(t.manage.away_of)(&leave.rep_name, place)}</h2>
                <p><b class="owed">{window_words(t, leave.window)}</b></p>
                <p>{(t.manage.away_stops)(waiting.stops)}</p>
                {brief(t, leave)}
            </div>
            {choice::choice(t, waiting)}
        </section>
    }
    .into_any()
}

fn brief(t: Texts, leave: &Leave) -> AnyView {
    let brief = if leave.brief.is_empty() { t.away.no_brief.to_owned() } else { leave.brief.clone() };
    view! { <p class="handover">{brief}</p> }.into_any()
}

fn settled(t: Texts, done: &Settled) -> AnyView {
    let leave = &done.leave;
    let place = done.place.get(t.language);
    let who = if leave.withdrawn {
        t.away.withdrawn.to_owned()
    } else if leave.substitute.is_some() {
        (t.away.settled_by)(&leave.substitute_name, &leave.settled_by_name)
    } else {
        t.away.by_nobody.to_owned()
    };
    view! {
        <article class="leave">
            <h3>{(t.manage.away_of)(&leave.rep_name, place)}</h3>
            <p>{window_words(t, leave.window)}{t.frame.dot}{who}</p>
        </article>
    }
    .into_any()
}
