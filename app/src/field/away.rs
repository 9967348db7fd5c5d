//! Being away (F7): the leaves of a rep with who steps in, and those that they step in for with what they have to know.
//! Asked for on the phone, with or without a network; until somebody steps in it can be changed and taken back.

mod ask;
mod back;
mod draft;
mod leaves;
mod rows;

use crate::routes;
use crate::state::{Me, guarded, live, use_state};
use crate::text::Texts;
use crate::ui::{self, Tab, skeleton_rows};
use ask::Form;
use domain::rules::handover::length;
use domain::time::DateWindow;
use jiff::civil::Date;
use leaves::Leaves;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// `/me/away`. Whoever settles leaves has a page of their own.
#[component]
pub fn Away() -> impl IntoView {
    let navigate = StoredValue::new(use_navigate());
    guarded(move |t, me| {
        if !me.role.manages() {
            return screen(t, me);
        }
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        Effect::new(move |_| navigate.with_value(|go| go(routes::AWAY, replace.clone())));
        ui::skeleton_page(t)
    })
}

/// The days of a leave in words.
pub fn window_words(t: Texts, window: DateWindow) -> String {
    let from = (t.time.weekday)(window.from);
    match window.until.filter(|until| *until != window.from) {
        Some(until) => (t.away.days)(&from, &(t.time.weekday)(until), length(window)),
        None => (t.away.one_day)(&from),
    }
}

fn screen(t: Texts, me: Me) -> AnyView {
    let whose = me.clone();
    let leaves = live(leaves::KINDS, move |phone| leaves::read(phone, whose.clone()));
    let form = Form::new(t, use_state(), &me);
    let head = move || {
        let (sentence, more) =
            leaves.with(|leaves| leaves.as_ref().map(|leaves| sentence(t, leaves))).unwrap_or_default();
        ui::back_and_say(t, routes::ME, t.away.title, sentence, more)
    };
    let body = move || {
        leaves.with(|leaves| match leaves {
            None => skeleton_rows(3),
            Some(leaves) => rows::rows(form, leaves),
        })
    };
    let body = view! {
        {body}
        {ask::ask_sheet(form, leaves)}
    };
    let foot = move || {
        leaves.with(|leaves| {
            let leaves = leaves.as_ref()?;
            let words = if leaves.next().is_some() { t.away.ask_more } else { t.away.ask };
            let act = if leaves.territories.is_empty() {
                view! { <p class="meta">{t.away.no_route}</p> }.into_any()
            } else {
                let first = leaves.territories.first().map(|(id, _)| *id);
                let ask = move || form.begin(first, leaves_today(form));
                view! { <div class="acts">{ui::main_button(words, || false, ask)}</div> }.into_any()
            };
            Some(ui::dock(t.away.title, act))
        })
    };
    let foot = move || foot().unwrap_or_else(ui::toasts);
    ui::frame(t, &me, Tab::Me, head.into_any(), body.into_any(), foot.into_any())
}

fn leaves_today(form: Form) -> Date {
    crate::state::Phone.now().date(form.offset)
}

fn sentence(t: Texts, leaves: &Leaves) -> (String, String) {
    let Some(next) = leaves.next() else {
        return (t.away.none.to_owned(), t.away.none_more.to_owned());
    };
    let said = match next.window.until.filter(|_| next.covers(leaves.today)) {
        Some(until) => (t.away.head_now)(&(t.time.day)(until)),
        None => (t.away.head)(&(t.time.day)(next.window.from), length(next.window)),
    };
    let who = match next.substitute {
        Some(_) => (t.away.by)(&next.substitute_name),
        None => format!("{}{}{}", t.away.by_nobody, t.frame.dot, t.away.by_nobody_more),
    };
    (said, who)
}
